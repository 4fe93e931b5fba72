import type { Moment } from "./days.ts";
import { worthOf } from "./identifiers.ts";
import { object, objects, text } from "./resources.ts";
import type { Source } from "./source.ts";

/** One result of one test or question: an Observation, or a component of it. */
export interface Result {
  readonly source: Source;
  /** The codes by which it was recognized, and which of several parts with these codes it is. */
  readonly codes: string;
  /** The tests and findings that the codes stand for, and whether it matters by which method they were done. */
  readonly asked: string;
  readonly hasMethods: boolean;
  readonly part: number;
  readonly moment: Moment;
  readonly method: string;
  /** What it says, so that two that say the same need not be told apart. */
  readonly says: () => string;
  /** Whether there is a value in it. One without takes none away, unless it is a correction or a later version. */
  readonly isReadable: boolean;
}

/** Statuses of a result that stands. */
export const FINAL: ReadonlySet<unknown> = new Set(["final", "amended", "corrected"]);

const CORRECTED: ReadonlySet<unknown> = new Set(["amended", "corrected"]);

/** Whether it is a Condition, which has no status of a result. */
export const isDiagnosis = ({ source }: Result) => source.resource["resourceType"] === "Condition";

/** Whether it stands by its own status. */
export const isFinal = (result: Result) => isDiagnosis(result) || FINAL.has(result.source.resource["status"]);

/** Whether its status says that it corrects another. */
export const isCorrection = ({ source }: Result) => CORRECTED.has(source.resource["status"]);

/** Its calendar day, or nothing. */
export const dayOrNone = ({ moment }: Result) => moment.day ?? "";

/** Whether a result has a day and no time of it: it may be of any. */
export function isBare({ moment }: Result): boolean {
  return moment.day !== undefined && moment.written === moment.day;
}

/** The point in time of a result: a moment where there is one, else a day, else nothing. */
export function pointIn({ moment }: Result): string {
  return moment.instant === undefined ? (moment.written ?? "") : String(moment.instant);
}

/** The numbers of the laboratory that it has. */
export function identifiersOf({ source }: Result): readonly string[] {
  return objects(source.resource["identifier"]).flatMap((identifier) => {
    const { system, value } = identifier;
    const number = text(value)?.trim();
    // A number that stands for none is shared by results that have nothing to do with each other.
    return number === undefined || worthOf(identifier) === "nothing"
      ? []
      : [JSON.stringify([text(system)?.trim() ?? "", number])];
  });
}

/** Whether two results were sent in the same unit, so that they may be of one test. */
export function isOfUnit(one: Result, other: Result): boolean {
  const [a, b] = [one, other].map(({ source }) => {
    const { code, unit } = object(source.resource["valueQuantity"]) ?? {};
    return text(code) ?? text(unit);
  });
  return a !== undefined && a === b;
}

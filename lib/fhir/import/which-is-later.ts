import { type Json, object, text } from "./resources.ts";
import { isCorrection, type Result } from "./result.ts";

/**
 * Above 0 when the first of two versions of one resource is the later one, 0 when nothing in them tells. Where they stand
 * in a file does not: FHIR gives the order of a Bundle no meaning, and two entries of one resource each a version.
 */
export function laterVersion(a: Result, b: Result): number {
  return (
    inOrder(versionOf(a), versionOf(b)) ||
    inOrder(storedOf(a), storedOf(b)) ||
    inOrder(stageOf(a), stageOf(b)) ||
    inOrder(issuedOf(a), issuedOf(b))
  );
}

/** The statuses that one result goes through, in their order. Others can come at any time of it. */
const STAGES: readonly (readonly string[])[] = [
  ["registered"],
  ["preliminary"],
  ["final"],
  ["amended", "corrected"],
  ["entered-in-error"],
];

function stageOf({ source }: Result): number | undefined {
  const stage = STAGES.findIndex((statuses) => statuses.some((one) => one === source.resource["status"]));
  return stage < 0 ? undefined : stage;
}

/** Above 0 when the first of two results is the later one. */
export function laterOf(a: Result, b: Result): number {
  return (
    Number(isCorrection(a)) - Number(isCorrection(b)) ||
    inOrder(issuedOf(a), issuedOf(b)) ||
    inOrder(storedOf(a), storedOf(b))
  );
}

function meta({ source }: Result): Json {
  return object(source.resource["meta"]) ?? {};
}

function momentIn(value: unknown): number | undefined {
  const written = text(value);
  const instant = written === undefined ? Number.NaN : Date.parse(written);
  return Number.isNaN(instant) ? undefined : instant;
}

/** When it was issued, in milliseconds since 1970. */
export const issuedOf = ({ source }: Result) => momentIn(source.resource["issued"]);

/** When it was stored, in milliseconds since 1970. */
export const storedOf = (result: Result) => momentIn(meta(result)["lastUpdated"]);

function versionOf(result: Result): number | undefined {
  const version = text(meta(result)["versionId"]);
  return version !== undefined && /^\d{1,15}$/.test(version) ? Number(version) : undefined;
}

/** Above 0 when the first is later; 0 when both are the same or one is not known. */
export function inOrder(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : a - b;
}

import { isCalendarDay } from "../../record/day.ts";
import { oneLine } from "../../record/one-line.ts";
import { isObject } from "../../record/plain-object.ts";
import { usualSystem } from "../names.ts";

/**
 * The parts of FHIR R4 that an import reads, as they arrive: nothing about them is certain. Every field is read through
 * these functions, which give undefined for what is not of the expected kind, so that no shape can break the reading.
 */
export type Json = Readonly<Record<string, unknown>>;

export function object(value: unknown): Json | undefined {
  return isObject(value) ? value : undefined;
}

/** A list of objects; what is no object in it is left out. */
export function objects(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(object).filter((one) => one !== undefined) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

export function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** A text or a number as it was sent, to be shown; undefined for anything else, of which no text can be made. */
export function written(value: unknown): string | undefined {
  return text(value) ?? number(value)?.toString();
}

/** Text of a resource as it is shown: on one line, and not longer than a line. */
export function short(value: string, most = 160): string {
  return oneLine(value, most);
}

export interface Coded {
  readonly system: string;
  readonly code: string;
}

/** The codings of a CodeableConcept that have a system and a code. */
export function codesOf(concept: unknown): readonly Coded[] {
  return objects(object(concept)?.["coding"]).flatMap((coding) => {
    const system = text(coding["system"]);
    const code = text(coding["code"]);
    return system && code ? [{ system: usualSystem(system.trim()), code: code.trim() }] : [];
  });
}

/** A CodeableConcept in words: its text, else the first display, else the first code. */
export function wordsOf(concept: unknown): string {
  const [words] = allWordsOf(concept);
  const [first] = objects(object(concept)?.["coding"]);
  return short(words ?? text(first?.["code"]) ?? "without a code");
}

/** All words of a CodeableConcept: its text and what its codings display. */
export function allWordsOf(concept: unknown): readonly string[] {
  const { text: own, coding } = object(concept) ?? {};
  return [own, ...objects(coding).map(({ display }) => display)].flatMap((words) => text(words) ?? []);
}

/** A resource as it is named to the user: "Observation/17". */
export function nameOf(resource: Json): string {
  const id = text(resource["id"]);
  return short(`${text(resource["resourceType"]) ?? "Resource"}${id ? `/${id}` : ""}`, 60);
}

/**
 * The day of a FHIR date or moment, as written there and not moved to another time zone. Undefined when it names only
 * a month or a year.
 */
export function dayOf(value: unknown): string | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(T|$)/.exec(text(value) ?? "")?.[1];
  return day !== undefined && isCalendarDay(day) ? day : undefined;
}

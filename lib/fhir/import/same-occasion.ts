import { specimenOf } from "./comments.ts";
import { dayOrNone, identifiersOf, isBare, pointIn, type Result } from "./result.ts";

/**
 * Tells which results of one day can be of one another: of the same codes, and where that day's results name several
 * methods or specimens, of the same. Results by different methods are not corrections of each other.
 */
export function kinds(results: readonly Result[]): (result: Result) => string {
  const days = new Map<string, { methods: Set<string>; specimens: Set<string>; isBare: boolean }>();
  const key = (result: Result) => `${result.codes} of ${dayOrNone(result)}`;
  for (const result of results) {
    const known = days.get(key(result)) ?? { methods: new Set(), specimens: new Set(), isBare: false };
    days.set(key(result), known);
    known.isBare ||= isBare(result);
    if (result.method !== "") known.methods.add(result.method);
    const specimen = specimenOf(result.source);
    if (specimen !== "") known.specimens.add(specimen);
  }
  return (result) => {
    const known = days.get(key(result));
    const method = (known?.methods.size ?? 0) > 1 ? result.method : "";
    const specimen = (known?.specimens.size ?? 0) > 1 ? specimenOf(result.source) : "";
    return JSON.stringify([result.codes, method, specimen, known?.isBare]);
  };
}

/** Names that results of one moment share. Where the day of one is all that is known, it may be of any time of it. */
export function momentKeys(result: Result, kind: string): readonly string[] {
  if (result.moment.day === undefined) return [];
  return [kind.endsWith("true]") ? `${kind} on ${result.moment.day}` : `${kind} at ${pointIn(result)}`];
}

/** Names that results share which have a number of the laboratory in common, and the day. */
export function numberKeys(result: Result, kind: string): readonly string[] {
  return identifiersOf(result).map((number) => `${kind} number ${number} on ${dayOrNone(result)}`);
}

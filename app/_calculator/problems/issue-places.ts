import type { FindingId } from "../../../criteria/types.ts";
import type { Issue } from "../../../lib/record/issues.ts";

/** The place of a finding in a record, as issues name it. */
export function placeOf(finding: FindingId): string {
  return `findings.${finding}`;
}

/**
 * Whether an issue is said at one of these places: what withholds the result, and a limit that is doubted. A day that is
 * hard to believe has a box of its own, beside its field.
 */
export function standsAt({ severity, code, path, related = [] }: Issue, concerns: (place: string) => boolean): boolean {
  const said = severity === "error" ? code !== "bad-date" : code === "doubtful-limit";
  return said && [path, ...related].some(concerns);
}

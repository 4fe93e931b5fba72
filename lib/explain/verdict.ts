import type { CriteriaSet } from "../../criteria/types.ts";
import type { SetResult } from "../scoring/result.ts";

/**
 * The verdict of a set in its own words. One that an unknown answer could still undo or bring about says so.
 */
export function verdictWords(
  { verdict, asAssessed, entry }: Pick<SetResult, "verdict" | "asAssessed" | "entry">,
  { outcome }: CriteriaSet,
): string {
  switch (verdict) {
    case "classified":
      return outcome.met;
    case "not-classified":
      return outcome.notMet;
    case "undetermined":
      if (entry === "unknown") return "Cannot be evaluated until the entry criterion is known";
      return `${asAssessed === "classified" ? outcome.met : outcome.notMet} so far; still open`;
  }
}

import type { CriteriaSet } from "../../../criteria/types.ts";
import { routeTaken, verdictWords } from "../../../lib/explain/verdict.ts";
import type { Outline } from "../../../lib/scoring/evaluate.ts";

/** What the score has to reach: "needs 10", "needs more than 7". */
export function thresholdWords({ threshold, comparison }: Outline["score"]): string {
  return comparison === ">" ? `needs more than ${threshold}` : `needs ${threshold}`;
}

/** The same in the shortest form, to stand behind a score and a slash: "10", ">7". */
export function neededNumber({ threshold, comparison }: Pick<Outline["score"], "threshold" | "comparison">): string {
  return comparison === ">" ? `>${threshold}` : `${threshold}`;
}

/** As `thresholdWords`, or what stood in for the score when a route classified without it: "biopsy instead of 4". */
export function reachedWords(result: Outline, set: CriteriaSet): string {
  const route = routeTaken(result, set);
  return route ? `${route} instead of ${result.score.threshold}` : thresholdWords(result.score);
}

/** A set's result for whoever hears it: "EULAR/ACR 2019: 12, needs 10. Classified.", or that there is none. */
export function resultWords(result: Outline | undefined, set: CriteriaSet): string {
  return result
    ? `${set.short}: ${result.score.value}, ${reachedWords(result, set)}. ${verdictWords(result, set)}.`
    : "No result while there is a problem with the record.";
}

import type { SetResult } from "../../lib/scoring/result.ts";

/** What the score has to reach: "needs 10", "needs more than 7". */
export function thresholdWords({ threshold, comparison }: SetResult["score"]): string {
  return comparison === ">" ? `needs more than ${threshold}` : `needs ${threshold}`;
}

import type { SetResult } from "../../lib/scoring/result.ts";

/** The verdict in words: what holds now, and whether open answers could still change it. */
export function verdictWords({ verdict, asAssessed }: Pick<SetResult, "verdict" | "asAssessed">): string {
  const now = asAssessed === "classified" ? "Classified" : "Not classified";
  return verdict === "undetermined" ? `${now} so far; still open` : now;
}

/** What the score has to reach: "needs 10", "needs more than 7". */
export function thresholdWords({ threshold, comparison }: SetResult["score"]): string {
  return comparison === ">" ? `needs more than ${threshold}` : `needs ${threshold}`;
}

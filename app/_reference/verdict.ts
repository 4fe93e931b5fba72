import type { SetResult } from "../../lib/scoring/result.ts";

/** The outcome in words, with what the unknown answers leave open. */
export function verdictInWords({ verdict, asAssessed }: SetResult): string {
  const assessed = asAssessed === "classified" ? "Classified" : "Not classified";
  return verdict === "undetermined" ? `${assessed} as assessed; an open answer could change it` : assessed;
}

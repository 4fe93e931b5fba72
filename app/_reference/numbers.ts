import type { CriteriaSet } from "../../criteria/types.ts";
import { unitWord } from "../../lib/definition/vocabulary.ts";

/** "1 point", "4.5 points", "1 criterion": a score in the set's own unit, with a true minus sign, never broken across lines. */
export function amount(score: number, unit: CriteriaSet["unit"]): string {
  return `${signed(score)}\u00a0${unitWord(score, unit)}`;
}

export function signed(score: number): string {
  return score < 0 ? `\u2212${-score}` : String(score);
}

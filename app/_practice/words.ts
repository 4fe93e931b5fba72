import { amountWords } from "../../lib/definition/vocabulary.ts";
import type { Outcome } from "../../lib/practice/marking.ts";

/** A mark in words, as it is chosen and as it is reviewed. */
export function outcomeWords(outcome: Outcome): string {
  switch (outcome) {
    case "counts":
      return "counts";
    case "outranked":
      return "no: outranked in its domain";
    case "explained":
      return "no: something else explains it";
    case "excluded":
      return "no: a rule of the set takes it out";
    case "short":
      return "no: absent, or short of the rule";
    case "unknown":
      return "not known";
    case "not-read":
      return "no: not in this set";
  }
}

/** A mark as part of a sentence about a finding. */
export function outcomeSentence(outcome: Outcome): string {
  return outcomeWords(outcome).replace(/^no: /, "does not count, ");
}

/** "12 points", "1 criterion". */
export function scoreWords(total: number, unit: "points" | "criteria"): string {
  return amountWords(total, unit);
}

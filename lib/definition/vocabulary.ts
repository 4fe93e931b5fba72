import type { CriteriaSet } from "../../criteria/types.ts";

/** What a score of this size is counted in: "point", "points", "criterion", "criteria". */
export function unitWord(size: number, unit: CriteriaSet["unit"]): string {
  const one = unit === "points" ? "point" : "criterion";
  return Math.abs(size) === 1 ? one : unit;
}

/** "1 point", "4.5 points", "1 criterion", "3 criteria". */
export function amountWords(size: number, unit: CriteriaSet["unit"]): string {
  return `${size} ${unitWord(size, unit)}`;
}

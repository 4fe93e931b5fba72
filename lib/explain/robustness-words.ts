import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import type { Robustness } from "../scoring/robustness.ts";
import { totalPhrase } from "./reasons.ts";

/** A sentence around the names of findings, so that a page can make each of them a link. */
export interface AroundFindings {
  readonly before: string;
  readonly findings: readonly FindingId[];
  readonly after: string;
}

/**
 * What is left of a score that no single answer carries. Where criteria are counted each counts once, so that none is
 * named; of answers that take the same off, all are named; and one is said to weigh most only if no item counts for more.
 */
export function leftWithout({ heaviest, carriedBy }: Robustness, set: CriteriaSet): AroundFindings | undefined {
  if (!heaviest) return undefined;
  const { findings, left, weighsMost } = heaviest;
  const none = `No ${carriedBy.length > 0 ? "other " : ""}single answer carries it.`;
  const remain = `${totalPhrase(left, set)} ${left === 1 ? "is" : "are"} left`;
  if (set.unit === "criteria")
    return { before: `${none} Without any one of them, at least ${remain}.`, findings: [], after: "" };
  const several = findings.length > 1;
  const most = weighsMost ? `, which ${several ? "weigh" : "weighs"} most` : "";
  const nothingMore = weighsMost ? "" : "; no other single answer takes more off";
  return {
    before: `${none} Without ${several ? "any one of " : ""}`,
    findings,
    after: `${most}, ${remain}${nothingMore}.`,
  };
}

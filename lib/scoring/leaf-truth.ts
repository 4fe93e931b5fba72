import type { CriteriaSet, ExplainedBy, FindingId } from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { FALSE, TRUE, type Truth, UNKNOWN } from "../definition/truth.ts";
import type { Leaf } from "../definition/walk.ts";
import type { Fact, Facts } from "../record/facts.ts";

/** How one set reads the facts: what each leaf of its conditions is worth. */
export type Reading = (leaf: Leaf) => Truth;

/** Whether the set's attribution keeps an explained finding from counting. */
function excludes(set: CriteriaSet, finding: FindingId, { cause }: ExplainedBy): boolean {
  const causes = excludedCauses(set, finding);
  return causes === "any" || causes.includes(cause);
}

/** Present, explained, and not counted by this set for that reason. */
export function explainedAway(set: CriteriaSet, finding: FindingId, fact: Fact): boolean {
  return fact.explainedBy !== undefined && excludes(set, finding, fact.explainedBy);
}

/** The facts as they are: unknown stays unknown, and so does an explanation that an unknown finding could lift. */
export function asRecorded(set: CriteriaSet, facts: Facts): Reading {
  return ({ kind, finding }) => {
    const fact = facts[finding];
    if (fact.status !== "present") return fact.status === "absent" ? FALSE : UNKNOWN;
    if (kind === "recorded" || !explainedAway(set, finding, fact)) return TRUE;
    return fact.liftedBy.length > 0 ? UNKNOWN : FALSE;
  };
}

/**
 * Before the unknown findings are answered: whether a leaf counts, or where answers decide it, the bits of those of
 * which one that is present is enough. A finding without an answer counts as absent.
 */
export function leftOpenBy(set: CriteriaSet, facts: Facts, bitOf: (finding: FindingId) => number) {
  return ({ kind, finding }: Leaf): boolean | number => {
    const fact = facts[finding];
    if (fact.status === "unknown") return bitOf(finding);
    if (fact.status === "absent") return false;
    if (kind === "recorded" || !explainedAway(set, finding, fact)) return true;
    return fact.liftedBy.reduce((bits, lifter) => bits | bitOf(lifter), 0);
  };
}

/** Unknown counted as not met, as the papers do. */
export function asAssessed(set: CriteriaSet, facts: Facts): Reading {
  return ({ kind, finding }) => {
    const fact = facts[finding];
    return fact.status === "present" && (kind === "recorded" || !explainedAway(set, finding, fact)) ? TRUE : FALSE;
  };
}

/** As assessed, as if nothing explained anything: tells an explained criterion from one that is not met. */
export function unexplained(facts: Facts): Reading {
  return ({ finding }) => (facts[finding].status === "present" ? TRUE : FALSE);
}

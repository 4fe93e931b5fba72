import type { Definitions, FindingId } from "../../criteria/types.ts";
import { widerThan } from "../definition/implications.ts";
import type { Facts } from "../record/facts.ts";

/**
 * The findings through which a present one can act in a set: itself, what it implies, and what is assumed from it. What
 * could be assumed, and has an answer or a value of its own, does not rest on it.
 */
export function standsFor(finding: FindingId, facts: Facts, definitions: Definitions): readonly FindingId[] {
  const implied = [finding, ...widerThan(finding, definitions)];
  const assumed = definitions.assumptions
    .filter(({ when, then }) => {
      const { status, origin } = facts[then.finding];
      return implied.includes(when.finding) && status === "present" && origin.kind === "assumed";
    })
    .map(({ then }) => then.finding);
  return [...new Set([...implied, ...assumed])];
}

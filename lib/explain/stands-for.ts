import type { Definitions, FindingId } from "../../criteria/types.ts";
import { widerThan } from "../definition/implications.ts";
import type { Facts } from "../record/facts.ts";

/** The findings through which a present one can act in a set: itself, what it implies, and what is assumed from it. */
export function standsFor(finding: FindingId, facts: Facts, definitions: Definitions): readonly FindingId[] {
  const implied = [finding, ...widerThan(finding, definitions)];
  const assumed = definitions.assumptions
    .filter(({ when, then }) => implied.includes(when.finding) && facts[then.finding].status === "present")
    .map(({ then }) => then.finding);
  return [...new Set([...implied, ...assumed])];
}

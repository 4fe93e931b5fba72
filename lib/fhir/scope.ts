import type { CriteriaSet, Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import { RECORD_ID } from "./names.ts";

/** What a Questionnaire asks: findings and tests in the order of asking, and the sets that it scores. */
export interface Scope {
  readonly sets: readonly CriteriaSet[];
  readonly findings: readonly FindingId[];
  readonly tests: readonly TestId[];
}

/** The scope of the Questionnaire with this id: the combined record or a set. */
export function scopeOf(id: string, definitions: Definitions): Scope | undefined {
  if (id === RECORD_ID) return recordScope(definitions);
  const set = definitions.sets.find((one) => one.id === id);
  return set && setScope(set, definitions);
}

/** Everything that a record can hold. */
function recordScope({ sets, findings, tests }: Definitions): Scope {
  return { sets, findings: Object.keys(findings) as FindingId[], tests: Object.keys(tests) as TestId[] };
}

/** What a set reads, what that can follow from by implication or assumption, and the tests that decide it. */
function setScope(set: CriteriaSet, { findings, tests, implications, assumptions }: Definitions): Scope {
  const wanted = new Set<FindingId>(findingsRead(set));
  // A Set visits what is added while it is walked, so this reaches every source.
  for (const finding of wanted) {
    for (const { from, to } of implications) if (to === finding) wanted.add(from);
    for (const { when, then } of assumptions) {
      if (then.finding === finding) wanted.add(when.finding);
    }
  }
  const deciding = new Set([...wanted].flatMap((id) => (findings[id].decidedBy ?? []).map((rule) => rule.test)));
  return {
    sets: [set],
    findings: (Object.keys(findings) as FindingId[]).filter((id) => wanted.has(id)),
    tests: (Object.keys(tests) as TestId[]).filter((id) => deciding.has(id)),
  };
}

import { definitions } from "../../criteria/core.ts";
import type { CriteriaSet, FindingId, GroupId, TestId } from "../../criteria/types.ts";
import { askedInPlaceOf } from "../../lib/definition/ties.ts";
import { findingsRead } from "../../lib/definition/walk.ts";

/** The findings, in the order in which they are asked. */
export const findingIds = Object.keys(definitions.findings) as FindingId[];
export const groupIds = Object.keys(definitions.groups) as GroupId[];

const readBySet: ReadonlyMap<string, ReadonlySet<FindingId>> = new Map(
  definitions.sets.map((set) => [set.id, new Set(findingsRead(set))]),
);

export function setById(id: string): CriteriaSet | undefined {
  return definitions.sets.find((set) => set.id === id);
}

/** Whether a criteria set reads a finding anywhere. */
export function reads(set: string, finding: FindingId): boolean {
  return readBySet.get(set)?.has(finding) ?? false;
}

const asksBySet = new Map<string, readonly FindingId[]>();

/** What a set asks for in place of a finding that it does not read; empty where it reads it, or nothing tied to it. */
export function asksInPlaceOf(set: string, finding: FindingId): readonly FindingId[] {
  const key = `${set} ${finding}`;
  const known = asksBySet.get(key);
  if (known) return known;
  const of = setById(set);
  const asks = of && !reads(set, finding) ? askedInPlaceOf(finding, of, definitions) : [];
  asksBySet.set(key, asks);
  return asks;
}

/** The sets that read a finding, in the registry's order. */
export function setsReading(finding: FindingId): readonly CriteriaSet[] {
  return definitions.sets.filter((set) => reads(set.id, finding));
}

export function findingsOf(group: GroupId): readonly FindingId[] {
  return findingIds.filter((finding) => definitions.findings[finding].group === group);
}

/** The tests that decide a finding, each once. */
export function testsOf(finding: FindingId): readonly TestId[] {
  return [...new Set((definitions.findings[finding].decidedBy ?? []).map((rule) => rule.test))];
}

/** The findings that a test decides. */
export function decidedBy(test: TestId): readonly FindingId[] {
  return findingIds.filter((finding) => testsOf(finding).includes(test));
}

/** The group of questions in which a domain of a set is asked: that of the first finding it reads. */
export function homeOf(findings: readonly FindingId[]): GroupId | undefined {
  const [first] = findings;
  return first && definitions.findings[first].group;
}

import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { CriteriaSet, FindingId, SleRecord } from "../../criteria/types.ts";
import { findingsRead } from "../../lib/definition/walk.ts";
import type { Facts } from "../../lib/record/facts.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { robustnessOf } from "../../lib/scoring/robustness.ts";
import { SETS, type SetId, type World } from "../oracles/completions.ts";
import { type Fact, IMPLIES, readRecord } from "../oracles/record.ts";
import { interpret } from "../support/assess.ts";
import { pick, randomFrom, randomRecord } from "./support/random-records.ts";

function worldOf(facts: Readonly<Record<string, Fact>>, lost: ReadonlySet<string> = new Set()): World {
  return Object.fromEntries(
    Object.entries(facts).map(([finding, { status, explainedBy }]) => [
      finding,
      status !== "present" || lost.has(finding) ? "absent" : explainedBy === undefined ? "present" : { explainedBy },
    ]),
  );
}

/** Whether the second reading classifies the record with these findings answered present as well. */
function classifiedWith(record: SleRecord, set: CriteriaSet, findings: readonly FindingId[]): boolean {
  const more = Object.fromEntries(findings.map((finding) => [finding, "present" as const]));
  const { facts } = readRecord({ ...record, findings: { ...record.findings, ...more } });
  return SETS[set.id as SetId](worldOf(facts)).classified;
}

/** The findings that an answer can still be given to and that can matter to the set. */
function unansweredFor(set: CriteriaSet, facts: Facts): FindingId[] {
  const read = findingsRead(set);
  const lifting = read.flatMap((finding) => facts[finding].liftedBy);
  return [...new Set([...read.filter((finding) => facts[finding].status === "unknown"), ...lifting])];
}

function subsets(items: readonly FindingId[], size: number): FindingId[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, position) => subsets(items.slice(position + 1), size - 1).map((rest) => [item, ...rest]));
}

/** What a set of answers says: the findings themselves and all that they imply. */
function saidBy(chosen: readonly string[]): Set<string> {
  const said = new Set(chosen);
  // A Set visits what is added while it is walked.
  for (const narrower of said) for (const [from, to] of IMPLIES) if (from === narrower) said.add(to);
  return said;
}

/** All sets of up to three that classify, without those that say more than another of them does. */
function minimalSetsByTrying(record: SleRecord, set: CriteriaSet, facts: Facts): string[] {
  const unanswered = unansweredFor(set, facts);
  const enough = [1, 2, 3]
    .flatMap((size) => subsets(unanswered, size))
    .filter((chosen) => classifiedWith(record, set, chosen))
    .map((chosen) => ({ chosen, said: saidBy(chosen) }));
  const saysMore = (one: (typeof enough)[number], other: (typeof enough)[number]) =>
    [...other.said].every((finding) => one.said.has(finding)) &&
    (one.said.size > other.said.size || one.chosen.length > other.chosen.length);
  return enough
    .filter((one) => !enough.some((other) => saysMore(one, other)))
    .map(({ chosen }) => [...chosen].sort().join(" + "))
    .sort();
}

/** The finding and everything that it follows from. */
function withNarrower(finding: string): Set<string> {
  const lost = new Set([finding]);
  // A Set visits what is added while it is walked.
  for (const wider of lost) for (const [from, to] of IMPLIES) if (to === wider) lost.add(from);
  return lost;
}

describe("robustness against trying everything, on random records", () => {
  // A few first, which mostly say at once what is wrong.
  test.each([25, 150].flatMap((rounds) => definitions.sets.map((set) => ({ ...set, rounds }))))(
    "$short: what carries a classification, and all minimal sets of up to three that make one, on $rounds records",
    ({ rounds, ...set }) => {
      const random = randomFrom(33);
      const robustness = robustnessOf.bind(undefined, planOf(set, definitions));
      const seen = { carried: 0, made: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const record = randomRecord(random, pick(random, [0.7, 0.8, 0.9]));
        const { facts } = interpret(record);
        if (!facts) throw new Error("refused");
        const { carriedBy, wouldClassify } = robustness(facts);
        const theirs = readRecord(record).facts;
        const { classified } = SETS[set.id as SetId](worldOf(theirs));
        const present = findingsRead(set).filter((finding) => facts[finding].status === "present");
        const losses = present.filter((lost) => !SETS[set.id as SetId](worldOf(theirs, withNarrower(lost))).classified);
        expect(carriedBy, JSON.stringify(record)).toEqual(classified ? losses : []);
        const made = wouldClassify.map((chosen) => [...chosen].sort().join(" + ")).sort();
        expect(made, JSON.stringify(record)).toEqual(classified ? [] : minimalSetsByTrying(record, set, facts));
        seen.carried += carriedBy.length;
        seen.made += made.length;
      }
      expect(Math.min(seen.carried, seen.made)).toBeGreaterThan(rounds / 15);
    },
    120_000,
  );
});

import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Classification, Condition, FindingId, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../../lib/assess.ts";
import type { Fact, Facts } from "../../lib/record/facts.ts";
import { randomFrom } from "./support/random-records.ts";
import { FINDINGS, factsOf, randomRecord, randomSet } from "./support/random-set.ts";

// ---------------------------------------------------------------- the naive reading: two truth values, one world

function counts(set: ReferenceSet, finding: FindingId, { status, explainedBy }: Fact): boolean {
  if (status !== "present") return false;
  if (!explainedBy) return true;
  if (set.attribution.kind === "any-other-cause") return false;
  const causes = set.attribution.excludes[finding];
  return causes === undefined || (causes !== "any" && !causes.includes(explainedBy.cause));
}

function holds(condition: Condition, set: ReferenceSet, facts: Facts): boolean {
  switch (condition.kind) {
    case "present":
      return counts(set, condition.finding, facts[condition.finding]);
    case "recorded":
      return facts[condition.finding].status === "present";
    case "all":
      return condition.of.every((part) => holds(part, set, facts));
    case "any":
      return condition.of.some((part) => holds(part, set, facts));
    case "atLeast":
      return condition.of.filter((part) => holds(part, set, facts)).length >= condition.count;
    case "not":
      return !holds(condition.of, set, facts);
  }
}

function naively(set: ReferenceSet, facts: Facts): { readonly points: number; readonly classified: boolean } {
  const met = set.domains.map(({ group, criteria }) => ({
    group,
    weights: criteria.filter(({ when }) => holds(when, set, facts)).map(({ weight }) => weight),
  }));
  const points = met.reduce((sum, { weights }) => sum + (weights.length > 0 ? Math.max(...weights) : 0), 0);
  const inGroup = (wanted: string) =>
    met.filter(({ group }) => group === wanted).reduce((sum, { weights }) => sum + weights.length, 0);
  const classifies = (rule: Classification): boolean => {
    switch (rule.kind) {
      case "scoreAtLeast":
        return points >= rule.score;
      case "scoreAbove":
        return points > rule.score;
      case "criteriaAtLeast":
        return inGroup(rule.group) >= rule.count;
      case "route":
        return holds(rule.when, set, facts);
      case "allOf":
        return rule.of.every(classifies);
      case "anyOf":
        return rule.of.some(classifies);
    }
  };
  const entered = !set.entry || holds(set.entry.when, set, facts);
  return { points, classified: entered && classifies(set.classifiedWhen) };
}

// ---------------------------------------------------------------- every way of answering

/** Every consistent way of answering these findings, each read as a record of its own. */
function* completions(record: SleRecord, unknown: readonly FindingId[]): Generator<readonly [number, Facts]> {
  for (let answers = 0; answers < 1 << unknown.length; answers += 1) {
    const stated = unknown.map((id, bit) => [id, answers & (1 << bit) ? "present" : "absent"] as const);
    const facts = factsOf({ ...record, findings: { ...record.findings, ...Object.fromEntries(stated) } });
    if (facts) yield [answers, facts];
  }
}

function bruteForce(set: ReferenceSet, record: SleRecord, facts: Facts) {
  const unknown = FINDINGS.filter((id) => facts[id].status === "unknown");
  const worlds = new Map<number, ReturnType<typeof naively>>();
  for (const [answers, complete] of completions(record, unknown)) worlds.set(answers, naively(set, complete));
  const all = [...worlds.values()];
  const classified = all.filter((world) => world.classified).length;
  const open = unknown.filter((_id, position) =>
    [...worlds].some(([answers, world]) => {
      const other = worlds.get(answers ^ (1 << position));
      return other !== undefined && other.classified !== world.classified;
    }),
  );
  const assessed = naively(set, facts);
  return {
    verdict: classified === all.length ? "classified" : classified === 0 ? "not-classified" : "undetermined",
    lower: Math.min(...all.map(({ points }) => points)),
    upper: Math.max(...all.map(({ points }) => points)),
    value: assessed.points,
    asAssessed: assessed.classified ? "classified" : "not-classified",
    open: [...open].sort(),
    rank: (finding: FindingId): readonly [undoes: number, settles: number, swing: number] => {
      const bit = 1 << unknown.indexOf(finding);
      const settles = [0, bit].filter((side) => {
        const those = [...worlds].flatMap(([answers, world]) => ((answers & bit) === side ? [world.classified] : []));
        return new Set(those).size === 1;
      });
      const moves = [...worlds].flatMap(([answers, { points }]) => {
        const other = worlds.get(answers ^ bit);
        return other ? [Math.abs(other.points - points)] : [];
      });
      const undoes = [...worlds].some(
        ([answers, world]) => !(answers & bit) && world.classified && worlds.get(answers ^ bit)?.classified === false,
      );
      return [assessed.classified && undoes ? 1 : 0, settles.length, Math.max(...moves)];
    },
  };
}

describe("the engine reads any set, not the four that are written", () => {
  // A few first, which mostly say at once what is wrong.
  test.each([
    [60, 5],
    [540, 6],
  ])(
    "on %d sets made up at random, verdict, bounds, value and open findings are those of trying every answer",
    (sets, seed) => {
      const random = randomFrom(seed);
      const verdicts = new Map<string, number>();
      for (let round = 0; round < sets; round += 1) {
        const set = randomSet(random);
        const plan = assessmentPlanOf({ ...definitions, sets: [set] });
        for (let patient = 0; patient < 3; patient += 1) {
          const record = randomRecord(random);
          const facts = factsOf(record);
          const found = assess(plan, record).results?.["toy"];
          if (!facts || !found) throw new Error("refused");
          const { verdict, asAssessed, score, open } = found;
          const ours = {
            verdict,
            lower: score.lower,
            upper: score.upper,
            value: score.value,
            asAssessed,
            open: [...open].sort(),
          };
          // What is open stays open in the rule, so that the two may only not contradict each other.
          const said = { true: "classified", false: "not-classified", unknown: asAssessed }[found.rule.met];
          expect(said, JSON.stringify(record)).toBe(asAssessed);
          const { rank, ...theirs } = bruteForce(set, record, facts);
          expect(ours, `${JSON.stringify(set)}\n${JSON.stringify(record)}`).toEqual(theirs);
          const ranks = open.map(rank);
          const inOrder = [...ranks].sort(([x, a, more], [y, b, less]) => y - x || b - a || less - more);
          expect(ranks, `${JSON.stringify(set)}\n${JSON.stringify(record)}`).toEqual(inOrder);
          verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
        }
      }
      expect(
        Math.min(...["classified", "not-classified", "undetermined"].map((one) => verdicts.get(one) ?? 0)),
      ).toBeGreaterThan(sets / 6);
    },
    120_000,
  );
});

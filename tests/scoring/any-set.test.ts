import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type {
  Classification,
  Condition,
  FindingId,
  ReferenceDomain,
  ReferenceSet,
  SleRecord,
  Statement,
  Status,
} from "../../criteria/types.ts";
import { assess, assessmentPlanOf } from "../../lib/assess.ts";
import type { Fact, Facts } from "../../lib/record/facts.ts";
import { interpret } from "../support/assess.ts";
import { pick, type Random, randomFrom } from "./support/random-records.ts";

/** Findings that are tied to each other in every way that there is, and a few that are tied to nothing. */
const FINDINGS: readonly FindingId[] = [
  "hemolytic-anemia-with-reticulocytosis",
  "hemolytic-anemia",
  "hemolysis",
  "direct-coombs",
  "biopsy-class-2-or-5",
  "biopsy-class-3-or-4",
  "biopsy-lupus-nephritis",
  "synovitis-2-joints",
  "tender-joints-with-stiffness",
  "nonerosive-arthritis",
  "fever",
];

function randomCondition(random: Random, depth: number): Condition {
  const kind = depth === 0 ? "present" : pick(random, ["present", "present", "all", "any", "not", "atLeast"] as const);
  const part = () => randomCondition(random, depth - 1);
  const parts = () => Array.from({ length: 2 + Math.floor(random() * 2) }, part);
  switch (kind) {
    case "present":
      return { kind: random() < 0.8 ? "present" : "recorded", finding: pick(random, FINDINGS) };
    case "all":
    case "any":
      return { kind, of: parts() };
    case "atLeast":
      return { kind, count: 2, of: parts() };
    case "not":
      return { kind, of: part() };
  }
}

function randomRule(random: Random, depth: number): Classification {
  const kinds = ["scoreAtLeast", "scoreAbove", "criteriaAtLeast", "route"] as const;
  const kind = depth === 0 ? pick(random, kinds) : pick(random, [...kinds, "allOf", "anyOf", "anyOf"] as const);
  const group = pick(random, ["clinical", "immunologic"] as const);
  switch (kind) {
    case "scoreAtLeast":
    case "scoreAbove":
      return { kind, score: Math.floor(random() * 8) / 2 };
    case "criteriaAtLeast":
      return { kind, count: 1 + Math.floor(random() * 2), group };
    case "route":
      return { kind, title: "A route", by: "route", when: randomCondition(random, 2) };
    case "allOf":
    case "anyOf":
      return { kind, of: [randomRule(random, depth - 1), randomRule(random, depth - 1)] };
  }
}

const [template] = definitions.sets;
if (!template) throw new Error("no set is registered");
const written: ReferenceSet = template;

/** A set that nobody wrote: any grammar, negative and half weights, exclusions, entry and routes. */
function randomSet(random: Random): ReferenceSet {
  const { entry: _, ...rest } = written;
  const criterion = (id: string) => ({
    id,
    title: id,
    definition: id,
    weight: pick(random, [-1, 0.5, 1, 1.5, 2, 3]),
    when: randomCondition(random, 2),
    source: written.citations,
    checked: "yes" as const,
  });
  const domains = Array.from(
    { length: 1 + Math.floor(random() * 4) },
    (_domain, d): ReferenceDomain => ({
      id: `d${d}`,
      title: `d${d}`,
      group: pick(random, ["clinical", "immunologic"] as const),
      criteria: Array.from({ length: 1 + Math.floor(random() * 3) }, (_criterion, c) => criterion(`d${d}c${c}`)),
    }),
  );
  const score: Classification = { kind: "scoreAtLeast", score: 1 + Math.floor(random() * 3) };
  return {
    ...rest,
    id: "toy",
    attribution: pick(random, definitions.sets).attribution,
    domains,
    // A set is asked for its score, so one part of the rule has it.
    classifiedWhen: { kind: pick(random, ["allOf", "anyOf"] as const), of: [score, randomRule(random, 1)] },
    cautions: [],
    notItems: {},
    ...(random() < 0.3 && written.entry && { entry: { ...written.entry, when: randomCondition(random, 1) } }),
  };
}

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

function factsOf(record: SleRecord): Facts | undefined {
  return interpret(record).facts;
}

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
  };
}

function randomRecord(random: Random): SleRecord {
  const findings = FINDINGS.flatMap((id): (readonly [FindingId, Status | Statement])[] => {
    const luck = random();
    if (luck < 0.5) return [];
    if (luck < 0.65) return [[id, "absent"]];
    if (luck < 0.8) return [[id, "present"]];
    const cause = pick(random, ["drug", "metabolic", "other"] as const);
    return [[id, { status: "present", explainedBy: { cause } }]];
  });
  const record: SleRecord = { format: "sle-record/1", findings: Object.fromEntries(findings) };
  return factsOf(record) ? record : randomRecord(random);
}

describe("the engine reads any set, not the four that are written", () => {
  test("on 600 sets made up at random, verdict, bounds, value and open findings are those of trying every answer", () => {
    const random = randomFrom(5);
    const verdicts = new Map<string, number>();
    for (let round = 0; round < 600; round += 1) {
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
        expect(ours, `${JSON.stringify(set)}\n${JSON.stringify(record)}`).toEqual(bruteForce(set, record, facts));
        verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      }
    }
    expect(
      Math.min(...["classified", "not-classified", "undetermined"].map((one) => verdicts.get(one) ?? 0)),
    ).toBeGreaterThan(100);
  }, 120_000);
});

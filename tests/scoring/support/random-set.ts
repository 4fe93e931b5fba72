import { definitions } from "../../../criteria/index.ts";
import type {
  Classification,
  Condition,
  FindingId,
  ReferenceDomain,
  ReferenceSet,
  SleRecord,
  Statement,
  Status,
} from "../../../criteria/types.ts";
import type { Facts } from "../../../lib/record/facts.ts";
import { interpret } from "../../support/assess.ts";
import { pick, type Random } from "./random-records.ts";

/** Findings that are tied to each other in every way that there is, and a few that are tied to nothing. */
export const FINDINGS: readonly FindingId[] = [
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
export function randomSet(random: Random): ReferenceSet {
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

export function factsOf(record: SleRecord): Facts | undefined {
  return interpret(record).facts;
}

/** A record of these findings without a contradiction. */
export function randomRecord(random: Random): SleRecord {
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

import type {
  Classification,
  Condition,
  CriteriaSet,
  Criterion,
  Domain,
  FindingId,
  Provenance,
} from "../../criteria/types.ts";

/** A condition that reads one finding. */
export type Leaf = Extract<Condition, { kind: "present" | "recorded" }>;

/** Every leaf of a condition, with whether a `not` stands above it. */
export function* leaves(condition: Condition, negated = false): Generator<{ leaf: Leaf; negated: boolean }> {
  switch (condition.kind) {
    case "present":
    case "recorded":
      yield { leaf: condition, negated };
      return;
    case "all":
    case "any":
    case "atLeast":
      for (const part of condition.of) yield* leaves(part, negated);
      return;
    case "not":
      yield* leaves(condition.of, !negated);
  }
}

/** The findings that a condition reads, each once, in order of first reading. */
export function findingsIn(condition: Condition): readonly FindingId[] {
  return [...new Set([...leaves(condition)].map(({ leaf }) => leaf.finding))];
}

/** Every part of a classification rule, from the whole down. */
export function* clauses(rule: Classification): Generator<Classification> {
  yield rule;
  if (rule.kind === "allOf" || rule.kind === "anyOf") for (const part of rule.of) yield* clauses(part);
}

export type Route = Extract<Classification, { kind: "route" }>;

export function routesOf(set: CriteriaSet): readonly Route[] {
  return [...clauses(set.classifiedWhen)].filter((clause) => clause.kind === "route");
}

export function* criteriaOf(set: CriteriaSet): Generator<{ criterion: Criterion; domain: Domain }> {
  for (const domain of set.domains) for (const criterion of domain.criteria) yield { criterion, domain };
}

/** Every condition of a set: criteria in order, then the entry criterion, then routes. */
export function* conditionsOf(set: CriteriaSet): Generator<Condition> {
  for (const { criterion } of criteriaOf(set)) yield criterion.when;
  if (set.entry) yield set.entry.when;
  for (const route of routesOf(set)) yield route.when;
}

/** The findings that a set reads, each once, in order of first reading. */
export function findingsRead(set: CriteriaSet): readonly FindingId[] {
  return [...new Set([...conditionsOf(set)].flatMap(findingsIn))];
}

/** The score that a set asks for, and how the score is compared with it. */
export function thresholdOf(set: CriteriaSet): { readonly threshold: number; readonly comparison: ">=" | ">" } {
  for (const clause of clauses(set.classifiedWhen)) {
    if (clause.kind === "scoreAtLeast") return { threshold: clause.score, comparison: ">=" };
    if (clause.kind === "scoreAbove") return { threshold: clause.score, comparison: ">" };
  }
  throw new Error(`${set.id} classifies without a score`);
}

/** Everything of a set that says where it comes from, with what it is, in the order in which a reader meets it. */
export function* provenancesOf(set: CriteriaSet): Generator<{ readonly title: string; readonly of: Provenance }> {
  if (set.entry) yield { title: set.entry.title, of: set.entry };
  for (const { criterion } of criteriaOf(set)) yield { title: criterion.title, of: criterion };
  yield { title: "Attribution", of: set.attribution };
  for (const decision of set.decisions) yield { title: decision.question, of: decision };
  for (const performance of set.performance) yield { title: performance.cohort, of: performance };
  for (const remark of set.remarks ?? []) yield { title: remark.text, of: remark };
}

import type { Classification, Condition, CriteriaSet, FindingId } from "../../criteria/types.ts";

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

/** The findings that can help to meet a condition: those under a `not` take it out instead. */
export function positiveFindings(condition: Condition): readonly FindingId[] {
  const positive = [...leaves(condition)].filter(({ negated }) => !negated);
  return [...new Set(positive.map(({ leaf }) => leaf.finding))];
}

/** The findings that can work against a set once they are present: that take points off, or keep a criterion out. */
export function opposingFindings(set: CriteriaSet): readonly FindingId[] {
  const opposing = [...criteriaOf(set)].flatMap(({ criterion: { when, weight } }) =>
    [...leaves(when)].filter(({ negated }) => negated === weight > 0).map(({ leaf }) => leaf.finding),
  );
  return [...new Set(opposing)];
}

/** What a condition and the trace of one have in common. */
type Tree =
  | { readonly kind: "present" | "recorded"; readonly finding: FindingId }
  | { readonly kind: "all" | "any" | "atLeast"; readonly of: readonly Tree[] }
  | { readonly kind: "not"; readonly of: Tree };

/**
 * The findings that help to meet a condition beside some of its own: those of an alternative in which none of these
 * stands meet it by themselves, and are not what these need.
 */
export function helpingWith(findings: readonly FindingId[], tree: Tree): readonly FindingId[] {
  const helping = (part: Tree): readonly FindingId[] => {
    switch (part.kind) {
      case "present":
      case "recorded":
        return [part.finding];
      case "not":
        return [];
      case "all":
      case "atLeast":
        return part.of.flatMap(helping);
      case "any": {
        const own = part.of.map(helping).filter((branch) => branch.some((finding) => findings.includes(finding)));
        return own.length > 0 ? own.flat() : part.of.flatMap(helping);
      }
    }
  };
  return [...new Set(helping(tree))];
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

type CriterionOf<Set extends CriteriaSet> = Set["domains"][number]["criteria"][number];

export function* criteriaOf<Set extends CriteriaSet>(
  set: Set,
): Generator<{ criterion: CriterionOf<Set>; domain: Set["domains"][number] }> {
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

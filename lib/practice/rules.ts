import type { Condition, CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { assumed, closure, implied } from "../definition/implications.ts";
import { criteriaOf, findingsIn, routesOf } from "../definition/walk.ts";

/** A rule that can be practiced: a criterion of a set, its entry criterion, or a route that needs no score. */
export interface PracticeRule {
  /** `set/criterion`, `set/entry`, or `set/route-0`; the same from version to version of the app. */
  readonly id: string;
  readonly set: CriteriaSet;
  readonly title: string;
  readonly when: Condition;
  /** The set as it would be without this rule. */
  readonly without: CriteriaSet;
  /** The criterion, for a rule that is one. */
  readonly criterion?: string;
}

/** The rules of one set, in its order. */
export function rulesOf(set: CriteriaSet): readonly PracticeRule[] {
  const { entry, ...open } = set;
  const criteria = [...criteriaOf(set)].map(({ criterion }) => ({
    id: `${set.id}/${criterion.id}`,
    set,
    title: criterion.title,
    when: criterion.when,
    criterion: criterion.id,
    without: {
      ...set,
      domains: set.domains.map((domain) => ({
        ...domain,
        criteria: domain.criteria.filter(({ id }) => id !== criterion.id),
      })),
    },
  }));
  const routes = routesOf(set).map((route, position) => ({
    id: `${set.id}/route-${position}`,
    set,
    title: route.title,
    when: route.when,
    without: withoutRoutes(set),
  }));
  return [
    ...(entry ? [{ id: `${set.id}/entry`, set, title: entry.title, when: entry.when, without: open }] : []),
    ...criteria,
    ...routes,
  ];
}

/** The rules of a set that are no criterion: its entry criterion, and its routes that need no score. */
export function gatesOf(set: CriteriaSet): {
  readonly entry: PracticeRule | undefined;
  readonly routes: readonly PracticeRule[];
} {
  const gates = rulesOf(set).filter(({ criterion }) => criterion === undefined);
  const entry = gates.find(({ when }) => when === set.entry?.when);
  return { entry, routes: gates.filter((rule) => rule !== entry) };
}

/** Every rule of every set. */
export function allRules({ sets }: Definitions): readonly PracticeRule[] {
  return sets.flatMap(rulesOf);
}

/** The rules that read a finding, or that it decides by implication: what to practice from the finding's page. */
export function rulesReading(finding: FindingId, definitions: Definitions): readonly PracticeRule[] {
  const reached = closure([finding], [...implied(definitions), ...assumed(definitions)]);
  return allRules(definitions).filter(({ when }) => findingsIn(when).some((read) => reached.has(read)));
}

function withoutRoutes(set: CriteriaSet): CriteriaSet {
  const { classifiedWhen } = set;
  if (classifiedWhen.kind !== "anyOf" && classifiedWhen.kind !== "allOf") return set;
  return {
    ...set,
    classifiedWhen: { ...classifiedWhen, of: classifiedWhen.of.filter(({ kind }) => kind !== "route") },
  };
}

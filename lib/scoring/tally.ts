import type { Classification, Domain } from "../../criteria/types.ts";
import { TRUE, truthOf } from "../definition/truth.ts";
import type { Leaf } from "../definition/walk.ts";
import type { Reading } from "./leaf-truth.ts";
import { isMet, type LeftOpen, leftOf } from "./left-open.ts";
import type { Component, Plan, RulePlan } from "./plan.ts";

/** What one completion comes to, in one component or in several together. */
export interface Tally {
  readonly points: number;
  readonly clinical: number;
  readonly immunologic: number;
  /** One bit for the entry criterion, then one for each route, set when met. */
  readonly flags: number;
}

export const EMPTY: Tally = { points: 0, clinical: 0, immunologic: 0, flags: 0 };

const ENTRY = 1;
const routeFlag = (position: number) => 2 << position;

export function add(a: Tally, b: Tally): Tally {
  return {
    points: a.points + b.points,
    clinical: a.clinical + b.clinical,
    immunologic: a.immunologic + b.immunologic,
    flags: a.flags | b.flags,
  };
}

export function sum(tallies: readonly Tally[]): Tally {
  let [points, clinical, immunologic, flags] = [0, 0, 0, 0];
  for (const tally of tallies) {
    points += tally.points;
    clinical += tally.clinical;
    immunologic += tally.immunologic;
    flags |= tally.flags;
  }
  return { points, clinical, immunologic, flags };
}

/** As `add`, but without what can make no difference to the classification, so that few different sums remain. */
function addTrimmed(a: Tally, b: Tally, { enough, needed }: Plan): Tally {
  return {
    points: Math.min(a.points + b.points, enough),
    clinical: Math.min(a.clinical + b.clinical, needed.clinical),
    immunologic: Math.min(a.immunologic + b.immunologic, needed.immunologic),
    flags: a.flags | b.flags,
  };
}

/**
 * A small number for what two tallies come to together, trimmed: the same for the same sum, another for another. Weights
 * are multiples of a half.
 */
export function placeOfSum(a: Tally, b: Tally, { enough, lowest, needed, routes }: Plan): number {
  const points = Math.min(a.points + b.points, enough) - lowest;
  const clinical = Math.min(a.clinical + b.clinical, needed.clinical);
  const immunologic = Math.min(a.immunologic + b.immunologic, needed.immunologic);
  const counts = (points * 2 * (needed.clinical + 1) + clinical) * (needed.immunologic + 1) + immunologic;
  return counts * routeFlag(routes.length) + (a.flags | b.flags);
}

/** Gathers trimmed tallies, each different one once, in order of first appearance. */
export function distinct(plan: Plan) {
  const all: Tally[] = [];
  const positions: number[] = [];
  return {
    all,
    /** The position of a sum. A tally is only made when it is a new one: most are not. */
    positionOfSum: (a: Tally, b: Tally): number => {
      const place = placeOfSum(a, b, plan);
      const known = positions[place];
      if (known !== undefined) return known;
      positions[place] = all.length;
      return all.push(addTrimmed(a, b, plan)) - 1;
    },
  };
}

/** The heaviest weight among the criteria of a domain that are met; 0 only when none is. */
export function domainPoints(domain: Domain, read: Reading): { readonly points: number; readonly met: number } {
  const met = domain.criteria.filter(({ when }) => truthOf(when, read) === TRUE);
  return { points: heaviest(met), met: met.length };
}

/** The heaviest weight of criteria that are met; 0 only when there is none. */
export function heaviest(met: readonly { readonly weight: number }[]): number {
  return met.length === 0 ? 0 : Math.max(...met.map(({ weight }) => weight));
}

/** What each way of answering unknown findings comes to in a component, by what is left open of what it reads. */
export function tallyByAnswers(
  component: Component,
  plan: RulePlan,
  read: (leaf: Leaf) => boolean | number,
): (answers: number) => Tally {
  const domains = component.domains.map(({ group, criteria }) => {
    const left = criteria.map(({ weight, when }) => ({ weight, left: leftOf(when, read) }));
    return { group, criteria: left.filter((criterion) => criterion.left !== false) };
  });
  const flags: (readonly [flag: number, left: LeftOpen])[] = [];
  if (component.entry && plan.set.entry) flags.push([ENTRY, leftOf(plan.set.entry.when, read)]);
  for (const position of component.routes) {
    const route = plan.routes[position];
    if (route) flags.push([routeFlag(position), leftOf(route.when, read)]);
  }
  return (answers) => {
    const tally = { points: 0, clinical: 0, immunologic: 0, flags: 0 };
    for (const { group, criteria } of domains) {
      let heaviest: number | undefined;
      for (const { weight, left } of criteria) {
        if (!isMet(left, answers)) continue;
        tally[group] += 1;
        heaviest = heaviest === undefined ? weight : Math.max(heaviest, weight);
      }
      tally.points += heaviest ?? 0;
    }
    for (const [flag, left] of flags) if (isMet(left, answers)) tally.flags |= flag;
    return tally;
  };
}

/** The tally of a component in a reading without unknowns. */
export function tallyOf(component: Component, plan: RulePlan, read: Reading): Tally {
  const counts = { clinical: 0, immunologic: 0 };
  let points = 0;
  for (const domain of component.domains) {
    const domainTally = domainPoints(domain, read);
    points += domainTally.points;
    counts[domain.group] += domainTally.met;
  }
  let flags = 0;
  if (component.entry && plan.set.entry && truthOf(plan.set.entry.when, read) === TRUE) flags |= ENTRY;
  for (const position of component.routes) {
    const route = plan.routes[position];
    if (route && truthOf(route.when, read) === TRUE) flags |= routeFlag(position);
  }
  return { points, ...counts, flags };
}

/** Whether a set classifies with this tally. */
export function classifies(tally: Tally, plan: RulePlan): boolean {
  const entered = !plan.set.entry || (tally.flags & ENTRY) !== 0;
  return entered && holds(plan.set.classifiedWhen, tally, plan);
}

function holds(rule: Classification, tally: Tally, plan: RulePlan): boolean {
  switch (rule.kind) {
    case "scoreAtLeast":
      return tally.points >= rule.score;
    case "scoreAbove":
      return tally.points > rule.score;
    case "criteriaAtLeast":
      return tally[rule.group] >= rule.count;
    case "route":
      return (tally.flags & routeFlag(plan.routes.indexOf(rule))) !== 0;
    case "allOf":
      return rule.of.every((part) => holds(part, tally, plan));
    case "anyOf":
      return rule.of.some((part) => holds(part, tally, plan));
  }
}

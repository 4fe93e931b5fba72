import type { Classification, Domain } from "../../criteria/types.ts";
import { TRUE, truthOf } from "../definition/truth.ts";
import type { Reading } from "./leaf-truth.ts";
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
export function addTrimmed(a: Tally, b: Tally, { enough, needed }: Plan): Tally {
  return {
    points: Math.min(a.points + b.points, enough),
    clinical: Math.min(a.clinical + b.clinical, needed.clinical),
    immunologic: Math.min(a.immunologic + b.immunologic, needed.immunologic),
    flags: a.flags | b.flags,
  };
}

/** The same number for the same tally, different ones for different tallies. Weights are multiples of a half. */
function keyOf(points: number, clinical: number, immunologic: number, flags: number): number {
  return ((points * 2 * 64 + clinical) * 64 + immunologic) * 256 + flags;
}

/** Gathers tallies, each different one once, in order of first appearance. */
export function distinct() {
  const all: Tally[] = [];
  const positions = new Map<number, number>();
  const position = (points: number, clinical: number, immunologic: number, flags: number): number => {
    const key = keyOf(points, clinical, immunologic, flags);
    const known = positions.get(key);
    if (known !== undefined) return known;
    positions.set(key, all.length);
    return all.push({ points, clinical, immunologic, flags }) - 1;
  };
  return {
    all,
    positionOf: ({ points, clinical, immunologic, flags }: Tally) => position(points, clinical, immunologic, flags),
    /** That of `addTrimmed`, for which a tally is only made when it is a new one: most are not. */
    positionOfSum: (a: Tally, b: Tally, { enough, needed }: Plan) =>
      position(
        Math.min(a.points + b.points, enough),
        Math.min(a.clinical + b.clinical, needed.clinical),
        Math.min(a.immunologic + b.immunologic, needed.immunologic),
        a.flags | b.flags,
      ),
  };
}

/** The heaviest weight among the criteria of a domain that are met; 0 only when none is. */
export function domainPoints(domain: Domain, read: Reading): { readonly points: number; readonly met: number } {
  let points = 0;
  let met = 0;
  for (const criterion of domain.criteria) {
    if (truthOf(criterion.when, read) !== TRUE) continue;
    points = met === 0 ? criterion.weight : Math.max(points, criterion.weight);
    met += 1;
  }
  return { points, met };
}

/** The heaviest weight of criteria that are met; 0 only when there is none. */
export function heaviest(met: readonly { readonly weight: number }[]): number {
  return met.length === 0 ? 0 : Math.max(...met.map(({ weight }) => weight));
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

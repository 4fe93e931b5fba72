import type { FindingId } from "../../criteria/types.ts";
import type { Facts } from "../record/facts.ts";
import { leftOpenBy } from "./leaf-truth.ts";
import type { Component, Plan } from "./plan.ts";
import { classifies, distinct, EMPTY, type Tally, tallyByAnswers } from "./tally.ts";

/** Every consistent way of answering the unknown findings of one component, with what it comes to. */
export interface Completions {
  readonly unknown: readonly FindingId[];
  /** The different tallies that the component can come to, trimmed. */
  readonly tallies: readonly Tally[];
  /**
   * By answers (bit i is set when `unknown[i]` is present): the position of their tally in `tallies`,
   * or CONTRADICTORY for answers that an implication rules out.
   */
  readonly worlds: readonly number[];
  /** By answers: the score that the component comes to, NaN for those that are ruled out. */
  readonly points: readonly number[];
  readonly bounds: Bounds;
  /** With every unknown finding absent, not trimmed. */
  readonly assessed: Tally;
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export const CONTRADICTORY = -1;

/** More unknowns than this in one component would be slow; the definition lint warns long before. */
const MOST_UNKNOWN = 20;

/** The completions of components of which nothing is known: many are in most records, and it is the same in all. */
const ofNothing = new WeakMap<Component, Completions>();

/** The completions of each component of a plan. */
export function completionsOf(plan: Plan, facts: Facts): readonly Completions[] {
  return plan.components.map((component) => {
    if (component.findings.some((finding) => facts[finding].status !== "unknown")) {
      return completionsIn(component, plan, facts);
    }
    const known = ofNothing.get(component) ?? completionsIn(component, plan, facts);
    ofNothing.set(component, known);
    return known;
  });
}

/**
 * All completions of a component. An answer that strictly implies another is only combined with that other,
 * and an explanation that was handed on is lifted where the completion gives a route without one.
 * @throws RangeError when the definitions tie more than 20 findings together.
 */
function completionsIn(component: Component, plan: Plan, facts: Facts): Completions {
  const unknown = unknownOf(component, facts);
  if (unknown.length > MOST_UNKNOWN) throw new RangeError(`${plan.set.id} ties ${unknown.length} findings together`);
  const ties = impliedAnswers(unknown, plan).flatMap((needs, i) => (needs === 0 ? [] : [{ bit: 1 << i, needs }]));
  const read = leftOpenBy(plan.set, facts, (finding) => bitAt(unknown.indexOf(finding)));
  const tallyWith = tallyByAnswers(component, plan, read);
  const tallies = distinct(plan);
  const worlds: number[] = [];
  const points: number[] = [];
  for (let answers = 0; answers < 1 << unknown.length; answers += 1) {
    const consistent = ties.every(({ bit, needs }) => (answers & bit) === 0 || (answers & needs) === needs);
    const tally = consistent ? tallyWith(answers) : undefined;
    worlds.push(tally ? tallies.positionOfSum(tally, EMPTY) : CONTRADICTORY);
    points.push(tally?.points ?? Number.NaN);
  }
  return {
    unknown,
    tallies: tallies.all,
    worlds,
    points,
    bounds: boundsOf(points),
    assessed: tallyWith(0),
  };
}

/** The bit for a position among the unknown findings, which hold every one that a reading asks for. */
function bitAt(position: number): number {
  return 1 << position;
}

/** The unknown findings that the component reads, and those that could lift an explanation in it. */
function unknownOf(component: Component, facts: Facts): readonly FindingId[] {
  const unknown = new Set<FindingId>();
  for (const finding of component.findings) {
    const fact = facts[finding];
    if (fact.status === "unknown") unknown.add(finding);
    for (const lifter of fact.liftedBy) unknown.add(lifter);
  }
  return [...unknown];
}

/** For each unknown finding, the bits of the other unknown findings that strictly follow from it. */
export function impliedAnswers(unknown: readonly FindingId[], { follows }: Plan): readonly number[] {
  return unknown.map((finding) =>
    unknown.reduce((mask, other, position) => (follows.get(finding)?.has(other) ? mask | (1 << position) : mask), 0),
  );
}

function boundsOf(points: readonly number[]): Bounds {
  const consistent = points.filter((one) => !Number.isNaN(one));
  return {
    lower: consistent.reduce((lowest, one) => Math.min(lowest, one)),
    upper: consistent.reduce((highest, one) => Math.max(highest, one)),
  };
}

/** Exact least and greatest score over all completions. */
export function totalBounds(completions: readonly Completions[]): Bounds {
  return completions.reduce<Bounds>(
    (sum, { bounds }) => ({ lower: sum.lower + bounds.lower, upper: sum.upper + bounds.upper }),
    { lower: 0, upper: 0 },
  );
}

/** The different totals that two independent parts can come to together, trimmed. */
export function combinedTotals(a: readonly Tally[], b: readonly Tally[], plan: Plan): readonly Tally[] {
  const totals = distinct(plan);
  for (const one of a) for (const other of b) totals.positionOfSum(one, other);
  return totals.all;
}

/** The different totals of none of the parts, of the first, of the first two, and so on to all of them. */
export function runningTotals(completions: readonly Completions[], plan: Plan): readonly (readonly Tally[])[] {
  const totals: (readonly Tally[])[] = [[EMPTY]];
  for (const { tallies } of completions) totals.push(combinedTotals(totals.at(-1) ?? [EMPTY], tallies, plan));
  return totals;
}

/** Whether every completion, no completion or some completions classify, by their different totals. */
export function verdictOf(totals: readonly Tally[], plan: Plan): "classified" | "not-classified" | "undetermined" {
  const classified = totals.filter((tally) => classifies(tally, plan)).length;
  return classified === totals.length ? "classified" : classified === 0 ? "not-classified" : "undetermined";
}

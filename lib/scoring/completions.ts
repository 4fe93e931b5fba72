import type { FindingId, Status } from "../../criteria/types.ts";
import type { Fact, Facts } from "../record/facts.ts";
import { asAssessed, completed } from "./leaf-truth.ts";
import type { Component, Plan } from "./plan.ts";
import { addTrimmed, classifies, distinct, EMPTY, type Tally, tallyOf } from "./tally.ts";

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
  readonly bounds: Bounds;
  /** With every unknown finding absent, not trimmed. */
  readonly assessed: Tally;
  readonly levers: readonly Lever[];
}

/** What the answer to one unknown finding does within its component. Numbers are positions in `tallies`. */
export interface Lever {
  readonly finding: FindingId;
  /** The tallies of completions that differ in this answer alone: absent, then present. */
  readonly pairs: readonly (readonly [without: number, having: number])[];
  readonly absent: readonly number[];
  readonly present: readonly number[];
  /** The furthest that the answer alone can move the score. */
  readonly swing: number;
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

export const CONTRADICTORY = -1;

/** More unknowns than this in one component would be slow; the definition lint warns long before. */
const MOST_UNKNOWN = 20;

/** Records of one cohort, and one record while it is edited, come back to the same facts of a component. */
const MOST_REMEMBERED = 256;

const remembered = new WeakMap<Component, Map<string, Completions>>();

/**
 * The completions of each component of a plan. What a component comes to depends on nothing but the facts of its own
 * findings, so it is worked out once for them and remembered.
 */
export function completionsOf(plan: Plan, facts: Facts): readonly Completions[] {
  return plan.components.map((component) => {
    const known = remembered.get(component) ?? new Map<string, Completions>();
    if (known.size === 0) remembered.set(component, known);
    let key = "";
    for (const finding of component.findings) key += shortOf(facts[finding]);
    const found = known.get(key);
    if (found) return found;
    const completions = completionsIn(component, plan, facts);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, completions);
    return completions;
  });
}

const LETTER: Readonly<Record<Status, string>> = { present: "p", absent: "a", unknown: "u" };

/** All of a fact that its completions depend on. */
function shortOf({ status, explainedBy, liftedBy }: Fact): string {
  return explainedBy ? `(${explainedBy.cause} ${liftedBy.join(" ")})` : LETTER[status];
}

/**
 * All completions of a component. An answer that strictly implies another is only combined with that other,
 * and an explanation that was handed on is lifted where the completion gives a route without one.
 * @throws RangeError when the definitions tie more than 20 findings together.
 */
function completionsIn(component: Component, plan: Plan, facts: Facts): Completions {
  const unknown = unknownOf(component, facts);
  if (unknown.length > MOST_UNKNOWN) throw new RangeError(`${plan.set.id} ties ${unknown.length} findings together`);
  if (unknown.length === 0) return settled(tallyOf(component, plan, asAssessed(plan.set, facts)), plan);
  const implied = impliedAnswers(unknown, plan);
  const bit = new Map(unknown.map((finding, position) => [finding, 1 << position]));
  let answers = 0;
  const read = completed(plan.set, facts, (finding) => (answers & (bit.get(finding) ?? 0)) !== 0);
  const assessed = tallyOf(component, plan, read);
  const tallies = distinct();
  const worlds: number[] = [];
  const points: number[] = [];
  for (; answers < 1 << unknown.length; answers += 1) {
    const consistent = implied.every((needs, i) => (answers & (1 << i)) === 0 || (answers & needs) === needs);
    const tally = consistent ? tallyOf(component, plan, read) : undefined;
    worlds.push(tally ? tallies.positionOf(addTrimmed(tally, EMPTY, plan)) : CONTRADICTORY);
    points.push(tally?.points ?? Number.NaN);
  }
  return {
    unknown,
    tallies: tallies.all,
    worlds,
    bounds: boundsOf(points),
    assessed,
    levers: unknown.map((finding, position) => leverOf(finding, 1 << position, worlds, points)),
  };
}

/** One world, when nothing is unknown. */
function settled(tally: Tally, plan: Plan): Completions {
  const bounds = { lower: tally.points, upper: tally.points };
  return { unknown: [], tallies: [addTrimmed(tally, EMPTY, plan)], worlds: [0], bounds, assessed: tally, levers: [] };
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
  return { lower: Math.min(...consistent), upper: Math.max(...consistent) };
}

function leverOf(finding: FindingId, bit: number, worlds: readonly number[], points: readonly number[]): Lever {
  const pairs = new Map<number, readonly [number, number]>();
  const sides = [new Set<number>(), new Set<number>()] as const;
  let swing = 0;
  for (const [answers, tally] of worlds.entries()) {
    if (tally === CONTRADICTORY) continue;
    const isPresent = (answers & bit) !== 0;
    sides[isPresent ? 1 : 0].add(tally);
    const having = isPresent ? CONTRADICTORY : (worlds[answers | bit] ?? CONTRADICTORY);
    if (having === CONTRADICTORY) continue;
    if (having !== tally) pairs.set(tally * worlds.length + having, [tally, having]);
    swing = Math.max(swing, Math.abs((points[answers | bit] ?? 0) - (points[answers] ?? 0)));
  }
  return { finding, pairs: [...pairs.values()], absent: [...sides[0]], present: [...sides[1]], swing };
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
  const totals = distinct();
  for (const one of a) for (const other of b) totals.positionOfSum(one, other, plan);
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

import type { FindingId } from "../../criteria/types.ts";
import type { Facts } from "../record/facts.ts";
import type { Component, Plan } from "./plan.ts";
import { completed } from "./reading.ts";
import { add, classifies, EMPTY, keyOf, type Tally, tallyOf, trim } from "./tally.ts";

/** Every consistent way of answering the unknown findings of one component, with what it comes to. */
export interface Completions {
  readonly unknown: readonly FindingId[];
  /** By answers: bit i is set when `unknown[i]` is present. Inconsistent answers are left out. */
  readonly worlds: ReadonlyMap<number, Tally>;
  /** The different tallies among the worlds. */
  readonly tallies: readonly Tally[];
}

/** More unknowns than this in one component would be slow; the definition lint warns long before. */
const MOST_UNKNOWN = 20;

/**
 * All completions of a component. An answer that strictly implies another is only combined with that other,
 * and an explanation that was handed on is lifted where the completion gives a route without one.
 * @throws RangeError when the definitions tie more than 20 findings together.
 */
export function completionsOf(component: Component, plan: Plan, facts: Facts): Completions {
  const unknown = unknownOf(component, facts);
  if (unknown.length > MOST_UNKNOWN) throw new RangeError(`${plan.set.id} ties ${unknown.length} findings together`);
  const implied = impliedAnswers(unknown, plan);
  const bit = new Map(unknown.map((finding, position) => [finding, 1 << position]));
  let answers = 0;
  const read = completed(plan.set, facts, (finding) => (answers & (bit.get(finding) ?? 0)) !== 0);
  const worlds = new Map<number, Tally>();
  for (; answers < 1 << unknown.length; answers += 1) {
    if (implied.every((needs, position) => (answers & (1 << position)) === 0 || (answers & needs) === needs)) {
      worlds.set(answers, tallyOf(component, plan, read));
    }
  }
  return { unknown, worlds, tallies: distinct([...worlds.values()]) };
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

function distinct(tallies: Iterable<Tally>): readonly Tally[] {
  const byKey = new Map<number, Tally>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    if (!byKey.has(key)) byKey.set(key, tally);
  }
  return [...byKey.values()];
}

/** The different totals that two independent parts can come to together, trimmed. */
function together(a: readonly Tally[], b: readonly Tally[], plan: Plan): readonly Tally[] {
  return distinct(a.flatMap((one) => b.map((other) => trim(add(one, other), plan))));
}

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/** Exact least and greatest score over all completions. */
export function boundsOf(completions: readonly Completions[]): Bounds {
  let lower = 0;
  let upper = 0;
  for (const { tallies } of completions) {
    const points = tallies.map((tally) => tally.points);
    lower += Math.min(...points);
    upper += Math.max(...points);
  }
  return { lower, upper };
}

/** Whether every completion, no completion or some completions classify. */
export function verdictOf(
  completions: readonly Completions[],
  plan: Plan,
): "classified" | "not-classified" | "undetermined" {
  const totals = completions.reduce<readonly Tally[]>((sum, { tallies }) => together(sum, tallies, plan), [EMPTY]);
  const classified = totals.filter((tally) => classifies(tally, plan)).length;
  return classified === totals.length ? "classified" : classified === 0 ? "not-classified" : "undetermined";
}

/**
 * The unknown findings for which two completions that differ in that answer alone classify differently:
 * the answers that can still change the verdict. The most decisive come first: those that settle the verdict by
 * themselves, then those that can move the score furthest, then in the order in which the set reads them.
 */
export function openFindings(completions: readonly Completions[], plan: Plan): readonly FindingId[] {
  const others = withoutEach(completions, plan);
  return completions
    .flatMap((one, position) => pivotal(one, others[position] ?? [], plan))
    .sort((a, b) => b.settles - a.settles || b.swing - a.swing)
    .map(({ finding }) => finding);
}

/** For each part, the different totals of all the other parts. */
function withoutEach(completions: readonly Completions[], plan: Plan): readonly (readonly Tally[])[] {
  const before: (readonly Tally[])[] = [[EMPTY]];
  for (const { tallies } of completions) before.push(together(before.at(-1) ?? [EMPTY], tallies, plan));
  const result: (readonly Tally[])[] = [];
  let after: readonly Tally[] = [EMPTY];
  for (let position = completions.length - 1; position >= 0; position -= 1) {
    result[position] = together(before[position] ?? [EMPTY], after, plan);
    after = together(completions[position]?.tallies ?? [EMPTY], after, plan);
  }
  return result;
}

interface Pivot {
  readonly finding: FindingId;
  /** How many of the two answers, present and absent, settle the verdict alone. */
  readonly settles: number;
  /** The furthest that the answer alone can move the score. */
  readonly swing: number;
}

function pivotal({ unknown, worlds }: Completions, others: readonly Tally[], plan: Plan): Pivot[] {
  return unknown.flatMap((finding, position) => {
    const bit = 1 << position;
    let swing = 0;
    let matters = false;
    const compared = new Set<string>();
    for (const [answers, without] of worlds) {
      const having = (answers & bit) === 0 ? worlds.get(answers | bit) : undefined;
      if (!having) continue;
      swing = Math.max(swing, Math.abs(having.points - without.points));
      const pair = `${keyOf(having)} ${keyOf(without)}`;
      if (matters || compared.has(pair)) continue;
      compared.add(pair);
      matters = others.some((rest) => classifies(add(rest, having), plan) !== classifies(add(rest, without), plan));
    }
    return matters ? [{ finding, settles: settledAnswers(worlds, bit, others, plan), swing }] : [];
  });
}

function settledAnswers(worlds: ReadonlyMap<number, Tally>, bit: number, others: readonly Tally[], plan: Plan): number {
  return [0, bit].filter((answer) => {
    const tallies = distinct([...worlds].filter(([answers]) => (answers & bit) === answer).map(([, tally]) => tally));
    const first = tallies[0];
    const rest = others[0];
    if (!first || !rest) return false;
    const verdict = classifies(add(rest, first), plan);
    return others.every((other) => tallies.every((tally) => classifies(add(other, tally), plan) === verdict));
  }).length;
}

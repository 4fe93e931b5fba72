import type { CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { CONTRADICTORY, type Completions, completer, impliedAnswers } from "./completions.ts";
import { type Plan, planOf } from "./plan.ts";
import { asAssessed, type Reading } from "./reading.ts";
import { add, classifies, EMPTY, type Tally, tallyOf } from "./tally.ts";
import { FALSE } from "./truth.ts";

export interface Robustness {
  /** For a classified record: the present findings whose loss alone would unclassify it. */
  readonly carriedBy: readonly FindingId[];
  /**
   * For a classified record whose score no single finding carries, though an entry criterion may: the finding whose
   * loss takes the most off the score, and the score that is left. Absent when no single loss changes the score.
   */
  readonly heaviest?: { readonly finding: FindingId; readonly left: number };
  /**
   * For a record that is not classified: every minimal set of up to three unknown findings that would classify it
   * if they were present, the smallest first. No set contains a smaller one that suffices.
   */
  readonly wouldClassify: readonly (readonly FindingId[])[];
}

const LARGEST_SET = 3;

/** What carries a classification as assessed, or what is missing for one, by one set. */
export function robustnessEvaluator(set: CriteriaSet, definitions: Definitions): (facts: Facts) => Robustness {
  const plan = planOf(set, definitions);
  const complete = completer(plan);
  const read = findingsRead(set);
  return (facts) => {
    const recorded = asAssessed(set, facts);
    const whole = totalOf(plan, recorded);
    if (!classifies(whole, plan)) return { carriedBy: [], wouldClassify: minimalSets(plan, complete(facts)) };
    const losses = read
      .filter((finding) => facts[finding].status === "present")
      .map((finding) => ({ finding, total: totalOf(plan, without(finding, plan, recorded)) }));
    const carrying = losses.filter(({ total }) => !classifies(total, plan));
    const carriedBy = carrying.map(({ finding }) => finding);
    const scoreCarries = carrying.some(({ total }) => total.points < whole.points);
    const heaviest = scoreCarries ? undefined : heaviestOf(losses, whole);
    return { carriedBy, wouldClassify: [], ...(heaviest && { heaviest }) };
  };
}

function heaviestOf(losses: readonly { readonly finding: FindingId; readonly total: Tally }[], whole: Tally) {
  const [most] = losses.toSorted((a, b) => a.total.points - b.total.points);
  return most && most.total.points < whole.points ? { finding: most.finding, left: most.total.points } : undefined;
}

/** The reading if this finding, and all that implies it, had been absent. */
function without(lost: FindingId, plan: Plan, read: Reading): Reading {
  return (leaf) => (leaf.finding === lost || plan.follows.get(leaf.finding)?.has(lost) ? FALSE : read(leaf));
}

function totalOf(plan: Plan, read: Reading): Tally {
  return plan.components.reduce((sum, component) => add(sum, tallyOf(component, plan, read)), EMPTY);
}

/** An unknown finding as an answer within its component, together with what it implies there. */
interface Answer {
  readonly finding: FindingId;
  readonly component: number;
  readonly mask: number;
}

/**
 * Goes through the sets of answers by size, those that imply least first, and passes over every set that says
 * at least as much as one that suffices.
 */
function minimalSets(plan: Plan, completions: readonly Completions[]): readonly (readonly FindingId[])[] {
  const answers = completions
    .flatMap((one, component) => helpfulAnswers(one, component, plan))
    .sort((a, b) => impliedCount(a) - impliedCount(b));
  const totalWith = totaller(completions);
  const minimal: (readonly Answer[])[] = [];
  for (let size = 1; size <= LARGEST_SET; size += 1) {
    for (const chosen of subsets(answers, size)) {
      if (!classifies(totalWith(chosen), plan)) continue;
      const saysMore = minimal.some((smaller) => smaller.every((answer) => saidBy(chosen, answer)));
      if (!saysMore) minimal.push(chosen);
    }
  }
  return minimal.map((chosen) => chosen.map(({ finding }) => finding));
}

function saidBy(chosen: readonly Answer[], { component, mask }: Answer): boolean {
  return (answersIn(component, chosen) & mask) === mask;
}

function answersIn(component: number, chosen: readonly Answer[]): number {
  return chosen.reduce((answers, answer) => (answer.component === component ? answers | answer.mask : answers), 0);
}

function impliedCount({ mask }: Answer): number {
  return mask.toString(2).replaceAll("0", "").length;
}

/** The answers of a component that can add anything, alone or with others. */
function helpfulAnswers({ unknown, worlds }: Completions, component: number, plan: Plan): Answer[] {
  const masks = impliedAnswers(unknown, plan);
  return unknown.flatMap((finding, position) => {
    const mask = (masks[position] ?? 0) | (1 << position);
    const helps = worlds.some((tally, answers) => {
      const more = worlds[answers | mask];
      return tally !== CONTRADICTORY && more !== CONTRADICTORY && more !== tally;
    });
    return helps ? [{ finding, component, mask }] : [];
  });
}

/**
 * The total when these answers are given and the other unknown findings are absent. Thousands of sets are asked for,
 * so only the components that an answer touches are looked at; the rest was added up beforehand.
 */
function totaller(completions: readonly Completions[]): (chosen: readonly Answer[]) => Tally {
  const tallyWith = (component: number, answers: number): Tally => {
    const { worlds, tallies } = completions[component] as Completions;
    return tallies[worlds[answers] ?? CONTRADICTORY] ?? EMPTY;
  };
  const before = completions.map((_, component) => tallyWith(component, 0));
  const together = before.reduce(add, EMPTY);
  const flagged = [...before.keys()].filter((component) => before[component]?.flags !== 0);
  return (chosen) => {
    const touched = new Set(chosen.map(({ component }) => component));
    let { points, clinical, immunologic } = together;
    let flags = 0;
    for (const component of flagged) if (!touched.has(component)) flags |= before[component]?.flags ?? 0;
    for (const component of touched) {
      const without = before[component] ?? EMPTY;
      const having = tallyWith(component, answersIn(component, chosen));
      points += having.points - without.points;
      clinical += having.clinical - without.clinical;
      immunologic += having.immunologic - without.immunologic;
      flags |= having.flags;
    }
    return { points, clinical, immunologic, flags };
  };
}

function* subsets<Item>(items: readonly Item[], size: number, from = 0): Generator<readonly Item[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let position = from; position < items.length; position += 1) {
    for (const rest of subsets(items, size - 1, position + 1)) yield [items[position] as Item, ...rest];
  }
}

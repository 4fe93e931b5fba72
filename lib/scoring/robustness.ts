import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import type { Facts } from "../record/facts.ts";
import { CONTRADICTORY, type Completions, completionsOf, impliedAnswers } from "./completions.ts";
import { asAssessed, type Reading } from "./leaf-truth.ts";
import type { Plan } from "./plan.ts";
import { classifies, domainPoints, EMPTY, sum, type Tally } from "./tally.ts";
import { totalOf, without } from "./without.ts";

export interface Robustness {
  /** For a classified record: the present findings whose loss alone would unclassify it. */
  readonly carriedBy: readonly FindingId[];
  /**
   * For a classified record whose score no single finding carries, though an entry criterion may: the findings whose
   * loss takes the most off the score, each by itself, and the score that is left. Absent when no single loss changes
   * the score. They weigh most when no item counts for more; one that does then rests on several findings.
   */
  readonly heaviest?: {
    readonly findings: readonly FindingId[];
    readonly left: number;
    readonly weighsMost: boolean;
  };
  /**
   * For a record that is not classified: every minimal set of up to three unknown findings that would classify it
   * if they were present, the smallest first. No set contains a smaller one that suffices.
   */
  readonly wouldClassify: readonly (readonly FindingId[])[];
}

const LARGEST_SET = 3;

/** What carries a classification as assessed, or what is missing for one, by one set. */
export function robustnessOf(plan: Plan, facts: Facts): Robustness {
  const { set, read } = plan;
  const recorded = asAssessed(set, facts);
  const whole = totalOf(plan, recorded);
  if (!classifies(whole, plan)) return { carriedBy: [], wouldClassify: minimalSets(plan, completionsOf(plan, facts)) };
  const losses = read
    .filter((finding) => facts[finding].status === "present")
    .map((finding) => ({ finding, total: totalOf(plan, without([finding], plan, recorded)) }));
  const carrying = losses.filter(({ total }) => !classifies(total, plan));
  const carriedBy = carrying.map(({ finding }) => finding);
  const scoreCarries = carrying.some(({ total }) => total.points < whole.points);
  const heaviest = scoreCarries ? undefined : heaviestOf(losses, whole, highestItem(set, recorded));
  return { carriedBy, wouldClassify: [], ...(heaviest && { heaviest }) };
}

interface Loss {
  readonly finding: FindingId;
  readonly total: Tally;
}

function heaviestOf(losses: readonly Loss[], whole: Tally, highest: number): Robustness["heaviest"] {
  const left = Math.min(...losses.map(({ total }) => total.points));
  if (!(left < whole.points)) return undefined;
  const findings = losses.flatMap(({ finding, total }) => (total.points === left ? [finding] : []));
  return { findings, left, weighsMost: whole.points - left >= highest };
}

/** What the heaviest item that counts adds. */
function highestItem(set: CriteriaSet, recorded: Reading): number {
  return Math.max(...set.domains.map((domain) => domainPoints(domain, recorded).points));
}

/** An unknown finding as an answer within its component, together with what it implies there. */
interface Answer {
  readonly finding: FindingId;
  readonly component: number;
  readonly mask: number;
}

/**
 * Goes through the sets of answers by size, those that imply least first, and passes over every set that says
 * at least as much as one that suffices. Thousands of sets are tried, so that each differs from the one before it
 * by a few answers, given and taken back in place.
 */
function minimalSets(plan: Plan, completions: readonly Completions[]): readonly (readonly FindingId[])[] {
  const answers = completions
    .flatMap((one, component) => helpfulAnswers(one, component, plan))
    .sort((a, b) => impliedCount(a) - impliedCount(b));
  const tallyWith = (component: number, given: number): Tally => {
    const { worlds, tallies } = completions[component] as Completions;
    return tallies[worlds[given] ?? CONTRADICTORY] ?? EMPTY;
  };
  /** By component: the answers given, and the tally when its other unknown findings are absent. */
  const given = completions.map(() => 0);
  const tallies = completions.map((_, component) => tallyWith(component, 0));
  const chosen: Answer[] = [];
  const minimal: (readonly Answer[])[] = [];
  const isSaid = ({ component, mask }: Answer) => ((given[component] ?? 0) & mask) === mask;
  const choose = (size: number, from: number): void => {
    if (size === 0) {
      if (!classifies(sum(tallies), plan) || minimal.some((smaller) => smaller.every(isSaid))) return;
      minimal.push([...chosen]);
      return;
    }
    for (let position = from; position <= answers.length - size; position += 1) {
      const answer = answers[position] as Answer;
      const { component, mask } = answer;
      const [before, without] = [given[component] ?? 0, tallies[component] ?? EMPTY];
      given[component] = before | mask;
      tallies[component] = tallyWith(component, before | mask);
      chosen.push(answer);
      choose(size - 1, position + 1);
      chosen.pop();
      given[component] = before;
      tallies[component] = without;
    }
  };
  for (let size = 1; size <= LARGEST_SET; size += 1) choose(size, 0);
  return minimal.map((set) => set.map(({ finding }) => finding));
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

import type { FindingId } from "../../criteria/types.ts";
import { type Completions, combinedTotals } from "./completions.ts";
import { leversOf } from "./levers.ts";
import type { Plan } from "./plan.ts";
import type { Assessment } from "./result.ts";
import { add, classifies, EMPTY, placeOfSum, type Tally } from "./tally.ts";

/**
 * The unknown findings for which two completions that differ in that answer alone classify differently:
 * the answers that can still change the verdict. The most decisive come first: where the set classifies as assessed,
 * those that could undo it; then those that settle the verdict by themselves, then those that can move the score
 * furthest, then in the order in which the set reads them.
 * `running` holds the running totals of the completions (completions.ts).
 */
export function openFindings(
  completions: readonly Completions[],
  running: readonly (readonly Tally[])[],
  plan: Plan,
  asAssessed: Assessment,
): readonly FindingId[] {
  const undone = (pivot: Pivot) => (asAssessed === "classified" ? pivot.undoes : 0);
  const others = withoutEach(completions, running, plan);
  /** Whether the set classifies, by the place of the total. */
  const known: boolean[] = [];
  return completions
    .flatMap((one, position) => pivotal(one, others[position] ?? [], plan, known))
    .sort((a, b) => undone(b) - undone(a) || b.settles - a.settles || b.swing - a.swing)
    .map(({ finding }) => finding);
}

/** For each part in which something is unknown, the different totals of all the other parts; for others none. */
function withoutEach(
  completions: readonly Completions[],
  running: readonly (readonly Tally[])[],
  plan: Plan,
): readonly (readonly Tally[])[] {
  const result: (readonly Tally[])[] = [];
  let after: readonly Tally[] = [EMPTY];
  for (const [position, { tallies, unknown }] of [...completions.entries()].reverse()) {
    result[position] = unknown.length > 0 ? combinedTotals(running[position] ?? [EMPTY], after, plan) : [];
    after = combinedTotals(tallies, after, plan);
  }
  return result;
}

interface Pivot {
  readonly finding: FindingId;
  /** 1 where the set can classify without the finding and not with it. */
  readonly undoes: number;
  /** How many of the two answers, present and absent, settle the verdict alone. */
  readonly settles: number;
  /** The furthest that the answer alone can move the score. */
  readonly swing: number;
}

function pivotal(completions: Completions, others: readonly Tally[], plan: Plan, known: boolean[]): Pivot[] {
  // One digit for each total of the other parts: does the set classify with this tally beside it?
  const outcomes = completions.tallies.map((tally) => {
    let digits = "";
    for (const rest of others) {
      const place = placeOfSum(rest, tally, plan);
      const classified = known[place] ?? classifies(add(rest, tally), plan);
      known[place] = classified;
      digits += Number(classified);
    }
    return digits;
  });
  const settled = (side: readonly number[]) => {
    const [first = ""] = outcomes[side[0] ?? 0] ?? "";
    const same = first.repeat(others.length);
    return side.every((tally) => outcomes[tally] === same);
  };
  return leversOf(completions)
    .filter(({ pairs }) => pairs.some(([without, having]) => outcomes[without] !== outcomes[having]))
    .map(({ finding, absent, present, swing, pairs }) => ({
      finding,
      undoes: Number(pairs.some(([without = 0, having = 0]) => isUndone(outcomes[without], outcomes[having]))),
      settles: [absent, present].filter(settled).length,
      swing,
    }));
}

/** Whether a set that classifies without an answer does not with it, beside some total of the other parts. */
function isUndone(without = "", having = ""): boolean {
  return [...without].some((digit, position) => digit === "1" && having[position] === "0");
}

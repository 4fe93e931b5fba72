import type { FindingId } from "../../criteria/types.ts";
import { FALSE } from "../definition/truth.ts";
import type { Reading } from "./leaf-truth.ts";
import type { Plan } from "./plan.ts";
import { sum, type Tally, tallyOf } from "./tally.ts";

/** The reading if these findings, and all that implies one of them, had been absent. */
export function without(lost: readonly FindingId[], { follows }: Plan, read: Reading): Reading {
  return (leaf) => {
    const implied = follows.get(leaf.finding);
    return lost.some((finding) => finding === leaf.finding || implied?.has(finding)) ? FALSE : read(leaf);
  };
}

/** What a reading without unknowns comes to in the whole set. */
export function totalOf(plan: Plan, read: Reading): Tally {
  return sum(plan.components.map((component) => tallyOf(component, plan, read)));
}

/**
 * What a reading without unknowns comes to in the whole set, and what it would come to without some findings. Only the
 * components that read one of these, or what implies one, are judged anew.
 */
export function totalsWithout(plan: Plan, read: Reading) {
  const { components, follows } = plan;
  const tallies = components.map((component) => tallyOf(component, plan, read));
  const touched = new Map<FindingId, readonly boolean[]>();
  const touchedBy = (lost: FindingId): readonly boolean[] => {
    const known =
      touched.get(lost) ??
      components.map(({ findings }) => findings.some((one) => one === lost || follows.get(one)?.has(lost)));
    touched.set(lost, known);
    return known;
  };
  return {
    total: sum(tallies),
    totalWithout: (lost: readonly FindingId[]): Tally => {
      const marks = lost.map(touchedBy);
      const readWithout = without(lost, plan, read);
      return sum(
        tallies.map((tally, position) => {
          const component = components[position];
          return component && marks.some((mark) => mark[position]) ? tallyOf(component, plan, readWithout) : tally;
        }),
      );
    },
  };
}

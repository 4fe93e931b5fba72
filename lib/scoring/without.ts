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

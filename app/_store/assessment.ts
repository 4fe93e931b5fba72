import { dequal } from "dequal/lite";
import { definitions } from "../../criteria/core.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assessInterpreted, assessmentPlanOf, type Result } from "../../lib/assess.ts";
import { type Interpreted, interpret } from "../../lib/record/interpret.ts";
import { today } from "../_components/today.ts";

/** What is read in a record, and what the criteria sets make of it. */
export interface Assessment {
  readonly record: SleRecord;
  readonly interpreted: Interpreted;
  readonly result: Result;
}

/** The plan by which the page assesses every record. */
export const plan = assessmentPlanOf(definitions);

/** How long an answer has to be pointed at, in milliseconds: a pointer on its way crosses answers by the dozen. */
const REST = 40;

let last: Assessment | undefined;
let foreseen: Assessment | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;

/** The assessment of a record; the last one is kept, so that every reader of a render shares it. */
export function assessmentOf(record: SleRecord): Assessment {
  if (last?.record !== record) {
    last = foreseen && dequal(foreseen.record, record) ? { ...foreseen, record } : work(record);
  }
  return last;
}

/** Works out what the record is about to come to, so that it is shown sooner once it does. */
export function foresee(record: SleRecord): void {
  const known = [last, foreseen].some((one) => one && dequal(one.record, record));
  if (!known) foreseen = work(record);
}

/** As `foresee`, for what is likely next: later, unless it is no longer likely by then. */
export function foreseeLater(next: () => SleRecord): void {
  foreseeNoMore();
  resting = setTimeout(() => foresee(next()), REST);
}

/** What was to be foreseen later is not. */
export function foreseeNoMore(): void {
  clearTimeout(resting);
}

function work(record: SleRecord): Assessment {
  const interpreted = interpret(plan.record, record, today());
  return { record, interpreted, result: assessInterpreted(plan, interpreted) };
}

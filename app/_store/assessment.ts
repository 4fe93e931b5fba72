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

let last: Assessment | undefined;

/** The assessment of a record; the last one is kept, so that every reader of a render shares it. */
export function assessmentOf(record: SleRecord): Assessment {
  if (last?.record !== record) {
    const interpreted = interpret(plan.record, record, today());
    last = { record, interpreted, result: assessInterpreted(plan, interpreted) };
  }
  return last;
}

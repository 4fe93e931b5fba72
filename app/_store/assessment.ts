import { definitions } from "../../criteria/core.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assessmentPlanOf, type Evaluations, evaluationsOf, type Result, resultOf } from "../../lib/assess.ts";
import { type Interpreted, interpret } from "../../lib/record/interpret.ts";
import { today } from "../_components/today.ts";

/** What is read in a record, and what the criteria sets make of it. */
export interface Assessment {
  readonly record: SleRecord;
  readonly interpreted: Interpreted;
  /** The outline of each set goes before its reasons. */
  readonly evaluations: Evaluations | undefined;
  /** Worked out when it is first read: no answer waits for it. */
  readonly result: Result;
}

/** The plan by which the page assesses every record. */
export const plan = assessmentPlanOf(definitions);

let last: Assessment | undefined;

/** The assessment of the record on the page, which is kept, so that every reader of a render shares it. */
export function assessmentOf(record: SleRecord): Assessment {
  if (last?.record !== record) last = assessmentApart(record);
  return last;
}

/** The assessment of a record that is only tried: that of the record on the page is not put out of its place. */
export function assessmentApart(record: SleRecord): Assessment {
  const interpreted = interpret(plan.record, record, today());
  const evaluations = evaluationsOf(plan, interpreted);
  let result: Result | undefined;
  return {
    record,
    interpreted,
    evaluations,
    get result() {
      result ??= resultOf(interpreted, evaluations);
      return result;
    },
  };
}

import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assess as assessBy, assessmentPlanOf, type Result } from "../../lib/assess.ts";
import { type Interpreted, interpret as interpretBy } from "../../lib/record/interpret.ts";
import { type Parsed, parseRecord, recordFormatOf } from "../../lib/record/parse.ts";

/** The plan and the format of the sets that the project has, for the tests that need no other. */
export const plan = assessmentPlanOf(definitions);
export const format = recordFormatOf(definitions);

export function assess(record: SleRecord, today?: string): Result {
  return assessBy(plan, record, today);
}

export function interpret(record: SleRecord, today?: string): Interpreted {
  return interpretBy(plan.record, record, today);
}

export function parse(input: unknown): Parsed {
  return parseRecord(format, input);
}

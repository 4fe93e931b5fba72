import type { SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { assessor, type Result } from "../../lib/assess.ts";
import { type Interpreted, interpreter } from "../../lib/record/interpret.ts";

/** What is read in a record, and what the criteria sets make of it. */
export interface Assessment {
  readonly record: SleRecord;
  readonly interpreted: Interpreted;
  readonly result: Result;
}

const interpret = interpreter(definitions);
const assess = assessor(definitions);

let last: Assessment | undefined;

/** The assessment of a record; the last one is kept, so that every reader of a render shares it. */
export function assessmentOf(record: SleRecord): Assessment {
  if (last?.record !== record) last = { record, interpreted: interpret(record), result: assess(record) };
  return last;
}

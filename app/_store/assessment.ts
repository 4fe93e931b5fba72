import type { SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { interpretedAssessor, type Result } from "../../lib/assess.ts";
import { type Interpreted, interpreter } from "../../lib/record/interpret.ts";
import { sameData } from "./same-data.ts";

/** What is read in a record, and what the criteria sets make of it. */
export interface Assessment {
  readonly record: SleRecord;
  readonly interpreted: Interpreted;
  readonly result: Result;
}

const interpret = interpreter(definitions);
const assess = interpretedAssessor(definitions);

let last: Assessment | undefined;
let foreseen: Assessment | undefined;

/** The assessment of a record; the last one is kept, so that every reader of a render shares it. */
export function assessmentOf(record: SleRecord): Assessment {
  if (last?.record !== record) {
    last = foreseen && sameData(foreseen.record, record) ? { ...foreseen, record } : work(record);
  }
  return last;
}

/**
 * Works out beforehand what a record would come to. An answer that is pointed at is then shown sooner once it is
 * given, and one that is not given costs nobody anything.
 */
export function foresee(record: SleRecord): void {
  if (!foreseen || !sameData(foreseen.record, record)) foreseen = work(record);
}

function work(record: SleRecord): Assessment {
  const interpreted = interpret(record);
  return { record, interpreted, result: assess(interpreted) };
}

import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assess as assessBy, assessmentPlanOf, type Result } from "../../lib/assess.ts";

const plan = assessmentPlanOf(definitions);

/** By the engine that the calculator uses, so that a reference page cannot say otherwise than it computes. */
export function assess(record: SleRecord): Result {
  return assessBy(plan, record);
}

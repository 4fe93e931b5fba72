import type { Definitions } from "../../criteria/types.ts";
import { type AssessmentPlan, assessmentPlanOf } from "../assess.ts";

const plans = new WeakMap<Definitions, AssessmentPlan>();

/** The plan of these definitions. What it learns of a set at the first patient, it keeps for the next. */
export function keptPlanOf(definitions: Definitions): AssessmentPlan {
  const plan = plans.get(definitions) ?? assessmentPlanOf(definitions);
  plans.set(definitions, plan);
  return plan;
}

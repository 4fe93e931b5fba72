import type { Definitions } from "../../criteria/types.ts";
import { type AssessmentPlan, assess, assessmentPlanOf, type Result, signed } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { error, hasError } from "../record/issues.ts";
import { DEEPEST, isTooDeep } from "../record/json-depth.ts";
import { parseRecordText, type RecordFormat, recordFormatOf } from "../record/parse.ts";
import { type Problem, refusal } from "./problem.ts";

/** A result, or the same with the members of a problem when an issue withholds the results. */
export type Scored = { readonly status: 200; readonly body: Result } | ({ readonly status: 422 } & Refused);
interface Refused {
  readonly body: Result & Problem;
}

/** How records are read and assessed, worked out once for these definitions. */
export interface ScorePlan {
  readonly format: RecordFormat;
  readonly assessment: AssessmentPlan;
  /** What every answer says made it. */
  readonly app: Identity;
}

export function scorePlanOf(definitions: Definitions, app: Identity): ScorePlan {
  return { format: recordFormatOf(definitions), assessment: assessmentPlanOf(definitions), app };
}

/** Scores the text of one record, as `POST /api/v1/score` answers it. `today` is the last day that it can be of. */
export function scoreText({ format, assessment, app }: ScorePlan, text: string, today?: string): Scored {
  if (isTooDeep(text)) {
    const detail = `Lists and objects are nested deeper than ${DEEPEST}. Nothing was read.`;
    return { status: 422, body: refusal("record-not-readable", [error("malformed", "", detail)], app) };
  }
  const { record, issues } = parseRecordText(text, format);
  const result = record && assess(assessment, record, today);
  if (result && !hasError(result.issues)) return { status: 200, body: signed(result, app) };
  const [first = error("malformed", "", "Nothing was read."), ...others] = result?.issues ?? issues;
  return { status: 422, body: refusal("record-not-readable", [first, ...others], app) };
}

import type { Definitions } from "../../criteria/types.ts";
import { assessor, type Result, signed } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { error, hasError } from "../record/issues.ts";
import { DEEPEST, isTooDeep } from "../record/json-depth.ts";
import { parseRecordText, recordParser } from "../record/parse.ts";
import { type Problem, refusal } from "./problem.ts";

/** A result, or the same with the members of a problem when an issue withholds the results. */
export type Scored = { readonly status: 200; readonly body: Result } | ({ readonly status: 422 } & Refused);
interface Refused {
  readonly body: Result & Problem;
}

/**
 * Scores the text of one record, as `POST /api/v1/score` answers it. `app` is what the answer says made it, and `today`
 * the last day that a record can be of.
 */
export function textScorer(definitions: Definitions, app: Identity): (text: string, today?: string) => Scored {
  const parse = recordParser(definitions);
  const assess = assessor(definitions);
  return (text, today) => {
    if (isTooDeep(text)) {
      const detail = `Lists and objects are nested deeper than ${DEEPEST}. Nothing was read.`;
      return { status: 422, body: refusal("record-not-readable", [error("malformed", "", detail)], app) };
    }
    const { record, issues } = parseRecordText(text, parse);
    const result = record && assess(record, today);
    if (result && !hasError(result.issues)) return { status: 200, body: signed(result, app) };
    const [first = error("malformed", "", "Nothing was read."), ...others] = result?.issues ?? issues;
    return { status: 422, body: refusal("record-not-readable", [first, ...others], app) };
  };
}

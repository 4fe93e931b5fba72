import type { Cause, FindingId, SleRecord } from "../../criteria/types.ts";
import { answer, explain, statementOf } from "../../lib/record/edit.ts";
import { assessmentOf } from "../_store/assessment.ts";

/**
 * Says which kind of cause explains a finding, or with undefined that nothing else does. To explain a finding that a
 * value or another finding makes present is to state it present; taking the explanation back takes that back as well,
 * so that a corrected value is not outlived by an answer that nobody gave.
 */
export function attribute(record: SleRecord, finding: FindingId, cause: Cause | undefined): SleRecord {
  const { explainedBy } = statementOf(record, finding);
  if (cause) return explain(record, finding, { ...explainedBy, cause });
  const cleared = explain(record, finding, undefined);
  const { date, note } = statementOf(cleared, finding);
  if (date !== undefined || note !== undefined) return cleared;
  const unstated = answer(cleared, finding, "unknown");
  return assessmentOf(unstated).interpreted.facts?.[finding].status === "present" ? unstated : cleared;
}

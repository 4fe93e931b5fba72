import { definitions } from "../../../criteria/core.ts";
import type { Cause, ExplainedBy, FindingId, SleRecord } from "../../../criteria/types.ts";
import { answer, explain, explainTogether, statementOf } from "../../../lib/record/edit.ts";
import { twinPlanOf, twinsOf } from "../../../lib/record/twins.ts";
import { assessmentOf } from "../../_store/assessment.ts";

const plan = twinPlanOf(definitions);

/** The other findings that the results behind this one decide as well. */
export function twinsIn(record: SleRecord, finding: FindingId): readonly FindingId[] {
  return twinsOf(finding, assessmentOf(record).interpreted.measured, plan);
}

/**
 * Says which kind of cause explains a finding, and with it whatever else the same results decide, or with undefined
 * that nothing else does. To explain a finding that a value or another finding makes present is to state it present;
 * taking the explanation back takes that back as well, so that a corrected value is not outlived by an answer that
 * nobody gave. It is taken back of this finding alone.
 */
export function attribute(record: SleRecord, finding: FindingId, cause: Cause | undefined): SleRecord {
  if (cause) return attributeTo(record, finding, { ...statementOf(record, finding).explainedBy, cause });
  const cleared = explain(record, finding, undefined);
  const { date, note } = statementOf(cleared, finding);
  if (date !== undefined || note !== undefined) return cleared;
  const unstated = answer(cleared, finding, "unknown");
  return assessmentOf(unstated).interpreted.facts?.[finding].status === "present" ? unstated : cleared;
}

/** Says what explains a finding, and with it whatever else the same results decide. */
export function attributeTo(record: SleRecord, finding: FindingId, explainedBy: ExplainedBy): SleRecord {
  return explainTogether(record, finding, explainedBy, twinsIn(record, finding));
}

import { definitions } from "../../../criteria/core.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import { decidedSentence, missedByAll } from "../../../lib/explain/decided.ts";
import { originPhrase } from "../../../lib/explain/origin.ts";
import { capitalize } from "../../../lib/explain/values.ts";
import { statementOf } from "../../../lib/record/edit.ts";
import type { Assessment } from "../../_store/assessment.ts";
import { contextOf } from "../result/context.ts";

/** What is known of a finding other than by a plain answer: values, an implication, an assumption, a notice. */
export function answerNotes(finding: FindingId, { record, interpreted }: Assessment): readonly string[] {
  const decided = againstValues(finding, record)
    ? undefined
    : decidedSentence(finding, record.measurements ?? [], definitions);
  const notices = interpreted.notices.filter((notice) => notice.finding === finding && notice.code !== "assumed");
  const fact = interpreted.facts?.[finding];
  const derived =
    fact?.origin.kind === "implied" || fact?.origin.kind === "assumed"
      ? `${capitalize(fact.status)}, ${originPhrase(fact.origin, contextOf(record))}.`
      : undefined;
  return [...(decided ? [decided] : []), ...notices.map(({ message }) => message), ...(derived ? [derived] : [])];
}

/** The values entered, in words, when a finding is stated present and none of them meets it. */
export function againstValues(finding: FindingId, record: SleRecord): string | undefined {
  if (statementOf(record, finding).status !== "present") return undefined;
  return missedByAll(finding, record.measurements ?? [], definitions);
}

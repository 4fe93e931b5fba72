import type { FindingId } from "../../criteria/types.ts";
import { originPhrase } from "../../lib/explain/reasons.ts";
import { capitalize } from "../../lib/explain/values.ts";
import type { Assessment } from "../_store/assessment.ts";
import { decidedSentence } from "./decided.ts";
import { contextOf } from "./result-context.ts";

/** What is known of a finding other than by a plain answer: values, an implication, an assumption, a notice. */
export function answerNotes(finding: FindingId, { record, interpreted }: Assessment): readonly string[] {
  const decided = decidedSentence(finding, record.measurements ?? []);
  const notices = interpreted.notices.filter((notice) => notice.finding === finding && notice.code !== "assumed");
  const fact = interpreted.facts?.[finding];
  const derived =
    fact?.origin.kind === "implied" || fact?.origin.kind === "assumed"
      ? `${capitalize(fact.status)}, ${originPhrase(fact.origin, contextOf(record))}.`
      : undefined;
  return [...(decided ? [decided] : []), ...notices.map(({ message }) => message), ...(derived ? [derived] : [])];
}

import { definitions } from "../../criteria/index.ts";
import type { FindingId } from "../../criteria/types.ts";
import { originPhrase } from "../../lib/explain/reasons.ts";
import { capitalize } from "../../lib/explain/values.ts";
import type { Assessment } from "../_store/assessment.ts";
import { contextOf } from "./result-context.ts";

/** What is known of a finding other than by a plain answer. */
export interface AnswerNote {
  readonly kind: "derived" | "notice";
  readonly text: string;
}

export function answerNote(finding: FindingId, { record, interpreted }: Assessment): AnswerNote | undefined {
  const notices = interpreted.notices.filter((notice) => notice.finding === finding && notice.code !== "assumed");
  if (notices.length > 0) return { kind: "notice", text: notices.map(({ message }) => message).join(" ") };
  const fact = interpreted.facts?.[finding];
  if (!fact) return undefined;
  const phrase = originPhrase(fact.origin, contextOf(record));
  if (!phrase) return undefined;
  const status =
    fact.origin.kind === "measured" && fact.status === "absent" ? "Not met by the values entered" : fact.status;
  return { kind: "derived", text: `${capitalize(status)}: ${phrase}.` };
}

export function labelOf(finding: FindingId): string {
  return definitions.findings[finding].label;
}

import { dequal } from "dequal/lite";
import type { FindingId, SleRecord, Status } from "../../../criteria/types.ts";
import { answer, statementOf } from "../../../lib/record/edit.ts";
import type { History } from "../../_store/history.ts";

/**
 * The record with an answer. A finding that was present, was only just answered otherwise and is present again, is as
 * it was, with its explanation and its day: the answer between was a slip.
 */
export function answerAgain({ past, present }: History<SleRecord>, finding: FindingId, status: Status): SleRecord {
  if (status === "present" && statementOf(present, finding).status !== "present") {
    const rest = answer(present, finding, "unknown");
    for (const was of past.toReversed()) {
      if (!dequal(answer(was, finding, "unknown"), rest)) break;
      if (statementOf(was, finding).status === "present") return was;
    }
  }
  return answer(present, finding, status);
}

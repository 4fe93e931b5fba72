import type { CodedColumn } from "../../../lib/cohort/codebook.ts";
import type { Asked } from "../../../lib/cohort/draft.ts";

/** Whether the one question that nobody may guess is still to be answered. */
export function isUnanswered(column: CodedColumn, { unticked }: Asked): boolean {
  return unticked.length > 0 && "values" in column && !("unticked" in column && column.unticked !== undefined);
}

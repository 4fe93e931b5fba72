import type { RecordReport } from "./report.ts";

/** Of the findings that an account of a record does not name: some of them follow from those that it names. */
export function othersUnknown({ present, values, absent }: RecordReport): string {
  return present.length + values.length + absent.length === 0
    ? "No finding is known."
    : "No other finding is known, except where it follows from these.";
}

import type { SleRecord } from "../../../criteria/types.ts";
import { addMeasurement, answer, dateFinding, statementOf } from "../../record/edit.ts";
import type { Proposal } from "./report.ts";

/** The record with what the user confirmed. A measurement that it already has is not added again. */
export function withConfirmed(record: SleRecord, confirmed: readonly Proposal[]): SleRecord {
  return confirmed.reduce(taken, record);
}

function taken(record: SleRecord, proposal: Proposal): SleRecord {
  if (proposal.kind === "finding") {
    const { finding, status, date } = proposal;
    const answered = answer(record, finding, status);
    // The first of several dates is when it was first seen.
    const known = statementOf(answered, finding).date;
    return status === "present" && date && (!known || date < known) ? dateFinding(answered, finding, date) : answered;
  }
  return holds(record, proposal) ? record : addMeasurement(record, proposal.measurement);
}

/** Whether the record already says what is proposed. */
export function holds(record: SleRecord, proposal: Proposal): boolean {
  if (proposal.kind === "finding") return statementOf(record, proposal.finding).status === proposal.status;
  const { measurement } = proposal;
  const keys = ["test", "value", "unit", "comparator", "date"] as const;
  return (record.measurements ?? []).some((one) => keys.every((key) => one[key] === measurement[key]));
}

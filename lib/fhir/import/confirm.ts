import type { FindingId, Measurement, SleRecord } from "../../../criteria/types.ts";
import { answer, dateFinding, statementOf } from "../../record/edit.ts";
import type { Proposal } from "./report.ts";

/**
 * The record with what the user confirmed. A measurement that it already has is not added again. The work grows with
 * the lengths of the record and of the list, not with their product: a long history has thousands of values.
 */
export function withConfirmed(record: SleRecord, confirmed: readonly Proposal[]): SleRecord {
  const known = keysOf(record);
  const added: Measurement[] = [];
  let answered = record;
  for (const proposal of confirmed) {
    if (proposal.kind === "finding") answered = withFinding(answered, proposal);
    else if (!known.has(keyOf(proposal.measurement))) {
      known.add(keyOf(proposal.measurement));
      added.push(proposal.measurement);
    }
  }
  return added.length === 0 ? answered : { ...answered, measurements: [...(record.measurements ?? []), ...added] };
}

/** Those of some proposals that can be taken together: laboratory values of which nothing says that they may not stand. */
export function takenTogether(proposals: readonly Proposal[]): readonly Proposal[] {
  return proposals.filter(({ kind, choice, isDoubtful }) => kind === "measurement" && !choice && !isDoubtful);
}

function withFinding(record: SleRecord, { finding, status, date }: FindingProposal): SleRecord {
  const answered = answer(record, finding, status);
  // The first of several dates is when it was first seen.
  const known = statementOf(answered, finding).date;
  return status === "present" && date && (!known || date < known) ? dateFinding(answered, finding, date) : answered;
}

interface FindingProposal {
  readonly finding: FindingId;
  readonly status: "present" | "absent";
  readonly date?: string;
}

/**
 * Measurements to which an import fills a record. They stay well within the length in which a record can be kept and
 * opened again, and one patient's results of a lifetime are far fewer.
 */
export const MOST_MEASUREMENTS = 5_000;

export function hasRoomFor({ measurements = [] }: SleRecord, added: number): boolean {
  return measurements.length + added <= MOST_MEASUREMENTS;
}

/** Tells of each proposal whether the record already says what is proposed. */
export function heldIn(record: SleRecord): (proposal: Proposal) => boolean {
  const known = keysOf(record);
  return (proposal) =>
    proposal.kind === "finding"
      ? statementOf(record, proposal.finding).status === proposal.status
      : known.has(keyOf(proposal.measurement));
}

function keysOf({ measurements = [] }: SleRecord): Set<string> {
  return new Set(measurements.map(keyOf));
}

function keyOf({ test, value, unit, comparator, date }: Measurement): string {
  return JSON.stringify([test, value, unit, comparator, date]);
}

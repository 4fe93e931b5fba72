import type { ExplainedBy, FindingId, Measurement, SleRecord, Statement } from "../../criteria/types.ts";
import { answer, dateFinding, explain, statementOf } from "../record/edit.ts";
import { completed, covers, resultKey } from "../record/same-result.ts";

/** What a person can confirm, whatever it was read from. */
export type Confirmable = {
  /** YYYY-MM-DD */
  readonly date?: string;
  /** Shared by values of one moment that differ, of which at most one is right, where nothing says which. */
  readonly choice?: string;
  /** True when something says that it may not stand. It is then only taken by itself. */
  readonly isDoubtful?: true;
} & (
  | { readonly kind: "measurement"; readonly measurement: Measurement }
  | {
      readonly kind: "finding";
      readonly finding: FindingId;
      readonly status: "present" | "absent";
      readonly explainedBy?: ExplainedBy;
    }
);

/** How an explanation is entered; the page explains with it what the same results decide as well. */
type Attribute = (record: SleRecord, finding: FindingId, explainedBy: ExplainedBy) => SleRecord;

/**
 * The record with what the user confirmed. A measurement that it already has is not added again, and one that says
 * more of a result that it has, such as the laboratory's limit, completes that. The work grows with the lengths of the
 * record and of the list, not with their product: a long history has thousands of values.
 */
export function withConfirmed(
  record: SleRecord,
  confirmed: readonly Confirmable[],
  attribute: Attribute = explain,
): SleRecord {
  const held = resultsOf(record);
  const measurements = [...(record.measurements ?? [])];
  let changed = false;
  let answered = record;
  for (const proposal of confirmed) {
    if (proposal.kind === "finding") {
      answered = withFinding(answered, proposal, attribute);
      continue;
    }
    const { measurement } = proposal;
    const key = resultKey(measurement);
    const positions = held.get(key) ?? [];
    const position = completedBy(measurement, positions, measurements);
    if (position !== undefined) {
      const entry = measurements[position];
      measurements[position] = (entry && completed(entry, measurement)) ?? measurement;
    } else if (positions.length === 0) held.set(key, [measurements.push(measurement) - 1]);
    else continue;
    changed = true;
  }
  return changed ? { ...answered, measurements } : answered;
}

/** The position of the entry of the same result to which a measurement adds something. */
function completedBy(
  measurement: Measurement,
  positions: readonly number[],
  measurements: readonly Measurement[],
): number | undefined {
  const entries = positions.flatMap((position) => {
    const entry = measurements[position];
    return entry ? [{ position, entry }] : [];
  });
  if (entries.some(({ entry }) => covers(entry, measurement))) return undefined;
  return entries.find(({ entry }) => completed(entry, measurement))?.position;
}

/** Those of some proposals that can be taken together: laboratory values of which nothing says that they may not stand. */
export function takenTogether<Proposed extends Confirmable>(proposals: readonly Proposed[]): readonly Proposed[] {
  return proposals.filter(({ kind, choice, isDoubtful }) => kind === "measurement" && !choice && !isDoubtful);
}

function withFinding(
  record: SleRecord,
  { finding, status, date, explainedBy }: Extract<Confirmable, { kind: "finding" }>,
  attribute: Attribute,
): SleRecord {
  const answered = answer(record, finding, status);
  // The first of several dates is when it was first seen.
  const known = statementOf(answered, finding).date;
  const isFirst = status === "present" && date && (!known || date < known);
  const dated = isFirst ? dateFinding(answered, finding, date) : answered;
  return status === "present" && explainedBy ? attribute(dated, finding, explainedBy) : dated;
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
export function heldIn(record: SleRecord): (proposal: Confirmable) => boolean {
  const held = resultsOf(record);
  const measurements = record.measurements ?? [];
  return (proposal) => {
    if (proposal.kind === "finding") return saysAlready(statementOf(record, proposal.finding), proposal);
    const positions = held.get(resultKey(proposal.measurement)) ?? [];
    return positions.length > 0 && completedBy(proposal.measurement, positions, measurements) === undefined;
  };
}

/** A finding that is explained says more than the same finding without. */
function saysAlready(stated: Statement, { status, explainedBy }: Extract<Confirmable, { kind: "finding" }>): boolean {
  return stated.status === status && (explainedBy === undefined || stated.explainedBy !== undefined);
}

/** Where a record has an entry of each result. */
function resultsOf({ measurements = [] }: SleRecord): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (const [position, measurement] of measurements.entries()) {
    const key = resultKey(measurement);
    const known = positions.get(key);
    if (known) known.push(position);
    else positions.set(key, [position]);
  }
  return positions;
}

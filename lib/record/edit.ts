import { dequal } from "dequal/lite";
import type { ExplainedBy, FindingId, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { asStatement } from "./interpret.ts";

/** A record in which nothing is answered. */
export const EMPTY_RECORD: SleRecord = { format: "sle-record/1" };

/** What the record states of a finding, in the long form; unknown when it states nothing. */
export function statementOf(record: SleRecord, finding: FindingId): Statement {
  return asStatement(record.findings?.[finding]);
}

/**
 * Answers a finding. An explanation and a date belong to a present finding: another answer takes them away,
 * so that nothing sticks to a corrected answer. A note stays.
 */
export function answer(record: SleRecord, finding: FindingId, status: Status): SleRecord {
  const { note, ...before } = statementOf(record, finding);
  const kept = status === "present" && before.status === "present" ? before : {};
  return state(record, finding, { ...kept, status, ...(note && { note }) });
}

/** Says what explains a present finding better than SLE, or with undefined that nothing does. */
export function explain(record: SleRecord, finding: FindingId, explainedBy: ExplainedBy | undefined): SleRecord {
  const { explainedBy: _, ...rest } = statementOf(record, finding);
  return state(record, finding, explainedBy ? { ...rest, status: "present", explainedBy } : rest);
}

/**
 * As `explain`, in one step for its twins as well: findings that the same results decide, since what explains a result
 * explains each of them. Each then has the explanation of its own, and can be taken out again by itself.
 *
 * Twins that something explains already keep that, unless it is the explanation that is being corrected; and once a
 * finding is explained, a twin that was taken out stays out.
 */
export function explainTogether(
  record: SleRecord,
  finding: FindingId,
  explainedBy: ExplainedBy | undefined,
  twins: readonly FindingId[],
): SleRecord {
  const before = statementOf(record, finding).explainedBy;
  const explained = explain(record, finding, explainedBy);
  if (!explainedBy) return explained;
  return twins
    .filter((twin) => isSameExplanation(statementOf(record, twin).explainedBy, before))
    .reduce((edited, twin) => explain(edited, twin, explainedBy), explained);
}

/** Twins that have a finding's explanation: those that `explainTogether` explained with it and that were not taken out. */
export function explainedAlike(
  record: SleRecord,
  finding: FindingId,
  twins: readonly FindingId[],
): readonly FindingId[] {
  const { explainedBy } = statementOf(record, finding);
  if (!explainedBy) return [];
  return twins.filter((twin) => isSameExplanation(statementOf(record, twin).explainedBy, explainedBy));
}

function isSameExplanation(one: ExplainedBy | undefined, other: ExplainedBy | undefined): boolean {
  return one?.cause === other?.cause && one?.text === other?.text;
}

/** The day on which a finding was first seen, as YYYY-MM-DD. */
export function dateFinding(record: SleRecord, finding: FindingId, date: string | undefined): SleRecord {
  const { date: _, ...rest } = statementOf(record, finding);
  return state(record, finding, date ? { ...rest, date } : rest);
}

export function noteFinding(record: SleRecord, finding: FindingId, note: string): SleRecord {
  const { note: _, ...rest } = statementOf(record, finding);
  return state(record, finding, note ? { ...rest, note } : rest);
}

/** The user's own reference for the patient; never a name. */
export function labelRecord(record: SleRecord, label: string): SleRecord {
  const { label: _, ...rest } = record;
  return label ? { ...rest, label } : rest;
}

export function isEmpty(record: SleRecord): boolean {
  return Object.keys(record.findings ?? {}).length === 0 && (record.measurements ?? []).length === 0;
}

/** Keeps the shortest form: a bare status where nothing else is said, and no entry for a bare unknown. */
/** The record with a statement; the same record where it says that already, since there is nothing to take back then. */
function state(record: SleRecord, finding: FindingId, statement: Statement): SleRecord {
  if (dequal(statement, statementOf(record, finding))) return record;
  const { [finding]: _, ...others } = record.findings ?? {};
  const bare = Object.keys(statement).length === 1;
  if (bare && statement.status === "unknown") return { ...record, findings: others };
  return { ...record, findings: { ...others, [finding]: bare ? statement.status : statement } };
}

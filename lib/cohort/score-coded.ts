import type { FindingId, SleRecord, Statement } from "../../criteria/types.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import type { Codebook, CodedAnswer } from "./codebook.ts";
import { codedCohort } from "./coded-cohort.ts";
import { type CodedHearer, type Heard, heardList, patientsIn } from "./coded-patients.ts";
import type { CodedRow } from "./coded-rows.ts";
import { outputHeader, partScorer } from "./cohort.ts";
import { CELL_ANSWERS } from "./columns.ts";
import { type FigureColumns, figureColumns } from "./figure-columns.ts";
import { CohortFault } from "./file-parts.ts";
import { type SetSettling, settleCounter } from "./settle.ts";
import { type Line, tableFor } from "./table.ts";
import { outputOf } from "./write-rows.ts";

/** A file that was read by a codebook and scored to its end. */
export interface ScoredCoded {
  readonly columns: FigureColumns;
  readonly formulas: number;
  readonly heard: Heard;
  /** What would settle verdicts if it were asked next. */
  readonly settling: readonly SetSettling[];
}

const ROWS_AT_ONCE = 2_000;
/** What could not be read is listed so far. */
const MOST_LISTED = 1_000;

/**
 * Scores a file that a codebook reads. Pieces of the output are handed out as they come; together they are what the
 * command `cohort --codebook` writes.
 * @throws CohortFault when something cannot be read: what was handed out is then no output.
 */
export async function scoreCoded(
  plan: AssessmentPlan,
  lines: AsyncGenerator<Line>,
  codebook: Codebook,
  today: string,
  write: (output: Uint8Array) => void,
  reached: (rows: number) => void,
): Promise<ScoredCoded> {
  const table = await tableFor(lines, codebook);
  const cohort = codedCohort(codebook, table.header, plan, today);
  const { layout, coder, line } = cohort;
  const score = partScorer(plan, layout);
  const columns = figureColumns(
    plan.sets.map(({ set }) => set.id),
    coder.kept,
  );
  const settle = settleCounter(plan, layout);
  const heard = heardList(MOST_LISTED);
  write(new TextEncoder().encode(outputHeader(plan, layout)));
  let [pending, rows, formulas] = [[] as string[], 0, 0];
  const flush = (): void => {
    const output = outputOf(1 << 16);
    const bytes = new TextEncoder().encode(pending.join(""));
    const part = score(bytes, output);
    if (part.fault) throw new CohortFault(`A row could not be scored: ${part.fault.message}`);
    const scored = output.bytes.slice(0, output.length);
    columns.take(scored);
    settle.add(bytes);
    write(scored);
    pending = [];
    rows += part.rows;
    formulas += part.formulas;
    reached(rows);
  };
  for await (const patient of patientsIn(table, codebook, coder, plan.definitions, heard.hearer)) {
    pending.push(line(patient));
    if (pending.length === ROWS_AT_ONCE) flush();
  }
  flush();
  return { columns: columns.done(), formulas, heard: heard.all(), settling: settle.counts() };
}

const NOBODY: CodedHearer = { unread: () => undefined, notes: () => undefined };

/**
 * The record of one patient of such a file, by the patient's position among those that `scoreCoded` gives.
 * @throws CohortFault where there is none, and where the row could not be read: half a record looks like a whole one.
 */
export async function codedRecord(
  plan: AssessmentPlan,
  lines: AsyncGenerator<Line>,
  codebook: Codebook,
  today: string,
  position: number,
): Promise<SleRecord> {
  const table = await tableFor(lines, codebook);
  const { coder } = codedCohort(codebook, table.header, plan, today);
  let at = 0;
  for await (const patient of patientsIn(table, codebook, coder, plan.definitions, NOBODY)) {
    if (at === position) return recordOf(patient);
    at += 1;
  }
  throw new CohortFault("The file has no such patient any more.");
}

function recordOf({ id, answers, measurements, faults }: CodedRow): SleRecord {
  // A number that cannot be is read, and its record says so itself.
  const unread = faults.find(({ code }) => code !== "implausible-value");
  if (unread) throw new CohortFault(`The row could not be read: ${unread.message}`);
  const findings: { [F in FindingId]?: Statement } = {};
  for (const [finding, said] of answers) {
    const statement = statementOf(said);
    if (statement) findings[finding] = statement;
  }
  return { format: "sle-record/1", ...(id && { label: id }), findings, measurements };
}

function statementOf(said: CodedAnswer): Statement | undefined {
  const { status, cause } = CELL_ANSWERS.get(said) ?? { status: "unknown" };
  return status === "unknown" ? undefined : { status, ...(cause && { explainedBy: { cause } }) };
}

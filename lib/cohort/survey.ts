/** What is in a file, before anybody has said what it means; and what a codebook makes of it, before it is scored. */
import type { AssessmentPlan } from "../scoring/plan.ts";
import { type Codebook, type FileReading, ownOf, repeatedNames } from "./codebook.ts";
import { codedCohort } from "./coded-cohort.ts";
import { type Heard, heardList, patientsIn, RepeatedId } from "./coded-patients.ts";
import { CohortFault } from "./file-parts.ts";
import { type ColumnProfile, previewOf, profiler, type ReadingCounts, readingCounter } from "./profile.ts";
import { type Line, type Table, tableFor, tableOf } from "./table.ts";

/** What occurs in the columns of a file. */
export interface Survey {
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  /** What keeps the file from being read in this way, in sentences. */
  readonly faults: readonly string[];
}

/** Rows between two words of how far it has come. */
const EVERY = 256;

/** @throws CohortFault where the file is none. */
export async function surveyOf(
  lines: AsyncGenerator<Line>,
  file: FileReading,
  reached: (rows: number) => void,
): Promise<Survey> {
  const { header, rows } = await tableOf(lines, file);
  const gathered = profiler(header);
  const ragged: string[] = [];
  let count = 0;
  for await (const { line, cells } of rows) {
    gathered.add(cells);
    count += 1;
    if (cells.length !== header.length && ragged.length === 0) {
      ragged.push(
        `Line ${line}: the row has ${cells.length} cells and the line that names the columns ${header.length}. Choose another separator or another line of names, or correct the file.`,
      );
    }
    if (count % EVERY === 0) reached(count);
  }
  return { profiles: gathered.profiles(), rows: count, faults: [...repeatedNames(header), ...ragged] };
}

/** What a codebook makes of a file. */
export interface Preview extends Heard {
  readonly rows: number;
  /** The columns that are read or kept, in the order of the file. */
  readonly columns: readonly string[];
  /** The first rows: the cells as they stand, and how each was read. */
  readonly first: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly readings: readonly string[];
  }[];
  readonly counts: ReadingCounts;
  /** Why the file cannot be scored by it. */
  readonly fault?: { readonly message: string; readonly line?: number };
  /** Ids that stand in several rows, where a row is a patient. */
  readonly repeats: boolean;
}

/** So many rows are shown. */
const MOST_SHOWN = 20;
/** What could not be read is listed so far. */
const MOST_LISTED = 200;

/** @throws CohortFault where the codebook is of another file, or the file cannot be read. */
export async function previewFor(
  plan: AssessmentPlan,
  lines: AsyncGenerator<Line>,
  codebook: Codebook,
  today: string,
  reached: (rows: number) => void,
): Promise<Preview> {
  const table = await tableFor(lines, codebook);
  const { header } = table;
  const { coder } = codedCohort(codebook, header, plan, today);
  const read = header.flatMap((name, column) => (ownOf(codebook.columns, name)?.is === "ignored" ? [] : [column]));
  const counter = readingCounter(coder, header, read);
  const first: Line[] = [];
  let rows = 0;
  const watched: Table = {
    ...table,
    rows: (async function* () {
      for await (const line of table.rows) {
        if (first.length < MOST_SHOWN) first.push(line);
        counter.add(line.cells);
        rows += 1;
        if (rows % EVERY === 0) reached(rows);
        yield line;
      }
    })(),
  };
  const heard = heardList(MOST_LISTED);
  let fault: CohortFault | undefined;
  try {
    for await (const _ of patientsIn(watched, codebook, coder, plan.definitions, heard.hearer));
  } catch (cause) {
    if (!(cause instanceof CohortFault)) throw cause;
    fault = cause;
  }
  const readings = previewOf(
    coder,
    first.map(({ cells }) => cells),
    read,
  );
  return {
    rows,
    columns: read.map((column) => header[column] ?? ""),
    first: first.map(({ line, cells }, row) => ({
      line,
      cells: read.map((column) => cells[column] ?? ""),
      readings: readings[row] ?? [],
    })),
    counts: counter.counts(),
    ...heard.all(),
    ...(fault && { fault: { message: fault.message, ...(fault.line !== undefined && { line: fault.line }) } }),
    repeats: fault instanceof RepeatedId,
  };
}

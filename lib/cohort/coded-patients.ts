import type { Definitions } from "../../criteria/types.ts";
import { shown } from "../record/issues.ts";
import { type Codebook, ownOf } from "./codebook.ts";
import { notesOf } from "./coded-notes.ts";
import type { CellFault, CodedRow, RowCoder } from "./coded-rows.ts";
import { CohortFault } from "./file-parts.ts";
import { hashOf, seenIds } from "./ids.ts";
import type { Table } from "./table.ts";
import { visitJoiner } from "./visits.ts";

/** What could not be read, where it stands in the file, from 1; what rows of a patient say together stands nowhere. */
export interface Unread {
  readonly line?: number;
  readonly column?: number;
  /** The column's name, or the patient's id. */
  readonly of: string;
  readonly message: string;
}

/** A second row of a patient, where a row is a patient. */
export class RepeatedId extends CohortFault {}

/** Who hears what has to be said of a file. */
export interface CodedHearer {
  /** Of every row that cannot be read. */
  readonly unread: (unread: readonly Unread[]) => void;
  /** At the end, in sentences: what was read and scored, and is to be looked at. */
  readonly notes: (notes: readonly string[]) => void;
}

/**
 * The patients of a file, by a codebook: a row each, or the rows of each joined.
 * @throws CohortFault for a ragged row, and for a second row of a patient who has one.
 */
export async function* patientsIn(
  { header, rows, place }: Table,
  { file, columns }: Codebook,
  coder: RowCoder,
  definitions: Definitions,
  hear: CodedHearer,
): AsyncGenerator<CodedRow> {
  const notes = notesOf(header, coder.kept);
  const visits = visitJoiner(definitions, notes.kept);
  const seen = seenIds();
  const idColumn = header.findIndex((name) => ownOf(columns, name)?.is === "id");
  for await (const line of rows) {
    const { cells } = line;
    if (cells.length !== header.length) {
      throw new CohortFault(`The row has ${cells.length} cells and the header ${header.length}.`, line.line);
    }
    const isVisit = file.shape === "row-per-visit";
    const row = coder.row(cells);
    const faults = isVisit && ROUNDED.test(row.id.trim()) ? [...row.faults, roundedId(idColumn, row.id)] : row.faults;
    if (faults.length > 0) {
      hear.unread(faults.map(({ column, message }) => ({ ...place(line, column), of: header[column] ?? "", message })));
    }
    for (const note of row.notes) notes.value(note, place(line, note.column).line);
    // Blanks beside an id make no other patient of it.
    const id = row.id.trim();
    const isNew = id !== "" && !(isVisit ? visits.has(id) : seen.add(hashOf(id), 0));
    if (isNew) notes.id(id, place(line, idColumn).line);
    if (isVisit && id !== "") {
      visits.add({ ...row, faults });
      continue;
    }
    if (id !== "" && !isNew) {
      const where = place(line, idColumn);
      throw new RepeatedId(
        `There is a second row with the id ${shown(row.id)}; accepted: one row a patient, or a codebook with the shape "row-per-visit".`,
        where.line,
        where.column,
      );
    }
    if (isSilent(row)) notes.silent(id);
    yield row;
  }
  for (const joined of visits.patients()) {
    const together = joined.faults.filter(({ column }) => column < 0);
    if (together.length > 0) hear.unread(together.map(({ message }) => ({ of: joined.id, message })));
    if (isSilent(joined)) notes.silent(joined.id);
    yield joined;
  }
  hear.notes(notes.all());
}

/** Whether a patient's rows could be read and say nothing: a line of remarks is often such a patient. */
function isSilent({ id, answers, measurements, faults }: CodedRow): boolean {
  if (id === "" || measurements.length > 0 || faults.length > 0) return false;
  for (const said of answers.values()) if (said !== "unknown") return false;
  return true;
}

/** A number as spreadsheets show it where it is too long for its column: many ids become one. */
const ROUNDED = /^\d([.,]\d+)?E\+\d+$/i;

function roundedId(column: number, id: string): CellFault {
  return {
    column,
    message: `Read ${shown(id)}, a long number as a spreadsheet shortens it, so that several patients have one id; accepted: the ids in full.`,
  };
}

/** The first of what could not be read, how much there is, and what else is to be said. */
export function heardList(most: number) {
  const list: Unread[] = [];
  let [rows, cells] = [0, 0];
  let said: readonly string[] = [];
  const hearer: CodedHearer = {
    unread: (unread) => {
      rows += 1;
      cells += unread.length;
      list.push(...unread.slice(0, Math.max(0, most - list.length)));
    },
    notes: (notes) => {
      said = notes;
    },
  };
  return { hearer, all: (): Heard => ({ unread: { rows, cells, list }, notes: said }) };
}

export interface Heard {
  readonly unread: UnreadRows;
  /** What is read and scored, and is to be looked at, in sentences. */
  readonly notes: readonly string[];
}

interface UnreadRows {
  readonly rows: number;
  readonly cells: number;
  /** The first of them. */
  readonly list: readonly Unread[];
}

import { shown } from "../record/issues.ts";
import type { Codebook } from "./codebook.ts";
import { type CodedRow, type RowCoder, visitJoiner } from "./coded-rows.ts";
import { CohortFault } from "./file-parts.ts";
import { hashId, seenIds } from "./ids.ts";
import type { Table } from "./table.ts";

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

/** Hears of every row that cannot be read. */
export type HearUnread = (unread: readonly Unread[]) => void;

/**
 * The patients of a file, by a codebook: a row each, or the rows of each joined.
 * @throws CohortFault for a ragged row, and for a second row of a patient who has one.
 */
export async function* patientsIn(
  { header, rows, place }: Table,
  { file, columns }: Codebook,
  coder: RowCoder,
  hear: HearUnread,
): AsyncGenerator<CodedRow> {
  const visits = visitJoiner();
  const seen = seenIds();
  const hash = new Int32Array(2);
  const idColumn = header.findIndex((name) => columns[name]?.is === "id");
  for await (const line of rows) {
    const { cells } = line;
    if (cells.length !== header.length) {
      throw new CohortFault(`The row has ${cells.length} cells and the header ${header.length}.`, line.line);
    }
    const row = coder.row(cells);
    if (row.faults.length > 0) {
      hear(row.faults.map(({ column, message }) => ({ ...place(line, column), of: header[column] ?? "", message })));
    }
    // Blanks beside an id make no other patient of it.
    const id = row.id.trim();
    if (file.shape === "row-per-visit" && id !== "") {
      visits.add(row);
      continue;
    }
    const bytes = new TextEncoder().encode(id);
    hashId(bytes, 0, bytes.length, hash, 0);
    if (id !== "" && seen.add(hash, 0)) {
      const where = place(line, idColumn);
      throw new RepeatedId(
        `There is a second row with the id ${shown(row.id)}; accepted: one row a patient, or a codebook with the shape "row-per-visit".`,
        where.line,
        where.column,
      );
    }
    yield row;
  }
  for (const joined of visits.patients()) {
    const together = joined.faults.filter(({ column }) => column < 0);
    if (together.length > 0) hear(together.map(({ message }) => ({ of: joined.id, message })));
    yield joined;
  }
}

/** The first of what could not be read, and how much there is. */
export function unreadList(most: number) {
  const list: Unread[] = [];
  let [rows, cells] = [0, 0];
  return {
    hear: (unread: readonly Unread[]): void => {
      rows += 1;
      cells += unread.length;
      list.push(...unread.slice(0, Math.max(0, most - list.length)));
    },
    all: (): UnreadRows => ({ rows, cells, list }),
  };
}

export interface UnreadRows {
  readonly rows: number;
  readonly cells: number;
  /** The first of them. */
  readonly list: readonly Unread[];
}

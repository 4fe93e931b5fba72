/** A file as rows of cells, whatever it is written in: what a codebook is for. */
import { type Codebook, type FileReading, headerFaults } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";

/** A row of a file, with the line on which it stands. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file with patients in columns, or several rows a patient, is held in memory. */
const MOST_CELLS = 100_000_000;

/** The rows of a file behind its names. */
export interface Table {
  /** The names of the columns, without blanks around them. */
  readonly header: readonly string[];
  readonly rows: AsyncGenerator<Line>;
}

/**
 * The columns of a file and what stands below them. Where patients stand in columns, a "line" is the number of the
 * patient's column.
 * @throws CohortFault when there are none.
 */
export async function tableOf(lines: AsyncGenerator<Line>, { shape, headerRow }: FileReading): Promise<Table> {
  const oriented = shape === "column-per-patient" ? turned(lines) : lines;
  const first = await oriented.next();
  if (first.done) {
    throw new CohortFault(`There is no line ${headerRow} that names the columns.`);
  }
  return { header: first.value.cells.map((name) => name.trim()), rows: oriented };
}

/**
 * The same, of the file that a codebook is of.
 * @throws CohortFault where it is of another.
 */
export async function tableFor(lines: AsyncGenerator<Line>, codebook: Codebook): Promise<Table> {
  const table = await tableOf(lines, codebook.file);
  const faults = headerFaults(codebook, table.header);
  if (faults.length > 0) throw new CohortFault(faults.join(" "));
  return table;
}

/** Where a cell stands in the file: its line and its column, both from 1. */
export function placeIn(
  { shape, headerRow }: FileReading,
  line: number,
  column: number,
): { readonly line: number; readonly column: number } {
  return shape === "column-per-patient" ? { line: headerRow + column, column: line } : { line, column: column + 1 };
}

/** A file with patients in columns, as one with patients in rows. */
async function* turned(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  const rows: (readonly string[])[] = [];
  let cells = 0;
  for await (const line of lines) {
    rows.push(line.cells);
    cells += line.cells.length;
    if (cells > MOST_CELLS) throw new CohortFault("The file is too large for patients in columns.");
    const width = rows[0]?.length ?? 0;
    if (line.cells.length !== width) {
      throw new CohortFault(`The row has ${line.cells.length} cells and the first ${width}.`, line.line);
    }
  }
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    yield { line: column + 1, cells: rows.map((row) => row[column] ?? "") };
  }
}

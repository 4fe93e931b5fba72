/** A file as rows of cells, whatever it is written in: what a codebook is for. */
import { type Codebook, type FileReading, headerFaults } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import { lineOfCell } from "./line-ends.ts";

/** A row of a file, with the line on which it begins; where patients stand in columns, the number of the patient's. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How many cells a row has up to its last that is not blank. */
export function filled(cells: readonly string[]): number {
  return cells.findLastIndex((text) => text.trim() !== "") + 1;
}

/** A file with patients in columns, or several rows a patient, is held in memory. */
const MOST_CELLS = 100_000_000;

/** The rows of a file behind its names. */
export interface Table {
  /** The names of the columns, without blanks around them. */
  readonly header: readonly string[];
  readonly rows: AsyncGenerator<Line>;
  /** Where a cell of a row stands in the file, by its column from 0. */
  readonly place: (row: Line, column: number) => Place;
}

/** A line and a column of a file, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * The columns of a file and what stands below them.
 * @throws CohortFault when there are none.
 */
export async function tableOf(lines: AsyncGenerator<Line>, { kind, shape, headerRow }: FileReading): Promise<Table> {
  // A cell of a workbook stands on one line, whatever is in it.
  const lineOf = kind === undefined || kind === "text" ? lineOfCell : (first: number) => first;
  /** The rows of the file, where they have to be held. */
  const held: Line[] = [];
  const isTurned = shape === "column-per-patient";
  const rows = isTurned ? turned(lines, held) : lines;
  const first = await rows.next();
  if (first.done) {
    throw new CohortFault(`There is no line ${headerRow} that names the columns.`);
  }
  const place = ({ line, cells }: Line, column: number): Place => {
    if (!isTurned) return { line: lineOf(line, cells, column), column: column + 1 };
    const row = held[column] ?? { line: headerRow, cells: [] };
    return { line: lineOf(row.line, row.cells, line - 1), column: line };
  };
  return { header: first.value.cells.map((name) => name.trim()), rows, place };
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

/** A file with patients in columns, as one with patients in rows; its own rows are put into `held`. */
async function* turned(lines: AsyncIterable<Line>, held: Line[]): AsyncGenerator<Line> {
  let cells = 0;
  let widest = { line: 0, width: 0 };
  for await (const line of lines) {
    held.push(line);
    cells += line.cells.length;
    if (cells > MOST_CELLS) throw new CohortFault("The file is too large for patients in columns.");
    const width = filled(line.cells);
    if (width > widest.width) widest = { line: line.line, width };
  }
  const short = held.find((row) => row.cells.length < widest.width);
  if (short) {
    const [own, other] = [short.cells.length, widest.width];
    throw new CohortFault(`The row has ${own} cells, and that of line ${widest.line} has ${other}.`, short.line);
  }
  for (let column = 0; column < widest.width; column += 1) {
    const patient = held.map((row) => row.cells[column] ?? "");
    if (filled(patient) > 0) yield { line: column + 1, cells: patient };
  }
}

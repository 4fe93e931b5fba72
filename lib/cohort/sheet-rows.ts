/** The rows of a sheet as its file has them, before anything is made of them (ECMA-376 part 1, 18.3). */
import { CohortFault } from "./file-parts.ts";
import { heardXml } from "./xml-tags.ts";

/** A cell of a sheet. */
export interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  /** What is written as its value, or as the result of its formula; none where nothing is. */
  readonly value: string | undefined;
  readonly formula: string | undefined;
  /** The text that it holds itself. */
  readonly text: string | undefined;
}

export interface SheetRow {
  /** From 1. */
  readonly line: number;
  readonly isHidden: boolean;
  readonly cells: readonly SheetCell[];
}

/** What a sheet says besides its rows; whole once these were read. */
export interface SheetFacts {
  /** Ranges of merged cells, such as "A2:A3". */
  readonly merges: string[];
  readonly hiddenColumns: { readonly first: number; readonly last: number }[];
}

/** No spreadsheet has more. */
const [MOST_LINES, MOST_COLUMNS] = [1_048_576, 16_384];
const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/i;

/** "B" is 1. */
function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** "B7" of 1 and 7. */
export function cellName(column: number, line: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${line}`;
}

export const isTrue = (said: string | undefined): boolean => said === "1" || said === "true";

/** What a spreadsheet writes for a sign that XML cannot hold, such as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Whether a text stands in `<t>` of a rich text, by itself or in one of its runs, and not in how it is pronounced. */
export function isOwnText(path: readonly string[], root: string): boolean {
  const [above, run, own] = path.slice(-3);
  return own === "t" && (run === root || (run === "r" && above === root));
}

/**
 * The rows of a sheet in which there are cells, in their order.
 * @throws CohortFault where they have none, and Error where the XML is damaged.
 */
export async function* sheetRows(pieces: AsyncIterable<Uint8Array>, facts: SheetFacts): AsyncGenerator<SheetRow> {
  const ready: SheetRow[] = [];
  let row: { line: number; isHidden: boolean; cells: SheetCell[] } | undefined;
  let cell: { -readonly [Part in keyof SheetCell]: SheetCell[Part] } | undefined;
  let last = 0;
  const isAt = (path: readonly string[], depth: number): boolean => path.length === depth && path[1] === "sheetData";
  const open = (path: readonly string[], attributes: Readonly<Record<string, string>>): void => {
    const tag = path.at(-1);
    if (isAt(path, 3) && tag === "row") {
      const line = lineAfter(last, attributes["r"]);
      last = line;
      row = { line, isHidden: isTrue(attributes["hidden"]), cells: [] };
    } else if (isAt(path, 4) && tag === "c" && row) {
      const column = columnAfter(row.cells.at(-1)?.column ?? -1, attributes["r"], row.line);
      const { t: type = "n", s: style = "0" } = attributes;
      cell = { column, type, style: Number(style), value: undefined, formula: undefined, text: undefined };
      row.cells.push(cell);
    } else if (isAt(path, 5) && cell && row) {
      const part = PARTS[tag ?? ""];
      if (part && cell[part] !== undefined) {
        throw new CohortFault(
          `Cell ${cellName(cell.column, row.line)} has two values. ${SAVE}`,
          row.line,
          cell.column + 1,
        );
      }
      if (part) cell[part] = "";
    } else if (tag === "mergeCell") facts.merges.push(attributes["ref"] ?? "");
    else if (tag === "col" && isTrue(attributes["hidden"])) {
      facts.hiddenColumns.push({ first: Number(attributes["min"]) - 1, last: Number(attributes["max"]) - 1 });
    }
  };
  const text = (said: string, path: readonly string[]): void => {
    if (!cell) return;
    if (isAt(path, 5) && path[4] === "v") cell.value += said;
    else if (isAt(path, 5) && path[4] === "f") cell.formula += said;
    else if (isOwnText(path, "is")) cell.text += said;
  };
  const close = (path: readonly string[]): void => {
    if (isAt(path, 4)) cell = undefined;
    if (!isAt(path, 3) || !row) return;
    ready.push(row);
    row = undefined;
  };
  for await (const _ of heardXml(pieces, { open, text, close })) yield* ready.splice(0);
}

/** What a cell says, by the tags in which it does. */
const PARTS: Readonly<Record<string, "value" | "formula" | "text">> = { v: "value", f: "formula", is: "text" };

function lineAfter(last: number, said: string | undefined): number {
  const line = said === undefined ? last + 1 : Number(said);
  if (Number.isInteger(line) && line > last && line <= MOST_LINES) return line;
  throw new CohortFault(
    `The sheet has the line ${JSON.stringify(said ?? line)} behind its line ${last}, and so may have a line twice. ${SAVE}`,
    last,
  );
}

function columnAfter(last: number, said: string | undefined, line: number): number {
  const [, letters = "", own] = REFERENCE.exec(said ?? "") ?? [];
  const column = said === undefined ? last + 1 : columnOf(letters);
  const isHere = said === undefined || Number(own) === line;
  if (isHere && column > last && column < MOST_COLUMNS) return column;
  throw new CohortFault(
    `The sheet has a cell ${JSON.stringify(said ?? cellName(column, line))} behind ${last < 0 ? "nothing" : cellName(last, line)} in this line, and so may have a cell twice. ${SAVE}`,
    line,
  );
}

const SAVE = "No spreadsheet writes this: open the file in one, look at what it makes of it, and save it again.";

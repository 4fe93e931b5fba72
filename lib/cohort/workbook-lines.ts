import type { FileReading } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import { GENERAL, numberText } from "./number-format.ts";
import { cellName, type SheetCell, type SheetFacts, sheetRows, unescaped } from "./sheet-rows.ts";
import { filled, type Line } from "./table.ts";
import { openWorkbook, type Workbook } from "./workbook.ts";

/** A sheet of a workbook as texts, from its first line on; lines in which nothing stands are empty. */
export interface SheetTexts {
  /** Names of the sheets that a person can see. */
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly sheet: string;
  readonly rows: readonly (readonly string[])[];
  /** What a person has to know of it, in sentences. */
  readonly notes: readonly string[];
}

/**
 * The texts of the first lines of a sheet, the first that can be seen unless another is named.
 * @throws CohortFault where the file is no workbook, or has no such sheet.
 */
export async function sheetTexts(
  file: Blob,
  named: string | undefined,
  decimal: "." | ",",
  mostLines: number,
): Promise<SheetTexts> {
  const book = await openWorkbook(file).catch(refuse);
  const { name } = sheetOf(book, named);
  const rows: (readonly string[])[] = [];
  let notes: readonly string[] = [];
  const said = (all: readonly string[]): void => {
    notes = all;
  };
  for await (const { line, cells } of linesOf(book, name, decimal, said)) {
    if (line > mostLines) continue;
    while (rows.length < line - 1) rows.push([]);
    rows.push(cells);
  }
  return { sheets: seenIn(book), sheet: name, rows, notes };
}

/** @throws CohortFault in any case. */
function refuse(cause: unknown): never {
  if (cause instanceof CohortFault) throw cause;
  const why = cause instanceof Error ? cause.message : String(cause);
  throw new CohortFault(`The file begins as a workbook does and cannot be read as one: ${why.replace(/\.$/, "")}.`);
}

const seenIn = ({ sheets }: Workbook): readonly string[] =>
  sheets.filter(({ isSeen }) => isSeen).map(({ name }) => name);

function sheetOf(book: Workbook, named: string | undefined): Workbook["sheets"][number] {
  const found = book.sheets.filter(({ name, isSeen }) => (named === undefined ? isSeen : name === named));
  const [sheet, second] = found;
  if (!sheet) {
    const asked = named === undefined ? "sheet that can be seen" : `sheet “${named}”`;
    throw new CohortFault(
      `The workbook has no ${asked}; it has ${
        seenIn(book)
          .map((name) => `“${name}”`)
          .join(", ") || "none"
      }.`,
    );
  }
  if (second && second.name === sheet.name) {
    throw new CohortFault(`The workbook has two sheets “${sheet.name}”; give one of them another name.`);
  }
  return sheet;
}

/** The lines of a sheet in which something stands; at their end, what has to be said of them. */
async function* linesOf(
  book: Workbook,
  named: string,
  decimal: "." | ",",
  say: (notes: readonly string[]) => void,
): AsyncGenerator<Line> {
  const facts: SheetFacts = { merges: [], hiddenColumns: [] };
  let [uncalculated, hidden, widest] = [0, 0, 0];
  try {
    for await (const { line, isHidden, cells } of sheetRows(book.pieces(sheetOf(book, named).part), facts)) {
      const texts: string[] = [];
      for (const cell of cells) {
        const isOpen = isUncalculated(cell, book);
        const text = isOpen ? `=${cell.formula}` : cellText(cell, line, book, decimal);
        if (text === "") continue;
        if (isOpen) uncalculated += 1;
        while (texts.length < cell.column) texts.push("");
        texts.push(text);
      }
      if (filled(texts) === 0) continue;
      if (isHidden) hidden += 1;
      widest = Math.max(widest, texts.length);
      yield { line, cells: texts };
    }
  } catch (cause) {
    refuse(cause);
  }
  say(notesOn(facts, { uncalculated, hidden, widest }));
}

/** A formula whose result was never worked out is no blank cell. One whose result is no text says so with its type. */
function isUncalculated({ formula, value, type }: SheetCell, { isStale }: Workbook): boolean {
  return formula !== undefined && (isStale || value === undefined || (value === "" && type !== "str"));
}

/** A cell as a text, as its reader for texts expects it. */
function cellText(cell: SheetCell, line: number, book: Workbook, decimal: "." | ","): string {
  const { type, value: written = "", text, column } = cell;
  const value = written.trim();
  const damaged = (why: string): never => {
    throw new CohortFault(`The workbook is damaged: cell ${cellName(column, line)} ${why}.`, line, column + 1);
  };
  switch (type) {
    case "s": {
      if (value === "") return "";
      const shared = /^\d+$/.test(value) ? book.texts[Number(value)] : undefined;
      return shared ?? damaged(`is said to be text ${JSON.stringify(value)} of ${book.texts.length}`);
    }
    case "str":
    case "inlineStr":
      return unescaped(text ?? written);
    case "b":
      if (value === "") return "";
      return BOOLEANS[value.toLowerCase()] ?? damaged(`is said to be true or false, and is ${JSON.stringify(value)}`);
    case "e":
      return value || "#ERROR!";
    case "d":
      // A day without a time is one that begins at midnight; parts of a second are left out.
      return value.replace(/(T\d\d:\d\d:\d\d)\.\d+/, "$1").replace(/T00:00(:00)?$/, "");
    case "n":
      return numberText(value, book.formats[cell.style] ?? GENERAL, book.days1904, decimal);
    default:
      return damaged(`is of the type ${JSON.stringify(type)}, which no workbook has`);
  }
}

const BOOLEANS: Readonly<Record<string, string>> = { 1: "TRUE", true: "TRUE", 0: "FALSE", false: "FALSE" };

/** Merged ranges that are named. */
const MOST_NAMED = 5;

function notesOn(
  { merges, hiddenColumns }: SheetFacts,
  { uncalculated, hidden, widest }: { readonly [What in "uncalculated" | "hidden" | "widest"]: number },
): readonly string[] {
  const named = merges.slice(0, MOST_NAMED).join(", ");
  const columns = hiddenColumns.reduce(
    (all, { first, last }) => all + Math.max(0, Math.min(last + 1, widest) - first),
    0,
  );
  return [
    ...(merges.length > 0
      ? [
          `The sheet has merged cells (${named}${merges.length > MOST_NAMED ? ` and ${merges.length - MOST_NAMED} more` : ""}): only the first of them holds what they show, and the others are read as blank.`,
        ]
      : []),
    ...(uncalculated > 0
      ? [
          `${counted(uncalculated, "cell is a formula", "cells are formulas")} whose result the file does not hold: open it in the spreadsheet and save it again.`,
        ]
      : []),
    ...(hidden > 0
      ? [
          `${counted(hidden, "row is", "rows are")} hidden or filtered out, and read as the others: delete what is not to be scored.`,
        ]
      : []),
    ...(columns > 0 ? [`${counted(columns, "column is", "columns are")} hidden, and read as the others.`] : []),
  ];
}

const counted = (count: number, one: string, more: string): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? one : more}`;

/**
 * The rows of a sheet from the line on that names its columns, each as wide as the names are: what stands further to the
 * right makes its row too long. Where patients stand in columns, all are as wide as the widest.
 */
export async function* workbookLines(
  file: Blob,
  { sheet, headerRow, decimal, shape }: Extract<FileReading, { readonly kind: "xlsx" }>,
  say: (notes: readonly string[]) => void,
): AsyncGenerator<Line> {
  const book = await openWorkbook(file).catch(refuse);
  const lines = below(linesOf(book, sheetOf(book, sheet).name, decimal, say), headerRow);
  if (shape !== "column-per-patient") {
    let width: number | undefined;
    for await (const { line, cells } of lines) {
      width ??= filled(cells);
      yield { line, cells: asWide(cells, width) };
    }
    return;
  }
  // All of them are held in any case, to be turned.
  const all: Line[] = [];
  for await (const line of lines) all.push(line);
  const width = all.reduce((most, { cells }) => Math.max(most, filled(cells)), 0);
  for (const { line, cells } of all) yield { line, cells: asWide(cells, width) };
}

async function* below(lines: AsyncIterable<Line>, from: number): AsyncGenerator<Line> {
  for await (const line of lines) if (line.line >= from) yield line;
}

const asWide = (cells: readonly string[], width: number): readonly string[] =>
  Array.from({ length: Math.max(width, filled(cells)) }, (_, column) => cells[column] ?? "");

import { readXlsx } from "hucre/xlsx";
import type { FileReading } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import { filled, type Line } from "./table.ts";

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

type CellValue = string | number | boolean | Date | null;

/**
 * The texts of a sheet, the first that can be seen unless another is named.
 * @throws CohortFault where the file is no workbook, or has no such sheet.
 */
export async function sheetTexts(file: Blob, named: string | undefined, decimal: "." | ","): Promise<SheetTexts> {
  const all: { readonly name: string; readonly isSeen: boolean }[] = [];
  let chosen: string | undefined = named;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { sheets } = await readXlsx(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      const isSeen = hidden !== true && veryHidden !== true;
      all.push({ name, isSeen });
      if (chosen === undefined && isSeen) chosen = name;
      return name === chosen;
    },
  }).catch((cause: unknown) => {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CohortFault(`The file begins as a workbook does and cannot be read as one: ${why.replace(/\.$/, "")}.`);
  });
  const [sheet] = sheets;
  const seen = all.filter(({ isSeen }) => isSeen).map(({ name }) => name);
  if (!sheet) {
    const asked = named === undefined ? "a sheet that can be seen" : `a sheet “${named}”`;
    throw new CohortFault(
      `The workbook has no ${asked.replace(/^a /, "")}; it has ${seen.map((name) => `“${name}”`).join(", ") || "none"}.`,
    );
  }
  // A formula whose result was never worked out is no blank cell.
  const uncalculated = new Map<string, string>();
  for (const [place, cell] of sheet.cells ?? []) {
    if (cell.type === "formula" && cell.value === null && (cell.formulaResult ?? null) === null) {
      uncalculated.set(place, `=${cell.formula ?? ""}`);
    }
  }
  const rows = sheet.rows.map((cells, row) =>
    cells.map((value, column) => uncalculated.get(`${row},${column}`) ?? cellText(value, decimal)),
  );
  return { sheets: seen, sheet: sheet.name, rows, notes: notesOn(sheet.merges ?? [], uncalculated.size) };
}

/** A cell as a text, as its reader for texts expects it. A workbook shows 15 digits of a number, and keeps more. */
function cellText(value: CellValue, decimal: "." | ","): string {
  if (value === null) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(15))).replace(".", decimal);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const written = Number.isNaN(value.getTime()) ? "#DATE!" : value.toISOString();
  return written.endsWith("T00:00:00.000Z") ? written.slice(0, 10) : written.slice(0, 19);
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

function notesOn(merges: readonly Merge[], uncalculated: number): readonly string[] {
  const places = merges
    .slice(0, 5)
    .map((one) => `${cellName(one.startRow, one.startCol)}:${cellName(one.endRow, one.endCol)}`);
  return [
    ...(merges.length > 0
      ? [
          `The sheet has merged cells (${places.join(", ")}${merges.length > 5 ? ` and ${merges.length - 5} more` : ""}): only the first of them holds what they show, and the others are read as blank.`,
        ]
      : []),
    ...(uncalculated > 0
      ? [
          `${uncalculated} ${uncalculated === 1 ? "cell is a formula" : "cells are formulas"} whose result the file does not hold: open it in the spreadsheet and save it again.`,
        ]
      : []),
  ];
}

/** "B7". */
function cellName(row: number, column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

/**
 * The rows of a sheet from the line on that names its columns, each as wide as the names are: what stands further to the
 * right makes its row too long. Where patients stand in columns, all are as wide as the widest.
 */
export async function* workbookLines(
  file: Blob,
  { sheet, headerRow, decimal, shape }: Extract<FileReading, { readonly kind: "xlsx" }>,
): AsyncGenerator<Line> {
  const { rows } = await sheetTexts(file, sheet, decimal);
  const below = rows.slice(headerRow - 1);
  const width =
    shape === "column-per-patient"
      ? below.reduce((most, row) => Math.max(most, filled(row)), 0)
      : filled(below[0] ?? []);
  for (const [at, row] of below.entries()) {
    const own = filled(row);
    if (own === 0) continue;
    yield {
      line: headerRow + at,
      cells: Array.from({ length: Math.max(width, own) }, (_, column) => row[column] ?? ""),
    };
  }
}

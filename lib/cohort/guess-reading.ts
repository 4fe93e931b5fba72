/**
 * How a file may have to be read: its encoding, what stands between cells and before decimals, and where the columns are
 * named. It is shown to a person, who can say otherwise, before anything is read by it.
 */
import type { Definitions } from "../../criteria/types.ts";
import { suggestionsFrom } from "../record/suggest.ts";
import type { FileReading, TextReading } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import { markedEncoding, wholeRows } from "./text-lines.ts";

/** What a file is by its first bytes, whatever it is called. */
export type FileKind = "text" | "xlsx" | "parquet";

/** How files begin that are no table here, and what they are. */
const OTHER_KINDS: readonly (readonly [begins: RegExp, kind: string])[] = [
  [/^\xd0\xcf\p{Cc}\xe0/u, "a workbook of the old kind (.xls), or one with a password"],
  [/^ARROW1\p{Cc}/u, "an Arrow or Feather file"],
  [/^ORC\p{Cc}/u, "an ORC file"],
  [
    /^(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|head|meta|table)\b/i,
    "a page or XML, as some programs save a table for spreadsheets",
  ],
];

/** @throws CohortFault for what nobody here reads. */
export function kindOf(bytes: Uint8Array): FileKind {
  const start = Array.from(bytes.subarray(0, 64), (byte) => String.fromCharCode(byte)).join("");
  if (start.startsWith("PK\u0003\u0004")) return "xlsx";
  if (start.startsWith("PAR1")) return "parquet";
  const [, other] = OTHER_KINDS.find(([begins]) => begins.test(start)) ?? [];
  if (other !== undefined) {
    throw new CohortFault(`The file is ${other}; accepted: .xlsx without a password, CSV, or Parquet.`);
  }
  if (bytes.length === 0) {
    throw new CohortFault("The file is empty; accepted: a line that names the columns, and rows below it.");
  }
  return "text";
}

/** So much of a text is looked at. */
const LOOKED_AT = 1 << 18;

/** How a file may have to be read, or is to be. */
export interface Guess {
  readonly reading: FileReading;
  /** Of a workbook, the names of its sheets. */
  readonly sheets?: readonly string[];
  /** What a person has to know of it, in sentences. */
  readonly notes: readonly string[];
}

/**
 * Looks at the beginning of a file. What a person has said of it stands, where it is of its kind.
 * @throws CohortFault for what nobody here reads.
 */
export async function guessReading(file: Blob, definitions: Definitions, said?: FileReading): Promise<Guess> {
  const bytes = new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer());
  const kind = kindOf(bytes);
  if (said && (said.kind ?? "text") !== kind) {
    throw new CohortFault(
      `The file is ${KIND_WORDS[kind]}, and the codebook is of ${KIND_WORDS[said.kind ?? "text"]}. It may be that of another file.`,
    );
  }
  if (kind === "text") return { reading: said ?? guessText(bytes, definitions), notes: [] };
  if (kind === "parquet") {
    const { parquetNotes } = await import("./parquet-lines.ts");
    const reading = said ?? { kind, decimal: ".", shape: "row-per-patient", headerRow: 1 };
    return { reading, notes: await parquetNotes(file) };
  }
  const { sheetTexts } = await import("./workbook-lines.ts");
  const named = said?.kind === "xlsx" ? said.sheet : undefined;
  const { sheets, sheet, rows, notes } = await sheetTexts(file, named, said?.decimal ?? ".", MOST_LINES);
  const layout = guessLayout(rows, definitions);
  return { reading: said ?? { kind, sheet, ...layout }, sheets, notes };
}

const KIND_WORDS = { text: "a text", xlsx: "a workbook", parquet: "Parquet" } as const;

/** Lines that are looked at. */
const MOST_LINES = 60;
/** Cells that are looked at, for what their names say. */
const MOST_NAMES = 60;

/** In this order where two fit equally: a comma stands before decimals as well. */
const SEPARATORS = [";", "\t", "\u0001", "|", ","] as const;

/** How a text may have to be read, by its first bytes. */
export function guessText(bytes: Uint8Array, definitions: Definitions): TextReading {
  const encoding = markedEncoding(bytes) ?? encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  const separator = separatorOf(text);
  const rows = rowsIn(text, separator);
  const layout = guessLayout(
    rows.map(({ cells }) => cells),
    definitions,
    separator === "," ? "." : undefined,
  );
  return { encoding, separator, ...layout, headerRow: Math.min(rows[layout.headerRow - 1]?.first ?? 1, 100) };
}

/** The first rows of a text in which something stands, each with the line on which it begins. */
function rowsIn(
  text: string,
  separator: string,
): readonly { readonly cells: readonly string[]; readonly first: number }[] {
  // The last row may be cut off where the bytes end.
  const whole = wholeRows(text, separator).rows;
  const rows = whole.length > 0 ? whole : wholeRows(text, separator, true).rows;
  return rows
    .slice(0, MOST_LINES)
    .map(({ begin, end, first }) => ({ cells: cellsIn(text.slice(begin, end), separator), first }))
    .filter(({ cells }) => filledIn(cells) > 0);
}

/** Where the columns are named, what stands before decimals, and whether patients stand in columns. */
function guessLayout(
  rows: readonly (readonly string[])[],
  definitions: Definitions,
  decimal?: "." | ",",
): Pick<FileReading, "decimal" | "shape"> & { readonly headerRow: number } {
  const width = Math.max(...rows.map(filledIn), 1);
  const named = rows.findIndex((cells) => filledIn(cells) >= Math.max(1, 0.6 * width));
  const body = rows.slice(named + 1).flat();
  // A day of three numbers says nothing of decimals, and "85.000" may be thousands: it counts where nothing else does.
  const [points, commas] = [body.filter(WITH_POINT), body.filter(WITH_COMMA)];
  const sure = [points, commas].map((cells) => cells.filter((cell) => !MAYBE_THOUSANDS.test(cell)).length);
  const [byPoint = 0, byComma = 0] = sure.some((count) => count > 0) ? sure : [points.length, commas.length];
  const across = known(rows[named] ?? [], definitions);
  const down = known(
    rows.slice(Math.max(named, 0)).map(([cell = ""]) => cell),
    definitions,
  );
  return {
    decimal: decimal ?? (byComma > byPoint ? "," : "."),
    shape: down > 1 && down > across ? "column-per-patient" : "row-per-patient",
    headerRow: Math.min(Math.max(named, 0) + 1, 100),
  };
}

const WITH_POINT = (cell: string): boolean => /^[<>]?\s*[+-]?\d+\.\d+(?![\d.,/-])/.test(cell);
const WITH_COMMA = (cell: string): boolean => /^[<>]?\s*[+-]?\d+,\d+(?![\d.,/-])/.test(cell);
const MAYBE_THOUSANDS = /^[<>]?\s*[+-]?[1-9]\d{0,2}[.,]\d{3}(?!\d)/;

const filledIn = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== "").length;

function known(names: readonly string[], definitions: Definitions): number {
  const { finding, test } = suggestionsFrom(definitions);
  const words = names.slice(0, MOST_NAMES).map((name) => name.replaceAll("_", " ").replace(/\s*[[(].*$/, ""));
  return words.filter((word) => finding(word, "exact").length > 0 || test(word, "exact").length > 0).length;
}

function encodingOf(bytes: Uint8Array): TextReading["encoding"] {
  const zeros = [0, 0];
  const looked = bytes.subarray(0, 4096);
  for (const [at, byte] of looked.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked.length / 8 && odd > 4 * even) return "utf-16le";
  if (even > looked.length / 8 && even > 4 * odd) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/** The separator that as many rows as possible have equally often. */
function separatorOf(text: string): string {
  const found = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>();
    for (const { cells } of rowsIn(text, separator)) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const [many = 1, alike = 0] = [...counts].filter(([one]) => one > 1).sort((a, b) => b[1] - a[1])[0] ?? [];
    return { separator, many, alike: many > 1 ? alike : 0 };
  });
  // The sort is stable: the earlier of two that fit equally.
  const [best] = found.sort((one, other) => other.alike - one.alike || other.many - one.many);
  return best && best.alike > 0 ? best.separator : ",";
}

/** The cells of a line, by and large: a quoted cell may hold the separator. */
function cellsIn(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let [from, isOpen] = [0, false];
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isOpen = !isOpen;
    else if (line[at] === separator && !isOpen) {
      cells.push(line.slice(from, at));
      from = at + 1;
    }
  }
  cells.push(line.slice(from));
  return cells.map((cell) => cell.replace(/^"|"$/g, ""));
}

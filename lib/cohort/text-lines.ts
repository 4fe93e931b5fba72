import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { TextReading } from "./codebook.ts";
import { BEHIND_CLOSING, CR, LF, NEVER_CLOSED, QUOTE, QUOTE_INSIDE } from "./csv.ts";
import { CohortFault, joined } from "./file-parts.ts";
import { lineEndsOf } from "./line-ends.ts";
import { filled, type Line } from "./table.ts";

/** A row that is longer than this is none. */
const LONGEST_ROW = 32 << 20;

/**
 * The rows of a text file from the line on that names its columns, in pieces that may end anywhere. Whole rows are parsed
 * together, since a parser that is fed by a stream takes four times as long in a browser.
 * @throws CohortFault with the line where it cannot be read.
 */
export async function* textLines(
  pieces: AsyncIterable<Uint8Array>,
  { encoding, separator, headerRow, shape }: TextReading,
): AsyncGenerator<Line> {
  let rest = "";
  let before = 0;
  let width: number | undefined;
  function* rowsIn(text: string, { rows, lines }: WholeRows): Generator<Line> {
    // Where the names take several lines, each of them is the one that was meant.
    const wanted = rows.filter(({ last }) => before + last >= headerRow);
    const parsed = cellsIn(text, wanted, separator, before);
    for (const [position, { first }] of wanted.entries()) {
      const cells = parsed[position] ?? [];
      const own = filled(cells);
      // A spreadsheet writes what is formatted and blank: rows without anything, and columns behind the last.
      if (own === 0) continue;
      // Where patients stand in columns, no row names them all.
      if (shape === "column-per-patient") width = cells.length;
      width ??= cells.filter((name) => name.trim() === "").length > 1 ? own : cells.length;
      yield { line: before + first, cells: own <= width ? cells.slice(0, width) : cells };
    }
    before += lines;
  }
  for await (const piece of decoded(pieces, encoding, (good) => before + 1 + lineEndsOf(rest + good))) {
    rest += piece;
    const whole = wholeRows(rest, separator);
    if (whole.end > 0) yield* rowsIn(rest.slice(0, whole.end), whole);
    rest = rest.slice(whole.end);
    if (rest.length > LONGEST_ROW) {
      throw new CohortFault(
        `A row is longer than ${LONGEST_ROW / 2 ** 20} MB, or a quotation mark is never closed.`,
        before + 1,
      );
    }
  }
  // The last row may have no line end.
  if (rest !== "") yield* rowsIn(rest, wholeRows(rest, separator, true));
}

/** The cells of these rows, which are all from the first of them on. */
function cellsIn(
  text: string,
  [first, ...more]: readonly Row[],
  separator: string,
  before: number,
): readonly (readonly string[])[] {
  if (!first) return [];
  const parsed = (part: string): string[][] =>
    parse(part, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
  const part = text.slice(first.begin);
  try {
    return parsed(part);
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const opened = cause.code === "CSV_QUOTE_NOT_CLOSED" ? (more.at(-1) ?? first).opened : undefined;
    // Elsewhere the parser knows the line, if no line end is of two signs, each of which it counts inside a cell.
    const line = opened ?? first.first - 1 + flawedLine(() => parsed(part.replaceAll("\r\n", "\n")));
    throw new CohortFault(FLAWS[cause.code] ?? `${cause.message.replace(/ at line \d+/, "")}.`, before + line);
  }
}

function flawedLine(parsed: () => unknown): number {
  try {
    parsed();
  } catch (cause) {
    if (cause instanceof CsvError && typeof cause["lines"] === "number") return cause["lines"];
  }
  return 1;
}

const FLAWS: { readonly [code in CsvError["code"]]?: string } = {
  CSV_QUOTE_NOT_CLOSED: NEVER_CLOSED,
  CSV_INVALID_CLOSING_QUOTE: BEHIND_CLOSING,
  INVALID_OPENING_QUOTE: QUOTE_INSIDE,
};

/** A row of a text, with lines counted from the text's first, which is 1. */
export interface Row {
  readonly begin: number;
  /** Behind its last cell. */
  readonly end: number;
  readonly first: number;
  readonly last: number;
  /** The line on which a quotation mark is opened that is never closed. */
  readonly opened?: number;
}

interface WholeRows {
  /** Those in which something stands. */
  readonly rows: readonly Row[];
  /** Behind the last whole row, and the lines up to there. */
  readonly end: number;
  readonly lines: number;
}

/** The whole rows of a text, which begins with one: each up to a line end that is not inside a quoted cell. */
export function wholeRows(text: string, separator: string, isAll = false): WholeRows {
  const rows: Row[] = [];
  const between = separator.charCodeAt(0);
  let [line, begin, first, opened] = [1, 0, 1, 0];
  let [isOpen, isCellStart] = [false, true];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      if (isOpen && text.charCodeAt(at + 1) === QUOTE) at += 1;
      else if (isOpen) isOpen = false;
      else if (isCellStart) [isOpen, opened] = [true, line];
      isCellStart = false;
    } else if (code === LF || code === CR) {
      const isDouble = code === CR && text.charCodeAt(at + 1) === LF;
      // Whether it is alone is known when more has come.
      if (code === CR && at + 1 === text.length && !isAll) break;
      if (!isOpen && at > begin) rows.push({ begin, end: at, first, last: line });
      if (isDouble) at += 1;
      line += 1;
      if (!isOpen) [begin, first, isCellStart] = [at + 1, line, true];
    } else isCellStart = !isOpen && code === between;
  }
  if (isAll && begin < text.length)
    rows.push({ begin, end: text.length, first, last: line, ...(isOpen && { opened }) });
  return isAll ? { rows, end: text.length, lines: line - 1 } : { rows, end: begin, lines: first - 1 };
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  line: (good: string) => number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  // A letter that a piece ends in.
  let begun: Uint8Array = new Uint8Array();
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      const at = line(chunk ? goodIn(joined(begun, chunk), encoding) : "");
      throw new CohortFault(`The bytes are not text in ${encoding}; choose another encoding, or correct them.`, at);
    }
  };
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && chunk.length > 1) refuseOtherMark(chunk, encoding);
    isFirst = false;
    yield decode(chunk);
    if (encoding === "utf-8") begun = lastLetter(joined(begun, chunk.subarray(-3)));
  }
  yield decode();
}

/** The bytes of the letter of several bytes at the end, whole or not; none where another stands there. */
function lastLetter(bytes: Uint8Array): Uint8Array {
  const first = bytes.findLastIndex((byte) => byte >= 0xc0);
  const isLast = first >= 0 && bytes.subarray(first + 1).every((byte) => byte >= 0x80);
  return isLast ? bytes.slice(first) : new Uint8Array();
}

/** The text up to the first byte that is none. */
function goodIn(bytes: Uint8Array, encoding: string): string {
  const isGood = (length: number): boolean => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (isGood(middle)) good = middle;
    else bad = middle;
  }
  return new TextDecoder(encoding).decode(bytes.subarray(0, good), { stream: true });
}

function refuseOtherMark(bytes: Uint8Array, encoding: string): void {
  const marked = markedEncoding(bytes) ?? encoding;
  if (marked !== encoding)
    throw new CohortFault(`The file begins as one in ${marked} does, and the codebook says ${encoding}.`);
}

/** What the mark of the byte order says. */
export function markedEncoding([first, second, third]: Uint8Array): TextReading["encoding"] | undefined {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xef && second === 0xbb && third === 0xbf ? "utf-8" : undefined;
}

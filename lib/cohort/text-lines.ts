import { CsvError, parse } from "csv-parse/browser/esm/sync";
import type { TextReading } from "./codebook.ts";
import { CohortFault } from "./file-parts.ts";
import type { Line } from "./table.ts";

/** A row that is longer than this is none. */
const LONGEST_ROW = 32 << 20;

/**
 * The rows of a text file from the line on that names its columns, in pieces that may end anywhere. Whole rows are parsed
 * together, since a parser that is fed by a stream takes four times as long in a browser.
 * @throws CohortFault with the line where it cannot be read.
 */
export async function* textLines(
  pieces: AsyncIterable<Uint8Array>,
  { encoding, separator, headerRow }: TextReading,
): AsyncGenerator<Line> {
  let rest = "";
  let before = 0;
  function* rowsIn(text: string): Generator<Line> {
    const ends = text.match(LINE_END) ?? [];
    for (const { info, record } of recordsIn(text, separator, new Set(ends), before)) {
      const line = before + info.lines;
      if (line >= headerRow) yield { line, cells: record };
    }
    before += ends.length;
  }
  for await (const piece of decoded(pieces, encoding, () => before)) {
    rest += piece;
    const end = wholeRows(rest);
    if (end > 0) yield* rowsIn(rest.slice(0, end));
    rest = rest.slice(end);
    if (rest.length > LONGEST_ROW) {
      throw new CohortFault(
        `A row is longer than ${LONGEST_ROW / 2 ** 20} MB, or a quotation mark is never closed.`,
        before + 1,
      );
    }
  }
  if (rest !== "") yield* rowsIn(rest);
}

const LINE_END = /\r\n|\n|\r/g;

interface Parsed {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

/** The rows of a text that is whole rows. A line end of two signs inside a cell would be counted twice by the parser. */
function recordsIn(text: string, separator: string, ends: ReadonlySet<string>, before: number): readonly Parsed[] {
  const isDouble = ends.size === 1 && ends.has("\r\n");
  try {
    const records = parse(isDouble ? text.replaceAll("\r\n", "\n") : text, {
      delimiter: separator,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: isDouble ? "\n" : ["\r\n", "\n", "\r"],
    }) as unknown as readonly Parsed[];
    return isDouble ? records.map(({ info, record }) => ({ info, record: record.map(withBoth) })) : records;
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    // Its line is one of this part of the file, and so is the one that its message may name.
    const line = typeof cause["lines"] === "number" ? cause["lines"] : 1;
    throw new CohortFault(`${cause.message.replace(/ at line \d+/, "")}.`, before + line);
  }
}

const withBoth = (cell: string): string => (cell.includes("\n") ? cell.replaceAll("\n", "\r\n") : cell);

/** Where the last whole row ends: behind a line end that is not inside a quoted cell, nor between its two signs. */
function wholeRows(text: string): number {
  if (!text.includes('"')) return Math.max(text.lastIndexOf("\n"), text.slice(0, -1).lastIndexOf("\r")) + 1;
  let [isOpen, end] = [false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isOpen = !isOpen;
    else if (isOpen) continue;
    else if (code === 0x0a) end = at + 1;
    else if (code === 0x0d && at + 1 < text.length && text.charCodeAt(at + 1) !== 0x0a) end = at + 1;
  }
  return end;
}

async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
  line: () => number,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new CohortFault(`Behind line ${line()}, the bytes are not text in ${encoding}; choose another encoding.`);
    }
  };
  let isFirst = true;
  for await (const chunk of bytes) {
    if (isFirst && chunk.length > 1) refuseOtherMark(chunk, encoding);
    isFirst = false;
    yield decode(chunk);
  }
  yield decode();
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

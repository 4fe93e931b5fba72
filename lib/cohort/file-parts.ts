import { COMMA, cellEnd, cellText, LF, QUOTE, recordsEnd } from "./csv.ts";
import { lineEndsIn } from "./line-ends.ts";

/** A row that is longer than this is none. */
export const LONGEST_ROW = 32 << 20;

/** Why a file cannot be read, in words, with the line and the column from 1 where there are such. */
export class CohortFault extends Error {
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(message: string, line?: number, column?: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

/** A part of a file that holds whole rows and ends with a line feed. */
export interface FilePart {
  readonly bytes: Uint8Array;
  /** Where in the file it begins. */
  readonly at: number;
}

/** A cohort file as it comes, in pieces that may end anywhere. */
export interface FileParts {
  /** The first record, and how many lines it takes. */
  readonly header: () => Promise<{ readonly bytes: Uint8Array; readonly lines: number }>;
  /** The records behind the header. */
  readonly records: () => AsyncGenerator<FilePart>;
}

/** Puts the pieces of a file together into whole rows. Only the row that a piece leaves unfinished is copied. */
export function filePartsOf(pieces: AsyncIterable<Uint8Array>): FileParts {
  const coming = pieces[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  /** Where `rest` begins in the file. */
  let at = 0;
  const more = async (): Promise<boolean> => {
    const { value, done } = await coming.next();
    if (done) return false;
    rest = joined(rest, value);
    return true;
  };
  const take = (end: number): Uint8Array => {
    const bytes = rest.subarray(0, end);
    rest = rest.subarray(end);
    at += end;
    return ended(bytes);
  };
  const header = async () => {
    while (rest.length < 3 && (await more())) {}
    const mark = markLength(rest);
    if (mark === undefined) throw new CohortFault(`The file is ${IN_UTF_16}`, 1);
    rest = rest.subarray(mark);
    at += mark;
    let end = firstRecordEnd(rest);
    while (end === 0 && rest.length <= LONGEST_ROW && (await more())) end = firstRecordEnd(rest);
    if (rest.length === 0) throw new CohortFault("The file is empty; accepted: a header, and one row a patient.");
    const bytes = take(end === 0 ? rest.length : end);
    return { bytes, lines: lineEndsIn(bytes, 0, bytes.length) };
  };
  async function* records(): AsyncGenerator<FilePart> {
    for (;;) {
      const end = recordsEnd(rest);
      if (end > 0) {
        const from = at;
        yield { bytes: take(end), at: from };
      }
      const isTooLong = rest.length > LONGEST_ROW;
      if (!isTooLong && (await more())) continue;
      // What never ends is read all the same, since its reader can say where it goes wrong.
      if (rest.length > 0) {
        const from = at;
        yield { bytes: take(rest.length), at: from };
      }
      if (isTooLong) throw new CohortFault(`A row is longer than ${LONGEST_ROW / 2 ** 20} MB.`);
      return;
    }
  }
  return { header, records };
}

/** Two pieces as one. */
export function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

export const IN_UTF_16 = 'in UTF-16; accepted: UTF-8. Save it as "CSV UTF-8".';

/**
 * How long the mark of the byte order is, which says in what the text is written and is none of the first column's name;
 * undefined for that of UTF-16.
 */
export function markLength([first, second, third]: Uint8Array): number | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return undefined;
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

/** Behind the first record; 0 where it is not whole. */
export function firstRecordEnd(bytes: Uint8Array): number {
  let isOpen = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) isOpen = !isOpen;
    else if (bytes[at] === LF && !isOpen) return at + 1;
  }
  return 0;
}

/** The last row of a file may have no line end. */
export function ended(bytes: Uint8Array): Uint8Array {
  return bytes.length === 0 || bytes.at(-1) === LF ? bytes : joined(bytes, Uint8Array.of(LF));
}

/**
 * For each of these texts the line of the first cell of a column, from 0, that is it. `line` is that of the first
 * record. What stands behind a cell that is flawed is not looked at.
 */
export async function firstLinesWith(
  records: AsyncIterable<Uint8Array>,
  line: number,
  column: number,
  texts: ReadonlySet<string>,
): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  let at = line;
  for await (const bytes of records) {
    for (let from = 0; from < bytes.length && found.size < texts.size; ) {
      const record = recordFrom(bytes, from, column);
      if (!record) return found;
      const { text, begin, end } = record;
      if (text !== undefined && texts.has(text) && !found.has(text))
        found.set(text, at + lineEndsIn(bytes, from, begin));
      at += lineEndsIn(bytes, from, end);
      from = end;
    }
    if (found.size === texts.size) return found;
  }
  return found;
}

/** A column of the record that begins here, and where the next begins; undefined where a cell is flawed. */
function recordFrom(
  bytes: Uint8Array,
  from: number,
  column: number,
): { readonly text: string | undefined; readonly begin: number; readonly end: number } | undefined {
  let text: string | undefined;
  let begin = from;
  for (let [cell, at] = [0, from]; ; cell += 1) {
    const end = cellEnd(bytes, at);
    if (end < 0) return undefined;
    if (cell === column) [text, begin] = [cellText(bytes, at, end), at];
    at = end + 1;
    if (bytes[end] !== COMMA) return { text, begin, end: bytes[end] === LF ? at : at + 1 };
  }
}

/** The rows of parts, without where they stand. */
export async function* bytesOf(parts: AsyncIterable<FilePart>): AsyncGenerator<Uint8Array> {
  for await (const { bytes } of parts) yield bytes;
}

/** Puts where each row of a part begins, counted from the part's beginning, behind `starts`. Empty lines hold no row. */
export function rowStarts(bytes: Uint8Array, each: (start: number) => void): void {
  let isOpen = false;
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isOpen = !isOpen;
    else if (byte === LF && !isOpen) {
      if (at > start && !(at === start + 1 && bytes[start] === 0x0d)) each(start);
      start = at + 1;
    }
  }
}

import { COMMA, cellEnd, cellText, LF, QUOTE, recordsEnd } from "./csv.ts";
import { linesIn } from "./read-rows.ts";

/** A row that is longer than this is none. */
const LONGEST_ROW = 32 << 20;

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
    rest = rest.subarray(mark);
    at += mark;
    let end = firstRecordEnd(rest);
    while (end === 0 && rest.length <= LONGEST_ROW && (await more())) end = firstRecordEnd(rest);
    if (rest.length === 0) throw new CohortFault("The file is empty; accepted: a header, and one row a patient.");
    const bytes = take(end === 0 ? rest.length : end);
    return { bytes, lines: linesIn(bytes, 0, bytes.length) };
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

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}

/** How long the mark of the byte order is, which is none of the first column's name. */
function markLength([first, second, third]: Uint8Array): number {
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new CohortFault('The file is in UTF-16; accepted: UTF-8. Save it as "CSV UTF-8".', 1);
  }
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
}

function firstRecordEnd(bytes: Uint8Array): number {
  let isOpen = false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) isOpen = !isOpen;
    else if (bytes[at] === LF && !isOpen) return at + 1;
  }
  return 0;
}

/** The last row of a file may have no line end. */
function ended(bytes: Uint8Array): Uint8Array {
  return bytes.length === 0 || bytes.at(-1) === LF ? bytes : joined(bytes, Uint8Array.of(LF));
}

/** The line of the first record with this text in a column, from 0; undefined when there is none. */
export async function firstLineWith(parts: FileParts, column: number, text: string): Promise<number | undefined> {
  let line = 1 + (await parts.header()).lines;
  for await (const { bytes } of parts.records()) {
    for (let at = 0; at < bytes.length; ) {
      const from = at;
      let isIt = false;
      for (let cell = 0; ; cell += 1) {
        const end = cellEnd(bytes, at);
        if (end < 0) return undefined;
        if (cell === column) isIt = cellText(bytes, at, end) === text;
        at = end + 1;
        if (bytes[end] === COMMA) continue;
        at += bytes[end] === LF ? 0 : 1;
        break;
      }
      if (isIt) return line;
      line += linesIn(bytes, from, at);
    }
  }
  return undefined;
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

/**
 * RFC 4180, byte by byte: a reader of its own because a cohort is read at a byte a nanosecond, where a library that makes
 * a text of every cell takes tens of times as long. tests/cohort holds it to csv-parse.
 */

export const COMMA = 0x2c;
export const QUOTE = 0x22;
export const LF = 0x0a;
export const CR = 0x0d;

/**
 * The end of a cell that begins at `from`: the position of the comma or the line end behind it. Negative when the cell is
 * flawed: `flawOf` then says why. The bytes must end with a line feed.
 */
export function cellEnd(bytes: Uint8Array, from: number): number {
  if (bytes[from] === QUOTE) return quotedEnd(bytes, from);
  let any = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === COMMA || byte === LF || (byte === CR && bytes[at + 1] === LF)) {
      return any > 0x7f && !isUtf8(bytes.subarray(from, at)) ? -1 : at;
    }
    if (byte === QUOTE || byte === 0 || byte === CR) return -1;
    any |= byte;
  }
  return -1;
}

function quotedEnd(bytes: Uint8Array, from: number): number {
  let any = 0;
  for (let at = from + 1; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    any |= byte;
    if (byte === 0) return -1;
    if (byte !== QUOTE) continue;
    const next = bytes[at + 1];
    if (next === QUOTE) at += 1;
    else {
      const ends = next === COMMA || next === LF || (next === CR && bytes[at + 2] === LF);
      return ends && (any <= 0x7f || isUtf8(bytes.subarray(from, at))) ? at + 1 : -1;
    }
  }
  return -1;
}

export const BEHIND_CLOSING =
  "Behind the quotation mark that closes a cell stands more; accepted: what stands between cells, or the end of the line. A mark inside a quoted cell is doubled.";
export const QUOTE_INSIDE =
  "A quotation mark stands inside a cell that is not quoted; accepted: a quoted cell, with the mark doubled.";
export const NEVER_CLOSED = "A quotation mark is opened here and never closed.";

/** Why there is no `cellEnd` here, in words that say what was read and what would be accepted. */
export function flawOf(bytes: Uint8Array, from: number): string {
  const isQuoted = bytes[from] === QUOTE;
  for (let at = isQuoted ? from + 1 : from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return "There is a zero byte, which no text has; accepted: text in UTF-8.";
    if (isQuoted) {
      if (byte !== QUOTE) continue;
      const next = bytes[at + 1];
      if (next === QUOTE) at += 1;
      else if (next === COMMA || next === LF || (next === CR && bytes[at + 2] === LF)) break;
      else return BEHIND_CLOSING;
    } else if (byte === COMMA || byte === LF) break;
    else if (byte === CR) {
      if (bytes[at + 1] === LF) break;
      return "There is a carriage return without a line feed; accepted: lines that end in a line feed, or in both.";
    } else if (byte === QUOTE) {
      return QUOTE_INSIDE;
    }
    if (at === bytes.length - 1) break;
  }
  return isQuoted && !isClosed(bytes, from) ? NEVER_CLOSED : "The bytes are not text in UTF-8.";
}

function isClosed(bytes: Uint8Array, from: number): boolean {
  for (let at = from + 1; at < bytes.length; at += 1) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return true;
    at += 1;
  }
  return false;
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder("utf-8", { ignoreBOM: true });

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** The text of a cell, without its quotation marks; bytes that are no text are replaced. */
export function cellText(bytes: Uint8Array, from: number, to: number): string {
  const isQuoted = bytes[from] === QUOTE;
  const text = lenient.decode(bytes.subarray(isQuoted ? from + 1 : from, isQuoted && to > from + 1 ? to - 1 : to));
  return isQuoted ? text.replaceAll('""', '"') : text;
}

/** What is wrong with a cell: its column, from 0, and where it begins. */
export interface CellFlaw {
  readonly column: number;
  readonly at: number;
  readonly message: string;
}

/** The cells of a record that ends with a line feed; or what is wrong with the first that is flawed. */
export function recordCells(bytes: Uint8Array): { readonly cells: readonly string[] } | { readonly fault: CellFlaw } {
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const end = cellEnd(bytes, at);
    if (end < 0) return { fault: { column: cells.length, at, message: flawOf(bytes, at) } };
    cells.push(cellText(bytes, at, end));
    at = end;
    if (bytes[at] !== COMMA) return { cells };
  }
}

/** A text as a cell: in quotation marks where RFC 4180 asks for them. */
export function asCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where the last whole record ends among these bytes, which begin with a record: behind its line feed; 0 when none is
 * whole. A line feed inside a quoted cell ends nothing.
 */
export function recordsEnd(bytes: Uint8Array): number {
  if (!bytes.includes(QUOTE)) return bytes.lastIndexOf(LF) + 1;
  let [isOpen, end] = [false, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isOpen = !isOpen;
    else if (byte === LF && !isOpen) end = at + 1;
  }
  return end;
}

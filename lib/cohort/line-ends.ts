/**
 * Lines as an editor counts them: both signs together end one, and so does each of them alone, inside a quoted cell as
 * well. Nothing else ends a line.
 */
import { CR, LF } from "./csv.ts";

/** How many lines end in a part of the bytes, which does not end between the two signs of a line end. */
export function lineEndsIn(bytes: Uint8Array, from: number, to: number): number {
  let ends = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) ends += 1;
  }
  return ends;
}

/** On which line a cell of a row begins, by its column from 0; `first` is that of the row. */
export function lineOfCell(first: number, cells: readonly string[], column: number): number {
  let line = first;
  for (const cell of cells.slice(0, Math.max(column, 0))) line += lineEndsOf(cell);
  return line;
}

/** How many lines end in a text. */
export function lineEndsOf(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

const LINE_END = /\r\n|\n|\r/g;

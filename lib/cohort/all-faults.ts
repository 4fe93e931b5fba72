/**
 * Everything that is wrong in rows. Scoring stops at the first of it, since nothing is made of such a file; whoever
 * corrects the file wants to know of the rest, and not of one cell at a time.
 */
import type { Layout } from "./columns.ts";
import { COMMA, CR, cellEnd, flawOf, LF, QUOTE } from "./csv.ts";
import { lineEndsIn } from "./line-ends.ts";
import { cellFault, endsAfter, moreThan, type Position, type RowFault } from "./read-rows.ts";

/** So many faults are said one by one; the others are counted. */
export const MOST_FAULTS = 20;

export interface FaultsFound {
  /** The first, in the order in which they stand in the file. */
  readonly first: readonly RowFault[];
  readonly count: number;
  /** The line behind which nothing was looked at: a quotation mark in it has no other. */
  readonly unreadBehind?: number | undefined;
}

/**
 * Goes through rows from a position on, cell by cell, to the end of the bytes. `id` is given where each id stands. Lines
 * and columns are as in `RowFault`.
 */
export function allFaults(
  { meanings }: Pick<Layout, "meanings">,
  bytes: Uint8Array,
  position: Position,
  id: (from: number, to: number) => void,
): FaultsFound {
  const first: RowFault[] = [];
  let count = 0;
  let unreadBehind: number | undefined;
  let { at, line } = position;
  let begin = at;
  const add = (column: number, message: string): void => {
    count += 1;
    if (first.length < MOST_FAULTS)
      first.push({ line: line + lineEndsIn(bytes, begin, at), column: column + 1, message });
  };
  /** One row, from its first cell to behind its end. */
  const readRow = (): void => {
    for (let column = 0; ; ) {
      const end = cellEnd(bytes, at);
      if (end < 0) {
        add(Math.min(column, meanings.length), flawOf(bytes, at));
        const next = behindFlaw(bytes, at);
        if (next === undefined) unreadBehind = line + lineEndsIn(bytes, begin, at);
        at = next ?? bytes.length;
        return;
      }
      const meaning = meanings[column];
      const wrong = meaning && cellFault(meaning.kind, bytes, at, end);
      if (wrong !== undefined) add(column, wrong);
      if (meaning?.kind === "id" && wrong === undefined) id(at, end);
      at = end;
      column += 1;
      const isLast = bytes[at] !== COMMA;
      if (isLast && column < meanings.length) add(column, endsAfter(column, meanings.length));
      if (!isLast && column === meanings.length) add(column, moreThan(meanings.length));
      at += isLast && bytes[at] === CR ? 2 : 1;
      if (isLast) return;
    }
  };
  while (at < bytes.length) {
    begin = at;
    if (bytes[at] === LF) at += 1;
    else if (bytes[at] === CR && bytes[at + 1] === LF) at += 2;
    else readRow();
    line += lineEndsIn(bytes, begin, at);
  }
  position.at = at;
  position.line = line;
  return { first, count, unreadBehind };
}

/**
 * Where the row behind a flawed cell begins; undefined where no one can say, since an odd number of quotation marks stands
 * in the row: what is inside a cell from there on, and what is not, is then a guess.
 */
function behindFlaw(bytes: Uint8Array, from: number): number | undefined {
  const isQuoted = bytes[from] === QUOTE;
  let isOpen = false;
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) isOpen = !isOpen;
    else if (bytes[at] === LF && !isOpen) return at + 1;
    // A quoted cell can have lines of its own.
    else if (bytes[at] === LF && !isQuoted) return undefined;
  }
  return undefined;
}

import type { Assessment, Verdict } from "../scoring/result.ts";
import { COMMA, cellEnd, cellText } from "./csv.ts";
import type { Figures } from "./scorer.ts";

/** A column of a set: of each row which of its different figures it has; 0 where the row has an error and none. */
export interface SetColumn {
  readonly id: string;
  readonly codes: Uint32Array;
  /** Every different outcome, from code 1 on. */
  readonly figures: readonly Figures[];
}

/** What became of every row of a cohort, in columns. */
export interface FigureColumns {
  readonly count: number;
  readonly sets: readonly SetColumn[];
  /** Of each row which of the texts its column of issues has; 0 for none. */
  readonly issues: { readonly codes: Uint32Array; readonly texts: readonly string[] };
  /** The ids as they stand in the file, one behind the other, and where each ends. */
  readonly ids: Uint8Array;
  readonly idEnds: Float64Array;
  /** Columns that were copied through and have few enough different values to be counted by. */
  readonly kept: readonly KeptColumn[];
  /** The names of those that have too many. */
  readonly uncounted: readonly string[];
}

/** A column that was copied through: of each row which of its texts it has, from 1 on. */
export interface KeptColumn {
  readonly name: string;
  readonly codes: Uint32Array;
  readonly texts: readonly string[];
}

/** A column with more different values than this tells patients apart and says nothing of groups of them. */
export const MOST_VALUES = 30;

/** The figures of a row by a set; undefined where its record has an error. */
export function figuresAt({ codes, figures }: SetColumn, row: number): Figures | undefined {
  return figures[(codes[row] ?? 0) - 1];
}

/** The id of a row. */
export function idAt({ ids, idEnds }: FigureColumns, row: number): string {
  return cellText(ids, row === 0 ? 0 : (idEnds[row - 1] ?? 0), idEnds[row] ?? 0);
}

/** What is wrong with a row; empty when nothing is. */
export function issuesAt({ issues }: FigureColumns, row: number): string {
  return issues.texts[(issues.codes[row] ?? 0) - 1] ?? "";
}

/**
 * Reads the rows of an output (lib/cohort/write-rows.ts) back into columns, so that what is counted and shown is what
 * the file says.
 */
export function figureColumns(sets: readonly string[], kept: readonly string[]) {
  const columns = sets.map((id) => ({ id, codes: words(), texts: texts() }));
  const issues = { codes: words(), texts: texts() };
  const copied = kept.map((name) => ({ name, codes: words(), texts: texts() }));
  const ids = bytesOf();
  const idEnds = numbers();
  let count = 0;

  /** Takes up the rows of a part, of which there is none that is not whole. */
  const take = (output: Uint8Array): void => {
    for (let at = 0; at < output.length; ) {
      const idEnd = cellEnd(output, at);
      ids.add(output, at, idEnd);
      idEnds.add(ids.length());
      at = idEnd + 1;
      for (const { codes, texts: known } of columns) {
        // The cells of figures are never quoted. Most of the time goes here, so that they are gone through once.
        let hash = BASIS;
        let end = at;
        for (let cells = 0; ; end += 1) {
          const byte = output[end] ?? 0;
          if (byte === COMMA) cells += 1;
          if (cells === FIGURES) break;
          hash = Math.imul(hash ^ byte, PRIME);
        }
        // An error leaves all five empty.
        codes.add(output[at] === COMMA ? 0 : known.codeBy(hash, output, at, end));
        at = end + 1;
      }
      for (const { codes, texts: known } of copied) {
        const end = cellEnd(output, at);
        if (known.count() <= MOST_VALUES) codes.add(known.codeOf(output, at, end));
        at = end + 1;
      }
      const end = cellEnd(output, at);
      issues.codes.add(end === at ? 0 : issues.texts.codeOf(output, at, end));
      at = end + 1;
      count += 1;
    }
  };
  const done = (): FigureColumns => ({
    count,
    sets: columns.map(({ id, codes, texts: known }) => ({
      id,
      codes: codes.all(),
      figures: known.all().map(figuresIn),
    })),
    issues: { codes: issues.codes.all(), texts: issues.texts.all() },
    ids: ids.all(),
    idEnds: idEnds.all(),
    kept: copied.flatMap(({ name, codes, texts: known }) =>
      known.count() <= MOST_VALUES ? [{ name, codes: codes.all(), texts: known.all() }] : [],
    ),
    uncounted: copied.filter(({ texts: known }) => known.count() > MOST_VALUES).map(({ name }) => name),
  });
  return { take, done };
}

/** So many cells a set has. */
const FIGURES = 5;

/** Of the hash by Fowler, Noll and Vo (FNV-1a), by which texts are found again before they are compared. */
const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

function figuresIn(text: string): Figures {
  const [value, lower, upper, asAssessed, verdict] = text.split(",");
  return {
    value: Number(value),
    lower: Number(lower),
    upper: Number(upper),
    asAssessed: asAssessed as Assessment,
    verdict: verdict as Verdict,
  };
}

/** Different texts, each known by a number from 1 on. They are compared as bytes: a text of each cell would cost more. */
function texts() {
  const known: { readonly bytes: Uint8Array; readonly text: string }[] = [];
  const codes = new Map<number, number>();
  const isSame = (code: number, bytes: Uint8Array, from: number, to: number): boolean => {
    const own = known[code - 1]?.bytes;
    if (own?.length !== to - from) return false;
    for (let at = 0; at < own.length; at += 1) if (own[at] !== bytes[from + at]) return false;
    return true;
  };
  const codeBy = (hash: number, bytes: Uint8Array, from: number, to: number): number => {
    // Texts of one hash stand one behind the other.
    for (let place = hash; ; place += 1) {
      const code = codes.get(place);
      if (code === undefined) {
        const own = bytes.slice(from, to);
        codes.set(place, known.push({ bytes: own, text: cellText(own, 0, own.length) }));
        return known.length;
      }
      if (isSame(code, bytes, from, to)) return code;
    }
  };
  return {
    codeBy,
    codeOf: (bytes: Uint8Array, from: number, to: number): number => {
      let hash = BASIS;
      for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), PRIME);
      return codeBy(hash, bytes, from, to);
    },
    count: () => known.length,
    all: (): readonly string[] => known.map(({ text }) => text),
  };
}

/** A column of small numbers that grows. */
function words() {
  let all = new Uint32Array(1024);
  let length = 0;
  return {
    add: (word: number): void => {
      if (length === all.length) {
        const longer = new Uint32Array(length * 2);
        longer.set(all);
        all = longer;
      }
      all[length] = word;
      length += 1;
    },
    all: () => all.slice(0, length),
  };
}

/** A column of numbers that grows, such as places in a file of any size. */
export function numbers() {
  let all = new Float64Array(1024);
  let length = 0;
  return {
    add: (number: number): void => {
      if (length === all.length) {
        const longer = new Float64Array(length * 2);
        longer.set(all);
        all = longer;
      }
      all[length] = number;
      length += 1;
    },
    all: () => all.slice(0, length),
  };
}

function bytesOf() {
  let all = new Uint8Array(1 << 14);
  let length = 0;
  return {
    add: (bytes: Uint8Array, from: number, to: number): void => {
      if (length + to - from > all.length) {
        const longer = new Uint8Array(Math.max(all.length * 2, length + to - from));
        longer.set(all.subarray(0, length));
        all = longer;
      }
      for (let at = from; at < to; at += 1) all[length + at - from] = bytes[at] ?? 0;
      length += to - from;
    },
    length: () => length,
    all: () => all.slice(0, length),
  };
}

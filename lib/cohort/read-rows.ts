import type { FindingId } from "../../criteria/types.ts";
import { shown } from "../record/issues.ts";
import {
  ANSWERS_ACCEPTED,
  type CodedMeaning,
  cellAnswer,
  cellNumber,
  type Layout,
  type Meaning,
  numberAccepted,
} from "./columns.ts";
import { COMMA, CR, cellEnd, cellText, flawOf, LF, QUOTE } from "./csv.ts";
import { inputName, type Said } from "./facts.ts";
import { lineEndsIn } from "./line-ends.ts";
import { MET, OPEN, type ValueColumn } from "./measured.ts";
import { type Block, blockOf, inputOffset, LANES, type Scorer } from "./scorer.ts";

/** What could not be read, with the line of the file and the position of the column, both from 1. */
export interface RowFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Of an id that an earlier row has: its bytes. */
  readonly repeated?: Uint8Array;
}

/** Rows of one block, as places in the bytes that they were read from. */
export interface Rows {
  count: number;
  /** Begin and end of each row's id. */
  readonly ids: Int32Array;
  /** Begin and end of each kept cell, row by row. */
  readonly kept: Int32Array;
  /** Whether a row has a value that cannot be. */
  readonly unbelievable: Int32Array;
  /** Whether a codebook could not read a row, or nothing says of which of its values a limit is. */
  readonly malformed: Int32Array;
  /** Whether a codebook could not read the day of a row, and everything else of it. */
  readonly misdated: Int32Array;
}

/** Where reading stands. */
export interface Position {
  at: number;
  line: number;
}

export interface RowReader {
  /** The block that the rows of the last `read` were put into: the one that its answers need. */
  readonly block: () => Block;
  readonly rows: Rows;
  /** Reads rows until the block is full or the bytes end; they end with a line feed. */
  readonly read: (bytes: Uint8Array, position: Position) => RowFault | undefined;
}

const ID = 0;
const FINDING = 1;
const VALUE = 2;
const IGNORED = 3;

/** Set in what a byte says when it is no answer by itself: the cell is then read as text. */
const OTHER = 4;
/** What a byte that begins a cell of a finding says: 0 absent, 1 present, 2 nothing. */
const SAYS = new Uint8Array(256).fill(OTHER);
SAYS[0x30] = 0;
SAYS[0x31] = 1;
SAYS[COMMA] = 2;
SAYS[LF] = 2;
SAYS[CR] = 2;
/** The same inside a run of them, where the end of a line is none of its cells: the row ends too early. */
const SAYS_IN_RUN = SAYS.map((says, byte) => (byte === LF || byte === CR ? OTHER : says));
/** How long such a cell is. */
const LENGTH = Uint8Array.of(1, 1, 0);
const PLANE = { absent: 0, present: 1, unknown: 2 } as const;

/** So many rows are read and scored together, in words of 32. */
const BLOCK_WORDS = 64;

/**
 * Reads rows into the inputs of a scorer. `plain` serves as long as nothing is explained, since it is smaller; from the
 * first explained finding on, `full`, which is made then.
 */
export function rowReader(
  layout: Layout,
  values: readonly ValueColumn[],
  plain: Scorer,
  full: () => Scorer,
): RowReader {
  const columns = layout.meanings.length;
  const last = columns - 1;
  const kinds = Uint8Array.from(layout.meanings, ({ kind }) =>
    kind === "id"
      ? ID
      : kind === "finding" || kind === "measured" || kind === "refused" || kind === "misdated"
        ? FINDING
        : kind === "value" || kind === "limit"
          ? VALUE
          : IGNORED,
  );
  // For each column, where the run of findings that it belongs to ends; the last column ends a row and is in none.
  const runEnd = new Int32Array(columns);
  for (let column = last; column >= 0; column -= 1) {
    const isInRun = kinds[column] === FINDING && column < last;
    runEnd[column] = isInRun ? Math.max(column + 1, runEnd[column + 1] ?? 0) : column;
  }
  // Without such a column, a place behind all bits, where there is nothing.
  const columnOf = (kind: CodedMeaning["kind"]): number => {
    const column = layout.meanings.findIndex((meaning) => meaning.kind === kind);
    return column < 0 ? 3 * columns : column;
  };
  const refused = columnOf("refused");
  const misdated = columnOf("misdated");
  const keptSlots = new Int32Array(columns).fill(-1);
  for (const [slot, column] of layout.kept.entries()) keptSlots[column] = slot;
  const rows: Rows = {
    count: 0,
    ids: new Int32Array(BLOCK_WORDS * LANES * 2),
    kept: new Int32Array(BLOCK_WORDS * LANES * 2 * layout.kept.length),
    unbelievable: new Int32Array(BLOCK_WORDS),
    malformed: new Int32Array(BLOCK_WORDS),
    misdated: new Int32Array(BLOCK_WORDS),
  };

  // Bits of the word of rows at hand: for each column absent, present, and one that nobody reads; then explanations.
  const stride = columns;
  const bits = new Int32Array(stride * 3);
  const explained = plain.classes.map(() => new Int32Array(columns));
  const classOf = new Map(
    plain.classes.flatMap((causes, position) => causes.map((cause) => [cause, position] as const)),
  );
  const measured = measuredBits(values);
  const numbers = new Float64Array(columns);
  let someExplained = false;
  const plainFiller = fillerOf(blockOf(plain, BLOCK_WORDS), layout, measured.findings);
  let fullFiller: Filler | undefined;
  let filler = plainFiller;

  const goFull = (words: number): void => {
    fullFiller ??= fillerOf(blockOf(full(), BLOCK_WORDS), layout, measured.findings);
    // Answers of the block's earlier words move over; nothing in them is explained.
    for (const [name, from] of plainFiller.inputs) {
      const to = fullFiller.inputs.get(name);
      if (to !== undefined) {
        fullFiller.block.memory.set(plainFiller.block.memory.subarray(from, from + words), to);
      }
    }
    for (const offsets of fullFiller.explained) {
      for (const to of offsets) if (to >= 0) fullFiller.block.memory.fill(0, to, to + words);
    }
    filler = fullFiller;
  };

  const flush = (word: number): void => {
    const { block, present, absent } = filler;
    const { memory } = block;
    for (let column = 0; column < columns; column += 1) {
      const toAbsent = absent[column] ?? -1;
      const toPresent = present[column] ?? -1;
      if (toAbsent >= 0) memory[toAbsent + word] = bits[column] ?? 0;
      if (toPresent >= 0) memory[toPresent + word] = bits[stride + column] ?? 0;
    }
    if (someExplained) {
      for (const [position, offsets] of filler.explained.entries()) {
        const own = explained[position];
        if (!own) continue;
        for (let column = 0; column < columns; column += 1) {
          const to = offsets[column] ?? -1;
          if (to >= 0) memory[to + word] = own[column] ?? 0;
        }
        own.fill(0);
      }
    }
    rows.unbelievable[word] = measured.unbelievable() | (bits[stride + refused] ?? 0);
    rows.misdated[word] = bits[stride + misdated] ?? 0;
    rows.malformed[word] = (bits[refused] ?? 0) | measured.malformed();
    bits.fill(0);
    measured.flush(memory, filler, word);
  };

  /** Takes up a cell of a finding that may be more than a sign, or says what is wrong with it. */
  const takeAnswer = (bytes: Uint8Array, from: number, to: number, column: number, row: number): string | undefined => {
    const bit = 1 << (row & (LANES - 1));
    const says = SAYS[bytes[from] ?? 0] ?? OTHER;
    if (says < OTHER && to - from === LENGTH[says]) {
      bits[says * stride + column] = (bits[says * stride + column] ?? 0) | bit;
      return undefined;
    }
    const text = cellText(bytes, from, to);
    const answer = cellAnswer(text);
    if (!answer) return notAnAnswer(text);
    const place = PLANE[answer.status] * stride + column;
    bits[place] = (bits[place] ?? 0) | bit;
    if (!answer.cause) return undefined;
    if (filler === plainFiller) goFull(row >>> 5);
    someExplained = true;
    const own = explained[classOf.get(answer.cause) ?? 0];
    if (own) own[column] = (own[column] ?? 0) | bit;
    return undefined;
  };

  /** Takes up a cell that is no sign of a finding in a run of them, or says what is wrong with it. */
  const takeCell = (bytes: Uint8Array, from: number, to: number, column: number, row: number): string | undefined => {
    const slot = keptSlots[column] ?? -1;
    if (slot >= 0) {
      const place = 2 * (row * layout.kept.length + slot);
      rows.kept[place] = from;
      rows.kept[place + 1] = to;
    }
    switch (kinds[column]) {
      case FINDING:
        return takeAnswer(bytes, from, to, column, row);
      case VALUE: {
        const number = numberIn(bytes, from, to);
        numbers[column] = number ?? Number.NaN;
        return number === undefined ? notANumber(bytes, from, to) : undefined;
      }
      case ID:
        rows.ids[2 * row] = from;
        rows.ids[2 * row + 1] = to;
        return isEmpty(bytes, from, to) ? NO_ID : undefined;
      default:
        return undefined;
    }
  };

  const read = (bytes: Uint8Array, position: Position): RowFault | undefined => {
    const end = bytes.length;
    // No function reads these from inside, so that the processor can keep them at hand.
    let { at, line } = position;
    let row = 0;
    let begin = at;
    let column = 0;
    let wrong: string | undefined;
    reading: while (at < end && row < BLOCK_WORDS * LANES) {
      const first = bytes[at];
      // An empty line holds no patient.
      if (first === LF || (first === CR && bytes[at + 1] === LF)) {
        at += first === LF ? 1 : 2;
        line += 1;
        continue;
      }
      const bit = 1 << (row & (LANES - 1));
      let inside = 0;
      begin = at;
      column = 0;
      while (column < columns) {
        const run = runEnd[column] ?? 0;
        // Most of the time goes here, so that there is no branch that the data decides: `length` is 0 for a comma, else 1.
        while (column < run) {
          const byte = bytes[at] ?? 0;
          const says = SAYS_IN_RUN[byte] ?? OTHER;
          const length = ((byte ^ COMMA) + 0xff) >>> 8;
          if (((((bytes[at + 1] ?? 0) ^ COMMA) & -length) | (says & OTHER)) !== 0) break;
          const place = says * stride + column;
          bits[place] = (bits[place] ?? 0) | bit;
          at += length + 1;
          column += 1;
        }
        const stop = cellEnd(bytes, at);
        wrong = stop < 0 ? flawOf(bytes, at) : takeCell(bytes, at, stop, column, row);
        if (wrong !== undefined) break reading;
        if (bytes[at] === QUOTE) inside += lineEndsIn(bytes, at, stop);
        at = stop;
        column += 1;
        if (column === columns) break;
        if (bytes[at] !== COMMA) {
          wrong = endsAfter(column, columns);
          break reading;
        }
        at += 1;
      }
      if (bytes[at] === COMMA) {
        wrong = moreThan(columns);
        break;
      }
      at += bytes[at] === CR ? 2 : 1;
      if (values.length > 0) measured.add(numbers, bit);
      line += 1 + inside;
      row += 1;
      if ((row & (LANES - 1)) === 0) flush((row >>> 5) - 1);
    }
    // A row that is wrong has set bits of a patient that is not counted.
    if ((row & (LANES - 1)) !== 0) flush(row >>> 5);
    rows.count = row;
    // Of a row that is wrong, all is looked at again.
    position.at = wrong === undefined ? at : begin;
    position.line = line;
    return wrong === undefined
      ? undefined
      : { line: line + lineEndsIn(bytes, begin, at), column: Math.min(column, columns) + 1, message: wrong };
  };

  return { block: () => filler.block, rows, read };
}

const NO_ID = "The row has no id; accepted: what says which patient it is of.";

const notAnAnswer = (text: string): string => `Read ${shown(text)}; accepted: ${ANSWERS_ACCEPTED}.`;

function notANumber(bytes: Uint8Array, from: number, to: number): string {
  const text = cellText(bytes, from, to);
  return `Read ${shown(text)}; accepted: ${numberAccepted(text)}, or nothing.`;
}

function isEmpty(bytes: Uint8Array, from: number, to: number): boolean {
  return to <= from + (bytes[from] === QUOTE ? 2 : 0);
}

/** What is wrong with a cell of a column of this kind, as reading it says. */
export function cellFault(
  kind: (Meaning | CodedMeaning)["kind"],
  bytes: Uint8Array,
  from: number,
  to: number,
): string | undefined {
  switch (kind) {
    case "id":
      return isEmpty(bytes, from, to) ? NO_ID : undefined;
    case "value":
    case "limit":
      return numberIn(bytes, from, to) === undefined ? notANumber(bytes, from, to) : undefined;
    case "kept":
      return undefined;
    default: {
      const text = cellText(bytes, from, to);
      return cellAnswer(text) ? undefined : notAnAnswer(text);
    }
  }
}

export const endsAfter = (cells: number, of: number): string => `The row ends after ${cells} of ${of} cells.`;
export const moreThan = (cells: number): string => `The row has more cells than the ${cells} of the header.`;

/** The number of a cell, NaN for an empty one, undefined for what is none. Digits with a point are read without a text. */
function numberIn(bytes: Uint8Array, from: number, to: number): number | undefined {
  if (from === to) return Number.NaN;
  let [whole, decimals, sawPoint] = [0, 0, false];
  let at = from;
  for (; at < to && at - from < 16; at += 1) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) {
      whole = whole * 10 + digit;
      if (sawPoint) decimals += 1;
    } else if (digit === -2 && !sawPoint) sawPoint = true;
    else break;
  }
  // Both are exact below 2^53, and so the quotient is the number nearest to what was written.
  if (at === to && at - from - (sawPoint ? 1 : 0) > 0 && whole < 2 ** 53) return whole / 10 ** decimals;
  const text = cellText(bytes, from, to);
  return text === "" ? Number.NaN : cellNumber(text);
}

interface Filler {
  readonly block: Block;
  /** Where the words of each input begin, by its name. */
  readonly inputs: ReadonlyMap<string, number>;
  /** By column; -1 where there is no such input. */
  readonly present: Int32Array;
  readonly absent: Int32Array;
  readonly explained: readonly Int32Array[];
  /** By the position of the finding among those measured. */
  readonly measuredPresent: Int32Array;
  readonly measuredAbsent: Int32Array;
}

function fillerOf(block: Block, { meanings }: Layout, measured: readonly FindingId[]): Filler {
  const offset = (name: string | undefined): number => (name === undefined ? -1 : (inputOffset(block, name) ?? -1));
  const byColumn = (
    stated: (finding: FindingId) => string,
    measuredName?: (finding: FindingId) => string,
  ): Int32Array =>
    Int32Array.from(meanings, (meaning) => {
      if (meaning.kind === "finding") return offset(stated(meaning.finding));
      return offset(meaning.kind === "measured" ? measuredName?.(meaning.finding) : undefined);
    });
  const { classes, program } = block.scorer;
  return {
    block,
    inputs: new Map([...program.places].map(([name, place]) => [name, place * block.words])),
    present: byColumn(inputName.present, inputName.measuredPresent),
    absent: byColumn(inputName.absent, inputName.measuredAbsent),
    explained: classes.map((_, position) => byColumn((finding) => inputName.explained(finding, position))),
    measuredPresent: Int32Array.from(measured, (finding) => offset(inputName.measuredPresent(finding))),
    measuredAbsent: Int32Array.from(measured, (finding) => offset(inputName.measuredAbsent(finding))),
  };
}

/** What the values of a word of rows say of findings: of each, whether a rule is met, and whether all could be judged. */
function measuredBits(values: readonly ValueColumn[]) {
  const findings = [...new Set(values.flatMap((column) => column.findings))];
  const places = values.map((column) => Int32Array.from(column.findings, (finding) => findings.indexOf(finding)));
  const met = new Int32Array(findings.length);
  const open = new Int32Array(findings.length);
  const any = new Int32Array(findings.length);
  // A limit is of the one value of its test that a row has: beside a second one, nothing says of which.
  const shared = values.filter(
    ({ test, limits }, position) =>
      (limits.low >= 0 || limits.high >= 0) && values.some((other, at) => at < position && other.test === test),
  );
  let bad = 0;
  let ambiguous = 0;
  return {
    findings,
    add: (numbers: Float64Array, bit: number): void => {
      for (const { test, value, limits } of shared) {
        const isGiven = (column: number) => limitIn(numbers, column) !== undefined;
        if (!isGiven(value) || !(isGiven(limits.low) || isGiven(limits.high))) continue;
        if (values.some((other) => other.test === test && other.value !== value && isGiven(other.value)))
          ambiguous |= bit;
      }
      for (const [position, { value, limits, outcome }] of values.entries()) {
        const number = numbers[value] ?? Number.NaN;
        if (Number.isNaN(number)) continue;
        const { believable, judgments } = outcome(number, limitIn(numbers, limits.low), limitIn(numbers, limits.high));
        if (!believable) bad |= bit;
        const own = places[position];
        for (let at = 0; at < judgments.length; at += 1) {
          const place = own?.[at] ?? 0;
          any[place] = (any[place] ?? 0) | bit;
          if (judgments[at] === MET) met[place] = (met[place] ?? 0) | bit;
          if (judgments[at] === OPEN) open[place] = (open[place] ?? 0) | bit;
        }
      }
    },
    unbelievable: (): number => {
      const word = bad;
      bad = 0;
      return word;
    },
    malformed: (): number => {
      const word = ambiguous;
      ambiguous = 0;
      return word;
    },
    flush: (memory: Int32Array, { measuredPresent, measuredAbsent }: Filler, word: number): void => {
      for (let place = 0; place < findings.length; place += 1) {
        const toPresent = measuredPresent[place] ?? -1;
        const toAbsent = measuredAbsent[place] ?? -1;
        const isMet = met[place] ?? 0;
        if (toPresent >= 0) memory[toPresent + word] = isMet;
        if (toAbsent >= 0) memory[toAbsent + word] = (any[place] ?? 0) & ~isMet & ~(open[place] ?? 0);
      }
      met.fill(0);
      open.fill(0);
      any.fill(0);
    },
  };
}

function limitIn(numbers: Float64Array, column: number): number | undefined {
  const limit = column < 0 ? Number.NaN : (numbers[column] ?? Number.NaN);
  return Number.isNaN(limit) ? undefined : limit;
}

/** What a file's columns can say. */
export function saidBy({ meanings }: Layout, values: readonly ValueColumn[], explained: boolean): Said {
  return {
    stated: new Set(meanings.flatMap((meaning) => (meaning.kind === "finding" ? [meaning.finding] : []))),
    measured: new Set([
      ...values.flatMap(({ findings }) => findings),
      ...meanings.flatMap((meaning) => (meaning.kind === "measured" ? [meaning.finding] : [])),
    ]),
    explained,
  };
}

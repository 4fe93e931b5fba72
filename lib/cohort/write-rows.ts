import { looksLikeFormula } from "../record/formula.ts";
import type { Layout } from "./columns.ts";
import { COMMA, cellText, LF, QUOTE } from "./csv.ts";
import type { Rows } from "./read-rows.ts";
import { type Block, contradictionOffset, figuresOf, LANES, type SetScorer } from "./scorer.ts";

/** What is wrong with a row's record: the codes of the issues that withhold a result (lib/record/issues.ts). */
const UNBELIEVABLE = "implausible-value";
const CONTRADICTION = "contradiction";
const MALFORMED = "malformed";
const BAD_DATE = "bad-date";

/** The longest text of a set's figures, in words of four bytes. */
const WORDS_EACH = 16;

/** Bytes of output that are filled row by row. `bytes` is replaced by a larger one where it is too short. */
export interface Output {
  bytes: Uint8Array;
  view: DataView;
  length: number;
}

export function outputOf(size: number): Output {
  const bytes = new Uint8Array(size);
  return { bytes, view: new DataView(bytes.buffer), length: 0 };
}

function ensure(output: Output, more: number): void {
  if (output.length + more <= output.bytes.length) return;
  const larger = outputOf(Math.max(output.bytes.length * 2, output.length + more));
  larger.bytes.set(output.bytes.subarray(0, output.length));
  output.bytes = larger.bytes;
  output.view = larger.view;
}

/** Gives the number of rows that have an error, of which no figures are written. */
export type RowWriter = (block: Block, rows: Rows, bytes: Uint8Array, output: Output) => number;

/** Writes the rows of a scored block behind what an output holds. */
export function rowWriter({ kept }: Layout, sets: readonly SetScorer[]): RowWriter {
  const figures = sets.map(figureTexts);
  const withheld = textOf(sets.map(() => ",,,,,").join(""));
  const issues = {
    unbelievable: textOf(`,${UNBELIEVABLE}\n`),
    contradiction: textOf(`,${CONTRADICTION}\n`),
    malformed: textOf(`,${MALFORMED}\n`),
    misdated: textOf(`,${BAD_DATE}\n`),
  };
  const fixed = sets.length * WORDS_EACH * 4 + withheld.length + 64;
  return (block, rows, bytes, output) => {
    const contradictions = contradictionOffset(block);
    let refused = 0;
    for (let row = 0; row < rows.count; row += 1) {
      const from = rows.ids[2 * row] ?? 0;
      const to = rows.ids[2 * row + 1] ?? 0;
      let more = fixed + to - from;
      for (let slot = 0; slot < kept.length; slot += 1) {
        const place = 2 * (row * kept.length + slot);
        more += 1 + (rows.kept[place + 1] ?? 0) - (rows.kept[place] ?? 0);
      }
      ensure(output, more);
      const { bytes: out, view } = output;
      let at = copy(bytes, from, to, out, output.length);
      const word = row >>> 5;
      const lane = row & (LANES - 1);
      const isUnbelievable = (((rows.unbelievable[word] ?? 0) >>> lane) & 1) === 1;
      const isContradiction = (((block.memory[contradictions + word] ?? 0) >>> lane) & 1) === 1;
      const isMalformed = (((rows.malformed[word] ?? 0) >>> lane) & 1) === 1;
      const isMisdated = (((rows.misdated[word] ?? 0) >>> lane) & 1) === 1;
      const isRefused = isUnbelievable || isContradiction || isMalformed || isMisdated;
      if (isRefused) at = copy(withheld, 0, withheld.length, out, at);
      else {
        for (let set = 0; set < figures.length; set += 1) {
          const texts = figures[set];
          const keys = block.keys[set];
          if (texts && keys) at = texts.write(keys[row] ?? 0, view, at);
        }
      }
      for (let slot = 0; slot < kept.length; slot += 1) {
        const place = 2 * (row * kept.length + slot);
        out[at] = COMMA;
        at = copy(bytes, rows.kept[place] ?? 0, rows.kept[place + 1] ?? 0, out, at + 1);
      }
      if (isRefused) {
        refused += 1;
        const read = isUnbelievable ? issues.unbelievable : issues.contradiction;
        const code = isMalformed ? issues.malformed : isMisdated ? issues.misdated : read;
        at = copy(code, 0, code.length, out, at);
      } else {
        out[at] = COMMA;
        out[at + 1] = LF;
        at += 2;
      }
      output.length = at;
    }
    return refused;
  };
}

function textOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function copy(bytes: Uint8Array, from: number, to: number, out: Uint8Array, at: number): number {
  for (let place = from; place < to; place += 1) out[at + place - from] = bytes[place] ?? 0;
  return at + to - from;
}

/** The figures of a set in the words of the output, each text made once and then copied four bytes at a time. */
function figureTexts(set: SetScorer) {
  let capacity = 1024;
  let places = new Int32Array(capacity).fill(-1);
  let keys = new Int32Array(capacity);
  let texts = new Int32Array((capacity / 2) * WORDS_EACH);
  let lengths = new Uint8Array(capacity / 2);
  let count = 0;
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x9e3779b1) >>> 16;
    for (slot &= capacity - 1; ; slot = (slot + 1) & (capacity - 1)) {
      if (places[slot] === -1 || keys[slot] === key) return slot;
    }
  };
  const grow = (): void => {
    const old = keys.filter((_, slot) => places[slot] !== -1);
    const oldPlaces = places.filter((place) => place !== -1);
    capacity *= 2;
    places = new Int32Array(capacity).fill(-1);
    keys = new Int32Array(capacity);
    texts = widened(texts, (capacity / 2) * WORDS_EACH);
    const longer = new Uint8Array(capacity / 2);
    longer.set(lengths);
    lengths = longer;
    for (const [position, key] of old.entries()) {
      const slot = slotOf(key);
      keys[slot] = key;
      places[slot] = oldPlaces[position] ?? 0;
    }
  };
  const add = (key: number): number => {
    if (count === capacity / 2) grow();
    const { value, lower, upper, asAssessed, verdict } = figuresOf(set, key);
    const bytes = textOf(`,${value},${lower},${upper},${asAssessed},${verdict}`);
    for (const [at, byte] of bytes.entries()) {
      const word = count * WORDS_EACH + (at >> 2);
      texts[word] = (texts[word] ?? 0) | (byte << ((at & 3) * 8));
    }
    lengths[count] = bytes.length;
    const slot = slotOf(key);
    keys[slot] = key;
    places[slot] = count;
    count += 1;
    return count - 1;
  };
  const write = (key: number, view: DataView, at: number): number => {
    const known = places[slotOf(key)] ?? -1;
    const place = known === -1 ? add(key) : known;
    const length = lengths[place] ?? 0;
    let word = place * WORDS_EACH;
    for (let done = 0; done < length; done += 4) {
      view.setInt32(at + done, texts[word] ?? 0, true);
      word += 1;
    }
    return at + length;
  };
  return { write };
}

function widened(words: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length);
  longer.set(words);
  return longer;
}

/**
 * Whether a spreadsheet would take a cell for a formula: cells are kept as they are, so that they can be joined with the
 * file that they came from, and whoever runs the command is told.
 */
export function isFormulaCell(bytes: Uint8Array, from: number, to: number): boolean {
  if (from === to) return false;
  // Nearly all ids begin with a digit or a letter, and no text is made of them.
  const first = bytes[bytes[from] === QUOTE ? from + 1 : from] ?? 0;
  if (isPlain(first)) return false;
  return looksLikeFormula(cellText(bytes, from, to));
}

function isPlain(byte: number): boolean {
  const letter = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (letter >= 0x61 && letter <= 0x7a);
}

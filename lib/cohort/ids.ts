import { cellText, QUOTE } from "./csv.ts";

/** Two words by which an id is told from others: equal for equal ids, whether they were quoted or not. */
export type Hash = Int32Array;

/** Puts the hash of an id at a place. */
export function hashId(bytes: Uint8Array, from: number, to: number, hash: Hash, at: number): void {
  if (bytes[from] === QUOTE) {
    const text = new TextEncoder().encode(cellText(bytes, from, to));
    hashBytes(text, 0, text.length, hash, at);
  } else hashBytes(bytes, from, to, hash, at);
}

/** The hash of an id that is a text, in place of the one that was given before. */
export function hashOf(id: string): Hash {
  const bytes = ENCODER.encode(id);
  hashBytes(bytes, 0, bytes.length, OWN, 0);
  return OWN;
}

const ENCODER = new TextEncoder();
const OWN: Hash = new Int32Array(2);

function hashBytes(bytes: Uint8Array, from: number, to: number, hash: Hash, at: number): void {
  let low = 0x811c9dc5 ^ (to - from);
  let high = 0x5bd1e995;
  for (let place = from; place < to; place += 4) {
    // Bytes behind the id are none of it.
    const word =
      (bytes[place] ?? 0) |
      (place + 1 < to ? (bytes[place + 1] ?? 0) << 8 : 0) |
      (place + 2 < to ? (bytes[place + 2] ?? 0) << 16 : 0) |
      (place + 3 < to ? (bytes[place + 3] ?? 0) << 24 : 0);
    low = Math.imul(low ^ word, 0x2c1b3c6d);
    low ^= low >>> 15;
    high = Math.imul(high + word, 0x297a2d39);
    high ^= high >>> 13;
  }
  low = Math.imul(low, 0x7feb352d);
  hash[at] = low ^ (low >>> 16);
  // Never nothing, which stands for a free place among those seen.
  hash[at + 1] = Math.imul(high ^ (high >>> 16), 0x6b43a9b5) | 1;
}

/**
 * Ids that have been seen, by the two words of each: ten million take 128 MB, where their texts would take a gigabyte.
 * Two different ids may have the same words, once in about a hundred thousand files of ten million rows.
 */
export interface SeenIds {
  /** Whether an id with this hash was seen before; it now is. */
  readonly add: (hash: Hash, at: number) => boolean;
}

export function seenIds(): SeenIds {
  let capacity = 1 << 17;
  let table = new Int32Array(2 * capacity);
  let count = 0;
  const insert = (low: number, high: number): boolean => {
    for (let slot = low & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
      const there = table[2 * slot + 1] ?? 0;
      if (there === 0) {
        table[2 * slot] = low;
        table[2 * slot + 1] = high;
        return false;
      }
      if (there === high && table[2 * slot] === low) return true;
    }
  };
  const grow = (): void => {
    const old = table;
    capacity *= 2;
    table = new Int32Array(2 * capacity);
    for (let at = 0; at < old.length; at += 2) if (old[at + 1] !== 0) insert(old[at] ?? 0, old[at + 1] ?? 0);
  };
  return {
    add: (hash, at) => {
      if (count * 4 > capacity * 3) grow();
      const isSeen = insert(hash[at] ?? 0, hash[at + 1] ?? 0);
      if (!isSeen) count += 1;
      return isSeen;
    },
  };
}

import { QUOTE } from "./csv.ts";

/**
 * Ids that have been seen, by 64 bits of each: ten million take 128 MB, where their texts would take a gigabyte. Two
 * different ids with the same bits are to be expected once in a hundred thousand files of ten million rows; whoever finds
 * one seen looks it up before saying so.
 */
export interface SeenIds {
  /** Whether the id at this place was seen before; it now is. */
  readonly add: (bytes: Uint8Array, from: number, to: number) => boolean;
}

export function seenIds(): SeenIds {
  let capacity = 1 << 16;
  // Two words an id; both 0 where there is none.
  let table = new Int32Array(2 * capacity);
  let count = 0;
  const insert = (low: number, high: number): boolean => {
    for (let slot = low & (capacity - 1); ; slot = (slot + 1) & (capacity - 1)) {
      const [a, b] = [table[2 * slot] ?? 0, table[2 * slot + 1] ?? 0];
      if (a === low && b === high) return true;
      if (a === 0 && b === 0) {
        table[2 * slot] = low;
        table[2 * slot + 1] = high;
        return false;
      }
    }
  };
  const grow = (): void => {
    const old = table;
    capacity *= 2;
    table = new Int32Array(2 * capacity);
    for (let at = 0; at < old.length; at += 2) {
      const [low, high] = [old[at] ?? 0, old[at + 1] ?? 0];
      if (low !== 0 || high !== 0) insert(low, high);
    }
  };
  const add = (bytes: Uint8Array, from: number, to: number): boolean => {
    // Quotation marks around an id are none of it, and a doubled one inside is one.
    const isQuoted = bytes[from] === QUOTE;
    const end = isQuoted ? to - 1 : to;
    let low = 0x811c9dc5;
    let high = 0x5bd1e995;
    for (let at = isQuoted ? from + 1 : from; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (isQuoted && byte === QUOTE) at += 1;
      low = Math.imul(low ^ byte, 0x01000193);
      high = Math.imul((high ^ byte) + 0x3c6ef372, 0x5bd1e995);
      high ^= high >>> 15;
    }
    low = Math.imul(low ^ (low >>> 16), 0x7feb352d);
    low ^= low >>> 15;
    high = Math.imul(high ^ (high >>> 13), 0x6b43a9b5) | 1;
    if (count * 4 > capacity * 3) grow();
    const isSeen = insert(low, high);
    if (!isSeen) count += 1;
    return isSeen;
  };
  return { add };
}

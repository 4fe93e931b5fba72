/** Numbers that look random and are the same on every machine for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of these. @throws RangeError when there is none. */
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffle: <T>(from: readonly T[]) => readonly T[];
}

/** A stream from a text: 32-bit integer arithmetic only, so that no machine rounds it differently. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  const pick = <T>(from: readonly T[]): T => {
    const one = from[from.length === 0 ? 0 : below(from.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  };
  const shuffle = <T>(from: readonly T[]): readonly T[] => {
    const left = [...from];
    return from.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, pick, shuffle, chance: (probability) => next() < probability * 0x1_0000_0000 };
}

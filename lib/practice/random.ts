import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers that look random and are the same on every machine for the same seed. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  readonly below: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  /** One of these. @throws RangeError when there is none. */
  readonly pick: <T>(from: readonly T[]) => T;
  readonly shuffle: <T>(from: readonly T[]) => readonly T[];
}

/** A stream of numbers that begins with a text. */
export function randomFrom(seed: string): Random {
  const generator = xoroshiro128plus(numberOf(seed));
  const below = (limit: number) => uniformInt(generator, 0, limit - 1);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[from.length === 0 ? 0 : below(from.length)];
    if (one === undefined) throw new RangeError("nothing to pick from");
    return one;
  };
  const shuffle = <T>(from: readonly T[]): readonly T[] => {
    const left = [...from];
    return from.flatMap(() => left.splice(below(left.length), 1));
  };
  return { below, pick, shuffle, chance: (probability) => uniformFloat64(generator) < probability };
}

/** A text as a number of 32 bits (FNV-1a over its characters). */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

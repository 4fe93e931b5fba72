import type { Convert } from "./report.ts";

/** Different units that are converted in one import. A chart of many years, from several laboratories, has some dozens. */
const MOST_UNITS = 200;

/**
 * The same values come back many times in a long history, and a conversion is slow. A unit that cannot be converted for
 * one value cannot be for another, and an import with more units than any chart has gets no more of them converted.
 */
export function remembering(convert: Convert): Convert {
  const units = new Set<string>();
  const impossible = new Set<string>();
  const known = new Map<string, number>();
  return (value, from, to) => {
    if (units.size >= MOST_UNITS && !units.has(from)) return undefined;
    units.add(from);
    const pair = `${from} ${to}`;
    const key = `${value} ${pair}`;
    const found = known.get(key) ?? (impossible.has(pair) ? undefined : convert(value, from, to));
    if (found === undefined) impossible.add(pair);
    else known.set(key, found);
    return found;
  };
}

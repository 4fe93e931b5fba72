import type { Saves } from "./saves.ts";

/** The sitting in which an entry was saved. Entries of earlier versions do not say. */
export function sittingOf(saves: Saves = {}): string | undefined {
  return Object.keys(saves).at(-1);
}

/**
 * Whether whoever saved `one` knew of `other`: its answers are there, or were changed by somebody who saw them. Of an
 * entry of an earlier version that is taken to be so, as these did.
 */
export function holdsSave(one: Saves | undefined, other: Saves | undefined): boolean {
  const sitting = sittingOf(other);
  if (!one || !other || sitting === undefined) return true;
  return (one[sitting] ?? 0) >= (other[sitting] ?? 0);
}

/** The saves of two entries that were joined. */
export function togetherHold(one: Saves, other: Saves): Saves {
  const most = Object.entries(other).map(([sitting, count]) => [sitting, Math.max(count, one[sitting] ?? 0)]);
  const rest = Object.entries(one).filter(([sitting]) => !(sitting in other));
  return Object.fromEntries([...rest, ...most]);
}

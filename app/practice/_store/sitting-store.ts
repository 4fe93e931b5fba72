"use client";

import { useSyncExternalStore } from "react";
import { momentOf } from "../../../lib/practice/progress.ts";
import {
  joined,
  readKeptSittings,
  readSittings,
  type SavedSitting,
  withoutSitting,
  withSitting,
  writeSittings,
} from "../../../lib/practice/saved-sitting.ts";
import { createKept } from "../../../lib/store/kept.ts";
import { browserPlaces } from "../../_store/browser-places.ts";
import { holds, SITTINGS_KEY } from "./keys.ts";

const NONE: readonly SavedSitting[] = [];

/** The sittings of this device, and whatever happens to them in another window. */
export const keptSittings = createKept<readonly SavedSitting[]>(
  {
    key: SITTINGS_KEY,
    empty: NONE,
    isEmpty: (sittings) => sittings.length === 0,
    read: readKeptSittings,
    write: writeSittings,
    join: joined,
  },
  browserPlaces,
);

/** The sittings that were begun on this device, the latest first. */
export function savedSittings(): readonly SavedSitting[] {
  return keptSittings.getState().value;
}

export function useSavedSitting(query: string): SavedSitting | undefined {
  return useSyncExternalStore(
    keptSittings.subscribe,
    () => savedSitting(query),
    () => undefined,
  );
}

export function savedSitting(query: string): SavedSitting | undefined {
  return savedSittings().find((one) => one.query === query);
}

/**
 * Keeps the sitting as it is now, and returns it as it is kept: unless another window worked on it since it was as
 * `known`, which is not written over.
 */
export function saveSitting(sitting: SavedSitting, known: SavedSitting | undefined): SavedSitting | undefined {
  const now = { ...sitting, at: momentOf(new Date()) };
  holds(SITTINGS_KEY);
  keptSittings.change((sittings) => {
    const there = sittings.find(({ query }) => query === sitting.query);
    return there && there.at !== known?.at ? sittings : withSitting(sittings, now);
  });
  return savedSitting(sitting.query) === now ? now : known;
}

export function forgetSitting(query: string): void {
  keptSittings.change((sittings) => withoutSitting(sittings, query));
}

export function forgetSittings(): void {
  holds(SITTINGS_KEY, false);
  keptSittings.change(() => NONE);
}

/** The sittings as a file holds them. */
export function exportedSittings(): string {
  return writeSittings(savedSittings());
}

/** Joins the sittings of a file to these; false for a file that holds none. */
export function importSittings(text: string): boolean {
  const sittings = readSittings(text);
  if (sittings.length === 0) return false;
  holds(SITTINGS_KEY);
  keptSittings.change((own) => joined(own, sittings));
  return true;
}

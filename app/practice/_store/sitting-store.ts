"use client";

import { kept, readSittings, type SavedSitting, without, writeSittings } from "../../../lib/practice/saved-sitting.ts";
import { SITTINGS_KEY } from "./keys.ts";

/** The sittings that were begun on this device, the latest first. None where storage is switched off. */
export function savedSittings(): readonly SavedSitting[] {
  try {
    return readSittings(localStorage.getItem(SITTINGS_KEY) ?? "");
  } catch {
    return [];
  }
}

export function savedSitting(query: string): SavedSitting | undefined {
  return savedSittings().find((one) => one.query === query);
}

/** Keeps the sitting as it is now. */
export function saveSitting(sitting: SavedSitting): void {
  write(kept(savedSittings(), { ...sitting, at: new Date().toISOString() }));
}

export function forgetSitting(query: string): void {
  write(without(savedSittings(), query));
}

export function forgetSittings(): void {
  write([]);
}

function write(sittings: readonly SavedSitting[]): void {
  try {
    if (sittings.length === 0) localStorage.removeItem(SITTINGS_KEY);
    else localStorage.setItem(SITTINGS_KEY, writeSittings(sittings));
  } catch {
    // Full or switched off: the sitting lasts as long as the page.
  }
}

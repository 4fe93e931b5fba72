"use client";

import { useSyncExternalStore } from "react";
import {
  type Attempt,
  merged,
  NO_PROGRESS,
  type Progress,
  readKeptProgress,
  readProgress,
  withAttempt,
  writeProgress,
} from "../../../lib/practice/progress.ts";
import { createKept } from "../../../lib/store/kept.ts";
import { browserPlaces } from "../../_store/browser-places.ts";
import { holds, PROGRESS_KEY } from "./keys.ts";

/** The answers of this device, and whatever happens to them in another window. */
export const keptProgress = createKept<Progress>(
  {
    key: PROGRESS_KEY,
    empty: NO_PROGRESS,
    isEmpty: ({ attempts }) => attempts.length === 0,
    read: readKeptProgress,
    write: writeProgress,
    join: merged,
  },
  browserPlaces,
);

/** The history of this device. Empty while the page is built. */
export function useProgress(): Progress {
  return useSyncExternalStore(keptProgress.subscribe, currentProgress, () => NO_PROGRESS);
}

export function addAttempt(attempt: Attempt): void {
  holds(PROGRESS_KEY);
  keptProgress.change((progress) => withAttempt(progress, attempt));
}

/** The history as a file holds it. */
export function exportedProgress(): string {
  return writeProgress(currentProgress());
}

/** Joins an exported history to this one; says what is wrong with a text that holds none. */
export function importProgress(text: string): string | undefined {
  const read = readProgress(text);
  if ("problem" in read) return read.problem;
  holds(PROGRESS_KEY);
  keptProgress.change((progress) => merged(progress, read.progress));
  return undefined;
}

export function eraseProgress(): void {
  holds(PROGRESS_KEY, false);
  keptProgress.change(() => NO_PROGRESS);
}

/** The history of this device, for a moment outside of a page's parts. */
export function currentProgress(): Progress {
  return keptProgress.getState().value;
}

"use client";

import { useSyncExternalStore } from "react";
import {
  type Attempt,
  merged,
  NO_PROGRESS,
  type Progress,
  readProgress,
  withAttempt,
  writeProgress,
} from "../../../lib/practice/progress.ts";
import { PROGRESS_KEY } from "./keys.ts";

let progress: Progress | undefined;
const listeners = new Set<() => void>();

/** The history of this device, and whatever happens to it in another tab. Empty while the page is built. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, current, () => NO_PROGRESS);
}

export function addAttempt(attempt: Attempt): void {
  become(withAttempt(current(), attempt));
}

/** The history as a file holds it. */
export function exportedProgress(): string {
  return writeProgress(current());
}

/** Joins an exported history to this one; says what is wrong with a text that holds none. */
export function importProgress(text: string): string | undefined {
  const read = readProgress(text);
  if ("problem" in read) return read.problem;
  become(merged(current(), read.progress));
  return undefined;
}

export function eraseProgress(): void {
  become(NO_PROGRESS);
}

/** The history of this device, for a moment outside of a page's parts. */
export function currentProgress(): Progress {
  return current();
}

function current(): Progress {
  progress ??= stored();
  return progress;
}

function stored(): Progress {
  try {
    const text = localStorage.getItem(PROGRESS_KEY);
    if (text === null) return NO_PROGRESS;
    const read = readProgress(text);
    if ("progress" in read) return read.progress;
    // What cannot be read is set aside before the next answer would be written over it.
    localStorage.setItem(`${PROGRESS_KEY} damaged`, text);
    return NO_PROGRESS;
  } catch {
    // Storage is switched off: the history lasts as long as the page.
    return NO_PROGRESS;
  }
}

function become(next: Progress): void {
  progress = next;
  try {
    if (next.attempts.length === 0) localStorage.removeItem(PROGRESS_KEY);
    else localStorage.setItem(PROGRESS_KEY, writeProgress(next));
  } catch {
    // Full or switched off; what was just answered still shows until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const changedElsewhere = (event: StorageEvent) => {
    if (event.key !== PROGRESS_KEY && event.key !== null) return;
    progress = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener("storage", changedElsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", changedElsewhere);
  };
}

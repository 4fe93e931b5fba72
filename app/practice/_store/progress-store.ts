"use client";

import { useSyncExternalStore } from "react";
import {
  type Attempt,
  merged,
  NO_PROGRESS,
  type Progress,
  readProgress,
  writeProgress,
} from "../../../lib/practice/progress.ts";

/** Where the history lies on this device. The version is part of the name: another version leaves it alone. */
const KEY = "sle-practice/1";

let progress: Progress | undefined;
const listeners = new Set<() => void>();

/** The history of this device, and whatever happens to it in another tab. Empty while the page is built. */
export function useProgress(): Progress {
  return useSyncExternalStore(subscribe, current, () => NO_PROGRESS);
}

export function addAttempt(attempt: Attempt): void {
  become({ ...current(), attempts: [...current().attempts, attempt] });
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

function current(): Progress {
  progress ??= stored();
  return progress;
}

function stored(): Progress {
  try {
    const read = readProgress(localStorage.getItem(KEY) ?? writeProgress(NO_PROGRESS));
    return "progress" in read ? read.progress : NO_PROGRESS;
  } catch {
    // Storage is switched off: the history lasts as long as the page.
    return NO_PROGRESS;
  }
}

function become(next: Progress): void {
  progress = next;
  try {
    if (next.attempts.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, writeProgress(next));
  } catch {
    // Full or switched off; what was just answered still shows until the page is left.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  const changedElsewhere = (event: StorageEvent) => {
    if (event.key !== KEY && event.key !== null) return;
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

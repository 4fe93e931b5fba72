"use client";

import { useSyncExternalStore } from "react";

let said = "";
let taking: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Says a short sentence about what was just done; it goes by itself. */
export function say(words: string): void {
  if (words === said) return;
  clearTimeout(taking);
  said = words;
  for (const listener of listeners) listener();
  if (words !== "") taking = setTimeout(() => say(""), LONG_ENOUGH);
}

/** To read a sentence twice, in milliseconds. Nothing has to be done in that time. */
const LONG_ENOUGH = 10_000;

export function useSaid(): string {
  return useSyncExternalStore(
    subscribe,
    () => said,
    () => "",
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

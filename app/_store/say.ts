"use client";

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

const said = createStore(() => "");
let taking: ReturnType<typeof setTimeout> | undefined;

/** Says a short sentence about what was just done; it goes by itself. */
export function say(words: string): void {
  if (words === said.getState()) return;
  clearTimeout(taking);
  said.setState(words, true);
  if (words !== "") taking = setTimeout(() => say(""), LONG_ENOUGH);
}

/** To read a sentence twice, in milliseconds. Nothing has to be done in that time. */
const LONG_ENOUGH = 10_000;

export function useLastMessage(): string {
  return useStore(said);
}

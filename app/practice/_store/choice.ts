"use client";

import { type KeptChoice, readChoice, writeChoice } from "../../../lib/practice/kept-choice.ts";
import { browserPlaces } from "../../_store/browser-places.ts";
import { CHOICE_KEY } from "./keys.ts";

/** What was last asked for at the start of practice, where the device kept it. */
export function lastChoice(): KeptChoice | undefined {
  const found = browserPlaces.read(CHOICE_KEY);
  return found === "forbidden" ? undefined : readChoice(found.text);
}

export function keepChoice(choice: KeptChoice): void {
  browserPlaces.write(CHOICE_KEY, writeChoice(choice));
}

export function forgetChoice(): void {
  browserPlaces.remove(CHOICE_KEY);
}

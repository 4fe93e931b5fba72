"use client";

import { useSyncExternalStore } from "react";

type FormCode = typeof import("./measurement-form.tsx");

let code: FormCode | undefined;
let asked = false;
const waiting = new Set<() => void>();

/**
 * The code of the measurement form, fetched when the page is first used. It checks what is typed with a schema; a page
 * that nobody has touched yet does without.
 */
export function useFormCode(): FormCode | undefined {
  return useSyncExternalStore(
    (listener) => {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    () => code,
    () => undefined,
  );
}

export async function fetchFormCode(): Promise<void> {
  if (asked) return;
  asked = true;
  try {
    code = await import("./measurement-form.tsx");
  } catch {
    // Offline before the first full visit: the next field that is entered asks again.
    asked = false;
    return;
  }
  // Each form in a task of its own, so that an answer given meanwhile does not wait for all of them.
  for (const listener of waiting) setTimeout(listener);
}

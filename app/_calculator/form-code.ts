"use client";

import { useSyncExternalStore } from "react";

type FormCode = typeof import("./measurement-form.tsx");

let code: FormCode | undefined;
let asked = false;
const waiting = new Set<() => void>();

/**
 * The code of the measurement form, fetched once the page is at rest or a value's field is entered. It checks what is
 * typed with a schema; the first picture of the page does not wait for that.
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
  for (const listener of waiting) listener();
}

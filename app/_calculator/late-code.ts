"use client";

import { useSyncExternalStore } from "react";

/** Code that the first picture of the page does not need: `use` gives it once `fetch` has brought it. */
export function lateCode<Code>(load: () => Promise<Code>) {
  let code: Code | undefined;
  let asked = false;
  const waiting = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    waiting.add(listener);
    return () => waiting.delete(listener);
  };
  return {
    useCode: (): Code | undefined =>
      useSyncExternalStore(
        subscribe,
        () => code,
        () => undefined,
      ),
    async fetch(): Promise<void> {
      if (asked) return;
      asked = true;
      try {
        code = await load();
      } catch {
        // Offline before the first full visit: the next one who needs it asks again.
        asked = false;
        return;
      }
      for (const listener of waiting) listener();
    },
  };
}

/**
 * What waits is not left to run once the page of a test file has been taken down: it would find no document, which
 * fails a run of which every test has passed.
 */
import { afterAll } from "vitest";

const waiting = new Set<ReturnType<typeof setTimeout>>();

globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
  apply(set, self, given) {
    const timer: ReturnType<typeof setTimeout> = Reflect.apply(set, self, given);
    waiting.add(timer);
    return timer;
  },
});

afterAll(() => {
  for (const timer of waiting) clearTimeout(timer);
  waiting.clear();
});

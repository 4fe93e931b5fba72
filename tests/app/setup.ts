/**
 * What waits is not left to run once the page of a test file has been taken down: it would find no document, which
 * fails a run of which every test has passed. Between the last test and then, nothing new is begun either.
 */
import { afterAll } from "vitest";

const waiting = new Set<ReturnType<typeof setTimeout>>();
let isOver = false;

globalThis.setTimeout = new Proxy(globalThis.setTimeout, {
  apply(set, self, given) {
    const timer: ReturnType<typeof setTimeout> = Reflect.apply(set, self, given);
    if (isOver) clearTimeout(timer);
    else waiting.add(timer);
    return timer;
  },
});

afterAll(() => {
  isOver = true;
  for (const timer of waiting) clearTimeout(timer);
});

// The page of such a test has no width: whatever asks is told that it is a wide one.
globalThis.matchMedia ??= (media) =>
  Object.assign(new EventTarget(), { media, matches: media.includes("width >=") }) as MediaQueryList;

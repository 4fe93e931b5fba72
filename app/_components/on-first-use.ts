const USES = ["pointermove", "pointerdown", "keydown", "focusin", "wheel"];

/**
 * Runs once, when a person first moves the pointer, touches, scrolls or types: for code that the page does without
 * until somebody uses it. Returns the way to stop waiting.
 */
export function onFirstUse(run: () => void): () => void {
  const waiting = new AbortController();
  for (const use of USES) {
    document.addEventListener(
      use,
      () => {
        waiting.abort();
        run();
      },
      { signal: waiting.signal, capture: true, passive: true },
    );
  }
  return () => waiting.abort();
}

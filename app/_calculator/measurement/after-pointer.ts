let down = false;

const ENDS = ["pointerup", "pointercancel"] as const;

/** Where an entry is pressed that may be the very one that is to change: what is pressed would be gone before its click. */
const ENTRIES = ".entered, .values";

if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ENDS) document.addEventListener(end, () => (down = false), true);
}

/**
 * Runs at once, or, while a pointer is pressed, once its click has arrived: what moves under a pressed pointer
 * would make the click miss its target. Held by "a value that is entered because something below it is pressed does not
 * move what is pressed" in tests/browser/calculator.test.ts. It runs before what the click does, which may be to copy
 * the record or to turn to another patient.
 */
export function afterPointer(run: () => void): void {
  if (!down) {
    run();
    return;
  }
  const heard = new AbortController();
  const options = { capture: true, signal: heard.signal };
  const once = () => {
    if (heard.signal.aborted) return;
    heard.abort();
    run();
  };
  const onClick = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest(ENTRIES))) once();
  };
  window.addEventListener("click", onClick, options);
  // Not every press ends in a click.
  for (const end of ENDS) window.addEventListener(end, () => setTimeout(once), options);
}

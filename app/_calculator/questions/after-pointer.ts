let down = false;

if (typeof document !== "undefined") {
  document.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel"]) document.addEventListener(end, () => (down = false), true);
}

/**
 * Runs at once, or, while a pointer is pressed, once its click has arrived: what moves under a pressed pointer
 * would make the click miss its target. Held by "a value that is entered because something below it is pressed does not
 * move what is pressed" in tests/browser/calculator.test.ts.
 */
export function afterPointer(run: () => void): void {
  if (!down) {
    run();
    return;
  }
  document.addEventListener("pointerup", () => setTimeout(run), { once: true });
}

import { flushSync } from "react-dom";
import type { RecordStore } from "./record-store.ts";

/**
 * Whatever is pressed or typed next meets a page that shows the record as it is: what follows a press late is caught up
 * with first. Another answer waits for none of it, since a row shows its own answer at once. Returns the way to stop.
 */
export function catchUpBeforeInput(store: RecordStore): () => void {
  const onInput = ({ target }: Event) => {
    if (!(target instanceof Element && target.closest(".answers"))) flushSync(store.catchUp);
  };
  const kinds = ["pointerdown", "click", "keydown", "beforeinput", "change"];
  for (const kind of kinds) window.addEventListener(kind, onInput, true);
  return () => {
    for (const kind of kinds) window.removeEventListener(kind, onInput, true);
  };
}

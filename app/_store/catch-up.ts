"use client";

import { useEffect } from "react";
import { flushSync } from "react-dom";
import { useRecordStore } from "./use-record.ts";

const INPUT = ["pointerdown", "click", "keydown", "beforeinput", "change"];

/**
 * Whatever is pressed or typed next meets a page that shows the record as it is: what follows a press late is caught up
 * with first. Another answer waits for none of it, since a row shows its own answer at once; the way on from an answer
 * does, since below the row may be what it leads to. It comes after the first paint, as does every list that can be
 * pressed and follows late.
 */
export function CatchUp(): null {
  const store = useRecordStore();
  useEffect(() => {
    const onInput = (event: Event) => {
      const { target } = event;
      const isAnswer = target instanceof Element && target.closest(".answers");
      if (!isAnswer || (event instanceof KeyboardEvent && event.key === "Tab")) flushSync(store.catchUp);
    };
    for (const kind of INPUT) window.addEventListener(kind, onInput, true);
    return () => {
      for (const kind of INPUT) window.removeEventListener(kind, onInput, true);
    };
  }, [store]);
  return null;
}

"use client";

import { useEffect } from "react";

/** By which Safari tells the key that ends a composition, which it does once that is over. */
const OF_COMPOSITION = 229;

/**
 * While a text is composed, as Japanese is, keys such as Enter, Escape and the arrows are for what is composed. Nothing on
 * the page hears them: the beginning of a word would be entered.
 */
export function Composition(): null {
  useEffect(() => {
    const keep = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === OF_COMPOSITION) event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", keep, true);
    return () => window.removeEventListener("keydown", keep, true);
  }, []);
  return null;
}

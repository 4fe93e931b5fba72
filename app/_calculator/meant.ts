"use client";

import { useEffect } from "react";

/** What can be pressed so that something else comes into its place. */
const PRESSED = "button, .answer";

/**
 * What was pressed is what is meant. What has come into its place meanwhile, such as the next line of a list or the
 * answer to a question, is pressed neither by the second click of a double click nor by Enter that is held down.
 */
export function Meant(): null {
  useEffect(() => {
    let first: { readonly place: Element | null; readonly name: string | null | undefined } | undefined;
    /** Whether it is pressed again, and something else than at first. */
    const isAnother = (target: EventTarget | null, again: boolean) => {
      const place = target instanceof Element ? target.closest(PRESSED) : null;
      // A list may show its next line by the same element.
      const name = place?.getAttribute("aria-label") ?? place?.textContent;
      if (again && first) return place !== first.place || name !== first.name;
      first = { place, name };
      return false;
    };
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    // A click by a key is none of several.
    const onClick = (event: MouseEvent) => {
      if (event.detail > 0 && isAnother(event.target, event.detail > 1)) stop(event);
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === "Enter" && isAnother(event.target, event.repeat)) stop(event);
    };
    window.addEventListener("click", onClick, true);
    window.addEventListener("keydown", onKeyDown, true);
    return () => {
      window.removeEventListener("click", onClick, true);
      window.removeEventListener("keydown", onKeyDown, true);
    };
  }, []);
  return null;
}

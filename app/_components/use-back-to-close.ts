"use client";

import { useEffect } from "react";

/** How to take away what covers the page, the topmost last. All share one step of the browser's history. */
const covers: (() => void)[] = [];
let listening = false;
/** The browser goes back in its own time; asked twice before that, it would leave the page. */
let steppingBack = false;

/**
 * While something covers the page, the browser's Back takes that away and stays on the page, as Back does on a phone.
 * Taken away in another manner, the step that was made for it is taken back too.
 */
export function useBackToClose(close: () => void): void {
  useEffect(() => {
    if (!listening) window.addEventListener("popstate", onPopState);
    listening = true;
    covers.push(close);
    settleLater();
    return () => {
      covers.splice(covers.lastIndexOf(close), 1);
      settleLater();
    };
  }, [close]);
}

function onPopState(): void {
  history.scrollRestoration = "auto";
  if (steppingBack) steppingBack = false;
  else covers.at(-1)?.();
  settleLater();
}

/**
 * Makes the step where it is missing and takes it back where nothing needs it. Later, since another cover may take the
 * place of the one before, or a link on it lead away from the page.
 */
function settleLater(): void {
  setTimeout(() => {
    if (steppingBack || covers.length > 0 === isStep()) return;
    if (covers.length > 0) {
      // What covers the page knows where the page was; the browser would guess before the page is drawn again.
      history.scrollRestoration = "manual";
      history.pushState({ ...history.state, [STEP]: true }, "");
    } else {
      steppingBack = true;
      history.back();
    }
  });
}

const STEP = "covered";

function isStep(): boolean {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null && STEP in state;
}

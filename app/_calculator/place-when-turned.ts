"use client";

import { useEffect } from "react";
import { questionInView } from "./keep-place.ts";

/** Keeps the question that is in view in view when the screen is turned, or the window becomes wider or narrower. */
export function PlaceWhenTurned(): null {
  useEffect(keepPlaceWhenTurned, []);
  return null;
}

/** How long the page rests before what is in its middle counts as what is read, in milliseconds. */
const REST = 150;

/**
 * Keeps the question that is in view in view when the screen is turned, or the window becomes wider or narrower: every
 * line breaks anew then, and the same place on the page is another question. Returns the way to stop. Held by "turned"
 * in tests/browser/phone.test.ts.
 */
function keepPlaceWhenTurned(): () => void {
  let width = window.innerWidth;
  let read: Element | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let turning = 0;
  const look = () => {
    read = questionInView();
  };
  const onRest = () => {
    clearTimeout(resting);
    // A page that is laid out anew scrolls by itself: that is no reading.
    resting = setTimeout(() => performance.now() - turning > 2 * REST && look(), REST);
  };
  const onResize = () => {
    // The keys of a phone take height alone, and take the place that they need by themselves.
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    turning = performance.now();
    const question = read;
    if (question) settle(question);
  };
  window.addEventListener("resize", onResize);
  document.addEventListener("scroll", onRest, { capture: true, passive: true });
  document.addEventListener("focusin", onRest);
  return () => {
    clearTimeout(resting);
    window.removeEventListener("resize", onResize);
    document.removeEventListener("scroll", onRest, { capture: true });
    document.removeEventListener("focusin", onRest);
  };
}

/** Groups that come into view are laid out only then, and move what is below them: it is looked at more than once. */
function settle(question: Element, looks = 4): void {
  requestAnimationFrame(() => {
    if (!question.isConnected) return;
    question.scrollIntoView({ block: "center" });
    if (looks > 1) settle(question, looks - 1);
  });
}

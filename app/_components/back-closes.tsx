"use client";

import { useBackToClose } from "./use-back-to-close.ts";

/** Drawn while something covers the page: the browser's Back then takes that away. */
export function BackCloses({ close }: { close: () => void }) {
  useBackToClose(close);
  return null;
}

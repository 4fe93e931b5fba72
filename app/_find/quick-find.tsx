"use client";

/** The field that finds any finding or enters a measurement; empty until its part of the page is written. */
export function QuickFind() {
  return null;
}

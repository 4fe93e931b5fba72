import type { LimitName } from "../../criteria/types.ts";

/** The limits of its own that a laboratory can give beside a value, in words. */
export const LIMIT_WORDS = {
  low: "lower limit",
  high: "upper limit",
  p99: "99th percentile",
} as const satisfies Record<LimitName, string>;

/** The same, in the order in which they are printed. */
export const LIMIT_NAMES = Object.keys(LIMIT_WORDS) as readonly LimitName[];

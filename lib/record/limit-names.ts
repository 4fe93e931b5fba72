import type { LimitName } from "../../criteria/types.ts";

/** An object, since the compiler sees in it a limit that is left out. */
const EVERY_LIMIT: Readonly<Record<LimitName, true>> = { low: true, high: true, p99: true };

/** The limits of its own that a laboratory can give beside a value, in the order in which they are printed. */
export const LIMIT_NAMES = Object.keys(EVERY_LIMIT) as readonly LimitName[];

import type { CitedSet } from "../../../lib/cohort/methods.ts";

/** A set as the page shows it. */
export interface PageSet extends CitedSet {
  /** From which score on it classifies. */
  readonly threshold: number;
  readonly comparison: ">=" | ">";
}

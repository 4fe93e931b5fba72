import type { CitedSet } from "../../../lib/cohort/methods.ts";

/** A set as the page shows it. */
export interface PageSet extends CitedSet {
  /** From which score on it classifies. */
  readonly threshold: number;
  readonly comparison: ">=" | ">";
}

/** What the page says of the definitions. */
export interface CohortDefinitions {
  readonly sets: readonly PageSet[];
  /** What is assumed from other findings, in words. */
  readonly assumed: string;
  /** What a score over and under a threshold says, in words. */
  readonly thresholds: string;
}

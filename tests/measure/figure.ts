import type { Browser } from "playwright-core";

/** One line of the table: what was measured, what it has to reach, what it reached. */
export interface Figure {
  readonly what: string;
  readonly bar: string;
  readonly figure: string;
  /** Undefined where it could not be judged on this machine at this time, and the figure says why. */
  readonly holds: boolean | undefined;
}

/** What a measure works with: the built app where it is served, and a browser that Lighthouse can steer too. */
export interface Place {
  readonly origin: string;
  /** An app of the same framework that does nothing, served beside it: built when a measure first asks for it. */
  readonly floor: () => Promise<string>;
  readonly browser: Browser;
  readonly debuggingPort: number;
  /** The only pages to measure, where a measure goes through pages; one of each kind unless said. */
  readonly paths?: readonly string[];
}

export type Measure = (place: Place) => Promise<readonly Figure[]>;

/** What could not be judged, and why: a machine that has too much else to do is no reason to say nothing of the rest. */
export function notJudged(what: string, bar: string, cause: unknown): Figure {
  const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
  return { what, bar, figure: `could not be judged: ${why}`, holds: undefined };
}

/** The middle of some figures, and the one that nine of ten do not exceed. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

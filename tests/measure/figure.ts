import type { Browser } from "playwright-core";

/** One line of the table: what was measured, what it has to reach, what it reached. */
export interface Figure {
  readonly what: string;
  readonly bar: string;
  readonly figure: string;
  readonly holds: boolean;
}

/** What a measure works with: the built app where it is served, and a browser that Lighthouse can steer too. */
export interface Place {
  readonly origin: string;
  readonly browser: Browser;
  readonly debuggingPort: number;
  /** The only pages to measure, where a measure goes through pages; one of each kind unless said. */
  readonly paths?: readonly string[];
}

export type Measure = (place: Place) => Promise<readonly Figure[]>;

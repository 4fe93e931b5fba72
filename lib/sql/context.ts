import type { Definitions } from "../../criteria/types.ts";
import type { CohortColumns } from "./columns.ts";
import type { Dialect } from "./dialect.ts";

/** What the parts of the query are made from. */
export interface Context {
  readonly definitions: Definitions;
  readonly columns: CohortColumns;
  readonly dialect: Dialect;
}

/** The kinds of mistake that a row can have, each with the column that says whether it has one. */
export const MISTAKES = ["malformed", "not-a-number", "implausible-value", "contradiction"] as const;
export type Mistake = (typeof MISTAKES)[number];

export const mistakeColumn = (mistake: Mistake): string => `is ${mistake}`;
export const causeColumn = (finding: string): string => `${finding} cause`;
export const measuredColumn = (finding: string): string => `${finding} measured`;

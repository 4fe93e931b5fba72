import type { TestId } from "../../../criteria/types.ts";
import type { Proposal } from "./report.ts";

/** What is proposed, before it has an id. */
export type Body = Proposal extends infer One ? (One extends unknown ? Omit<One, "id"> : never) : never;

/** What one coded statement comes to. */
export type Outcome =
  | { readonly kind: "proposals"; readonly bodies: readonly Body[] }
  | Left
  | { readonly kind: "needs-converter" };

/** What was not taken, and why. */
export interface Left {
  readonly kind: "not-taken";
  readonly what: string;
  readonly why: string;
  /** The test of which it is a result that could not be read, by its code or, as it seems, by its name. */
  readonly test?: TestId;
}

export const notTaken = (what: string, why: string): Left => ({ kind: "not-taken", what, why });

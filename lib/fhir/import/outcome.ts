import type { Proposal } from "./report.ts";

/** What is proposed, before it has an id. */
export type Body = Proposal extends infer One ? (One extends unknown ? Omit<One, "id"> : never) : never;

/** What one coded statement comes to. */
export type Outcome =
  | { readonly kind: "proposals"; readonly bodies: readonly Body[] }
  | { readonly kind: "not-taken"; readonly what: string; readonly why: string }
  | { readonly kind: "needs-converter" };

export const notTaken = (what: string, why: string): Outcome => ({ kind: "not-taken", what, why });

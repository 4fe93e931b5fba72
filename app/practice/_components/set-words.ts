import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";
import type { ReviewedSet } from "../../../lib/practice/review.ts";

/** What a review says of a set beside its rules. The page brings it, since no other page needs it. */
export interface SetWords {
  readonly notItems: { readonly [F in FindingId]?: string };
  /** The definition of the entry criterion; empty where there is none. */
  readonly entry: string;
}

export function withWords(set: CriteriaSet, { notItems, entry: definition }: SetWords): ReviewedSet {
  const { entry, ...rules } = set;
  return { ...rules, notItems, ...(entry && { entry: { ...entry, definition } }) };
}

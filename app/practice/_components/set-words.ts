import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";

/** What a review says of a set and the criteria in the browser leave out, because only the reference pages print it. */
export interface SetWords {
  readonly notItems: { readonly [F in FindingId]?: string };
  /** The definition of the entry criterion; empty where there is none. */
  readonly entry: string;
}

export function withWords(set: CriteriaSet, words: SetWords | undefined): CriteriaSet {
  if (!words) return set;
  const { entry } = set;
  return { ...set, notItems: words.notItems, ...(entry && { entry: { ...entry, definition: words.entry } }) };
}

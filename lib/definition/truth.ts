import type { Condition } from "../../criteria/types.ts";
import type { Leaf } from "./walk.ts";

/**
 * Three truth values, ordered, so that "all" is the least and "any" the greatest (Kleene's strong logic).
 * Unknown is not false.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 2;
export type Truth = typeof FALSE | typeof UNKNOWN | typeof TRUE;

export function not(truth: Truth): Truth {
  return (TRUE - truth) as Truth;
}

export function all(truths: readonly Truth[]): Truth {
  return truths.reduce<Truth>((least, truth) => (truth < least ? truth : least), TRUE);
}

export function any(truths: readonly Truth[]): Truth {
  return truths.reduce<Truth>((greatest, truth) => (truth > greatest ? truth : greatest), FALSE);
}

export function atLeast(count: number, truths: readonly Truth[]): Truth {
  const certain = truths.filter((truth) => truth === TRUE).length;
  const possible = truths.filter((truth) => truth !== FALSE).length;
  return counted(count, certain, possible);
}

function counted(count: number, certain: number, possible: number): Truth {
  return certain >= count ? TRUE : possible >= count ? UNKNOWN : FALSE;
}

/** The truth of a condition, given the truth of what it reads. */
export function truthOf(condition: Condition, read: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return read(condition);
    // Without a list of truths: of all that is scored, this is done most often.
    case "all": {
      let least: Truth = TRUE;
      for (const part of condition.of) {
        const truth = truthOf(part, read);
        if (truth === FALSE) return FALSE;
        if (truth < least) least = truth;
      }
      return least;
    }
    case "any": {
      let greatest: Truth = FALSE;
      for (const part of condition.of) {
        const truth = truthOf(part, read);
        if (truth === TRUE) return TRUE;
        if (truth > greatest) greatest = truth;
      }
      return greatest;
    }
    case "atLeast": {
      let [certain, possible] = [0, 0];
      for (const part of condition.of) {
        const truth = truthOf(part, read);
        if (truth === TRUE) certain += 1;
        if (truth !== FALSE) possible += 1;
      }
      return counted(condition.count, certain, possible);
    }
    case "not":
      return not(truthOf(condition.of, read));
  }
}

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
  return certain >= count ? TRUE : possible >= count ? UNKNOWN : FALSE;
}

/** The truth of a condition, given the truth of what it reads. */
export function truthOf(condition: Condition, read: (leaf: Leaf) => Truth): Truth {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return read(condition);
    case "all":
      return all(condition.of.map((part) => truthOf(part, read)));
    case "any":
      return any(condition.of.map((part) => truthOf(part, read)));
    case "atLeast":
      return atLeast(
        condition.count,
        condition.of.map((part) => truthOf(part, read)),
      );
    case "not":
      return not(truthOf(condition.of, read));
  }
}

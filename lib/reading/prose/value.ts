/** What is read of a value in a sentence. */
import type { Amount } from "../amounts.ts";
import type { Mention } from "../names.ts";

/** A value in a sentence: its name, its number and what belongs to them, as tokens. */
export interface ProseValue {
  readonly mention: Mention;
  readonly amount: Amount;
  /** First token of the number, and the first behind all of it. */
  readonly from: number;
  readonly to: number;
  /** A day stands beside it, whether it can be read or not. */
  readonly hasDay: boolean;
}

/** A name with a number that is no value of it, and why. */
export interface NoValue {
  readonly mention: Mention;
  readonly to: number;
  readonly why: string;
}

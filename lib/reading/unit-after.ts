import type { LabTest } from "../../criteria/types.ts";
import { UNIT_WORDS, type UnitWords } from "./rules/unit-words.ts";

/** A unit that the record accepts for a test, and by what the written number is multiplied to be in it. */
export interface UnitRead {
  readonly unit: string;
  readonly times: readonly [number, number];
  /** Where the text goes on. */
  readonly end: number;
}

/** What is asked of a test to read its unit. */
export interface Units {
  readonly units: readonly LabTest["units"][number][];
}

/** Longest way to write a unit, with blanks. */
const LONGEST = 34;
const ONCE: readonly [number, number] = [1, 1];

const BY_WORDS = new Map<string, UnitWords[]>();
for (const unit of UNIT_WORDS)
  for (const words of unit.words) BY_WORDS.set(words, [...(BY_WORDS.get(words) ?? []), unit]);

const ENDS_UNIT = /[a-z0-9%°)\]}'.]/;
const IS_UNIT_CHARACTER = /[a-z0-9/^*.%°()[\]{}' -]/;

/**
 * The unit with which the text goes on at a place, if it is one that the test accepts: the longest that can be read.
 * `other` where it is a unit, but of no such test.
 */
export function unitAfter(text: string, from: number, test: Units): UnitRead | "other" | undefined {
  let at = from;
  while (text[at] === " " || text[at] === "\t") at += 1;
  let end = at;
  while (end < text.length && end - at < LONGEST && IS_UNIT_CHARACTER.test(text[end] ?? "")) end += 1;
  let other: "other" | undefined;
  for (let stop = end; stop > at; stop -= 1) {
    if (!ENDS_UNIT.test(text[stop - 1] ?? "") || isInsideWord(text, stop)) continue;
    const words = text.slice(at, stop).replaceAll(/[\s^*]|^[([]|[\])]$|[.-]$/g, "");
    const meant = BY_WORDS.get(words);
    if (!meant) continue;
    const read = unitFor(meant, test);
    if (read) return { ...read, end: stop };
    other = "other";
  }
  return other;
}

function isInsideWord(text: string, stop: number): boolean {
  return /[a-z0-9]/.test(text[stop - 1] ?? "") && /[a-z0-9]/.test(text[stop] ?? "");
}

function unitFor(meant: readonly UnitWords[], test: Units): Omit<UnitRead, "end"> | undefined {
  for (const { unit, times = ONCE } of meant) {
    if (test.units.some((accepted) => accepted.unit === unit)) return { unit, times };
  }
  return undefined;
}

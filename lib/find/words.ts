import { plain, slipsBetween } from "../definition/spelling.ts";

/** Words that say nothing about which finding is meant. */
const FILLERS = new Set([
  "a",
  "an",
  "and",
  "at",
  "by",
  "for",
  "in",
  "is",
  "of",
  "on",
  "or",
  "than",
  "the",
  "to",
  "with",
]);

/**
 * The words of a text as they are compared: lower case, without accents, plural endings and the differences
 * between British and American spelling. Fillers are left out unless nothing else is there.
 */
export function wordsOf(text: string): readonly string[] {
  const words = plain(text).match(/[a-z0-9]+/g) ?? [];
  const telling = words.filter((word) => !FILLERS.has(word));
  return (telling.length > 0 ? telling : words).map(singular);
}

/**
 * A name as it is compared whole: without spaces, plural endings and the marks inside its words, so that "ds-DNA",
 * "ds DNA" and "dsDNA" are the same. Every other sign stays, so that "anti-Sm -", "protein 3+" and "malar?" are no
 * name's equal.
 */
export function squeezed(text: string): string {
  return signed(text).map(singular).join("");
}

/** The words of a name in any order and without fillers: "C3 low" is "Low C3". */
export function unordered(text: string): string {
  const telling = signed(text).filter((word) => !FILLERS.has(word));
  return telling.map(singular).sort().join(" ");
}

/** Whether a name is another, in any order and without fillers, one and several of a thing being two. */
export function isSameInNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => signed(text).filter((word) => !FILLERS.has(word)));
  return a?.join("") === b?.join("") || a?.sort().join(" ") === b?.sort().join(" ");
}

/** The words of a text that stand in none of these, nor begin one; a sign that no word has is not read either. */
export function missing(text: string, words: ReadonlySet<string>): string {
  const isThere = (part: string) =>
    words.has(part) || (/^[a-z]{3}/.test(part) && [...words].some((word) => word.startsWith(part)));
  return text
    .split(/\s+/)
    .filter((word) => {
      const bare = signed(word).join(" ");
      return !FILLERS.has(bare) && !(/^[a-z0-9 ]+$/.test(bare) && wordsOf(bare).every(isThere));
    })
    .join(" ");
}

/** Words with their signs. Marks between letters say nothing; those between digits do, and so does a dash beside a space. */
function signed(text: string): readonly string[] {
  return plain(text)
    .replaceAll(/(?<=[a-z])[-‐‑–/'’](?=[a-z0-9])|(?<=[a-z0-9])[-‐‑–/'’](?=[a-z])/g, " ")
    .replaceAll(/(?<=\d),(?=\d{3})|(?<![a-z0-9])\(|\)(?![a-z0-9])|(?<=[a-z0-9])[.,;]\s*$/g, "")
    .trim()
    .split(/\s+/);
}

function singular(word: string): string {
  return word.length > 3 && /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** What the beginning of a word is worth at least; a slip of the fingers is worth less. */
export const BEGINNING = 0.7;

/**
 * How well a typed word stands for a written one, from 0 (not at all) to 1 (the same): the beginning of a word
 * counts nearly as much as the whole, and one slip of the fingers is forgiven from four letters on, two from eight.
 */
export function closeness(typed: string, written: string): number {
  if (typed === written) return 1;
  if (written.startsWith(typed)) return BEGINNING + (0.2 * typed.length) / written.length;
  const slips = slipsForgiven(typed, written);
  if (slips !== undefined) return 0.75 - 0.1 * slips;
  if (typed.length < 5 || written.length <= typed.length || /\d/.test(typed)) return 0;
  return slipsBetween(typed, written.slice(0, typed.length), 1) <= 1 ? 0.5 : 0;
}

/** How many slips of the fingers make one word of the other; undefined when more than its length forgives. */
export function slipsForgiven(typed: string, written: string): number | undefined {
  const forgiven = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (forgiven === 0 || Math.abs(typed.length - written.length) > forgiven || /\d/.test(typed)) return undefined;
  const slips = slipsBetween(typed, written, forgiven);
  return slips <= forgiven ? slips : undefined;
}

import { entryOf } from "../record/entry-of.ts";
import { type DayInText, daysIn } from "./days.ts";
import type { PlainText } from "./plain-text.ts";

/** What stands between a word and the one before it. */
export type Gap = "none" | "blank" | "cell" | "line";

/** A word, number, sign, day or check box of a text. */
export interface Token {
  readonly kind: "word" | "number" | "sign" | "day" | "box";
  readonly start: number;
  readonly end: number;
  /** As it is compared: a word in American spelling and without its plural ending. */
  readonly word: string;
  readonly gap: Gap;
  /** The day, where it can be read in one way only. */
  readonly day?: string;
  readonly ticked?: boolean;
}

const SHAPE = /\[[ _]?\]|\( {1,2}\)|\[[xX*✓]\]|\(x\)|[a-z][a-z0-9]*(?:'[a-z]+)?|\d+(?:[.,]\d+)*|[.,]\d+|[^\s]/gi;

/** Cuts a text into tokens, in one pass. */
export function tokensOf({ text }: PlainText): readonly Token[] {
  const tokens: Token[] = [];
  const days = daysIn(text);
  let nextDay = 0;
  let last = 0;
  SHAPE.lastIndex = 0;
  for (let found = SHAPE.exec(text); found; found = SHAPE.exec(text)) {
    const start = found.index;
    while ((days[nextDay]?.end ?? Number.POSITIVE_INFINITY) <= start) nextDay += 1;
    const day = days[nextDay];
    const gap = gapIn(text, last, start);
    if (day && day.start <= start) {
      tokens.push(dayToken(day, text, gap));
      last = day.end;
      SHAPE.lastIndex = day.end;
      nextDay += 1;
      continue;
    }
    const written = found[0];
    const end = day && day.start < start + written.length ? day.start : start + written.length;
    tokens.push({ ...kindOf(text.slice(start, end)), start, end, gap });
    last = end;
    SHAPE.lastIndex = end;
  }
  return tokens;
}

function dayToken({ start, end, day }: DayInText, text: string, gap: Gap): Token {
  return { kind: "day", start, end, word: text.slice(start, end), gap, ...(day && { day }) };
}

function kindOf(written: string): Pick<Token, "kind" | "word" | "ticked"> {
  if (/^[[(]/.test(written) && written.length > 1) {
    return { kind: "box", word: written, ticked: /[x*✓]/i.test(written) };
  }
  if (/^[a-z]/i.test(written)) return { kind: "word", word: sameWord(written.toLowerCase()) };
  return { kind: /\d/.test(written) ? "number" : "sign", word: written };
}

function gapIn(text: string, from: number, to: number): Gap {
  if (from === to) return from === 0 ? "line" : "none";
  const between = text.slice(from, to);
  if (from === 0 || between.includes("\n")) return "line";
  return between.includes("\t") || between.length > 1 ? "cell" : "blank";
}

/** British spellings, brought to the American ones, as parts of words. */
const AMERICAN: readonly (readonly [string, string])[] = [
  ["haem", "hem"],
  ["anaem", "anem"],
  ["aemi", "emi"],
  ["oedem", "edem"],
  ["leuco", "leuko"],
  ["titre", "titer"],
  ["generalis", "generaliz"],
  ["foet", "fet"],
  ["paed", "ped"],
  ["centre", "center"],
];

const ENDS_NOT_IN_PLURAL = /(?:ss|us|is|os|as)$/;
const IRREGULAR: Readonly<Record<string, string>> = {
  effusions: "effusion",
  biopsies: "biopsy",
  antibodies: "antibody",
  neuropathies: "neuropathy",
  palsies: "palsy",
  histories: "history",
  extremities: "extremity",
  hrs: "hr",
  wks: "wk",
  yrs: "yr",
  has: "has",
  was: "was",
  his: "his",
  fits: "fits",
  patients: "patients",
  rules: "rules",
  palatal: "palatal",
};

/** Denials whose apostrophe was left out. Without it "cant" and "wont" are other words, too. */
const NOT = /^(?:do|does|did|has|have|had|is|are|was|were|could|would)nt$/;

/** A word as it is compared, from one in lower case. */
export function sameWord(written: string): string {
  if (written.endsWith("n't") || NOT.test(written)) return "not";
  let word = written.endsWith("'s") ? written.slice(0, -2) : written.replace(/'.*$/, "");
  const irregular = entryOf(IRREGULAR, word);
  if (irregular) return irregular;
  for (const [british, american] of AMERICAN) if (word.includes(british)) word = word.replace(british, american);
  return word.length > 3 && word.endsWith("s") && !ENDS_NOT_IN_PLURAL.test(word) ? word.slice(0, -1) : word;
}

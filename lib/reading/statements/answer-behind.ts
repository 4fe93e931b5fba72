/** What stands behind a name as its answer: yes, no, none, in a column or behind a colon. */
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { Token } from "../tokens.ts";
import type { Answer, Item } from "./item.ts";

/** "Discoid lesions, never." */
export function isNeverBehind(tokens: readonly Token[], { to }: Item, sentence: Sentence): boolean {
  if (!/^[,:-]$/.test(tokens[to]?.word ?? "") || tokens[to + 1]?.word !== "never") return false;
  return to + 2 >= sentence.to || /^[.;]$/.test(tokens[to + 2]?.word ?? "");
}

/** "Headache denied, seizures, psychosis": names alone, and not "seizures since May", "has seizures". */
export function saysNoMore(tokens: readonly Token[], { from }: Item, last: Item, sentence: Sentence): boolean {
  return /^(?:,|and|or)$/.test(tokens[from - 1]?.word ?? "") && endsAnswer(tokens[last.to], last.to, sentence.to);
}

/** Words that answer a question with yes, and with no. */
export const YES = wordSet(["yes", "y", "present", "positive", "confirmed", "pos"]);
export const NO = wordSet(["no", "n", "none", "nil", "absent", "denied", "negative", "neg", "denies"]);
const UNKNOWN = wordSet(["?", "unsure", "unknown", "unclear"]);

const MOST_BEFORE_COLON = 4;

/** "Fever or infection in the last 7 days     No": a question in a column of its own may be longer. */
export const MOST_BEFORE_CELL = 9;

/** A dash with blanks on both its sides. */
function isLoose(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.gap !== "none" && tokens[at + 1]?.gap !== "none";
}

/** "Mouth sores: No", "Raynaud - yes", "Oral ulcers     No". */
export function answerBehind(tokens: readonly Token[], from: number, to: number, starts: ReadonlySet<number>): Answer {
  const chosen = choiceBehind(tokens, from, to);
  if (chosen) return chosen;
  // "Clot previous N, fits ever Y".
  const first =
    OF_ALL_TIME.has(tokens[from]?.word ?? "") && /^[yn]$/.test(tokens[from + 1]?.word ?? "") ? from + 1 : from;
  if (first > from) return answerBehind(tokens, first, to, starts);
  const letter = tokens[from]?.word ?? "";
  const second = tokens[from + 1];
  const isAlone =
    from + 1 >= to ||
    /^[,;./)]$/.test(second?.word ?? "") ||
    second?.gap === "cell" ||
    (second?.word === "-" && isLoose(tokens, from + 1));
  // "Seizures N, psychosis Y" in a circled list.
  if (letter === "n" && isNotApplicable(tokens, from)) return { why: NOT_APPLICABLE };
  if (from < to && isAlone && /^(?:y|n|yes|no)$/.test(letter))
    return { status: letter.startsWith("y") ? "present" : "absent", isPlain: true };
  let index = from;
  let isOpen = false;
  const isCell = (at: number): boolean => tokens[at]?.gap === "cell";
  for (let words = 0; index < to && words <= MOST_BEFORE_CELL; words += 1, index += 1) {
    const word = tokens[index]?.word ?? "";
    // "Malar rash-no" is answered as "malar rash - no" is.
    const isDash = word === "-" && (tokens[index]?.gap !== "none" || isShortAnswer(tokens, index + 1, to));
    if (isCell(index)) break;
    if (words > MOST_BEFORE_COLON) continue;
    if (word === ":" || isDash) {
      // "Seizures :- no".
      index += word === ":" && tokens[index + 1]?.word === "-" && tokens[index + 1]?.gap === "none" ? 2 : 1;
      break;
    }
    if (/^[,.;]$/.test(word)) return undefined;
    // "Fever (infection: no)": the answer to what stands in the brackets.
    if (word === "(" || word === "[") isOpen = true;
    else if (word === ")" || word === "]") isOpen = false;
  }
  if (isOpen && tokens[from]?.word !== ":" && index > from + 1) return undefined;
  const before = tokens[index - 1]?.word ?? "";
  if (!(before === ":" || before === "-" || isCell(index)) || index >= to) return undefined;
  const word = tokens[index]?.word ?? "";
  const next = tokens[index + 1];
  const isEnd = endsAnswer(next, index + 1, to) || next?.kind === "day";
  if (UNKNOWN.has(word)) return { why: "answered as not known" };
  if (word === "n" && next?.word === "/") return { why: NOT_APPLICABLE };
  if (word === "not" && /^(?:sure|known|done|tested|assessed|asked|recorded|examined)$/.test(next?.word ?? ""))
    return { why: "answered as not known" };
  // "Dialysis: not on the horizon", "seizures: not an issue".
  if (word === "not" && OF_SOME_TIME.has(next?.word ?? ""))
    return { why: "answered with a denial of which the reach is not clear" };
  const isLate = saysLately(tokens, index + 1, to) || saysOtherTime(tokens, index + 1, to, starts);
  if (NO.has(word) && !isLate && (isEnd || NOW.has(next?.word ?? ""))) return { status: "absent", isPlain: true };
  // "Seizures: none since 2019", "mouth ulcers: no new ones".
  if (NO.has(word) && isLate) return { why: DENIED_OF_A_TIME };
  if (YES.has(word)) return { status: "present", isPlain: true };
  return undefined;
}

const PRINTED = /^(?:y|n|yes|no|pos|neg|positive|negative)$/;
const PRINTED_YES = /^(?:y|yes|pos|positive)$/;

const OF_ALL_TIME = wordSet(["previous", "prev", "ever", "history", "hx", "past", "known", "current"]);

/** Where the next column begins, behind what stands in that of a name: "fever >38      Y  (N)". */
function firstCell(tokens: readonly Token[], from: number, to: number): number {
  let at = from;
  while (at < to && at < from + MOST_BEFORE_CELL && tokens[at]?.gap !== "cell") {
    if (/^[,.;]$/.test(tokens[at]?.word ?? "")) return from;
    at += 1;
  }
  return tokens[at]?.gap === "cell" && at < to ? at : from;
}

/** "Y  (N)", "(Y) N": both printed, and one of them in brackets. */
function isMarkedPair(tokens: readonly Token[], at: number): boolean {
  const word = (far: number): string => tokens[at + far]?.word ?? "";
  const isAnswer = (far: number): boolean => /^(?:y|n|yes|no)$/.test(word(far));
  if (word(0) === "(") return isAnswer(1) && word(2) === ")" && isAnswer(word(3) === "/" ? 4 : 3);
  const open = word(1) === "/" ? 2 : 1;
  return isAnswer(0) && word(open) === "(" && isAnswer(open + 1) && word(open + 2) === ")";
}

/** Behind "yes   no", where a form prints both in columns behind a question and nothing else stands between. */
export function printedInColumns(tokens: readonly Token[], from: number, to: number): number | undefined {
  let at = from;
  while (at < to && at < from + MOST_BEFORE_CELL && tokens[at]?.gap !== "cell") at += 1;
  const [one, other] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  const isPair = /^(?:yes|y)$/.test(one)
    ? /^(?:no|n)$/.test(other)
    : /^(?:no|n)$/.test(one) && /^(?:yes|y)$/.test(other);
  const isAlone = tokens[at]?.gap === "cell" && tokens[at + 1]?.gap === "cell";
  return isPair && isAlone && at + 1 < to ? at + 2 : undefined;
}

/** "(circled: no)": which of two printed answers was taken, and that no more was written to it. */
export function circledBehind(tokens: readonly Token[], from: number, to: number): Answer {
  const at = /^[([]$/.test(tokens[from]?.word ?? "") ? from + 1 : from;
  if (!/^(?:circled|ticked|marked|chosen|selected|answered|answer|underlined)$/.test(tokens[at]?.word ?? ""))
    return undefined;
  const value = /^[:=]$/.test(tokens[at + 1]?.word ?? "") ? at + 2 : at + 1;
  const word = tokens[value]?.word ?? "";
  const isEnd = value + 1 >= to || /^[)\],;.]$/.test(tokens[value + 1]?.word ?? "");
  if (value >= to || !/^(?:y|n|yes|no)$/.test(word) || !isEnd) return undefined;
  return { status: word.startsWith("y") ? "present" : "absent", isPlain: true };
}

/** "Y / (N)", ": yes/[no]", "pos / (neg)": both answers are printed, and the one in brackets is taken; without brackets none is. */
export function choiceBehind(tokens: readonly Token[], from: number, to: number): Answer {
  const columns = printedInColumns(tokens, from, to);
  if (columns !== undefined) return circledBehind(tokens, columns, to);
  const cell = firstCell(tokens, from, to);
  if (cell > from && isMarkedPair(tokens, cell)) return choiceBehind(tokens, cell, to);
  const printed: { readonly isYes: boolean; readonly isMarked: boolean }[] = [];
  let isOpen = false;
  let hasStroke = false;
  for (let index = from; index < to; index += 1) {
    const word = tokens[index]?.word ?? "";
    if (word === "(" || word === "[") isOpen = true;
    else if (word === ")" || word === "]") isOpen = false;
    else if (PRINTED.test(word)) {
      printed.push({ isYes: PRINTED_YES.test(word), isMarked: isOpen });
      if (printed.length === 2) break;
    } else if (printed.length === 1 && !isOpen && !hasStroke && word !== "/") {
      break;
    } else if (word === "/" && printed.length === 1) hasStroke = true;
    else if (word !== ":" || index > from) return undefined;
  }
  const [first, second] = printed;
  // "Psychosis (N)".
  if (
    first?.isMarked &&
    !second &&
    /^(?:y|n|yes|no)$/.test(tokens[from + 1]?.word ?? "") &&
    tokens[from]?.word === "(" &&
    tokens[from + 2]?.word === ")"
  )
    return { status: first.isYes ? "present" : "absent", isPlain: true };
  const isParted = hasStroke || isMarkedPair(tokens, from);
  if (!first || !second || !isParted || first.isYes === second.isYes) return undefined;
  // "Y / N: Y" is answered behind its colon.
  if (first.isMarked === second.isMarked) return undefined;
  return { status: (first.isMarked ? first : second).isYes ? "present" : "absent", isPlain: true };
}

const NOT_APPLICABLE = "answered as not applicable";

/** Behind "not" with these it is not said whether there was any: "not on the horizon", "not in the last year". */
const OF_SOME_TIME = wordSet(
  "on in at for an a any currently ever now yet so really much to this that since recently lately anymore often usually".split(
    " ",
  ),
);

const DENIED_OF_A_TIME = "denied of a time, or of new ones, only";

/**
 * "None today, but frequent last year": behind the answer, up to the next name, another time is spoken of. A day that is
 * next to the answer, or in a cell of its own, is that of the answer.
 */
function saysOtherTime(tokens: readonly Token[], from: number, to: number, starts: ReadonlySet<number>): boolean {
  let end = from;
  while (end < to && !starts.has(end)) end += 1;
  return tokens.slice(from, end).some(({ kind, word, gap }, at) => {
    const isTime = kind === "day" || /^(?:19|20)\d\d$/.test(word);
    return OTHER_TIME.has(word) || (isTime && at > 0 && gap !== "cell");
  });
}

const OTHER_TIME = wordSet(["previously", "formerly", "earlier", "later", "last", "past", "before", "ago", "then"]);

/** Behind "none" these leave it a denial of all. */
const NOW = wordSet(["now", "today", "currently", "ever", "known", "seen", "noted", "reported", "found"]);

/** Behind "none" these say of which time, or of which, it is none. */
const LATELY = wordSet([
  "since",
  "recently",
  "recent",
  "lately",
  "new",
  "more",
  "further",
  "other",
  "for",
  "in",
  "this",
]);

/** "None since 2019", "none reported since 2019", "none at diagnosis"; "at present" is now. */
function saysLately(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && NOW.has(tokens[at]?.word ?? "")) at += 1;
  const [word, next] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  return at < to && (LATELY.has(word) || (word === "at" && !/^(?:all|present|the)$/.test(next)));
}

function isNotApplicable(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === "/" && tokens[at + 2]?.word === "a" && tokens[at + 2]?.gap === "none";
}

/** Whether nothing more is said behind an answer that ends at a place. */
export function endsAnswer(next: Token | undefined, at: number, to: number): boolean {
  return at >= to || !next || /^[,.;()-]$/.test(next.word) || next.gap === "cell";
}

/** "-no": nothing but the answer stands there. */
function isShortAnswer(tokens: readonly Token[], at: number, to: number): boolean {
  return /^(?:yes|no|none|nil|absent|present)$/.test(tokens[at]?.word ?? "") && endsAnswer(tokens[at + 1], at + 1, to);
}

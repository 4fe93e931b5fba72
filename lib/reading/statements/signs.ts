/** Plus and minus before and behind names. */
import type { Sentence } from "../document.ts";
import { resultBehind } from "../results.ts";
import type { Token } from "../tokens.ts";
import { endsAnswer } from "./answer-behind.ts";
import type { Item } from "./item.ts";

/** "malar rash +", "fever -", "Seizures: -", "(+) fatigue", "-fever". */
export function signOf(
  tokens: readonly Token[],
  item: Item,
  sentence: Sentence,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): "present" | "absent" | undefined {
  const labeled = signBehindColon(tokens, item.to, sentence.to, starts);
  if (labeled) return labeled;
  const isOfLabel = isBehindLabel(tokens, item.from - 1, ends);
  if (tokens[item.from - 1]?.word === "-" && !isOfLabel && isListedSign(tokens, item.from - 1, sentence))
    return "absent";
  const first = firstSign(tokens, sentence, starts);
  const before = isOfLabel ? undefined : signBefore(tokens, item, sentence);
  if (first === "before") return before;
  const read = resultBehind(tokens, item.to, Math.min(item.to + 4, sentence.to), (index) => starts.has(index));
  const isSign =
    read &&
    /^[+(-]$/.test(tokens[item.to]?.word ?? "") &&
    tokens.slice(item.to, read.to).every(({ word }) => /^[+()-]$/.test(word));
  if (isSign) return read.result === "positive" ? "present" : "absent";
  return tokens[item.from]?.gap === "none" ? before : undefined;
}

/** "Seizure-free", "fever free for a week": who says so has often had it. */
export function isFreeOf(tokens: readonly Token[], { to }: Item): boolean {
  const free = tokens[to]?.word === "-" ? to + 1 : to;
  return tokens[free]?.word === "free" && !/^(?:of|from|-)$/.test(tokens[free + 1]?.word ?? "");
}

/** "Seizures: +/-", "rash (±)", and of "oral ulcers +/- nasal ulcers" the second: neither present nor absent. */
export function isBothSigns(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): boolean {
  let at = to;
  while (at < sentence.to && /^[:=([]$/.test(tokens[at]?.word ?? "")) at += 1;
  const end = behindBothSigns(tokens, at);
  if (end !== undefined && end <= sentence.to) {
    const next = tokens[end];
    if (at > to || end >= sentence.to || !next || next.gap === "cell" || next.kind === "sign" || next.word === "ve")
      return true;
  }
  let before = from - 1;
  while (before > sentence.from && /^(?:an?|any|some|mild|of|\(|\))$/.test(tokens[before]?.word ?? "")) before -= 1;
  return [1, 2, 3].some(
    (length) => before - length + 1 >= sentence.from && behindBothSigns(tokens, before - length + 1) === before + 1,
  );
}

/** Behind "+/-", "+-", "-/+" or "±", where one begins at a place. */
function behindBothSigns(tokens: readonly Token[], at: number): number | undefined {
  const [one, other, third] = [0, 1, 2].map((far) => tokens[at + far]?.word ?? "");
  if (one === "±") return at + 1;
  if (!/^[+-]$/.test(one ?? "")) return undefined;
  const isOpposite = (sign = ""): boolean => /^[+-]$/.test(sign) && sign !== one;
  if (isOpposite(other) && tokens[at + 1]?.gap === "none") return at + 2;
  return other === "/" && isOpposite(third) ? at + 3 : undefined;
}

/** "Seizures: -", "Malar rash: (+)": the answer to the name before the colon, and to none behind it. */
function signBehindColon(
  tokens: readonly Token[],
  colon: number,
  to: number,
  starts: ReadonlySet<number>,
): "present" | "absent" | undefined {
  if (!/^[:=]$/.test(tokens[colon]?.word ?? "")) return undefined;
  let at = colon + 1;
  if (/^[([]$/.test(tokens[at]?.word ?? "")) at += 1;
  const sign = tokens[at]?.word;
  if (at >= to || (sign !== "+" && sign !== "-")) return undefined;
  while (at < to && tokens[at]?.word === sign) at += 1;
  if (tokens[at]?.word === "ve" && tokens[at]?.gap === "none") at += 1;
  if (/^[)\]]$/.test(tokens[at]?.word ?? "")) at += 1;
  const next = tokens[at];
  const isEnd = at >= to || !next || /^[,;./(]$/.test(next.word) || next.gap === "cell" || starts.has(at);
  if (!isEnd) return undefined;
  return sign === "+" ? "present" : "absent";
}

/** Whether a sign stands behind a name and its colon, and so is the answer to that name. */
function isBehindLabel(tokens: readonly Token[], sign: number, ends: ReadonlySet<number>): boolean {
  const at = /^[)\]]$/.test(tokens[sign]?.word ?? "") ? sign - 1 : sign;
  const colon = /^[([]$/.test(tokens[at - 1]?.word ?? "") ? at - 2 : at - 1;
  return /^[:=]$/.test(tokens[colon]?.word ?? "") && ends.has(colon);
}

/** Whether the signs of a sentence stand before what they speak of. */
function firstSign(
  tokens: readonly Token[],
  { from, to }: Sentence,
  starts: ReadonlySet<number>,
): "before" | undefined {
  // "+ malar rash - fever - seizures".
  if (isPlus(tokens, from)) return "before";
  for (let index = from; index < to; index += 1) {
    if (starts.has(index)) return undefined;
    const isInBrackets =
      /^[([]$/.test(tokens[index]?.word ?? "") &&
      /^[+-]$/.test(tokens[index + 1]?.word ?? "") &&
      /^[)\]]$/.test(tokens[index + 2]?.word ?? "");
    if (isInBrackets) return "before";
  }
  return undefined;
}

function signBefore(tokens: readonly Token[], { from }: Item, sentence: Sentence): "present" | "absent" | undefined {
  let index = from - 1;
  if (/^[)\]]$/.test(tokens[index]?.word ?? "")) index -= 1;
  const sign = tokens[index];
  if (index < sentence.line.from || !sign || (sign.word !== "+" && sign.word !== "-")) return undefined;
  if (sign.word === "-" && index === from - 1 && (sign.gap === "none" || tokens[from]?.gap !== "none"))
    return undefined;
  return sign.word === "+" ? "present" : "absent";
}

/** A plus that is a sign before a name: not that of "+ve" or "+++". */
export function isPlus(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.word === "+" && next?.kind === "word" && !(next.word === "ve" && next.gap === "none");
}

/**
 * "+ malar rash - oral ulcers present", "- seizures in 2019": in a line of signs a dash between two names is a minus, unless
 * more is said of the second, which the dash may only part from the first.
 */
export function isDashOrMinus(tokens: readonly Token[], { from, to }: Item, { line, ...sentence }: Sentence): boolean {
  if (tokens[from - 1]?.word !== "-" || from - 1 === line.body || /^[,:;.]$/.test(tokens[from - 2]?.word ?? ""))
    return false;
  const next = tokens[to];
  return !endsAnswer(next, to, sentence.to) && !/^(?:\+|\/|and|or)$/.test(next?.word ?? "");
}

/** "+ malar rash - fever, chills or seizures": whether the minus is of the others as well. */
export function isJoinedToMinus(tokens: readonly Token[], { from }: Item, sentence: Sentence): boolean {
  const joins = (at: number): boolean => /^(?:,|or|nor|and|\/)$/.test(tokens[at]?.word ?? "");
  if (!joins(from - 1)) return false;
  let at = from - 2;
  while (at > sentence.line.from && (tokens[at]?.kind === "word" || joins(at))) at -= 1;
  return tokens[at]?.word === "-" && isListedSign(tokens, at, sentence);
}

/**
 * "+ fatigue, - fever": a loose dash is a minus where it begins an item of a line that has loose pluses, too; in a line that
 * begins with one, each does.
 */
export function isListedSign(tokens: readonly Token[], index: number, { line }: Sentence): boolean {
  const isSigned = isPlus(tokens, line.body);
  const begins = (at: number): boolean => isSigned || at === line.body || /^[,:;.]$/.test(tokens[at - 1]?.word ?? "");
  // The minus with which the line before ended is none of this line's.
  if (index < line.from || !begins(index)) return false;
  for (let at = line.body; at < line.to; at += 1)
    if (tokens[at]?.word === "+" && tokens[at + 1]?.kind === "word" && begins(at)) return true;
  return false;
}

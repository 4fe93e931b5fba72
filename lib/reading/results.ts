import { type PhraseFinder, phraseFinder } from "./phrases.ts";
import { BETWEEN, LOW, NEGATIVE, NOT_KNOWN, POSITIVE } from "./rules/result-words.ts";
import { sameWord, type Token } from "./tokens.ts";

/** What a qualitative result says. */
export type Result = "positive" | "negative" | "low" | "not-known";

/** A result that stands at a place of a text, and where it ends. */
export interface ResultRead {
  readonly result: Result;
  readonly to: number;
}

const words: PhraseFinder<Result> = phraseFinder<Result>([
  ...POSITIVE.map((phrase) => [phrase, "positive"] as const),
  ...NEGATIVE.map((phrase) => [phrase, "negative"] as const),
  ...LOW.map((phrase) => [phrase, "low"] as const),
  ...NOT_KNOWN.map((phrase) => [phrase, "not-known"] as const),
]);
const between = new Set([...BETWEEN].map(sameWord));

/** The result word that begins at a token. */
function resultAt(tokens: readonly Token[], index: number): ResultRead | undefined {
  const found = words.at(tokens, index);
  const [longest] = found;
  if (!longest || saysRange(tokens, index)) return undefined;
  const notKnown = found.find(({ name, to }) => name === "not-known" && to === longest.to);
  return { result: (notKnown ?? longest).name, to: longest.to };
}

/** All results that stand in a text by themselves. */
export function resultsIn(tokens: readonly Token[]): ReadonlySet<Result> {
  const found = new Set<Result>();
  for (let index = 0; index < tokens.length; index += 1) {
    const read = resultAt(tokens, index);
    if (!read) continue;
    found.add(read.result);
    index = read.to - 1;
  }
  return found;
}

/** "Normal less than 7", "(normal 0-5)": what is normal, and not what was found. */
function saysRange(tokens: readonly Token[], index: number): boolean {
  if (tokens[index]?.word !== "normal") return false;
  const next = tokens[index + 1];
  if (/^(?:less|more|greater|below|above|under|over|up|range|value|limit|level|being|<|>)$/.test(next?.word ?? ""))
    return true;
  return /^[([]$/.test(tokens[index - 1]?.word ?? "") && (next?.kind === "number" || /^[:=]$/.test(next?.word ?? ""));
}

/** The closing bracket of a range that a word or a comparison begins. */
function behindRange(tokens: readonly Token[], index: number, to: number): number | undefined {
  if (!/^[([]$/.test(tokens[index]?.word ?? "")) return undefined;
  const first = tokens[index + 1]?.word ?? "";
  if (!/^(?:normal|norm|ref|reference|range|nr|rr|cutoff|<|>)$/.test(first) && !boundsResult(tokens, index + 1))
    return undefined;
  const inside = tokens.slice(index + 1, Math.min(to, index + 1 + MOST_IN_RANGE));
  const close = inside.findIndex(({ word }) => /^[)\]]$/.test(word));
  return close > 0 && inside.slice(0, close).some(({ kind }) => kind === "number") ? index + 1 + close : undefined;
}

const MOST_IN_RANGE = 40;

/** "Negative <20", "positive: > 20", "neg 0-20": from where a laboratory calls a value so, and not what was found. */
export function boundsResult(tokens: readonly Token[], index: number): boolean {
  if (!/^(?:negative|neg|positive|pos)$/.test(tokens[index]?.word ?? "")) return false;
  const next = /^[:=]$/.test(tokens[index + 1]?.word ?? "") ? tokens[index + 2] : tokens[index + 1];
  // What stands in the next column is the range, and "NEG" the result.
  if (next?.gap === "cell" || next?.gap === "line") return false;
  return next?.kind === "number" || /^(?:<|>|less|below|under|up|above|over)$/.test(next?.word ?? "");
}

const PASSED = new Set([":", "=", "(", ")", "/", ">", "<", "[", "]", "&", "*"]);
const MOST_PASSED = 16;
/** How near another sign shows that a dash is one. */
const SIGNS_NEAR = 12;

/**
 * The result that stands behind a name, past what may stand between: the assay, a number, "was". `stops` are where
 * other names begin. A plus or a minus counts where nothing but the end of its item follows.
 */
export function resultBehind(
  tokens: readonly Token[],
  from: number,
  to: number,
  stops: (index: number) => boolean,
): ResultRead | undefined {
  for (let index = from; index < to && index - from < MOST_PASSED; index += 1) {
    const token = tokens[index];
    if (!token) return undefined;
    // "Anti-dsDNA (normal less than 30 IU/mL) positive": what is normal stands between.
    const close = behindRange(tokens, index, to);
    if (close !== undefined) {
      index = close;
      continue;
    }
    const sign = signAt(tokens, index, to, stops);
    // "C3 0.55 -": behind a number a minus is the flag of a low value, and denies nothing.
    if (sign?.result === "negative" && index > from && tokens[index - 1]?.kind === "number") return undefined;
    if (sign) return sign;
    // "Anti-RNP 88 U/mL, negative <20".
    if (tokens.slice(from, index).some(({ kind }) => kind === "number") && boundsResult(tokens, index))
      return undefined;
    const read = resultAt(tokens, index);
    if (read) return read;
    if (token.word === "?") return { result: "not-known", to: index + 1 };
    if (index > from && stops(index)) return undefined;
    const passes =
      token.kind === "number" ||
      token.kind === "day" ||
      between.has(token.word) ||
      isUnitOfAntibody(tokens, index, from) ||
      PASSED.has(token.word) ||
      (token.word === "-" && !isLoose(tokens, index)) ||
      (token.word === "-" && index === from);
    if (!passes) return undefined;
  }
  return undefined;
}

/** "78 U/mL (pos)": the unit behind a number. */
function isUnitOfAntibody(tokens: readonly Token[], index: number, from: number): boolean {
  if (!/^(?:[a-z]{0,2}u|unit|[agm]pl|index|ai|ml|l)$/.test(tokens[index]?.word ?? "")) return false;
  return tokens.slice(Math.max(from, index - 3), index).some(({ kind }) => kind === "number");
}

function isLoose(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.gap !== "none" && tokens[index + 1]?.gap !== "none";
}

/** "+", "++", "(+)", "-", "(-)" as a result. */
function signAt(
  tokens: readonly Token[],
  index: number,
  to: number,
  stops: (index: number) => boolean,
): ResultRead | undefined {
  const open = tokens[index]?.word === "(" || tokens[index]?.word === "[";
  let end = open ? index + 1 : index;
  const sign = tokens[end]?.word;
  if (sign !== "+" && sign !== "-") return undefined;
  while (end < to && tokens[end]?.word === sign) end += 1;
  if (tokens[end]?.word === "ve") return { result: sign === "+" ? "positive" : "negative", to: end + 1 };
  if (open) {
    if (!/^[)\]]$/.test(tokens[end]?.word ?? "")) return undefined;
    end += 1;
    const after = resultAt(tokens, end);
    // "IgG (+), low titer": how much it is.
    return after && after.result !== "low" ? after : { result: sign === "+" ? "positive" : "negative", to: end };
  }
  const next = tokens[end];
  const isEnd =
    end >= to || !next || /^[,.;)]$/.test(next.word) || next.gap === "cell" || next.gap === "line" || stops(end);
  // "LA + aCL tomorrow": between two names of which the second has no sign, it joins them.
  if (
    sign === "+" &&
    end === index + 1 &&
    stops(end) &&
    isLoose(tokens, index) &&
    !hasSignBehind(tokens, end, to, stops)
  )
    return undefined;
  if (sign === "+")
    return isEnd || /^\d/.test(next?.word ?? "") || next?.gap === "blank" ? { result: "positive", to: end } : undefined;
  // "Fatigue - fever - rash": a loose dash before another name parts them, unless the line has pluses, too.
  const isDash = next !== undefined && stops(end) && isLoose(tokens, index);
  const near = tokens.slice(Math.max(0, index - SIGNS_NEAR), Math.min(to, end + SIGNS_NEAR));
  if (isDash && !near.some(({ word }) => word === "+")) return undefined;
  return isEnd ? { result: "negative", to: end } : undefined;
}

/** How far behind a name its sign or its result may stand. */
const ANSWER_WITHIN = 6;

/** Whether what is named from a place on has a sign, a titer or a result of its own. */
function hasSignBehind(tokens: readonly Token[], from: number, to: number, stops: (index: number) => boolean): boolean {
  for (let index = from; index < Math.min(to, from + ANSWER_WITHIN); index += 1) {
    const token = tokens[index];
    // Within "anti-Ro" begins "Ro", which is the same.
    if (token?.word === "," || (index > from + 2 && stops(index))) return false;
    if (token?.kind === "number" && token.gap !== "none") return true;
    if (
      /^[+-]$/.test(token?.word ?? "") &&
      index > from &&
      !(token?.gap === "none" && tokens[index + 1]?.gap === "none")
    )
      return true;
    const read = resultAt(tokens, index);
    if (read) return read.result !== "not-known";
  }
  return false;
}

/**
 * The result of a row: the first of its cells behind the name that begins with one. Behind a number a bare "negative" may
 * be what is normal, so that it counts only behind the range.
 */
export function resultInRow(tokens: readonly Token[], from: number, to: number): ResultRead | undefined {
  let hasNumber = false;
  let hasRange = false;
  for (let index = from; index < to; index += 1) {
    const token = tokens[index];
    if (!token) return undefined;
    if (token.gap === "cell") {
      const read = resultAt(tokens, index) ?? (hasNumber ? undefined : signAt(tokens, index, to, () => false));
      const isFlag = read && /^(?:high|low|abnormal|normal|raised)$/.test(token.word);
      if (read && !isFlag) return hasNumber && !hasRange && read.result === "negative" ? undefined : read;
    }
    if (token.kind === "number") {
      if (hasNumber) hasRange = true;
      hasNumber = true;
    }
    if (token.kind === "box") return undefined;
  }
  return undefined;
}

const BEFORE = new Set([
  "a",
  "an",
  "the",
  "of",
  "for",
  "anti",
  "titer",
  "-",
  "level",
  "igg",
  "and",
  "strongly",
  "serum",
  "complement",
  "her",
  "his",
  "had",
]);

/** "+ve ANA", "a -ve anti-Sm", "(+) ANA": where the sign is none of a name before it, as in "ANA +ve anti-Sm -ve". */
export function signedBefore(tokens: readonly Token[], from: number, first: number): ResultRead | undefined {
  const [sign, end] = [tokens[first - 2]?.word, tokens[first - 1]];
  if (end?.word === ")" && tokens[first - 3]?.word === "(") {
    if (first - 3 > from && !/^(?:[,;:]|and|an?|with|has|had|but)$/.test(tokens[first - 4]?.word ?? ""))
      return undefined;
    if (sign === "+") return { result: "positive", to: first };
    return sign === "-" ? { result: "negative", to: first } : undefined;
  }
  if (end?.word !== "ve" || end.gap !== "none" || tokens[first]?.gap === "cell") return undefined;
  if (first - 2 > from && !/^(?:[,;:(]|and|an?|with|has|had|but)$/.test(tokens[first - 3]?.word ?? ""))
    return undefined;
  if (sign === "+") return { result: "positive", to: first };
  return sign === "-" ? { result: "negative", to: first } : undefined;
}

/** The result that stands before a name: "a positive anti-Sm", "low C3", "+dsDNA". */
export function resultBefore(tokens: readonly Token[], from: number, first: number): ResultRead | undefined {
  const last = tokens[first - 1];
  if (last?.word === "+" && tokens[first]?.gap === "none") return { result: "positive", to: first };
  for (let index = first - 1; index >= Math.max(from, first - 4); index -= 1) {
    const word = tokens[index]?.word ?? "";
    const read = resultAt(tokens, index);
    if (read && read.to <= first && word !== "no" && word !== "yes" && word !== "present")
      return fullBefore(tokens, from, index, read);
    if (!BEFORE.has(word)) return undefined;
  }
  return undefined;
}

/** Between a denial and the result of which it is: "never had a positive ANA", "no record of any positive ANA". */
const HAS_A = /^(?:a|an|any|ever|had|have|has|having|been|shown|history|record|evidence|of|the)$/;

/** "not raised dsDNA" and "no low C3" are what the words before make of them. */
function fullBefore(tokens: readonly Token[], from: number, index: number, read: ResultRead): ResultRead | undefined {
  let at = index - 1;
  while (at > from && HAS_A.test(tokens[at]?.word ?? "")) at -= 1;
  const before = at >= from ? (tokens[at]?.word ?? "") : "";
  if (/^(?:not|no|non|without)$/.test(before)) return undefined;
  // "She has never had a positive ANA", but not "never well since a positive ANA".
  if (at < index - 1 && /^(?:never|nor|neither)$/.test(before)) return undefined;
  return read;
}

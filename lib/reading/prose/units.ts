/** The unit of a value in a sentence: behind it, further on, or of all that are listed. */
import type { LabTest, NamedLabTest } from "../../../criteria/types.ts";
import { TITER } from "../../record/titer.ts";
import type { Mention } from "../names.ts";
import { type NumberStyle, numberAt } from "../numbers.ts";
import type { TextState } from "../reading-state.ts";
import { FLAGS } from "../rules/value-words.ts";
import { type UnitRead, unitAfter } from "../unit-after.ts";
import { testsOf } from "./names.ts";

export const COUNT = "{count}";

export function unitOf(
  { tokens, plain }: TextState,
  mention: Mention,
  test: LabTest,
  isRatio: boolean,
  between: readonly string[],
  at: number,
): UnitRead | "other" | undefined {
  const accepts = (unit: string): boolean => test.units.some((accepted) => accepted.unit === unit);
  const own: UnitRead = { unit: TITER, times: [1, 1], end: at };
  if (isRatio) return accepts(TITER) ? own : "other";
  if (accepts(COUNT)) return { unit: COUNT, times: [1, 1], end: at };
  const written = unitAfter(plain.text, at, test);
  if (written && written !== "other") return written;
  const ofDay = saysDay(tokens, mention, between) ? massOfDay(plain.text, at, test) : undefined;
  if (ofDay) return ofDay;
  const saysTiter =
    accepts(TITER) &&
    (between.includes("titer") || tokens.slice(mention.from, mention.to).some(({ word }) => word === "titer"));
  return saysTiter && written === undefined ? own : written;
}

/**
 * Whether the name, or what stands beside it, gives the 24 hours: "24-hour urine protein", "urine protein (24 h)". What
 * ends a statement before the name ends it for this, too, and "within 24 h", "24 h later" are times of something.
 */
export function saysDay(tokens: TextState["tokens"], { from, to }: Mention, between: readonly string[]): boolean {
  let start = from;
  while (start > 0 && from - start < DAY_WITHIN && !beginsAnew(tokens[start], tokens[start - 1])) start -= 1;
  const words = [...tokens.slice(start, to).map(({ word }) => word), ...between];
  return words.some((word, at) => {
    const unit = words[at + 1] === "-" ? at + 2 : at + 1;
    return (
      word === "24" &&
      /^(?:h|hr|hour|hourly)$/.test(words[unit] ?? "") &&
      !/^(?:within|after|past|last|first|at|by|every|until|previous)$/.test(words[at - 1] ?? "") &&
      !/^(?:after|later|ago|post|before|following|apart|earlier|prior|since)$/.test(words[unit + 1] ?? "")
    );
  });
}

/** How far before a name the 24 hours are looked for, so that "24-hour collection of urine protein" is one. */
const DAY_WITHIN = 6;

/** Whether a token stands on a new line, in a new cell, or behind a sign that ends a statement. */
function beginsAnew(
  token: TextState["tokens"][number] | undefined,
  before: TextState["tokens"][number] | undefined,
): boolean {
  return token?.gap === "line" || token?.gap === "cell" || /^[.,;:?!]$/.test(before?.word ?? "");
}

const BARE_MASS = /^\s{0,3}(mg|milligrams?|g|gm|gms|grams?)(?![a-z0-9/^*])(?!\s?\/)(?!\s(?:per|a|creatinine|cr)\b)/;

/** A mass alone, which the name says is that of a day: "24-hour urine protein 1.2 g". */
export function massOfDay(text: string, from: number, test: LabTest): UnitRead | undefined {
  const found = BARE_MASS.exec(text.slice(from, from + 24));
  const unit = found?.[1]?.startsWith("m") ? "mg/(24.h)" : "g/(24.h)";
  if (!found || !test.units.some((accepted) => accepted.unit === unit)) return undefined;
  return { unit, times: [1, 1], end: from + found[0].length };
}

export const SOME_UNIT =
  /^\s{0,3}(?:mg|milligrams?|g|gm|gms|grams?|mcg|ug|ng|kg|ml|l|dl|u|units?|iu|index|pts?|points?)(?![a-z0-9])/;

const MOST_IN_CHAIN = 8;

const MOST_IN_BRACKETS = 8;

/** From here on a count that is also reported as a share may be a percentage, where it has no unit of its own. */
const MAY_BE_PERCENT = 10;

/**
 * The unit of a row of values that is written once, behind the last of them: "WBC 3.1, Plt 85 x10^9/L", "WCC 3.1, plt 88
 * (all x10^9/L)". It is that of an earlier value only where the value that bears it is of a test with the same unit, and
 * only where nothing else stands between.
 */
export function unitFurtherOn(
  state: TextState,
  index: number,
  number: { readonly end: number; readonly ratio: boolean; readonly value: number },
  test: NamedLabTest,
  isShare: boolean,
  style: NumberStyle,
): UnitRead | undefined {
  const { tokens, plain } = state;
  const isFrom = tokens[index - 1]?.word === "from";
  if (number.ratio || (isShare && number.value >= MAY_BE_PERCENT)) return undefined;
  const fits = (unit: string): boolean => test.units.some((accepted) => accepted.unit === unit);
  let last = number.end;
  let at = tokenBehind(state, index, behindFlags(plain.text, last), tokens.length);
  for (let items = 0; items < MOST_IN_CHAIN; items += 1) {
    if (tokens[at]?.gap === "line" || tokens[at]?.word === "%") return undefined;
    const ofAll = unitOfAll(state, at, test);
    if (ofAll) return { ...ofAll, end: number.end };
    at = behindBrackets(tokens, at);
    const later = isFrom || isArrow(tokens, at) ? laterOfSame(state, at, style) : undefined;
    if (later !== undefined) {
      const behind = behindFlags(plain.text, later);
      const unit = unitAfter(plain.text, behind, test);
      if (unit) return unit === "other" ? undefined : { ...unit, end: number.end };
      at = tokenBehind(state, at + 1, behind, tokens.length);
      continue;
    }
    if (!/^(?:,|and|&|\/)$/.test(tokens[at]?.word ?? "")) return undefined;
    at += 1;
    if (tokens[at]?.word === "and") at += 1;
    const ofRest = unitOfAll(state, at, test);
    if (ofRest) return { ...ofRest, end: number.end };
    const name = testsOf(state).get(at);
    if (!name) return undefined;
    at = name.to;
    while (/^(?:count|of|was|were|at|:|=)$/.test(tokens[at]?.word ?? "")) at += 1;
    const token = tokens[at];
    const next = token && token.gap !== "line" ? numberAt(plain.text, token.start, style) : undefined;
    if (!next || next.ratio) return undefined;
    last = behindFlags(plain.text, next.end);
    const unit = unitAfter(plain.text, last, test);
    if (unit === "other") return undefined;
    if (unit) return bearsUnit(state, name, unit.unit) && fits(unit.unit) ? { ...unit, end: number.end } : undefined;
    at = tokenBehind(state, at, last, tokens.length);
  }
  return undefined;
}

/** The end of the second number of "from 45 to 28 IU/mL" and "45 -> 28 IU/mL". */
function laterOfSame({ tokens, plain }: TextState, at: number, style: NumberStyle): number | undefined {
  const number = isArrow(tokens, at) ? at + 2 : tokens[at]?.word === "to" ? at + 1 : undefined;
  const token = number === undefined ? undefined : tokens[number];
  if (!token || token.gap === "line") return undefined;
  return numberAt(plain.text, token.start, style)?.end;
}

/** "(all x10^9/L)", ", all in g/L". */
function unitOfAll({ tokens, plain }: TextState, from: number, test: LabTest): UnitRead | undefined {
  let at = tokens[from]?.word === "(" ? from + 1 : from;
  if (!/^(?:all|both|each)$/.test(tokens[at]?.word ?? "")) return undefined;
  at += 1;
  if (tokens[at]?.word === "in") at += 1;
  const read = tokens[at] && unitAfter(plain.text, tokens[at]?.start ?? 0, test);
  return read && read !== "other" ? read : undefined;
}

/** Past the limits of a value in brackets. */
function behindBrackets(tokens: TextState["tokens"], at: number): number {
  if (!/^[([]$/.test(tokens[at]?.word ?? "")) return at;
  for (let to = at + 1; to <= at + MOST_IN_BRACKETS; to += 1) if (/^[)\]]$/.test(tokens[to]?.word ?? "")) return to + 1;
  return at;
}

/** Whether a unit written behind a value of this name is of it: grams per liter of protein are no giga per liter. */
function bearsUnit({ words, tokens }: TextState, { name, from }: Mention, unit: string): boolean {
  if (name.kind === "test") return words.definitions.tests[name.test].units.some((accepted) => accepted.unit === unit);
  const word = tokens[from]?.word ?? "";
  return unit.startsWith("10*") && /^(?:neut|neutrophil|anc|absolute)$/.test(word);
}

/** Past "H", "(L)", "*" between a number and its unit. */
export function behindFlags(text: string, from: number): number {
  let at = from;
  for (let flags = 0; flags < 2; flags += 1) {
    const found = /^\s*(?:[([]\s?([a-z]{1,8}|[*#!↓↑])\s?[)\]]|([a-z]{1,8}|[*#!↓↑])(?![a-z0-9/^*%]))/.exec(
      text.slice(at, at + 14),
    );
    if (!found || !FLAGS.has(found[1] ?? found[2] ?? "")) return at;
    at += found[0].length;
  }
  return at;
}

export function tokenBehind({ tokens }: TextState, from: number, at: number, end: number): number {
  let index = from + 1;
  while (index < end && (tokens[index]?.start ?? 0) < at) index += 1;
  return index;
}

/** "->" between two values says that one followed the other, and compares nothing. */
export function isArrow(tokens: TextState["tokens"], index: number): boolean {
  return tokens[index]?.word === "-" && tokens[index + 1]?.word === ">" && tokens[index + 1]?.gap === "none";
}

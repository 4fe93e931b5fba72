import type { LabTest, NamedLabTest, TestId } from "../../criteria/types.ts";
import { entryOf } from "../record/entry-of.ts";
import { TITER } from "../record/titer.ts";
import type { Amount } from "./amounts.ts";
import type { Sentence } from "./document.ts";
import { limitsIn } from "./limits-in-text.ts";
import { methodNamed } from "./methods.ts";
import { type Mention, wordSet } from "./names.ts";
import { type NumberStyle, numberAt } from "./numbers.ts";
import type { TextState } from "./reading-state.ts";
import { BETWEEN_VALUES, FILLERS, FLAGS } from "./rules/value-words.ts";
import { sameWord } from "./tokens.ts";
import { type UnitRead, unitAfter } from "./unit-after.ts";

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

const fillers = wordSet(FILLERS);
const betweenValues = new Set(BETWEEN_VALUES.map(sameWord));
const MOST_FILLERS = 14;
const MOST_BETWEEN = 7;
const COUNT = "{count}";
const OTHER_UNIT = "its unit is none that the record accepts for it";

/** Reads the values of a sentence, in order. */
export function valuesInSentence(
  state: TextState,
  sentence: Sentence,
  style: NumberStyle,
): { readonly values: readonly ProseValue[]; readonly none: readonly NoValue[] } {
  const values: ProseValue[] = [];
  const none: NoValue[] = [];
  const mentions = longestNames(state.mentionsOf(sentence));
  let behind = sentence.from;
  let lastClassless: Mention | undefined;
  for (const mention of mentions) {
    if (mention.from < behind) continue;
    const { name } = mention;
    if (name.kind !== "test" && name.kind !== "classless" && !isBareClass(state, mention, lastClassless)) continue;
    const end = nextName(mentions, mention, sentence.to);
    if (name.kind === "classless" || (name.kind === "test" && isClassTest(state, name.test))) lastClassless = mention;
    const first = firstValue(state, sentence, mention, end, style);
    if (!first) continue;
    if ("why" in first) {
      none.push(first);
      continue;
    }
    values.push(first);
    behind = first.to;
    for (let next = nextValue(state, first, end, style); next; next = nextValue(state, next, end, style)) {
      values.push(next);
      behind = next.to;
    }
  }
  return { values, none };
}

/** Names of tests and of others, the longest where they overlap. */
function longestNames(mentions: readonly Mention[]): readonly Mention[] {
  const named = mentions
    .filter(({ name }) => name.kind === "test" || name.kind === "classless" || name.kind === "other-test")
    .sort((one, other) => one.from - other.from || other.to - one.to || rank(one) - rank(other));
  const kept: Mention[] = [];
  for (const mention of named) {
    const last = kept.at(-1);
    if (last && mention.from < last.to) continue;
    kept.push(mention);
  }
  return kept;
}

/** Of one place's names, that of a test first. */
function rank({ name }: Mention): number {
  return name.kind === "test" ? 0 : name.kind === "classless" ? 1 : 2;
}

function isClassTest({ words }: TextState, test: TestId): boolean {
  return Object.values(words.inTexts.classless.tests).includes(test);
}

/** "IgM 12 MPL" behind anticardiolipin: its unit says that it is the same antibody. */
function isBareClass({ tokens }: TextState, mention: Mention, classless: Mention | undefined): boolean {
  return (
    classless !== undefined && mention.name.kind === "other-test" && /^ig[gma]$/.test(tokens[mention.from]?.word ?? "")
  );
}

function nextName(mentions: readonly Mention[], mention: Mention, to: number): number {
  return Math.min(mentions.find(({ from }) => from >= mention.to)?.from ?? to, to);
}

function firstValue(
  state: TextState,
  sentence: Sentence,
  mention: Mention,
  end: number,
  style: NumberStyle,
): ProseValue | NoValue | undefined {
  const { tokens, plain, words } = state;
  const counted = countBefore(state, sentence, mention, style);
  if (counted) return counted;
  // "28 Mar 24 dsDNA 95 IU/mL".
  const dayBefore = mention.from > sentence.from ? tokens[mention.from - 1] : undefined;
  let day = dayBefore?.kind === "day" ? dayBefore.day : undefined;
  let hasDay = dayBefore?.kind === "day";
  let parentheses = 0;
  let printed: Printed | undefined;
  for (let index = mention.to; index < end && index - mention.to <= MOST_FILLERS; index += 1) {
    const token = tokens[index];
    if (!token) return undefined;
    const limits = limitsBefore(state, index, end, style);
    if (limits) {
      printed = limits;
      index = limits.to - 1;
      continue;
    }
    if (token.kind === "day") {
      day = token.day;
      hasDay = true;
      continue;
    }
    const isInWords = /^(?:less|greater|more)$/.test(token.word) && tokens[index + 1]?.word === "than";
    const isSign = token.word === "<" || token.word === ">" || token.word === "=" || isInWords;
    const number = (token.kind === "number" || isSign) && numberAt(plain.text, token.start, style);
    if (number) {
      if (isPartOfName(state, index, mention)) continue;
      // "ANA 4+ homogeneous, 1:1280": how bright it is, and then its titer.
      if (isGrade(tokens, index) && isOfTiters(words.definitions.tests, mention)) {
        index += 1;
        continue;
      }
      // "Thrombocytopenia in 2010 (lowest count 9 x10^9/L)": the year is the day of it, as far as it goes.
      if (YEAR.test(token.word) && /^(?:in|since|of|from|until)$/.test(tokens[index - 1]?.word ?? "")) {
        hasDay = true;
        continue;
      }
      const read = valueAt(state, mention, index, end, style, words.definitions.tests, printed);
      if (read && !("why" in read))
        return { ...read, ...(hasDay && !read.hasDay && { hasDay, amount: { ...read.amount, ...(day && { day }) } }) };
      return read;
    }
    if (token.word === "(" || token.word === "[") parentheses += 1;
    else if (token.word === ")" || token.word === "]") parentheses -= 1;
    else if (
      token.kind === "sign"
        ? !/^[:=\-*,↓↑/~!#>]$/.test(token.word) &&
          !(token.word === "." && /^(?:abs|approx)$/.test(tokens[index - 1]?.word ?? ""))
        : token.kind === "box" || !(fillers.has(token.word) || parentheses > 0)
    )
      return undefined;
    if (token.word === "," && isBeforeClause(tokens, index)) index += 2;
    else if (token.word === "," && !mayFollowComma(state, index, mention)) return undefined;
  }
  return undefined;
}

/** Limits that stand before the value to which they belong, and the token behind them. */
interface Printed {
  readonly text: string;
  /** Where their last number ends in the text. */
  readonly unitAt: number;
  readonly to: number;
}

const SAYS_LIMITS =
  /^(?:normal|norm|ref|reference|range|interval|nr|rr|nl|limit|cut-?\s?off|uln|lln|upper|lower|up to|n\s?[:=<>\d]|negative (?:up to|below|under|less|<)|neg (?:<|up to))/;
const IS_LIMITS =
  /^(?:(?:pos(?:itive)?\s(?:from|at|above|over)?\s?)?[<>]|(?:less|more|greater) than|below|under|\d[\d.,]*\s?(?:-|to)\s?\d)/;
const MOST_IN_LIMITS = 70;

/**
 * "(normal less than 30 IU/mL) 85", "[0.9-1.8 g/L]: 0.55", "normal <30 IU/mL": what is normal, before the value or in the
 * place of one. Limits that no word calls so are limits only where a value follows: "(<30 IU/mL)" alone may be the value.
 */
function limitsBefore(
  { tokens, plain: { text } }: TextState,
  index: number,
  end: number,
  style: NumberStyle,
): Printed | undefined {
  const first = tokens[index];
  if (!first) return undefined;
  const isOpen = first.word === "(" || first.word === "[";
  const from = isOpen ? first.end : first.start;
  const rest = text.slice(from, from + MOST_IN_LIMITS);
  const [inside = ""] = (isOpen ? /^[^()[\]\n]+(?=[)\]])/ : LIMITS_IN_WORDS).exec(rest) ?? [];
  const written = inside.trim();
  const isCalledSo = SAYS_LIMITS.test(written);
  if (!isCalledSo && !(isOpen && IS_LIMITS.test(written))) return undefined;
  const read = limitsIn(written, style);
  if (!read) return undefined;
  let to = index;
  while (to < end && (tokens[to]?.start ?? 0) < from + inside.length + (isOpen ? 1 : 0)) to += 1;
  let next = to;
  while (
    next < end &&
    /^(?:[:=,]|was|is|were|of|at|now|result|value|low|high|raised|reduced)$/.test(tokens[next]?.word ?? "")
  )
    next += 1;
  const isFollowed = next < end && (tokens[next]?.kind === "number" || /^[<>]$/.test(tokens[next]?.word ?? ""));
  if (!isCalledSo && !isFollowed) return undefined;
  const digits = /\d(?=\D*$)/.exec(inside.replace(/(?:x\s?)?10\s?[\^*e]\s?\d+.*$|\/\s?24\s?h.*$/, ""));
  return { text: written, unitAt: from + (digits?.index ?? 0) + 1, to };
}

/** Limits without brackets, by a word and a comparison: "normal <30 IU/mL", "ref 0.9-1.8". */
const LIMITS_IN_WORDS =
  /^(?:normal|norm|ref|reference|range|nr|rr|limit|cut-?\s?off|uln|lln)(?:\s(?:range|interval|value|limit|is|being))?\s?[:=]?\s?(?:(?:[<>]=?|less than|more than|greater than|below|under|up to)\s?[\d.,:]*\d|\d[\d.,]*\s?(?:-|to)\s?\d[\d.,]*)(?:\s?(?:x\s?)?10\s?[\^*e]\s?\d{1,2}\s?\/\s?[a-z]{1,2}|\s?[a-z%]{1,8}\/[a-z0-9.]{1,8})?/;

/** The unit of limits, which is that of a value behind them that has none of its own. */
function unitOfLimits(
  text: string,
  { unitAt }: Printed,
  valueEnd: number,
  test: LabTest,
): UnitRead | "other" | undefined {
  const read = unitAfter(text, unitAt, test);
  return read === undefined || read === "other" ? read : { ...read, end: valueEnd };
}

/** "3+": a grade. */
function isGrade(tokens: TextState["tokens"], index: number): boolean {
  const sign = tokens[index + 1];
  return /^[1-4]$/.test(tokens[index]?.word ?? "") && sign?.word === "+" && sign.gap === "none";
}

function isOfTiters(tests: Readonly<Record<TestId, NamedLabTest>>, { name }: Mention): boolean {
  return name.kind === "test" && tests[name.test].units.every(({ unit }) => unit === TITER);
}

/** "The white count, which was 2.9": a relative clause that says what it was. */
function isBeforeClause(tokens: TextState["tokens"], comma: number): boolean {
  const [who, verb] = [tokens[comma + 1]?.word, tokens[comma + 2]?.word ?? ""];
  return who === "which" && /^(?:was|were|is|are|had|today|now|currently|then)$/.test(verb);
}

/** After a comma the value goes on where a result or an assay stands between: "ANA positive, 1:320". */
function mayFollowComma(state: TextState, comma: number, mention: Mention): boolean {
  const { tokens } = state;
  // "ANA (IFT), norm <1:80: 1:640": limits, and then the value.
  if (/^(?:normal|norm|ref|reference|nr|rr)$/.test(tokens[comma + 1]?.word ?? "")) return true;
  // "There was proteinuria, 2.2 g/24 h": the finding first, and then its value.
  if (comma === mention.to && isFindingsName(state, mention)) return true;
  return (
    comma > mention.to &&
    comma - mention.to <= 6 &&
    (tokens[comma + 1]?.kind === "number" ||
      /^(?:titer|last|highest|nadir|now|lowest|homogeneous|speckled|nucleolar|centromere|pattern)$/.test(
        tokens[comma + 1]?.word ?? "",
      ))
  );
}

/** "HEp-2", "B2GP1", "SJC28", "24 h" are names, not numbers. */
function isPartOfName({ tokens, words }: TextState, index: number, mention: Mention): boolean {
  const before = tokens[index - 1]?.word ?? "";
  const isCount =
    mention.name.kind === "test" && words.definitions.tests[mention.name.test].units.some(({ unit }) => unit === COUNT);
  // "Tmax 24h 38.9": of how long.
  const isOfHours =
    /^(?:12|24|48|72)$/.test(tokens[index]?.word ?? "") && /^h(?:r|our)?$/.test(tokens[index + 1]?.word ?? "");
  return (
    isOfHours ||
    (before === "-" && tokens[index - 2]?.word === "hep") ||
    before === "hep" ||
    (isCount &&
      /^(?:28|66|68|44)$/.test(tokens[index]?.word ?? "") &&
      /^(?:of|-|\()$/.test(before) &&
      index - mention.to < 3)
  );
}

/** "4 swollen joints". */
function countBefore(
  state: TextState,
  sentence: Sentence,
  mention: Mention,
  style: NumberStyle,
): ProseValue | NoValue | undefined {
  const { name, from, to } = mention;
  if (name.kind !== "test") return undefined;
  const test: LabTest = state.words.definitions.tests[name.test];
  const token = state.tokens[from - 1];
  if (
    !test.units.some(({ unit }) => unit === COUNT) ||
    from - 1 < sentence.from ||
    token?.kind !== "number" ||
    state.tokens[to]?.kind === "number"
  )
    return undefined;
  if (/^[:=]$/.test(state.tokens[to]?.word ?? "") || state.tokens[to]?.word === "count") return undefined;
  const before = state.tokens.slice(Math.max(sentence.from, from - 4), from - 1).map(({ word }) => word);
  // "Fewer than 2 swollen joints", "up to 3", "at most 1": no count.
  const isAtLeast = /(?:no|not) (?:less|fewer) than$/.test(before.join(" "));
  if (
    !isAtLeast &&
    /(?:less|fewer|no more|not more|no greater|not greater) than$|up to$|at most$/.test(before.join(" "))
  )
    return { mention, to, why: "at most so many, which is no count" };
  const isMore = /(?:more|greater) than$/.test(before.join(" "));
  const at = (isMore ? state.tokens[from - 3]?.start : undefined) ?? token.start;
  const number = numberAt(state.plain.text, at, style);
  if (!number || !Number.isInteger(number.value)) return undefined;
  return {
    mention,
    from: from - 1,
    to,
    hasDay: false,
    amount: { test: name.test, at, number, unit: COUNT, times: [1, 1] },
  };
}

/** The value whose number begins at a token, for the name before it. */
function valueAt(
  state: TextState,
  mention: Mention,
  index: number,
  end: number,
  style: NumberStyle,
  tests: Readonly<Record<TestId, NamedLabTest>>,
  printed?: Printed,
): ProseValue | NoValue | undefined {
  const { tokens, plain } = state;
  const start = tokens[index]?.start ?? 0;
  const number = numberAt(plain.text, start, style);
  if (!number) return undefined;
  let at = behindFlags(plain.text, number.end);
  const limitsFirst = rangeAt(plain.text, at);
  const id = testMeant(state, mention, at, limitsFirst?.end);
  if (!id) return { mention, to: index + 1, why: "a number without a unit that says which class it is" };
  const test = tests[id];
  const between = tokens.slice(mention.to, index).map(({ word }) => word);
  if (number.comparator && isFindingsName(state, mention))
    return { mention, to: index + 1, why: "where a finding begins, not a value" };
  const ofLimits = printed && unitOfLimits(plain.text, printed, number.end, test);
  const written =
    unitOf(state, mention, test, number.ratio, between, at) ??
    (limitsFirst && unitAfter(plain.text, limitsFirst.end, test)) ??
    ofLimits;
  const unit = written ?? unitFurtherOn(state, index, number, test, state.words.inTexts.alsoShares.includes(id), style);
  const titersOnly = test.units.every((accepted) => accepted.unit === TITER);
  if (titersOnly && !number.ratio && between.some((word) => test.otherAssays?.includes(word)))
    return { mention, to: index + 1, why: "the result of another assay, which is no titer" };
  if (unit === undefined && SOME_UNIT.test(plain.text.slice(number.end, number.end + 16)))
    return { mention, to: index + 1, why: OTHER_UNIT };
  if (unit === undefined) return { mention, to: index + 1, why: "a number without its unit" };
  if (unit === "other") return { mention, to: index + 1, why: OTHER_UNIT };
  let limits: string | undefined;
  if (limitsFirst && unit.end > limitsFirst.start) {
    limits = limitsFirst.text;
    at = unit.end;
  } else at = Math.max(unit.end, number.end);
  const after = behindValue(state, at, style, tokens[end - 1]?.end ?? at);
  // Limits in another unit than the value's are none of it.
  const isOfOther = ofLimits !== undefined && (ofLimits === "other" || ofLimits.unit !== unit.unit);
  limits = limits ?? after.limits ?? (isOfOther ? undefined : printed?.text);
  const method =
    methodNamed(test, tokens, mention.from, index) ?? methodNamed(test, tokens, index, Math.min(end, index + 12));
  const to = tokenBehind(state, index, after.end, end);
  return {
    mention,
    from: index,
    to,
    hasDay: after.hasDay,
    amount: {
      test: id,
      at: start,
      number,
      unit: unit.unit,
      times: unit.times,
      ...(limits !== undefined && { limits }),
      ...(method && { method }),
      ...(after.day && { day: after.day }),
    },
  };
}

/** "Leukopenia <4.0" says what the word means; "WBC <4.0" is a value. */
function isFindingsName({ findingNames }: TextState, { from, to }: Mention): boolean {
  return findingNames.has(`${from} ${to}`);
}

/** The test that is meant: by its name, or for a name without a class by the class or the unit that follows. */
function testMeant(
  { tokens, plain, words }: TextState,
  { name, from, to }: Mention,
  at: number,
  behindRange: number | undefined,
): TestId | undefined {
  if (name.kind === "test") return name.test;
  const { tests } = words.inTexts.classless;
  const byUnit = Object.values(tests).find((test) => {
    const accepted = words.definitions.tests[test];
    const read =
      unitAfter(plain.text, at, accepted) ??
      (behindRange === undefined ? undefined : unitAfter(plain.text, behindRange, accepted));
    return read !== undefined && read !== "other";
  });
  if (byUnit) return byUnit;
  return tokens.slice(from, to + 2).flatMap(({ word }) => entryOf(tests, word) ?? [])[0];
}

function unitOf(
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
function saysDay(tokens: TextState["tokens"], { from, to }: Mention, between: readonly string[]): boolean {
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
function massOfDay(text: string, from: number, test: LabTest): UnitRead | undefined {
  const found = BARE_MASS.exec(text.slice(from, from + 24));
  const unit = found?.[1]?.startsWith("m") ? "mg/(24.h)" : "g/(24.h)";
  if (!found || !test.units.some((accepted) => accepted.unit === unit)) return undefined;
  return { unit, times: [1, 1], end: from + found[0].length };
}

const SOME_UNIT =
  /^\s{0,3}(?:mg|milligrams?|g|gm|gms|grams?|mcg|ug|ng|kg|ml|l|dl|u|units?|iu|index|pts?|points?)(?![a-z0-9])/;

/** The names of tests by the token at which they begin, the longest of each place. */
const testsAt = new WeakMap<TextState, ReadonlyMap<number, Mention>>();

function testsOf(state: TextState): ReadonlyMap<number, Mention> {
  const known = testsAt.get(state);
  if (known) return known;
  const byToken = new Map<number, Mention>();
  for (const mention of state.mentions) {
    const { name, from, to } = mention;
    if (name.kind !== "test" && name.kind !== "classless" && name.kind !== "other-test") continue;
    const there = byToken.get(from);
    if (!there || there.to < to || (there.to === to && rank(mention) < rank(there))) byToken.set(from, mention);
  }
  testsAt.set(state, byToken);
  return byToken;
}

const MOST_IN_CHAIN = 8;
const MOST_IN_BRACKETS = 8;
/** From here on a count that is also reported as a share may be a percentage, where it has no unit of its own. */
const MAY_BE_PERCENT = 10;

/**
 * The unit of a row of values that is written once, behind the last of them: "WBC 3.1, Plt 85 x10^9/L", "WCC 3.1, plt 88
 * (all x10^9/L)". It is that of an earlier value only where the value that bears it is of a test with the same unit, and
 * only where nothing else stands between.
 */
function unitFurtherOn(
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
function behindFlags(text: string, from: number): number {
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

interface RangeText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A bare range or limit at a place: "4.0 - 10.5", "<10". */
function rangeAt(text: string, from: number): RangeText | undefined {
  const found =
    /^[\s,]{0,20}([([]?\s?(?:(?:ref(?:erence)?(?: range)?|normal|nr|rr|range)[\s:]{1,3})?(?:\d[\d.,]*\s?-\s?\d[\d.,]*|[<>]=?\s?(?:1:)?\d[\d.,]*)\s?[)\]]?)/.exec(
      text.slice(from, from + 60),
    );
  if (!found?.[1]) return undefined;
  const end = from + found[0].length;
  return { text: found[1].replaceAll(/[()[\]]/g, ""), start: end - found[1].length, end };
}

interface Behind {
  readonly limits?: string;
  readonly day?: string;
  readonly hasDay: boolean;
  readonly end: number;
}

const IN_BRACKETS = /^[\s,]{0,12}[([]([^()[\]]{1,70})[)\]]/;
const NAMED_RANGE =
  /^[\s,]{0,12}(?:ref(?:erence)?(?: range| interval)?|normal(?: range)?|range|rr|nr|nl|n)\s?[:=]?\s?((?:[<>]=?\s?)?(?:1:)?\d[\d.,]*(?:\s?(?:-|to)\s?\d[\d.,]*)?)/;
/** How a nucleus is stained, behind a titer. */
const PATTERN =
  /^(?:[\s,]{1,3}(?:fine|finely|coarse|coarsely|dense|mixed|homogen(?:e)?ous|diffuse|speckled|nucleolar|centromere|rim|peripheral|nuclear|and|pattern)\b){1,5}/;
const NAMED_IN_BRACKETS = /^\s?[,;]?\s?[([]?(?:ref|normal|nr|rr|range)\b/;
const DAY_BEHIND = /^[\s,]{0,4}(?:(?:on|in|at|dated|from|of|\(|-)\s?){0,2}$/;
const MOST_BEHIND = 4;

/** What stands behind a value: flags, limits, a day. */
function behindValue({ tokens, plain: { text } }: TextState, from: number, style: NumberStyle, to: number): Behind {
  let at = behindFlags(text, from);
  // "1:640 speckled (ref <1:80)": limits only, for other words stand behind other values.
  const pattern = PATTERN.exec(text.slice(at, Math.min(to, at + 60)))?.[0].length ?? 0;
  if (NAMED_IN_BRACKETS.test(text.slice(at + pattern, at + pattern + 20))) at += pattern;
  let limits: string | undefined;
  for (let parts = 0; parts < MOST_BEHIND && at < to; parts += 1) {
    const rest = text.slice(at, Math.min(to, at + 90));
    const brackets = IN_BRACKETS.exec(rest);
    if (brackets?.[1] && !isDayText(tokens, at, at + brackets[0].length)) {
      const read = limitsIn(brackets[1], style);
      // "(previously 31 IU/mL, normal <100)": the limits are a part of it, and the rest is another value.
      if (!read) limits = limits ?? limitsAmong(brackets[1], style);
      // "(booking 221 x10^9/L)" is another value, not a limit.
      if (!read && /\d/.test(brackets[1])) break;
      if (read) limits = limits ?? brackets[1];
      at += brackets[0].length;
      at = behindFlags(text, at);
      continue;
    }
    const named = NAMED_RANGE.exec(rest) ?? undefined;
    const range = named ? undefined : rangeAt(text, at);
    // "(2021-07-14)" begins like a range.
    const bare = range && isDayText(tokens, at, range.end) ? undefined : range;
    if (named?.[1]) {
      limits = limits ?? named[1].replace(/^((?:1:)?\d[\d.,]*)$/, "");
      at += named[0].length;
      continue;
    }
    if (bare && limits === undefined && !/^\s{0,20},/.test(rest)) {
      limits = bare.text;
      at = bare.end;
      continue;
    }
    break;
  }
  const day = dayAfter(tokens, text, at, to);
  return {
    ...(limits && { limits }),
    ...(day?.day && { day: day.day }),
    hasDay: day !== undefined,
    end: day?.end ?? at,
  };
}

function limitsAmong(written: string, style: NumberStyle): string | undefined {
  if (!/\b(?:previous|previously|prior|was|last)\b/.test(written)) return undefined;
  return written
    .split(/[,;]\s/)
    .map((part) => part.trim())
    .find((part) => SAYS_LIMITS.test(part) && limitsIn(part, style));
}

function firstTokenFrom(tokens: TextState["tokens"], at: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isDayText(tokens: TextState["tokens"], from: number, to: number): boolean {
  for (let index = firstTokenFrom(tokens, from); (tokens[index]?.start ?? Number.POSITIVE_INFINITY) < to; index += 1)
    if (tokens[index]?.kind === "day") return true;
  return false;
}

const YEAR = /^(?:19|20)\d\d$/;

/** A day directly behind a value, "on 2 March 2021", "(2 March 2021)", "in 2019": the last has no day to give. */
function dayAfter(
  tokens: TextState["tokens"],
  text: string,
  at: number,
  to: number,
): { readonly day?: string; readonly end: number } | undefined {
  const first = firstTokenFrom(tokens, at);
  for (let index = first; index < first + 4; index += 1) {
    const token = tokens[index];
    if (!token || token.start >= to || token.gap === "line") return undefined;
    const isYear =
      token.kind === "number" && YEAR.test(token.word) && /(?:in|\()\s?$/.test(text.slice(at, token.start));
    if (token.kind === "day" || isYear) {
      if (!DAY_BEHIND.test(text.slice(at, token.start))) return undefined;
      const close = tokens[index + 1]?.word === ")" ? (tokens[index + 1]?.end ?? token.end) : token.end;
      return { ...(token.day && { day: token.day }), end: close };
    }
  }
  return undefined;
}

function tokenBehind({ tokens }: TextState, from: number, at: number, end: number): number {
  let index = from + 1;
  while (index < end && (tokens[index]?.start ?? 0) < at) index += 1;
  return index;
}

/** An earlier value of the same test, in the unit of the value before it. */
function inUnitOf(
  { tokens, plain }: TextState,
  { mention, amount }: ProseValue,
  index: number,
  end: number,
  number: ProseValue["amount"]["number"],
): ProseValue {
  const { test, unit, times } = amount;
  const day = dayAfter(tokens, plain.text, number.end, tokens[end - 1]?.end ?? number.end);
  return {
    mention,
    from: index,
    to: index + 1,
    hasDay: true,
    amount: { test, at: tokens[index]?.start ?? 0, number, unit, times, ...(day?.day && { day: day.day }) },
  };
}

/** "9 April": a day that has no year, which is none to give. */
function isDayOfMonth(tokens: TextState["tokens"], index: number): boolean {
  return (
    /^\d{1,2}$/.test(tokens[index]?.word ?? "") &&
    [tokens[index - 1], tokens[index + 1]].some((token) => MONTH.test(token?.word ?? ""))
  );
}

const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/;

/** "->" between two values says that one followed the other, and compares nothing. */
function isArrow(tokens: TextState["tokens"], index: number): boolean {
  return tokens[index]?.word === "-" && tokens[index + 1]?.word === ">" && tokens[index + 1]?.gap === "none";
}

/** Whether the words before or behind a further value say that it is from before the one that was given first. */
function isEarlier(tokens: TextState["tokens"], from: number, index: number, to: number): boolean {
  const before = tokens.slice(from, index).map(({ word }) => word);
  if (before.some((word) => /^(?:prior|previous|previously|from|was|were|baseline|booking|had|before)$/.test(word)))
    return true;
  const [at, when] = [tokens[to]?.word, tokens[to + 1]?.word ?? ""];
  return at === "at" && /^(?:dx|diagnosis|presentation|baseline|onset|booking|admission|first)$/.test(when);
}

/** A further value of the same test: "124 mg/mmol on 7 September 2021, 46 mg/mmol on 5 April 2022". */
function nextValue(state: TextState, last: ProseValue, end: number, style: NumberStyle): ProseValue | undefined {
  const { tokens, plain, words } = state;
  const test: LabTest = words.definitions.tests[last.amount.test];
  let day: string | undefined;
  let hasDay = false;
  for (let index = last.to; index < end && index - last.to <= MOST_BETWEEN; index += 1) {
    const token = tokens[index];
    if (!token || token.gap === "line" || token.gap === "cell") return undefined;
    if (token.kind === "day") {
      day = token.day;
      hasDay = true;
      continue;
    }
    if (isArrow(tokens, index)) {
      index += 1;
      continue;
    }
    const isSign = token.word === "<" || token.word === ">";
    const number =
      (token.kind === "number" || isSign) &&
      (index > last.to || isArrow(tokens, index - 2)) &&
      numberAt(plain.text, token.start, style);
    if (number) {
      if (/^(?:day|week|month)$/.test(tokens[index - 1]?.word ?? "")) continue;
      // "97 on 9 April and 182 on 16 April 2024": a day without its year.
      if (isDayOfMonth(tokens, index)) continue;
      const isTiter = last.amount.unit === TITER && number.ratio;
      const own = unitAfter(plain.text, number.end, test);
      const unit =
        own ??
        (last.amount.unit.endsWith("/(24.h)") && saysDay(tokens, last.mention, [])
          ? massOfDay(plain.text, number.end, test)
          : undefined);
      // "WBC 3.2 K/uL (prior 4.4)": in the unit of the value before it.
      const isPrior =
        /^(?:prior|previous|previously)$/.test(tokens[index - 1]?.word ?? "") &&
        /^(?:[)\],;]|on|in)$/.test(tokens[index + 1]?.word ?? "");
      if (isPrior && unit === undefined) return inUnitOf(state, last, index, end, number);
      const isShared = unit === undefined && isArrow(tokens, index - 2);
      if (!isTiter && !isShared && (unit === undefined || unit === "other")) return undefined;
      const read = valueAt(state, last.mention, index, end, style, words.definitions.tests);
      if (!read || "why" in read) return undefined;
      // "UPCR 0.3 g/g (prior 1.9 g/g)": of another day than the one that a heading gives, and of none that is known.
      if (!hasDay && !read.hasDay && isEarlier(tokens, last.to, index, read.to)) return { ...read, hasDay: true };
      return { ...read, ...(hasDay && !read.hasDay && { hasDay, amount: { ...read.amount, ...(day && { day }) } }) };
    }
    if (!betweenValues.has(token.word) && !/^d\d{1,3}$/.test(token.word)) return undefined;
  }
  return undefined;
}

const SAYS_AGAIN = wordSet([
  "repeat",
  "repeated",
  "recheck",
  "rechecked",
  "rpt",
  "previously",
  "subsequently",
  "retested",
]);
const MOST_BEFORE_REPEAT = 10;

/**
 * The value of a sentence that only says that the test before it was done again: "C3 low at 45 mg/dL; repeat on 20 March
 * was 95 mg/dL". It names no test, and its number is in the same unit.
 */
export function repeatOf(
  state: TextState,
  sentence: Sentence,
  last: ProseValue,
  style: NumberStyle,
): ProseValue | undefined {
  const { tokens, plain, words } = state;
  const start = /^(?:a|the|on|this|it|its|was)$/.test(tokens[sentence.from]?.word ?? "")
    ? sentence.from + 1
    : sentence.from;
  if (!SAYS_AGAIN.has(tokens[start]?.word ?? "") || state.mentionsOf(sentence).length > 0) return undefined;
  const test: LabTest = words.definitions.tests[last.amount.test];
  let day: string | undefined;
  let hasDay = false;
  for (let index = start + 1; index < Math.min(sentence.to, start + MOST_BEFORE_REPEAT); index += 1) {
    const token = tokens[index];
    if (token?.kind === "day") {
      day = token.day;
      hasDay = true;
      continue;
    }
    if (token?.kind === "number") {
      const number = numberAt(plain.text, token.start, style);
      const unit = number && unitAfter(plain.text, number.end, test);
      if (!unit || unit === "other" || unit.unit !== last.amount.unit) return undefined;
      const read = valueAt(state, last.mention, index, sentence.to, style, words.definitions.tests);
      if (!read || "why" in read || isToBe(state, sentence, start, index, read.to)) return undefined;
      // "Previously 95 mg/dL": of another day than that of the results, and of none that is known.
      if (!hasDay && !read.hasDay && isEarlier(tokens, start, index, read.to)) return { ...read, hasDay: true };
      return { ...read, ...(hasDay && !read.hasDay && { hasDay, amount: { ...read.amount, ...(day && { day }) } }) };
    }
    const isPlain = fillers.has(token?.word ?? "") || betweenValues.has(token?.word ?? "");
    if (!isPlain && !/^[:,(=]$/.test(token?.word ?? "")) return undefined;
  }
  return undefined;
}

/** "Repeat planned", "to be at", "repeat at 50 mg/dL for rituximab": when it is to be done, or what it should be. */
function isToBe(state: TextState, sentence: Sentence, start: number, index: number, to: number): boolean {
  const { tokens } = state;
  const says = state.contextOf(sentence);
  const flags = says.at(index);
  if (flags.has("hypothetical") || flags.has("target") || says.behind(to) === "target") return true;
  const words = tokens.slice(start, index).map(({ word }) => word);
  // "Repeat" itself asks for a test that is not yet done, unless it says what came of it: "repeat was", "repeat: 95".
  if (words.some((word, at) => word === "to" && words[at + 1] === "be")) return true;
  const behind = tokens.slice(to, Math.min(sentence.to, to + MOST_BEHIND)).map(({ word }) => word);
  return behind.some((word) =>
    /^(?:planned|plan|due|pending|awaited|scheduled|booked|requested|arranged|needed|advised)$/.test(word),
  );
}

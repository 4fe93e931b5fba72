/** The value that belongs to a name in a sentence. */
import type { LabTest, NamedLabTest, TestId } from "../../../criteria/types.ts";
import { TITER } from "../../record/titer.ts";
import type { Sentence } from "../document.ts";
import { methodNamed } from "../methods.ts";
import { type Mention, wordSet } from "../names.ts";
import { type NumberStyle, numberAt } from "../numbers.ts";
import type { TextState } from "../reading-state.ts";
import { FILLERS } from "../rules/value-words.ts";
import { unitAfter } from "../unit-after.ts";
import { behindValue, YEAR } from "./behind.ts";
import { limitsBefore, type Printed, rangeAt, unitOfLimits } from "./limits.ts";
import { isFindingsName, testMeant } from "./names.ts";
import { behindFlags, COUNT, SOME_UNIT, tokenBehind, unitFurtherOn, unitOf } from "./units.ts";
import type { NoValue, ProseValue } from "./value.ts";

export const fillers = wordSet(FILLERS);

const MOST_FILLERS = 14;

const OTHER_UNIT = "its unit is none that the record accepts for it";

export function firstValue(
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
      if (isOfTender(tokens, mention, index))
        return { mention, to: index + 1, why: "a count of tender joints, not of swollen ones" };
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

/** "3+": a grade. */
function isGrade(tokens: TextState["tokens"], index: number): boolean {
  const sign = tokens[index + 1];
  return /^[1-4]$/.test(tokens[index]?.word ?? "") && sign?.word === "+" && sign.gap === "none";
}

/** "28-joint count: 5 tender, 2 swollen": the first is none of swelling. */
function isOfTender(tokens: TextState["tokens"], { from, to }: Mention, index: number): boolean {
  return (
    /^(?:tender|painful)$/.test(tokens[index + 1]?.word ?? "") &&
    tokens.slice(from, to).some(({ word }) => word === "joint") &&
    !tokens.slice(from, to).some(({ word }) => word === "swollen")
  );
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
export function valueAt(
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

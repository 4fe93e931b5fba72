/** Further values of a name: those of a row of them, and a test that was done again. */
import type { LabTest } from "../../../criteria/types.ts";
import { TITER } from "../../record/titer.ts";
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import { type NumberStyle, numberAt } from "../numbers.ts";
import type { TextState } from "../reading-state.ts";
import { BETWEEN_VALUES } from "../rules/value-words.ts";
import { sameWord } from "../tokens.ts";
import { unitAfter } from "../unit-after.ts";
import { dayAfter, MOST_BEHIND } from "./behind.ts";
import { fillers, valueAt } from "./first-value.ts";
import { isArrow, massOfDay, saysDay } from "./units.ts";
import type { ProseValue } from "./value.ts";

const betweenValues = new Set(BETWEEN_VALUES.map(sameWord));

const MOST_BETWEEN = 7;

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

/** Whether the words before or behind a further value say that it is from before the one that was given first. */
function isEarlier(tokens: TextState["tokens"], from: number, index: number, to: number): boolean {
  const before = tokens.slice(from, index).map(({ word }) => word);
  if (before.some((word) => /^(?:prior|previous|previously|from|was|were|baseline|booking|had|before)$/.test(word)))
    return true;
  const [at, when] = [tokens[to]?.word, tokens[to + 1]?.word ?? ""];
  return at === "at" && /^(?:dx|diagnosis|presentation|baseline|onset|booking|admission|first)$/.test(when);
}

/** A further value of the same test: "124 mg/mmol on 7 September 2021, 46 mg/mmol on 5 April 2022". */
export function nextValue(state: TextState, last: ProseValue, end: number, style: NumberStyle): ProseValue | undefined {
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

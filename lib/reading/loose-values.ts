import type { LabTest } from "../../criteria/types.ts";
import { TITER } from "../record/titer.ts";
import type { Sentence } from "./document.ts";
import type { Mention } from "./names.ts";
import { type NumberStyle, numberAt } from "./numbers.ts";
import type { NoValue, ProseValue } from "./prose/value.ts";
import type { TextState } from "./reading-state.ts";
import type { Passed } from "./statements.ts";
import { type Units, unitAfter } from "./unit-after.ts";

/** Why a number with a laboratory's unit was not taken. */
const UNCLEAR_TEST = "a value whose test is not clear";

/** Why the end of a span of values was not taken. */
const SPAN = "a span of values, and no single one";

/** Before a number these make it a limit, an aim or a part of a range. */
const NOT_A_RESULT =
  /^(?:[<>=-]|to|below|above|under|over|than|limit|normal|reference|ref|range|cutoff|least|most|keep)$/;
/** A mass per day is that of a drug where nothing beside it speaks of the urine. */
const OF_URINE = /^(?:urine|urinary|protein|proteinuria|albumin|albuminuria|excretion|collection)$/;

const unitsOfAll = new WeakMap<TextState["words"], Units>();

/** "29F" is an age and a sex, 180 °C a stove: temperatures are taken by their name alone, and titers are no units. */
const BY_NAME_ONLY = new Set([TITER, "Cel", "[degF]"]);
/** How near a mass per day its protein or urine stands. */
const URINE_WITHIN = 4;

/** The units of all tests by which a number can be known to be a result. */
function allUnits({ words }: TextState): Units {
  const known = unitsOfAll.get(words);
  if (known) return known;
  const tests: readonly LabTest[] = Object.values(words.definitions.tests);
  const made = {
    units: tests.flatMap(({ units }) => units.filter(({ unit }) => !BY_NAME_ONLY.has(unit) && !unit.startsWith("{"))),
  };
  unitsOfAll.set(words, made);
  return made;
}

/**
 * Numbers of a sentence with a unit of the record's tests that belong to no name: a reader is told of them, and nothing
 * is guessed. A number behind the name of a test that the record does not ask for is that test's.
 */
export function looseValues(
  state: TextState,
  sentence: Sentence,
  style: NumberStyle,
  read: readonly (ProseValue | NoValue)[],
): readonly Passed[] {
  const { tokens, plain } = state;
  const units = allUnits(state);
  const taken = new Set<number>();
  for (const one of read) {
    const from = "amount" in one ? one.from : one.mention.from;
    for (let index = from; index < one.to; index += 1) taken.add(index);
  }
  const named = state.mentionsOf(sentence).filter(({ name }) => isOfTest(name));
  const passed: Passed[] = [];
  let next = 0;
  let lastName: Mention["name"] | undefined;
  for (let index = sentence.from; index < sentence.to; index += 1) {
    while (next < named.length && (named[next]?.from ?? 0) <= index) {
      lastName = named[next]?.name ?? lastName;
      next += 1;
    }
    const token = tokens[index];
    if (token?.kind !== "number" || taken.has(index)) continue;
    const isSpan = lastName?.kind === "test" && endsSpan(tokens, index, sentence);
    if (index > sentence.from && NOT_A_RESULT.test(tokens[index - 1]?.word ?? "") && !isSpan) {
      if (!isCompared(tokens, index, sentence)) continue;
    }
    const number = numberAt(plain.text, token.start, style);
    const unit = number && unitAfter(plain.text, number.end, units);
    if (!number || !unit || unit === "other") continue;
    // "IgM 12 MPL": a unit that only this antibody has, behind a name that others have, too.
    if (lastName?.kind === "other-test" && !unit.unit.endsWith("PL'U]")) continue;
    const near = tokens.slice(Math.max(sentence.from, index - URINE_WITHIN), index);
    if (unit.unit.endsWith("/(24.h)") && !near.some(({ word }) => OF_URINE.test(word))) continue;
    let to = index + 1;
    while (to < sentence.to && (tokens[to]?.start ?? 0) < unit.end) to += 1;
    passed.push({ from: index, to, why: isSpan ? SPAN : UNCLEAR_TEST });
  }
  return passed;
}

/** "Has ranged from 2.1 to 3.4": the end of a span of values of the test before it, and no range that is normal. */
function endsSpan(tokens: TextState["tokens"], index: number, { from }: Sentence): boolean {
  if (!/^(?:to|and|-)$/.test(tokens[index - 1]?.word ?? "") || tokens[index - 2]?.kind !== "number") return false;
  const before = tokens.slice(Math.max(from, index - 6), index - 2).map(({ word }) => word);
  return (
    before.some((word) => /^(?:from|between|ranged|ranging|varied|varying|fluctuated)$/.test(word)) &&
    !before.some((word) => /^(?:normal|reference|ref|range|limit|[([])$/.test(word))
  );
}

/** "IgM <10 MPL": what was found to be below or above, and no limit in brackets or behind a number. */
function isCompared(tokens: TextState["tokens"], index: number, { from }: Sentence): boolean {
  if (!/^[<>]$/.test(tokens[index - 1]?.word ?? "")) return false;
  const before = tokens.slice(Math.max(from, index - 4), index - 1);
  return before.length > 0 && before.every(({ kind, word }) => kind === "word" && !NOT_A_RESULT.test(word));
}

function isOfTest({ kind }: Mention["name"]): boolean {
  return kind === "test" || kind === "classless" || kind === "other-test";
}

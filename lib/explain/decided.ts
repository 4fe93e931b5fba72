import type { Definitions, FindingId, LabTest, LimitName, Measurement, Rule } from "../../criteria/types.ts";
import { decidedByTheSameTest } from "../definition/ties.ts";
import { LIMIT_WORDS } from "../record/limit-names.ts";
import { type Judgment, judge, limitPerUnit } from "../record/measure.ts";
import { compare, type Rational } from "../record/rational.ts";
import { TITER } from "../record/titer.ts";
import { acceptedUnit, canonical, canonicalFrom } from "../record/units.ts";
import { COUNT, capitalize, list, writeValue } from "./values.ts";

/** A rule with one value that it may judge, and what it says of it. */
export interface Judged {
  readonly rule: Rule;
  readonly value: Measurement;
  readonly says: Judgment;
}

/** Every rule of a finding with every value that it may judge. */
export function judgedPairs(
  finding: FindingId,
  measurements: readonly Measurement[],
  definitions: Definitions,
): readonly Judged[] {
  const rules = definitions.findings[finding].decidedBy ?? [];
  return measurements.flatMap((value) =>
    rules
      .filter(({ test }) => test === value.test)
      .map((rule) => ({ rule, value, says: judge(rule, value, definitions.tests[rule.test]) })),
  );
}

/** What the values of a record say of a finding, in a sentence; undefined when none is of a test that decides it. */
export function decidedSentence(
  finding: FindingId,
  measurements: readonly Measurement[],
  definitions: Definitions,
): string | undefined {
  const judged = judgedPairs(finding, measurements, definitions);
  if (judged.length === 0) return undefined;
  const met = judged.filter(({ says }) => says === "met");
  if (met.length > 0) return `${capitalize(list(met.map((pair) => comparisonWords(pair, "is", definitions))))}.`;
  const open = judged.find(({ says }) => says === "undecided");
  if (open) return `${capitalize(eitherSide(open, definitions))}.`;
  const missed = judged.filter(({ says }) => says === "not-met");
  const needs = missed.length > 0 ? "" : needsOf(judged);
  if (needs) return `To decide this, the value needs ${needs}${passedElsewhere(finding, measurements, definitions)}.`;
  if (missed.length === 0) {
    const methods = methodsRead(judged, definitions);
    return methods ? `Read from values by ${methods} only.` : undefined;
  }
  return `Not met by the values entered: ${missedWords(judged, definitions)}.`;
}

/** "250 ×10⁹/L is not below 100 ×10⁹/L", when every value of its tests misses its rules. */
export function missedByAll(
  finding: FindingId,
  measurements: readonly Measurement[],
  definitions: Definitions,
): string | undefined {
  const judged = judgedPairs(finding, measurements, definitions);
  const missed = judged.filter(({ says }) => says === "not-met");
  const unmissed = judged.filter(({ value }) => !missed.some((one) => one.value === value));
  if (missed.length === 0 || unmissed.length > 0) return undefined;
  if (judged.some(({ says }) => says === "met" || says === "undecided")) return undefined;
  return missedWords(judged, definitions);
}

/** What the values miss, and which other limit could still have met a rule if it had been entered. */
function missedWords(judged: readonly Judged[], definitions: Definitions): string {
  const missed = judged.filter(({ says }) => says === "not-met");
  const open = judged.filter(({ value, says }) => says === "not-judged" && missed.some((one) => one.value === value));
  const limits = [...new Set(open.flatMap(missingLimits))].map((limit) => LIMITS[limit]);
  const unread = limits.length > 0 ? `; ${list(limits)} ${limits.length === 1 ? "was" : "were"} not entered` : "";
  return `${list(missed.map((pair) => comparisonWords(pair, "is not", definitions)))}${unread}`;
}

/** "<150 ×10⁹/L can be on either side of 100 ×10⁹/L". */
export function eitherSide(pair: Judged, definitions: Definitions): string {
  return `${valueWords(pair.value, definitions)} can be on either side of ${limitWords(pair, definitions)}`;
}

/**
 * Where values pass a fixed limit by which another finding is decided, and only the laboratory's own limit is missing
 * for this one: what was passed, and the two ways on, to follow what is missing. Empty where there is none.
 */
export function passedElsewhere(
  finding: FindingId,
  measurements: readonly Measurement[],
  definitions: Definitions,
): string {
  const { findings } = definitions;
  const sides = new Set(findings[finding].decidedBy?.map((rule) => looksUp(rule)));
  const passed = decidedByTheSameTest(finding, findings)
    .flatMap((other) => judgedPairs(other, measurements, definitions))
    .find(({ rule, says }) => says === "met" && "value" in rule && sides.has(looksUp(rule)));
  if (!passed) return "";
  const words = comparisonWords(passed, "is", definitions);
  return `; ${words}, and only this laboratory's range is missing: enter its limit, or answer it`;
}

function looksUp({ is }: Rule): boolean {
  return is !== "<";
}

const SIDE = { "<": "below", ">": "above", ">=": "at or above" } as const;

/** "3.2 ×10⁹/L is below 4 ×10⁹/L", "3200 /µL (3.2 ×10⁹/L) is below 4 ×10⁹/L". */
function comparisonWords(pair: Judged, verb: "is" | "is not", definitions: Definitions): string {
  const { rule, value } = pair;
  const firstPositive = value.unit === TITER && rule.is === ">";
  const fixed = fixedLimit(pair);
  const inItsUnit = fixed && fixed.unit !== value.unit ? ` (${converted(fixed, value, definitions)})` : "";
  return `${valueWords(value, definitions)}${inItsUnit} ${verb} ${SIDE[firstPositive ? ">=" : rule.is]} ${limitWords(pair, definitions)}`;
}

function valueWords(value: Measurement, definitions: Definitions): string {
  return value.unit === COUNT ? `a count of ${value.comparator ?? ""}${value.value}` : writeValue(value, definitions);
}

type FixedLimit = { readonly value: number; readonly unit: string };

/** The fixed limit by which a rule judges a value: the published one of the value's own unit, where there is one. */
function fixedLimit({ rule, value }: Pick<Judged, "rule" | "value">): FixedLimit | undefined {
  return limitPerUnit(rule, value.unit) ?? ("value" in rule ? rule : undefined);
}

/** The value in the unit of the limit. Rounded, but never to the limit itself unless it is the limit. */
function converted(fixed: FixedLimit, value: Measurement, { tests }: Definitions): string {
  const test = tests[value.test];
  const exact = amountOf(value.value, value.unit, test);
  const limit = amountOf(fixed.value, fixed.unit, test);
  const own = acceptedUnit(test, fixed.unit);
  // Fixed limits stand in the test's first unit, which needs no factor.
  const number = Number(exact.n) / Number(exact.d);
  const short = Number(number.toPrecision(3));
  const told = short === fixed.value && compare(exact, limit) !== 0 ? Number(number.toPrecision(7)) : short;
  return `${value.comparator ?? ""}${told} ${own?.label ?? fixed.unit}`;
}

/** In the canonical unit, as which a unit that the test does not accept is read. */
function amountOf(value: number, unit: string, test: LabTest): Rational {
  return canonicalFrom(value, unit, test) ?? canonical(value, test.units[0]);
}

/** The laboratory's limits in words, within a sentence. */
export const LIMITS: Readonly<Record<LimitName, string>> = {
  low: `the laboratory's ${LIMIT_WORDS.low}`,
  high: `the laboratory's ${LIMIT_WORDS.high}`,
  p99: `the ${LIMIT_WORDS.p99}`,
};

function limitWords({ rule, value }: Pick<Judged, "rule" | "value">, { tests }: Definitions): string {
  const fixed = fixedLimit({ rule, value });
  if (fixed?.unit === TITER) return `1:${fixed.value}`;
  if (fixed?.unit === COUNT) return `${fixed.value}`;
  if (fixed) return `${fixed.value} ${acceptedUnit(tests[rule.test], fixed.unit)?.label ?? fixed.unit}`;
  if (!("limit" in rule)) return "";
  const [words, ratio] = value.unit === TITER ? ["the first positive titer", "1:"] : [LIMITS[rule.limit], ""];
  const entered = value[rule.limit];
  return `${rule.times === 2 ? "twice " : ""}${words}, ${entered === undefined ? "not entered" : ratio + entered}`;
}

/** What the values lack to be judged: "the method and the laboratory's upper limit"; empty when they lack nothing. */
export function needsOf(judged: readonly Judged[]): string {
  return list([...new Set(judged.filter(({ says }) => says === "not-judged").flatMap(whatIsMissing))], "or");
}

/** Why a rule could not judge a value: a limit or a method that was not entered. */
function whatIsMissing(pair: Judged): string[] {
  if (isForOtherMethods(pair)) return [];
  const { rule, value } = pair;
  const method = (rule.methods || rule.notMethods) && value.method === undefined ? ["the method"] : [];
  const missing = [...method, ...missingLimits(pair).map((limit) => LIMITS[limit])];
  return missing.length > 0 ? [missing.join(" and ")] : [];
}

/** The laboratory's limits without which a value decides nothing of one of these findings. */
export function limitsLacking(
  value: Measurement,
  findings: readonly FindingId[],
  definitions: Definitions,
): readonly LimitName[] {
  const undecided = findings
    .map((finding) => judgedPairs(finding, [value], definitions))
    .filter((judged) => judged.every(({ says }) => says === "not-judged"));
  return [...new Set(undecided.flatMap((judged) => judged.flatMap(missingLimits)))];
}

function missingLimits(pair: Judged): readonly LimitName[] {
  const { rule, value } = pair;
  return "limit" in rule && value[rule.limit] === undefined && !isForOtherMethods(pair) ? [rule.limit] : [];
}

function isForOtherMethods({ rule: { methods, notMethods }, value: { method } }: Judged): boolean {
  return method !== undefined && (methods?.includes(method) === false || notMethods?.includes(method) === true);
}

/** The methods by which a value can decide the finding: "Crithidia luciliae immunofluorescence (CLIFT) or Farr ...". */
export function methodsRead(judged: readonly Judged[], { tests }: Definitions): string {
  const labels = judged.flatMap(({ rule }) =>
    (rule.methods ?? []).map((id) => tests[rule.test].methods?.find((method) => method.id === id)?.label ?? id),
  );
  return list([...new Set(labels)], "or");
}

import type {
  AcceptedUnit,
  Measurement,
  NamedDefinitions,
  NamedLabTest,
  TestId,
  TestNotRead,
} from "../../criteria/types.ts";
import { inSentence } from "../explain/values.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { compare } from "../record/rational.ts";
import { isUsualDilution, TITER } from "../record/titer.ts";
import { type TypedNumber, typedNumber } from "../record/typed-number.ts";
import { inUnit, type WrittenUnit, writtenUnits } from "../record/unit-spelling.ts";
import { acceptedUnit, canonical, differentUnits } from "../record/units.ts";
import { noDayIn, takeDay } from "../record/written-day.ts";
import { type BesideValue, besideValue, type Flag } from "./beside.ts";
import { excerpt } from "./excerpt.ts";
import { contradicts } from "./flags.ts";
import { type OtherAssay, otherAssayOf } from "./other-assay.ts";
import { withOtherLimits } from "./other-limits.ts";
import type { FindPlan } from "./plan.ts";
import { type BeforeValue, testNamed } from "./test-named.ts";
import { believable, CONTINENTAL, ENGLISH, isUsual, type Parts } from "./typed-parts.ts";
import { squeezed } from "./words.ts";

/** What a typed measurement was taken to mean. */
export type TypedMeasurement =
  | {
      readonly kind: "read";
      readonly measurement: Measurement;
      /** Words that were read and are kept nowhere, such as the pattern of an ANA. */
      readonly unkept?: string;
    }
  /** It can mean several things that are not the same, or may not be meant so: the person says. */
  | { readonly kind: "choose"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "problem"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "not-read"; readonly test: TestNotRead }
  | OtherAssay;

/**
 * Reads measurements as they are typed: `wbc 3.2`, `c3 0.62 (0.9)`, `ana 1:320 speckled`, `dsdna 85 IU/mL (ULN 20,
 * ELISA)`, `upcr 0.8 mg/mg 2024-05-02`, and `fever 38.5` by the finding that the value decides. A unit that was not
 * typed is the accepted one in which the numbers are believable; when several are and the value would not be the same,
 * they are the choices. Undefined for a text that is no measurement. `today`, as
 * YYYY-MM-DD, is what "today" and "yesterday" are counted from.
 */
export function readMeasurement(plan: FindPlan, query: string, today?: string): TypedMeasurement | undefined {
  const day = takeDay(query, today);
  // A day of one reading is an exact one; of several, each is offered.
  const date = day && day.why === undefined ? day.days[0] : undefined;
  const named = testNamed(plan, bracketsLast(day ? day.rest : query));
  if (named?.kind !== "tests") return named;
  if (RESULT_WITH_RANGE.test(named.rest)) return undefined;
  const readings = named.tests.map((test) => readOne(test, named, date, plan.definitions));
  const [only, ...others] = readings;
  const typed = only && others.length === 0 ? only : together(readings);
  const read = named.as === "test" ? typed : typed && cautiously(typed, named);
  return read && day?.why !== undefined ? onEachDay(read, day.days, day.why) : read;
}

/** "dsdna neg (<10)": a result in words with the laboratory's range, and no value. */
const RESULT_WITH_RANGE = /^\s*\([^()]*\)\s*(?:neg(?:ative)?|pos(?:itive)?|(?:non-?)?reactive|detected)\s*$/i;

/** "dsdna (elisa) 85": what stands in parentheses before the value is read beside it. */
function bracketsLast(text: string): string {
  if (!/[([]/.test(text)) return text;
  const [whole, before = "", bracket = "", after = ""] =
    /^([^\d([]*\p{L}[^([]*?)\s*([([][^()[\]]*[)\]])(.*)$/su.exec(text) ?? [];
  return whole && /\d/.test(after) && !/\d[\s:=]*$/.test(before) && !/\d\s/.test(before)
    ? `${before} ${after} ${bracket}`
    : text;
}

/** The same on every day that can be meant, for the person to choose. */
function onEachDay(typed: TypedMeasurement, days: readonly string[], why: string): TypedMeasurement {
  if (typed.kind === "not-read") return typed;
  const choices = choicesOf(typed).flatMap((one) => days.map((date) => ({ ...one, date })));
  if (typed.kind === "other-assay") return { ...typed, message: `${why} ${typed.message}`, choices };
  if (choices.length === 0) return typed;
  return { kind: "choose", message: typed.kind === "read" ? why : `${why} ${typed.message}`, choices };
}

type NamedTests = Extract<BeforeValue, { kind: "tests" }>;

/** The name fits several tests: those in which the value can be read are the choices. */
function together(readings: readonly TypedMeasurement[]): TypedMeasurement | undefined {
  const choices = readings.flatMap(choicesOf);
  const [only] = choices;
  if (!only) return readings[0];
  if (choices.length === 1 && readings.some(({ kind }) => kind === "read")) return { kind: "read", measurement: only };
  return { kind: "choose", message: "The name fits more than one test. Choose one.", choices };
}

function choicesOf(typed: TypedMeasurement): readonly Measurement[] {
  if (typed.kind === "not-read") return [];
  return typed.kind === "read" ? [typed.measurement] : typed.choices;
}

/**
 * Where no test is named by its own name, a number that may be none of its values is not entered unasked: a year
 * after a finding, or anything after a name that is not certain. What cannot be read there is left to other readings.
 */
function cautiously(typed: TypedMeasurement, { as, name, rest, valueFirst }: NamedTests): TypedMeasurement | undefined {
  if (typed.kind === "other-assay") return typed;
  const choices = choicesOf(typed);
  if (choices.length === 0) return undefined;
  const isYear = /^[\s:=]*(?:19|20)\d\d\s*$/.test(rest);
  if (typed.kind !== "read" || (as === "finding" && !isYear)) return typed;
  const message = isYear
    ? `"${rest.trim()}" may be a year. Choose it if it is the value.`
    : valueFirst
      ? "A number before its name may be of something else, such as cells in urine. Choose it if it is meant."
      : `"${name.trim()}" is not the name of a test. Choose one if it is meant.`;
  return { kind: "choose", message, choices };
}

function readOne(
  id: TestId,
  { name, rest: text, otherAssay }: NamedTests,
  date: string | undefined,
  definitions: NamedDefinitions,
): TypedMeasurement {
  const test: NamedLabTest = definitions.tests[id];
  const { inside, rest } = takeParentheses(withoutDash(name, text));
  const { bare, mayBeTwo } = withThousands(rest);
  const value = typedNumber(bare);
  if (!value) return problem(`${test.label}: type a number${bare.trim() ? `, not "${excerpt(bare)}"` : ""}.`);
  const beside = besideValue(value.rest, inside, test);
  const said = typeof beside === "string" ? value.rest : beside.unit;
  const assay = otherAssayOf(
    id,
    name,
    `${bare} ${inside.join(" ")}`,
    { ...value, rest: said },
    otherAssay === true,
    definitions,
  );
  if (assay) return date ? { ...assay, date, choices: assay.choices.map((one) => ({ ...one, date })) } : assay;
  if (typeof beside === "string") return problem(limitsAccepted(beside, test));
  const { method, limits } = beside;
  const isRatio = value.ratio || limits.some(({ number }) => number.ratio);
  const units = unitsMeant(beside, isRatio, test);
  if (units === undefined)
    return problem(
      `${test.label}: the value is in "${excerpt(beside.unit)}" and its limit in "${excerpt(beside.limitUnit)}". Type both in one unit.`,
    );
  const unitText = beside.unit || beside.limitUnit;
  if (units.length === 0) {
    const other = otherTestOf(id, name, text, date, definitions) ?? arbitrary(id, beside, value, date, test);
    return other ?? problem(unitAccepted(unitText, test));
  }
  const [written] = units;
  const scaled = (number: TypedNumber): TypedNumber => (written?.times ? inWrittenUnit(number, written) : number);
  const parts: Parts = {
    test: id,
    value: scaled(value),
    limits: limits.map((limit) => ({ ...limit, number: scaled(limit.number) })),
    ...(method && { method }),
    ...(date && { date }),
  };
  const accepted = units.map(({ unit }) => unit);
  const typed = choose(parts, accepted, unitText === "", test);
  const asked = askedIfAlsoSaid(
    name,
    unitText,
    unitText === "" ? askedIfStrange(parts, typed, name, beside, test) : typed,
    test,
  );
  const doubted = askedIfDoubted(asked, beside, definitions);
  if (mayBeTwo !== undefined && doubted.kind === "read") {
    const message = `"${mayBeTwo}" may be two numbers. Choose it if it is one.`;
    return { kind: "choose", message, choices: [doubted.measurement] };
  }
  return withUnkept(doubted, beside);
}

/**
 * "WBC-2.9" and "plt - 88": a dash that parts a name from its value, since no value is negative. What stands at the
 * number alone, "wbc -2.9", is no such dash, and "C3-4" may be a vertebra.
 */
function withoutDash(name: string, text: string): string {
  const [dash] = /^(?:[-–—]\s?|\s[-–—]\s)(?=[<>]?\s?[\d.])/.exec(text) ?? [];
  const mayBeRange = /\d$/.test(name) && /^\W*\d(?![\d.,])/.test(text);
  return dash === undefined || mayBeRange ? text : ` ${text.slice(dash.length)}`;
}

/** "85 000": thousands parted by a blank, which three zeros can only be. Other digits may be the next value. */
function withThousands(text: string): { readonly bare: string; readonly mayBeTwo?: string } {
  const [all, before = "", digits = ""] =
    /^([\s:=<>]*)([1-9]\d{0,2}(?: \d{3})+)(?![\d.,:/]|\s*[-–]\s*\d)/.exec(text) ?? [];
  if (all === undefined) return { bare: text };
  const bare = before + digits.replaceAll(" ", "\u202f") + text.slice(all.length);
  return /^\d+(?: 000)+$/.test(digits) ? { bare } : { bare, mayBeTwo: digits };
}

/** What stands beside the value and makes it doubtful: a word, or a mark that says the opposite of the number. */
function askedIfDoubted(typed: TypedMeasurement, beside: BesideValue, definitions: NamedDefinitions): TypedMeasurement {
  if (typed.kind !== "read") return typed;
  const { measurement } = typed;
  const { label } = definitions.tests[measurement.test];
  const ask = (message: string): TypedMeasurement => ({ kind: "choose", message, choices: [measurement] });
  const [doubted] = beside.doubted;
  if (doubted) return ask(`"${doubted}" may say that this is no value of ${inSentence(label)}. Choose it if it is.`);
  const flag = beside.flags.find((one) => contradicts(one, measurement, definitions) || isOpposed(one, beside.flags));
  if (flag) return ask(`"${flag}" may not go with ${measurement.value}. Choose it if the value is right.`);
  return typed;
}

/** "ANA positive <1:40 neg" */
function isOpposed(flag: Flag, flags: readonly Flag[]): boolean {
  return (flag === "negative" && flags.includes("positive")) || (flag === "low" && flags.includes("high"));
}

function withUnkept(typed: TypedMeasurement, { unkept }: BesideValue): TypedMeasurement {
  return typed.kind === "read" && unkept.length > 0 ? { ...typed, unkept: unkept.join(" ") } : typed;
}

function inWrittenUnit(number: TypedNumber, written: WrittenUnit): TypedNumber {
  const [english, continental] = number.readings;
  return { ...number, readings: [inUnit(english, written), inUnit(continental, written)] };
}

/**
 * The units that may be meant: the one that was typed, a titer where a ratio was, else those in which numbers stand.
 * Undefined where the limits were typed in another unit than the value.
 */
function unitsMeant(
  { unit, limitUnit, method }: BesideValue,
  isRatio: boolean,
  test: NamedLabTest,
): readonly WrittenUnit[] | undefined {
  const titers = test.units.filter((one) => one.unit === TITER).map((one) => ({ unit: one }));
  if (unit !== "" || limitUnit !== "") {
    const typed = writtenUnits(unit || limitUnit, test);
    const ofLimits = unit && limitUnit ? writtenUnits(limitUnit, test) : typed;
    const both = typed.filter((one) =>
      ofLimits.some((other) => other.unit === one.unit && String(other.times) === String(one.times)),
    );
    if (typed.length > 0 && both.length === 0) return undefined;
    return both.filter((one) => one.unit.unit === TITER || !isRatio);
  }
  const ofMethod = test.methods?.find(({ id }) => id === method)?.units;
  if (isRatio || test.units.length === titers.length) return titers;
  const plain = ofMethod
    ? test.units.filter((one) => ofMethod.includes(one.unit))
    : // A plain number is no titer where other units are accepted too.
      test.units.filter((one) => one.unit !== TITER);
  return plain.map((one) => ({ unit: one }));
}

const ARBITRARY = /^(?:[acer]?u|units?|arb(?:itrary)?\.?\s*units?)(?:\s*\/\s*ml)?$/i;

/** An antibody in units of the laboratory's own, such as U/mL: which unit stands for them, a person says. */
function arbitrary(
  id: TestId,
  { unit, limits, method }: BesideValue,
  value: TypedNumber,
  date: string | undefined,
  test: NamedLabTest,
): TypedMeasurement | undefined {
  if (!ARBITRARY.test(unit) || test.limits?.[0]?.name !== "high" || value.ratio) return undefined;
  const parts: Parts = { test: id, value, limits, ...(method && { method }), ...(date && { date }) };
  const units = test.units.filter((one) => one.unit !== TITER);
  const choices = believable(ENGLISH, units, parts, test);
  if (choices.length === 0) return undefined;
  return {
    kind: "choose",
    message: `"${unit}" is a unit of the laboratory's own. Choose the one that stands for it.`,
    choices,
  };
}

/**
 * "urine protein 800 mg/g" is the ratio: where a name is also said of other tests, a whole unit that only another test
 * of the same findings has says which one is meant.
 */
function otherTestOf(
  id: TestId,
  name: string,
  text: string,
  date: string | undefined,
  definitions: NamedDefinitions,
): TypedMeasurement | undefined {
  const test: NamedLabTest = definitions.tests[id];
  if (!test.alsoSaidOf?.names.some((one) => squeezed(one) === squeezed(name))) return undefined;
  const rules = Object.values<NamedDefinitions["findings"][keyof NamedDefinitions["findings"]]>(
    definitions.findings,
  ).map(({ decidedBy = [] }) => decidedBy.map((rule) => rule.test));
  const alike = new Set(rules.filter((tests) => tests.includes(id)).flat());
  for (const other of alike) {
    if (other === id) continue;
    const typed = readOne(
      other,
      { kind: "tests", tests: [other], name: definitions.tests[other].label, rest: text, as: "test" },
      date,
      definitions,
    );
    if (typed.kind === "read" && /\/[a-z]/i.test(text)) return typed;
  }
  return undefined;
}

const YEAR = /^(?:19|20)\d\d$/;

/** A bare number that may be a year, or that is a titer which no laboratory dilutes to, is not entered unasked. */
function askedIfStrange(
  parts: Parts,
  typed: TypedMeasurement,
  name: string,
  beside: BesideValue,
  test: NamedLabTest,
): TypedMeasurement {
  const { ratio, comparator, readings } = parts.value;
  const method = test.methods?.find(({ id }) => id === parts.method);
  if (typed.kind === "problem" && method?.units) {
    const choices = distinct(believable(ENGLISH, test.units, parts, test), test);
    const message = `${test.label} ${readings[0]} is no result of ${method.label}. Choose it if it is meant.`;
    return choices.length > 0 ? { kind: "choose", message, choices } : typed;
  }
  if (typed.kind !== "read" || ratio) return typed;
  const { measurement } = typed;
  const [number, other] = readings;
  if (comparator && measurement.unit !== TITER) return typed;
  const ask = (message: string): TypedMeasurement => ({ kind: "choose", message, choices: [measurement] });
  if (number === other && YEAR.test(String(number)) && measurement.unit !== TITER) {
    return ask(`"${number}" may be a year. Choose it if it is the value.`);
  }
  if (measurement.unit === TITER && !isUsualDilution(number)) {
    return ask(`${test.label}: ${number} may be no titer. Choose it if it is 1:${number}.`);
  }
  const saysTiter = method !== undefined || beside.unkept.length > 0 || /tit(?:er|re)/i.test(name);
  if (measurement.unit === TITER && !saysTiter) {
    return ask(`${test.label}: "${number}" is not written as a titer. Choose it if it is 1:${number}.`);
  }
  return typed;
}

/** A name that people also say of another test is asked about, unless the whole unit was typed with the value. */
function askedIfAlsoSaid(
  name: string,
  unitText: string,
  typed: TypedMeasurement,
  test: NamedLabTest,
): TypedMeasurement {
  const also = test.alsoSaidOf?.names.some((one) => squeezed(one) === squeezed(name)) ? test.alsoSaidOf : undefined;
  const choices = choicesOf(typed);
  if (!also || /[/\d]|day/i.test(unitText) || choices.length === 0 || typed.kind === "problem") return typed;
  const message = `"${name.trim()}" is also said of ${also.test}. Choose it if it is the ${inSentence(test.label)}.`;
  return { kind: "choose", message, choices };
}

/**
 * Every way to read the numbers in these units, those that are believable, and of equal ones the first. "1,500" is
 * first of all one thousand five hundred and "1.500" one and a half: where only the other is believable, the person
 * says so. Where nothing is believable as it stands because of a limit, the person says what the limit is.
 */
function choose(parts: Parts, units: readonly AcceptedUnit[], unsaid: boolean, test: NamedLabTest): TypedMeasurement {
  const english = believable(ENGLISH, units, parts, test);
  const continental = english.length > 0 ? believable(CONTINENTAL, units, parts, test) : [];
  const [first, ...others] = distinct([...english, ...continental], test);
  if (first && others.length === 0) {
    const unusual = unsaid && !isUsual(first, test) ? otherWaysThan(first, parts, english, test) : [];
    if (unusual.length === 0) return { kind: "read", measurement: first };
    const message = `${test.label} ${parts.value.readings[0]} would be unusual in ${labelOf(first, test)}. Choose one, or type the unit.`;
    return { kind: "choose", message, choices: unusual };
  }
  if (first) {
    const message = `${test.label} ${parts.value.readings[0]} can be read in more than one way. Choose one, or type the unit.`;
    return { kind: "choose", message, choices: [first, ...others] };
  }
  const repaired = withOtherLimits(parts, units, test);
  if (repaired.length > 0) {
    const message = `${test.label} ${parts.value.readings[0]} and its limit do not go together as typed. Choose what is meant.`;
    return { kind: "choose", message, choices: repaired };
  }
  const elsewhere =
    units.length > 0 ? ([ENGLISH, CONTINENTAL] as const).flatMap((as) => believable(as, test.units, parts, test)) : [];
  return problem(notBelievable(parts, units, test), distinct(elsewhere, test));
}

/**
 * What a number that is unusual in the unit taken for it may be as well, with that unit itself. Beside a limit, which
 * says the unit, only another reading that is usual makes it doubtful.
 */
function otherWaysThan(
  taken: Measurement,
  parts: Parts,
  believed: readonly Measurement[],
  test: NamedLabTest,
): readonly Measurement[] {
  if (parts.limits.length === 0) return differentlySized(believed, test);
  const needsLimit = test.limits?.some(({ required }) => required);
  const others = withOtherLimits(parts, test.units, test).filter(
    (one) => numbersOf(one).length === numbersOf(taken).length && one.unit !== taken.unit && isUsual(one, test),
  );
  return others.length > 0 || !needsLimit ? [...others, taken] : [];
}

function differentlySized(readings: readonly Measurement[], test: NamedLabTest): readonly Measurement[] {
  const units = differentUnits(test.units.filter(({ unit }) => readings.some((one) => one.unit === unit)));
  return readings.filter((one) => units.some(({ unit }) => unit === one.unit));
}

function labelOf({ unit }: Measurement, test: NamedLabTest): string {
  return acceptedUnit(test, unit)?.label ?? unit;
}

/** One of each meaning. */
function distinct(readings: readonly Measurement[], test: NamedLabTest): readonly Measurement[] {
  return readings.filter((reading, position) =>
    readings.slice(0, position).every((earlier) => !meanTheSame(earlier, reading, test)),
  );
}

/**
 * A test that needs a limit is only ever compared with that limit, in the same unit, so that equal numbers mean
 * the same in any of its units. Elsewhere the exact value in the canonical unit is the meaning.
 */
function meanTheSame(a: Measurement, b: Measurement, test: NamedLabTest): boolean {
  if (test.limits?.some(({ required }) => required)) return numbersOf(a).join() === numbersOf(b).join();
  const [unitA, unitB] = [acceptedUnit(test, a.unit), acceptedUnit(test, b.unit)];
  return (
    unitA !== undefined && unitB !== undefined && compare(canonical(a.value, unitA), canonical(b.value, unitB)) === 0
  );
}

function numbersOf(measurement: Measurement): readonly number[] {
  return [measurement.value, ...LIMIT_NAMES.map((name) => measurement[name])].filter((number) => number !== undefined);
}

/** What stands in parentheses, apart. Those that belong to a unit, "x10(9)/L", stay. */
function takeParentheses(text: string): { inside: readonly string[]; rest: string } {
  const inside: string[] = [];
  const rest = text.replaceAll(
    /(?<!10)(?:\(([^()]*)(?:\)|$)|\[([^[\]]*)(?:\]|$))/g,
    (_, round?: string, square?: string) => {
      inside.push(round ?? square ?? "");
      return " ";
    },
  );
  return { inside, rest };
}

function problem(message: string, choices: readonly Measurement[] = []): TypedMeasurement {
  return { kind: "problem", message, choices };
}

function limitsAccepted(inside: string, test: NamedLabTest): string {
  const [limit] = test.limits ?? [];
  if (!limit) return `${test.label} needs no limit. Read "(${excerpt(inside)})"; leave it out.`;
  return `${test.label}: read "(${excerpt(inside)})" as its limit; accepted: one number, in the unit of the value. ${limit.label}.`;
}

function unitAccepted(text: string, test: NamedLabTest): string {
  if (/\d[./-]\d+[./-]\d/.test(text)) return `Read "${excerpt(text)}"; a date is written as 2024-05-02.`;
  const noDay = noDayIn(text);
  if (noDay) return noDay;
  const labels = test.units.map(({ label }) => label).join(", ");
  return `${test.label}: read "${excerpt(text)}" as its unit; accepted: ${labels}.`;
}

function notBelievable({ value, limits }: Parts, units: readonly AcceptedUnit[], test: NamedLabTest): string {
  const [lowest, highest] = test.plausible;
  const [unit, ...others] = units;
  const read = others.length === 0 && unit ? `${value.readings[0]} ${unit.label}` : `${value.readings[0]}`;
  const range = `${lowest} to ${highest.toLocaleString("en-US")} ${test.units[0].label}`;
  return `${test.label}: ${read}${limits.length > 0 ? " with this limit" : ""} is not believable; accepted: ${range}.`;
}

import type { AcceptedUnit, Definitions, LabTest, Measurement, TestId, TestNotRead } from "../../criteria/types.ts";
import { inSentence } from "../explain/values.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { compare } from "../record/rational.ts";
import { isUsualDilution, TITER } from "../record/titer.ts";
import { typedNumber } from "../record/typed-number.ts";
import { unitsWritten } from "../record/unit-spelling.ts";
import { acceptedUnit, canonical, differentUnits } from "../record/units.ts";
import { takeDate } from "./date.ts";
import { excerpt } from "./excerpt.ts";
import { typedLimits } from "./limits.ts";
import { type OtherAssay, otherAssayOf } from "./other-assay.ts";
import { withOtherLimits } from "./other-limits.ts";
import type { FindPlan } from "./plan.ts";
import { type BeforeValue, testNamed } from "./test-named.ts";
import { believable, CONTINENTAL, ENGLISH, isUsual, type Parts } from "./typed-parts.ts";
import { squeezed, wordsOf } from "./words.ts";

/** What a typed measurement was taken to mean. */
export type TypedMeasurement =
  | { readonly kind: "read"; readonly measurement: Measurement }
  /** It can mean several things that are not the same, or may not be meant so: the person says. */
  | { readonly kind: "choose"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "problem"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "not-read"; readonly test: TestNotRead }
  | OtherAssay;

/**
 * Reads measurements as they are typed: `wbc 3.2`, `c3 0.62 (0.9)`, `ana 1:320`, `dsdna 95 (10) elisa`,
 * `upcr 0.8 mg/mg 2024-05-02`, and `fever 38.5` by the finding that the value decides. A unit that was not typed is
 * the accepted one in which the numbers are believable; when several are and the value would not be the same, they
 * are the choices. Undefined for a text that is no measurement.
 */
export function readMeasurement(plan: FindPlan, query: string): TypedMeasurement | undefined {
  const named = testNamed(plan.testNames, query);
  if (named?.kind !== "tests") return named;
  const readings = named.tests.map((test) => readOne(test, named, plan.definitions));
  const [only, ...others] = readings;
  const typed = only && others.length === 0 ? only : together(readings);
  return named.as === "test" ? typed : typed && cautiously(typed, named);
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
function cautiously(typed: TypedMeasurement, { as, name, rest }: NamedTests): TypedMeasurement | undefined {
  if (typed.kind === "other-assay") return typed;
  const choices = choicesOf(typed);
  if (choices.length === 0) return undefined;
  const isYear = /^[\s:=]*(?:19|20)\d\d\s*$/.test(rest);
  if (typed.kind !== "read" || (as === "finding" && !isYear)) return typed;
  const message = isYear
    ? `"${rest.trim()}" may be a year. Choose it if it is the value.`
    : `"${name.trim()}" is not the name of a test. Choose one if it is meant.`;
  return { kind: "choose", message, choices };
}

function readOne(id: TestId, { name, rest: text, otherAssay }: NamedTests, definitions: Definitions): TypedMeasurement {
  const test: LabTest = definitions.tests[id];
  const { date, rest: undated } = takeDate(text);
  const { inside, rest: bare } = takeParentheses(undated);
  const value = typedNumber(bare);
  if (!value) return problem(`${test.label}: type a number${bare.trim() ? `, not "${excerpt(bare)}"` : ""}.`);
  const assay = otherAssayOf(id, name, bare, value, otherAssay === true, definitions);
  if (assay) return date ? { ...assay, date, choices: assay.choices.map((one) => ({ ...one, date })) } : assay;
  const limits = typedLimits(inside, test);
  if (!limits) return problem(limitsAccepted(inside, test));
  const { method, rest: unitText } = takeMethod(value.rest, test);
  const parts: Parts = { test: id, value, limits, ...(method && { method }), ...(date && { date }) };
  const isRatio = value.ratio || limits.some(({ number }) => number.ratio);
  const units = unitsMeant(unitText, isRatio, method, test);
  if (units.length === 0) return problem(unitAccepted(unitText, test));
  const typed = choose(parts, units, unitText === "", test);
  return askedIfAlsoSaid(name, unitText, unitText === "" ? askedIfStrange(parts, typed, test) : typed, test);
}

/** The units that may be meant: the one that was typed, a titer where a ratio was, else those in which numbers stand. */
function unitsMeant(
  unitText: string,
  isRatio: boolean,
  method: string | undefined,
  test: LabTest,
): readonly AcceptedUnit[] {
  const titers = test.units.filter(({ unit }) => unit === TITER);
  if (unitText !== "") return unitsWritten(unitText, test).filter(({ unit }) => unit === TITER || !isRatio);
  const ofMethod = test.methods?.find(({ id }) => id === method)?.units;
  if (isRatio || test.units.length === titers.length) return titers;
  if (ofMethod) return test.units.filter(({ unit }) => ofMethod.includes(unit));
  // A plain number is no titer where other units are accepted too.
  return test.units.filter(({ unit }) => unit !== TITER);
}

const YEAR = /^(?:19|20)\d\d$/;

/** A bare number that may be a year, or that is a titer which no laboratory dilutes to, is not entered unasked. */
function askedIfStrange(parts: Parts, typed: TypedMeasurement, test: LabTest): TypedMeasurement {
  const { comparator, ratio, readings } = parts.value;
  const method = test.methods?.find(({ id }) => id === parts.method);
  if (typed.kind === "problem" && method?.units) {
    const choices = distinct(believable(ENGLISH, test.units, parts, test), test);
    const message = `${test.label} ${readings[0]} is no result of ${method.label}. Choose it if it is meant.`;
    return choices.length > 0 ? { kind: "choose", message, choices } : typed;
  }
  if (typed.kind !== "read" || comparator || ratio) return typed;
  const { measurement } = typed;
  const [number, other] = readings;
  const ask = (message: string): TypedMeasurement => ({ kind: "choose", message, choices: [measurement] });
  if (number === other && YEAR.test(String(number)) && measurement.unit !== TITER) {
    return ask(`"${number}" may be a year. Choose it if it is the value.`);
  }
  if (measurement.unit === TITER && !isUsualDilution(number)) {
    return ask(`${test.label}: ${number} may be no titer. Choose it if it is 1:${number}.`);
  }
  return typed;
}

/** A name that people also say of another test is asked about, unless the whole unit was typed with the value. */
function askedIfAlsoSaid(name: string, unitText: string, typed: TypedMeasurement, test: LabTest): TypedMeasurement {
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
function choose(parts: Parts, units: readonly AcceptedUnit[], unsaid: boolean, test: LabTest): TypedMeasurement {
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
  test: LabTest,
): readonly Measurement[] {
  if (parts.limits.length === 0) return differentlySized(believed, test);
  const needsLimit = test.limits?.some(({ required }) => required);
  const others = withOtherLimits(parts, test.units, test).filter(
    (one) => numbersOf(one).length === numbersOf(taken).length && one.unit !== taken.unit && isUsual(one, test),
  );
  return others.length > 0 || !needsLimit ? [...others, taken] : [];
}

function differentlySized(readings: readonly Measurement[], test: LabTest): readonly Measurement[] {
  const units = differentUnits(test.units.filter(({ unit }) => readings.some((one) => one.unit === unit)));
  return readings.filter((one) => units.some(({ unit }) => unit === one.unit));
}

function labelOf({ unit }: Measurement, test: LabTest): string {
  return acceptedUnit(test, unit)?.label ?? unit;
}

/** One of each meaning. */
function distinct(readings: readonly Measurement[], test: LabTest): readonly Measurement[] {
  return readings.filter((reading, position) =>
    readings.slice(0, position).every((earlier) => !meanTheSame(earlier, reading, test)),
  );
}

/**
 * A test that needs a limit is only ever compared with that limit, in the same unit, so that equal numbers mean
 * the same in any of its units. Elsewhere the exact value in the canonical unit is the meaning.
 */
function meanTheSame(a: Measurement, b: Measurement, test: LabTest): boolean {
  if (test.limits?.some(({ required }) => required)) return numbersOf(a).join() === numbersOf(b).join();
  const [unitA, unitB] = [acceptedUnit(test, a.unit), acceptedUnit(test, b.unit)];
  return (
    unitA !== undefined && unitB !== undefined && compare(canonical(a.value, unitA), canonical(b.value, unitB)) === 0
  );
}

function numbersOf(measurement: Measurement): readonly number[] {
  return [measurement.value, ...LIMIT_NAMES.map((name) => measurement[name])].filter((number) => number !== undefined);
}

function takeParentheses(text: string): { inside: string; rest: string } {
  const [written, inside = ""] = /\(([^()]*)\)?/.exec(text) ?? [];
  return { inside, rest: written ? text.replace(written, " ") : text };
}

/** A method is named by its id or by words of its label that no unit is written with. */
function takeMethod(text: string, test: LabTest): { method?: string; rest: string } {
  const words = text.trim().split(/\s+/);
  for (const { id, label } of test.methods ?? []) {
    const names = new Set(wordsOf(`${id} ${label}`).filter((word) => word.length > 3));
    const others = words.filter((word) => !names.has(squeezed(word)));
    if (others.length < words.length) return { method: id, rest: others.join(" ") };
  }
  return { rest: words.join(" ") };
}

function problem(message: string, choices: readonly Measurement[] = []): TypedMeasurement {
  return { kind: "problem", message, choices };
}

function limitsAccepted(inside: string, test: LabTest): string {
  const [limit] = test.limits ?? [];
  if (!limit) return `${test.label} needs no limit. Read "(${excerpt(inside)})"; leave it out.`;
  return `${test.label}: read "(${excerpt(inside)})" as its limit; accepted: one number, in the unit of the value. ${limit.label}.`;
}

function unitAccepted(text: string, test: LabTest): string {
  if (/\d[./-]\d+[./-]\d/.test(text)) return `Read "${excerpt(text)}"; a date is written as 2024-05-02.`;
  const labels = test.units.map(({ label }) => label).join(", ");
  return `${test.label}: read "${excerpt(text)}" as its unit; accepted: ${labels}.`;
}

function notBelievable({ value, limits }: Parts, units: readonly AcceptedUnit[], test: LabTest): string {
  const [lowest, highest] = test.plausible;
  const [unit, ...others] = units;
  const read = others.length === 0 && unit ? `${value.readings[0]} ${unit.label}` : `${value.readings[0]}`;
  const range = `${lowest} to ${highest.toLocaleString("en-US")} ${test.units[0].label}`;
  return `${test.label}: ${read}${limits.length > 0 ? " with this limit" : ""} is not believable; accepted: ${range}.`;
}

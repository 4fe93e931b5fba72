import type { AcceptedUnit, Definitions, LabTest, Measurement, TestId } from "../../criteria/types.ts";
import { compare } from "../record/rational.ts";
import { acceptedUnit, canonical, isPlausible } from "../record/units.ts";
import { takeDate } from "./date.ts";
import { type TypedLimit, typedLimits } from "./limits.ts";
import { type TypedNumber, typedNumber } from "./number.ts";
import { testNamer } from "./test-named.ts";
import { unitsWritten } from "./unit-spelling.ts";
import { wordsOf } from "./words.ts";

/** What a typed measurement was taken to mean. */
export type TypedMeasurement =
  | { readonly kind: "read"; readonly measurement: Measurement }
  /** It can mean several things that are not the same: the person says which. */
  | { readonly kind: "choose"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "problem"; readonly message: string; readonly choices: readonly Measurement[] };

/** UCUM's annotation for a titer, which is written 1:320. */
const TITER = "{titer}";

/**
 * Reads measurements as they are typed: `wbc 3.2`, `c3 0.62 (0.9)`, `ana 1:320`, `dsdna 95 (10) elisa`,
 * `upcr 0.8 mg/mg 2024-05-02`. A unit that was not typed is the accepted one in which the numbers are believable;
 * when several are and the value would not be the same, they are the choices. The returned function gives
 * undefined for a text that is no measurement.
 */
export function measurementReader(definitions: Definitions): (query: string) => TypedMeasurement | undefined {
  const named = testNamer(definitions);
  return (query) => {
    const found = named(query);
    if (!found) return undefined;
    const readings = found.tests.map((test) => readOne(test, found.rest, definitions));
    return readings.length === 1 ? readings[0] : together(readings);
  };
}

/** The name fits several tests: those in which the value can be read are the choices. */
function together(readings: readonly TypedMeasurement[]): TypedMeasurement | undefined {
  const choices = readings.flatMap((one) =>
    one.kind === "read" ? [one.measurement] : one.kind === "choose" ? one.choices : [],
  );
  const [only] = choices;
  if (!only) return readings[0];
  if (choices.length === 1) return { kind: "read", measurement: only };
  return { kind: "choose", message: "The name fits more than one test. Choose one.", choices };
}

/** The parts of a typed measurement, before its unit is known. */
interface Parts {
  readonly test: TestId;
  readonly value: TypedNumber;
  readonly limits: readonly TypedLimit[];
  readonly method?: string;
  readonly date?: string;
}

function readOne(id: TestId, text: string, definitions: Definitions): TypedMeasurement {
  const test = definitions.tests[id];
  const { date, rest: undated } = takeDate(text);
  const { inside, rest: bare } = takeParentheses(undated);
  const value = typedNumber(bare);
  if (!value) return problem(`${test.label}: type a number${bare.trim() ? `, not "${bare.trim()}"` : ""}.`);
  const limits = typedLimits(inside, test);
  if (!limits) return problem(limitsAccepted(inside, test));
  const { method, rest: unitText } = takeMethod(value.rest, test);
  const parts: Parts = { test: id, value, limits, ...(method && { method }), ...(date && { date }) };
  if (unitText === "") return choose(parts, unitsUnsaid(value, test), test);
  const units = unitsWritten(unitText, test);
  return units.length > 0 ? choose(parts, units, test) : problem(unitAccepted(unitText, test));
}

/** A plain number is no titer where other units are accepted too, and a ratio is nothing else. */
function unitsUnsaid(value: TypedNumber, test: LabTest): readonly AcceptedUnit[] {
  const titers = test.units.filter(({ unit }) => unit === TITER);
  if (value.ratio) return titers;
  return test.units.length === titers.length ? titers : test.units.filter(({ unit }) => unit !== TITER);
}

/** Every way to read the numbers in these units, those that are believable, and of equal ones the first. */
function choose(parts: Parts, units: readonly AcceptedUnit[], test: LabTest): TypedMeasurement {
  const readings = units.flatMap((unit) => readingsIn(unit, parts));
  const believable = readings.filter((reading) => isBelievable(reading, test));
  const [first, ...others] = distinct(believable, test);
  if (first && others.length === 0) return { kind: "read", measurement: first };
  if (first) {
    const message = `${test.label} ${parts.value.readings[0]} can be read in more than one way. Choose one, or type the unit.`;
    return { kind: "choose", message, choices: [first, ...others] };
  }
  const elsewhere = test.units.flatMap((unit) => readingsIn(unit, parts)).filter((one) => isBelievable(one, test));
  return problem(notBelievable(parts, units, test), distinct(elsewhere, test));
}

/** The numbers with commas between thousands, then with a decimal comma; both are the same for most. */
function readingsIn(unit: AcceptedUnit, { test, value, limits, method, date }: Parts): readonly Measurement[] {
  return ([0, 1] as const).map((comma) => ({
    test,
    value: value.readings[comma],
    unit: unit.unit,
    ...(value.comparator && { comparator: value.comparator }),
    ...Object.fromEntries(limits.map(({ name, number }) => [name, number.readings[comma]])),
    ...(method && { method }),
    ...(date && { date }),
  }));
}

function isBelievable(reading: Measurement, test: LabTest): boolean {
  const unit = acceptedUnit(test, reading.unit);
  return unit !== undefined && numbersOf(reading).every((number) => isPlausible(number, unit, test));
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

function numbersOf({ value, low, high, p99 }: Measurement): readonly number[] {
  return [value, low, high, p99].filter((number) => number !== undefined);
}

function takeParentheses(text: string): { inside: string; rest: string } {
  const [written, inside = ""] = /\(([^()]*)\)?/.exec(text) ?? [];
  return { inside, rest: written ? text.replace(written, " ") : text };
}

/** A method is named by its id or by a word of its label that no unit is written with. */
function takeMethod(text: string, test: LabTest): { method?: string; rest: string } {
  const words = text.trim().split(/\s+/);
  for (const { id, label } of test.methods ?? []) {
    const names = new Set(wordsOf(`${id} ${label}`).filter((word) => word.length > 3));
    const at = words.findIndex((word) => wordsOf(word).some((one) => names.has(one)));
    if (at >= 0) return { method: id, rest: words.toSpliced(at, 1).join(" ") };
  }
  return { rest: words.join(" ") };
}

function problem(message: string, choices: readonly Measurement[] = []): TypedMeasurement {
  return { kind: "problem", message, choices };
}

function limitsAccepted(inside: string, test: LabTest): string {
  const [limit] = test.limits ?? [];
  if (!limit) return `${test.label} needs no limit. Read "(${inside})"; leave it out.`;
  return `${test.label}: read "(${inside})" as its limit; accepted: one number, in the unit of the value. ${limit.label}.`;
}

function unitAccepted(text: string, test: LabTest): string {
  if (/\d[./-]\d+[./-]\d/.test(text)) return `Read "${text}"; a date is written as 2024-05-02.`;
  const labels = test.units.map(({ label }) => label).join(", ");
  return `${test.label}: read "${text}" as its unit; accepted: ${labels}.`;
}

function notBelievable({ value, limits }: Parts, units: readonly AcceptedUnit[], test: LabTest): string {
  const [lowest, highest] = test.plausible;
  const [unit, ...others] = units;
  const read = others.length === 0 && unit ? `${value.readings[0]} ${unit.label}` : `${value.readings[0]}`;
  const range = `${lowest} to ${highest.toLocaleString("en-US")} ${test.units[0].label}`;
  return `${test.label}: ${read}${limits.length > 0 ? " with this limit" : ""} is not believable; accepted: ${range}.`;
}

import type { AcceptedUnit, Definitions, LabTest, Measurement, TestId, TestNotRead } from "../../criteria/types.ts";
import { compare } from "../record/rational.ts";
import { acceptedUnit, canonical, isPlausible } from "../record/units.ts";
import { takeDate } from "./date.ts";
import { type TypedLimit, typedLimits } from "./limits.ts";
import type { Nameable } from "./names.ts";
import { type TypedNumber, typedNumber } from "./number.ts";
import { type BeforeValue, testNamer } from "./test-named.ts";
import { unitsWritten } from "./unit-spelling.ts";
import { squeezed, wordsOf } from "./words.ts";

/** What a typed measurement was taken to mean. */
export type TypedMeasurement =
  | { readonly kind: "read"; readonly measurement: Measurement }
  /** It can mean several things that are not the same, or may not be meant so: the person says. */
  | { readonly kind: "choose"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "problem"; readonly message: string; readonly choices: readonly Measurement[] }
  | { readonly kind: "not-read"; readonly test: TestNotRead };

/** UCUM's annotation for a titer, which is written 1:320. */
const TITER = "{titer}";

/**
 * Reads measurements as they are typed: `wbc 3.2`, `c3 0.62 (0.9)`, `ana 1:320`, `dsdna 95 (10) elisa`,
 * `upcr 0.8 mg/mg 2024-05-02`, and `fever 38.5` by the finding that the value decides. A unit that was not typed is
 * the accepted one in which the numbers are believable; when several are and the value would not be the same, they
 * are the choices. The returned function gives undefined for a text that is no measurement.
 */
export function measurementReader(nameable: Nameable): (query: string) => TypedMeasurement | undefined {
  const namedIn = testNamer(nameable);
  return (query) => {
    const named = namedIn(query);
    if (named?.kind !== "tests") return named;
    const readings = named.tests.map((test) => readOne(test, named.rest, nameable.definitions));
    const [only, ...others] = readings;
    const typed = only && others.length === 0 ? only : together(readings);
    return named.as === "test" ? typed : typed && cautiously(typed, named);
  };
}

/** The name fits several tests: those in which the value can be read are the choices. */
function together(readings: readonly TypedMeasurement[]): TypedMeasurement | undefined {
  const choices = readings.flatMap(choicesOf);
  const [only] = choices;
  if (!only) return readings[0];
  if (choices.length === 1) return { kind: "read", measurement: only };
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
function cautiously(
  typed: TypedMeasurement,
  { as, name, rest }: Extract<BeforeValue, { kind: "tests" }>,
): TypedMeasurement | undefined {
  const choices = choicesOf(typed);
  if (choices.length === 0) return undefined;
  const isYear = /^[\s:=]*(?:19|20)\d\d\s*$/.test(rest);
  if (typed.kind !== "read" || (as === "finding" && !isYear)) return typed;
  const message = isYear
    ? `"${rest.trim()}" may be a year. Choose it if it is the value.`
    : `"${name.trim()}" is not the name of a test. Choose one if it is meant.`;
  return { kind: "choose", message, choices };
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
  const isRatio = value.ratio || limits.some(({ number }) => number.ratio);
  if (unitText === "") return choose(parts, unitsUnsaid(isRatio, test), test);
  const units = unitsWritten(unitText, test).filter(({ unit }) => unit === TITER || !isRatio);
  return units.length > 0 ? choose(parts, units, test) : problem(unitAccepted(unitText, test));
}

/** A plain number is no titer where other units are accepted too, and a ratio is nothing else. */
function unitsUnsaid(isRatio: boolean, test: LabTest): readonly AcceptedUnit[] {
  const titers = test.units.filter(({ unit }) => unit === TITER);
  if (isRatio) return titers;
  return test.units.length === titers.length ? titers : test.units.filter(({ unit }) => unit !== TITER);
}

/**
 * Every way to read the numbers in these units, those that are believable, and of equal ones the first. "1,500" is
 * first of all one thousand five hundred: where only one and a half is believable, the person says so.
 */
function choose(parts: Parts, units: readonly AcceptedUnit[], test: LabTest): TypedMeasurement {
  const withThousands = believable(THOUSANDS, units, parts, test);
  const withDecimals = withThousands.length > 0 ? believable(DECIMAL, units, parts, test) : [];
  const [first, ...others] = distinct([...withThousands, ...withDecimals], test);
  if (first && others.length === 0) return { kind: "read", measurement: first };
  if (first) {
    const message = `${test.label} ${parts.value.readings[0]} can be read in more than one way. Choose one, or type the unit.`;
    return { kind: "choose", message, choices: [first, ...others] };
  }
  const elsewhere =
    units.length > 0 ? ([THOUSANDS, DECIMAL] as const).flatMap((as) => believable(as, test.units, parts, test)) : [];
  return problem(notBelievable(parts, units, test), distinct(elsewhere, test));
}

/** How commas are read, by the position in `TypedNumber.readings`; for most numbers both are the same. */
const THOUSANDS = 0;
const DECIMAL = 1;
type Comma = typeof THOUSANDS | typeof DECIMAL;

function believable(
  comma: Comma,
  units: readonly AcceptedUnit[],
  { test: id, value, limits, method, date }: Parts,
  test: LabTest,
): readonly Measurement[] {
  const readings = units.map(
    ({ unit }): Measurement => ({
      test: id,
      value: value.readings[comma],
      unit,
      ...(value.comparator && { comparator: value.comparator }),
      ...Object.fromEntries(limits.map(({ name, number }) => [name, number.readings[comma]])),
      ...(method && { method }),
      ...(date && { date }),
    }),
  );
  return readings.filter((reading) => isBelievable(reading, test));
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

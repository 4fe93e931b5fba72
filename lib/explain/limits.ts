import type { AcceptedUnit, LabTest, Rule } from "../../criteria/types.ts";
import { LIMIT_WORDS } from "../record/limit-names.ts";
import { limitPerUnit } from "../record/measure.ts";
import { plus, type Rational, rational, times } from "../record/rational.ts";

/** A number as printed for people: 4,000 with a comma, and at most four significant digits when it is rounded. */
export interface Printed {
  readonly text: string;
  /** False when the exact value has more digits than are printed. */
  readonly exact: boolean;
}

/** A value in the test's canonical unit, expressed in another of its units: the inverse of `canonical`. */
export function printedIn(value: number, unit: AcceptedUnit): Printed {
  const [numerator, denominator] = unit.times ?? [1, 1];
  const scaled = times(rational(value), { n: BigInt(denominator), d: BigInt(numerator) });
  const shifted = unit.plus === undefined ? scaled : plus(scaled, rational(-unit.plus));
  const exact = (shifted.n * DIGITS) % shifted.d === 0n;
  return { text: printed(shifted, exact), exact };
}

/** What a person writes without rounding: four decimals. */
const DIGITS = 10_000n;

function printed(value: Rational, exact: boolean): string {
  const format = exact ? { maximumFractionDigits: 4 } : { maximumSignificantDigits: 3 };
  return (Number(value.n) / Number(value.d)).toLocaleString("en-US", format);
}

/** A rule's limit in words and, for a fixed limit, in every unit that the test accepts. */
export interface Limit {
  /** "below 4 ×10⁹/L", "above the upper limit of your laboratory's range". */
  readonly words: string;
  /** "on 2 separate occasions", "by ELISA": what else the rule asks, in the order to print it. */
  readonly conditions: readonly string[];
  /** The same limit in the other accepted units; empty for the laboratory's own limit. */
  readonly elsewhere: readonly (Printed & { readonly unit: string })[];
}

export function limitOf(rule: Rule, test: LabTest): Limit {
  const conditions = [...occasions(rule), ...methods(rule, test)];
  if ("limit" in rule) return { words: laboratoryLimit(rule, test), conditions, elsewhere: [] };
  const own = test.units.find(({ unit }) => unit === rule.unit) ?? test.units[0];
  const elsewhere = test.units
    .filter((unit) => unit !== own)
    .map((unit) => ({ ...elsewhereIn(rule, unit), unit: unit.label }));
  const value = test.titer ? `1:${rule.value}` : `${rule.value.toLocaleString("en-US")} ${own.label}`;
  return { words: `${COMPARED[rule.is]} ${value}`, conditions, elsewhere };
}

/** The limit in another unit: the published one where the rule has it, else as the conversion gives it. */
function elsewhereIn(rule: Extract<Rule, { value: unknown }>, unit: AcceptedUnit): Printed {
  const published = limitPerUnit(rule, unit.unit);
  return published ? { text: published.value.toLocaleString("en-US"), exact: true } : printedIn(rule.value, unit);
}

const COMPARED = { "<": "below", ">": "above", ">=": "at least" } as const satisfies Record<Rule["is"], string>;

function laboratoryLimit(rule: Extract<Rule, { limit: unknown }>, test: LabTest): string {
  const name =
    test.titer && rule.limit === "high"
      ? "the first titer that the laboratory calls positive"
      : `the laboratory's ${LIMIT_WORDS[rule.limit]}`;
  return `${COMPARED[rule.is]} ${rule.times === undefined ? "" : `${rule.times} times `}${name}`;
}

function occasions({ occasions: count }: Rule): readonly string[] {
  return count === undefined ? [] : [`on ${count} separate occasions`];
}

function methods(rule: Rule, test: LabTest): readonly string[] {
  const named = (ids: readonly string[]) =>
    ids.map((id) => test.methods?.find((method) => method.id === id)?.label ?? id).join(" or ");
  return [
    ...(rule.methods ? [`by ${named(rule.methods)}`] : []),
    ...(rule.notMethods ? [`by any method other than ${named(rule.notMethods)}`] : []),
  ];
}

import type { Cause, Definitions, ExplainedBy, Measurement } from "../../criteria/types.ts";
import { LIMIT_WORDS } from "../record/limit-names.ts";
import { inParentheses, oneLine } from "../record/one-line.ts";
import { TITER } from "../record/titer.ts";
import { acceptedUnit } from "../record/units.ts";

export { capitalize, inSentence, isPlural, list } from "../definition/words.ts";

/** What the explanations need beside a result: the definitions and the record that was assessed. */
export interface Context {
  readonly definitions: Definitions;
  readonly measurements: readonly Measurement[];
}

/** The unit of a count, which stands in the name of its test. */
export const COUNT = "{count}";

/** A value as people write it: "3.2 ×10⁹/L", "1:320", "<20 ×10⁹/L". */
export function writeValue(measurement: Measurement, { tests }: Definitions): string {
  const { value, unit, comparator = "", test } = measurement;
  if (unit === TITER) return `${comparator}1:${value}`;
  const label = acceptedUnit(tests[test], unit)?.label ?? oneLine(unit, 64);
  return `${comparator}${value} ${label}`;
}

/** A measurement with its test, limits, method and date: "Complement C3 62 mg/dL, lower limit 90, 2024-02-10". */
export function writeMeasurement(measurement: Measurement, definitions: Definitions): string {
  return `${definitions.tests[measurement.test].label} ${writeResult(measurement, definitions)}`;
}

/** As `writeMeasurement`, where its test is named already: "62 mg/dL, lower limit 90, 2024-02-10". */
export function writeResult(measurement: Measurement, definitions: Definitions): string {
  const { low, high, p99, method, date } = measurement;
  const test = definitions.tests[measurement.test];
  const limits = [
    low !== undefined && `${LIMIT_WORDS.low} ${low}`,
    high !== undefined && (measurement.unit === TITER ? `positive from 1:${high}` : `${LIMIT_WORDS.high} ${high}`),
    p99 !== undefined && `${LIMIT_WORDS.p99} ${p99}`,
    method !== undefined && (test.methods?.find((one) => one.id === method)?.label ?? oneLine(method, 64)),
  ].filter((part) => part !== false);
  // "Swollen joints 6": a count says its unit in the name of its test.
  const value = measurement.unit === COUNT ? measurement.value : writeValue(measurement, definitions);
  return [`${value}`, ...limits, ...(date ? [date] : [])].join(", ");
}

const CAUSES: Readonly<Record<Cause, string>> = {
  drug: "a drug",
  infection: "an infection",
  malignancy: "a malignancy",
  metabolic: "a metabolic cause",
  "other-disease": "another disease",
  other: "another cause",
};

/** "a drug", "an infection", ... as it stands in a sentence. */
export function writeCause(cause: Cause): string {
  return CAUSES[cause];
}

/** "a drug (heparin)", or just the cause. */
export function writeExplanation({ cause, text }: ExplainedBy): string {
  const said = inParentheses(text ?? "");
  return said ? `${CAUSES[cause]} (${said})` : CAUSES[cause];
}

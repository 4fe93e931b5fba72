import type { Cause, Definitions, ExplainedBy, Measurement } from "../../criteria/types.ts";
import { inParentheses, oneLine } from "../record/one-line.ts";
import { acceptedUnit } from "../record/units.ts";

/** What the explanations need beside a result: the definitions and the record that was assessed. */
export interface Context {
  readonly definitions: Definitions;
  readonly measurements: readonly Measurement[];
}

/** UCUM's annotation for a titer, written as a ratio: 320 is 1:320. */
const TITER = "{titer}";
const COUNT = "{count}";

/** A value as people write it: "3.2 ×10⁹/L", "1:320", "<20 ×10⁹/L". */
export function writeValue(measurement: Measurement, { tests }: Definitions): string {
  const { value, unit, comparator = "", test } = measurement;
  if (unit === TITER) return `${comparator}1:${value}`;
  const label = acceptedUnit(tests[test], unit)?.label ?? oneLine(unit, 64);
  return `${comparator}${value} ${label}`;
}

/** A measurement with its test, limits, method and date: "Complement C3 62 mg/dL, lower limit 90, 2024-02-10". */
export function writeMeasurement(measurement: Measurement, definitions: Definitions): string {
  const { low, high, p99, method, date, test: id } = measurement;
  const test = definitions.tests[id];
  const limits = [
    low !== undefined && `lower limit ${low}`,
    high !== undefined && (measurement.unit === TITER ? `first positive titer 1:${high}` : `upper limit ${high}`),
    p99 !== undefined && `99th percentile ${p99}`,
    method !== undefined && (test.methods?.find((one) => one.id === method)?.label ?? oneLine(method, 64)),
  ].filter((part) => part !== false);
  // "Swollen joints 6": a count says its unit in the name of its test.
  const value = measurement.unit === COUNT ? measurement.value : writeValue(measurement, definitions);
  return [`${test.label} ${value}`, ...limits, ...(date ? [date] : [])].join(", ");
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

/** "a", "a and b", "a, b and c"; with semicolons where a part has a comma of its own: "a, x; b; and c". */
export function list(parts: readonly string[], word: "and" | "or" = "and"): string {
  const last = parts.at(-1) ?? "";
  if (parts.length < 2) return last;
  const hasComma = parts.some((part) => part.replace(/\([^)]*\)/g, "").includes(", "));
  const before = parts.slice(0, -1).join(hasComma ? "; " : ", ");
  return `${before}${hasComma ? ";" : ""} ${word} ${last}`;
}

/** A label inside a sentence: its first letter small, unless it is an abbreviation or a proper name. */
export function inSentence(label: string): string {
  const first = label.split(/[ -]/)[0] ?? "";
  const ordinary = /^[A-Z][a-z]+,?$/.test(first) && !PROPER.has(first);
  return ordinary ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

const PROPER: ReadonlySet<string> = new Set(["Raynaud", "Coombs", "Dressler", "Felty"]);

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

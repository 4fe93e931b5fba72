import type { Definitions, Finding, FindingId, LabTest, Measurement, Rule, Status } from "../../criteria/types.ts";
import type { RecordNotice } from "./issues.ts";
import { limitDoubts } from "./limit-doubts.ts";
import { compare, type Rational, rational, times } from "./rational.ts";
import { TITER } from "./titer.ts";
import { acceptedUnit, canonical, canonicalFrom } from "./units.ts";

/** What the measurements say of one finding. */
export interface Measured {
  readonly status: Status;
  /** Positions of the values that decided the status. */
  readonly by: readonly number[];
  /** Distinct occasions that meet a rule, and how many are asked for. */
  readonly occasions: { readonly met: number; readonly needed: number };
}

/**
 * How a fixed limit is read in a unit that has a published limit of its own: by that limit, as it counts here, or by
 * exact conversion, which is the other reading that the result gives.
 */
export type UnitReading = "published" | "converted";

/**
 * `met` and `not-met` are certain. `undecided`: the comparator leaves it open.
 * `not-judged`: the rule needs a limit or a method that was not entered, or is for other methods.
 */
export type Judgment = "met" | "not-met" | "undecided" | "not-judged";

/** Judges one value by one rule. The value must be in a unit that the test accepts. */
export function judge(rule: Rule, value: Measurement, test: LabTest, reading: UnitReading = "published"): Judgment {
  if (rule.methods && !(value.method !== undefined && rule.methods.includes(value.method))) return "not-judged";
  if (rule.notMethods && (value.method === undefined || rule.notMethods.includes(value.method))) return "not-judged";
  const unit = acceptedUnit(test, value.unit);
  if (!unit) return "not-judged";
  const limit = limitOf(rule, value, test, reading);
  if (!limit) return "not-judged";
  const firstPositive = "limit" in rule && rule.limit === "high" && value.unit === TITER && rule.is === ">";
  return decide(canonical(value.value, unit), value.comparator, firstPositive ? ">=" : rule.is, limit);
}

function limitOf(rule: Rule, value: Measurement, test: LabTest, reading: UnitReading): Rational | undefined {
  if ("value" in rule) {
    const { value: number, unit } = (reading === "published" && limitPerUnit(rule, value.unit)) || rule;
    return canonicalFrom(number, unit, test);
  }
  // A limit that cannot be that of this value judges nothing, as if it had not been entered.
  if (limitDoubts(value, test).some(({ limit, certain }) => certain && limit === rule.limit)) return undefined;
  const entered = value[rule.limit];
  const limit = entered === undefined ? undefined : canonicalFrom(entered, value.unit, test);
  return limit && times(limit, rational(rule.times ?? 1));
}

/** The published limit of a rule in this unit, where it is not the exact conversion. */
export function limitPerUnit(rule: Rule, unit: string): { readonly value: number; readonly unit: string } | undefined {
  return "value" in rule ? rule.perUnit?.find((limit) => limit.unit === unit) : undefined;
}

function decide(value: Rational, comparator: "<" | ">" | undefined, is: Rule["is"], limit: Rational): Judgment {
  const side = compare(value, limit);
  if (comparator === undefined) {
    const met = is === "<" ? side < 0 : is === ">" ? side > 0 : side >= 0;
    return met ? "met" : "not-met";
  }
  // The true value lies strictly beyond the number that was reported.
  if (comparator === "<") {
    if (side > 0) return "undecided";
    return is === "<" ? "met" : "not-met";
  }
  if (side < 0) return "undecided";
  return is === "<" ? "not-met" : "met";
}

/** The best of a finding's rules for one value: met by any, else open while any is undecided, else judged or not. */
function judgeByAll(rules: readonly Rule[], value: Measurement, test: LabTest, reading: UnitReading): Judgment {
  const judgments = rules.filter((rule) => rule.test === value.test).map((rule) => judge(rule, value, test, reading));
  const order: readonly Judgment[] = ["met", "undecided", "not-met"];
  return order.find((judgment) => judgments.includes(judgment)) ?? "not-judged";
}

/**
 * What a record's measurements say of a finding, or undefined when no value is of a test that its rules name.
 * A normal value never erases an abnormal one; a value that cannot be judged leaves the finding unknown.
 */
export function measureFinding(
  finding: Finding,
  measurements: readonly Measurement[],
  tests: Definitions["tests"],
  reading: UnitReading = "published",
): Measured | undefined {
  const rules = finding.decidedBy;
  if (!rules) return undefined;
  const met: number[] = [];
  const judged: number[] = [];
  let values = 0;
  for (const [position, value] of measurements.entries()) {
    if (!rules.some((rule) => rule.test === value.test)) continue;
    values += 1;
    const judgment = judgeByAll(rules, value, tests[value.test], reading);
    if (judgment === "met") met.push(position);
    if (judgment === "met" || judgment === "not-met") judged.push(position);
  }
  if (values === 0) return undefined;
  const needed = Math.max(...rules.map((rule) => rule.occasions ?? 1));
  const occasions = { met: countOccasions(met.map((position) => measurements[position]?.date)), needed };
  if (occasions.met >= needed) return { status: "present", by: met, occasions };
  if (met.length === 0 && judged.length === values) return { status: "absent", by: judged, occasions };
  return { status: "unknown", by: met, occasions };
}

/** Distinct dates; undated values are one occasion together, and none beside dated ones, which may be the same. */
function countOccasions(dates: readonly (string | undefined)[]): number {
  const dated = new Set(dates.filter((date) => date !== undefined));
  return dated.size > 0 ? dated.size : Math.min(dates.length, 1);
}

/** Values that meet a rule by the published limit of their unit, and would not if they were converted exactly. */
export function unitConventions(measurements: readonly Measurement[], definitions: Definitions): RecordNotice[] {
  const notices: RecordNotice[] = [];
  for (const [id, finding] of Object.entries(definitions.findings) as [FindingId, Finding][]) {
    for (const rule of finding.decidedBy ?? []) {
      if (!("value" in rule) || !rule.perUnit) continue;
      const test = definitions.tests[rule.test];
      for (const value of measurements) {
        const published = value.test === rule.test ? limitPerUnit(rule, value.unit) : undefined;
        const unit = acceptedUnit(test, value.unit);
        if (!published || !unit || judge(rule, value, test) !== "met") continue;
        if (judge(rule, value, test, "converted") === "met") continue;
        const limit = `${published.value} ${unit.label}`;
        notices.push({
          code: "unit-convention",
          finding: id,
          message:
            `${test.label} ${value.comparator ?? ""}${value.value} ${unit.label} counts as "${finding.label}", ` +
            `because ${limit} is the published equivalent of ${rule.value} ${rule.unit}. ` +
            `Converted exactly, it ${value.comparator ? "could" : "would"} lie below ${rule.value} ${rule.unit} and not count.`,
        });
      }
    }
  }
  return notices;
}

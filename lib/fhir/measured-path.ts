import type { Finding, LabTest, Rule, TestId } from "../../criteria/types.ts";
import { limitPerUnit } from "../record/measure.ts";
import { TITER } from "../record/titer.ts";
import { LINK } from "./names.ts";

type Tests = Readonly<Record<TestId, LabTest>>;

/**
 * FHIRPath of every entered value of a test. Written out wherever it is needed: form renderers keep only plain values
 * in variables, not items of the response.
 */
function entriesOf(test: TestId): string {
  return `%resource.item.where(linkId='${LINK.measurements}').item.where(linkId='${LINK.test(test)}')`;
}

function partPath(test: TestId, name: string): string {
  return `item.where(linkId='${LINK.part(LINK.test(test), name)}').answer.value`;
}

/** A number as FHIRPath writes decimals: never with an exponent. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(20).replace(/0+$/, "0") : text;
}

/** A fixed limit expressed in another accepted unit: what `canonical` of `record/units.ts` undoes. */
function limitIn(unit: LabTest["units"][number], value: number): number {
  const [numerator, denominator] = unit.times ?? [1, 1];
  const scaled = (value * denominator) / numerator - (unit.plus ?? 0);
  // 15 digits are what a double keeps of a decimal: 100.94 stays 100.94, and 56.56... is no reported value.
  return Number(scaled.toPrecision(15));
}

type Sign = "<" | "<=" | ">" | ">=";

/** The comparisons that make a rule certainly met, and certainly not met, without a comparator and with one. */
const SIGNS: Readonly<
  Record<Rule["is"], { readonly met: [Sign, "<" | ">", Sign]; readonly not: [Sign, "<" | ">", Sign] }>
> = {
  "<": { met: ["<", "<", "<="], not: [">=", ">", ">="] },
  ">": { met: [">", ">", ">="], not: ["<=", "<", "<="] },
  ">=": { met: [">=", ">", ">="], not: ["<", "<", "<="] },
};

/** One comparison of the value of an entry with the limit of a rule, or of two signs where units decide the sign. */
function compared(rule: Rule, test: LabTest, sign: (is: Rule["is"]) => Sign): string {
  const value = `${partPath(rule.test, "value")}.value`;
  const unit = `${partPath(rule.test, "value")}.code`;
  if ("value" in rule) {
    const home = test.units.find((one) => one.unit === rule.unit) ?? test.units[0];
    const [up, down] = home.times ?? [1, 1];
    const canonical = ((rule.value + (home.plus ?? 0)) * up) / down;
    const alternatives = test.units.map(
      (one) =>
        `(${unit} = '${one.unit.replaceAll("'", "\\'")}' and ${value} ${sign(rule.is)} ${decimal(limitPerUnit(rule, one.unit)?.value ?? limitIn(one, canonical))})`,
    );
    return `(${alternatives.join(" or ")})`;
  }
  const factor = rule.times === undefined ? "" : ` * ${decimal(rule.times)}`;
  const limit = `${partPath(rule.test, rule.limit)}${factor}`;
  if (!test.units.some((one) => one.unit === TITER) || rule.limit !== "high" || rule.is !== ">") {
    return `(${value} ${sign(rule.is)} ${limit})`;
  }
  return `iif(${unit} = '${TITER}', ${value} ${sign(">=")} ${limit}, ${value} ${sign(">")} ${limit})`;
}

function judged(rule: Rule, test: LabTest, outcome: "met" | "not"): string {
  const sign = compared(rule, test, (is) => SIGNS[is][outcome][0]);
  const beyond = compared(rule, test, (is) => SIGNS[is][outcome][2]);
  const comparator = `${partPath(rule.test, "comparator")}.code`;
  const side = SIGNS[rule.is][outcome][1];
  return `iif(${comparator}.exists(), ${comparator} = '${side}' and ${beyond}, ${sign})`;
}

/** Whether a rule judges an entry at all: its method fits, and the limit that it needs was entered. */
function judges(rule: Rule): string {
  const method = `${partPath(rule.test, "method")}.code`;
  const named = (methods: readonly string[]) => `(${methods.map((one) => `${method} = '${one}'`).join(" or ")})`;
  const conditions = [
    rule.methods && named(rule.methods),
    rule.notMethods && `(${method}.exists() and ${named(rule.notMethods)}.not())`,
    "limit" in rule && `${partPath(rule.test, rule.limit)}.exists()`,
  ].filter((one) => typeof one === "string");
  return conditions.length === 0 ? "true" : `iif(${conditions.join(" and ")}, true, false)`;
}

function byTest(rules: readonly Rule[]): ReadonlyMap<TestId, readonly Rule[]> {
  return Map.groupBy(rules, (rule) => rule.test);
}

/** FHIRPath that is true when the entered values make a finding present; undefined when no value decides it. */
export function measuredPresent({ decidedBy }: Finding, tests: Tests): string | undefined {
  if (!decidedBy) return undefined;
  const occasions = Math.max(...decidedBy.map((rule) => rule.occasions ?? 1));
  const met = [...byTest(decidedBy)].map(([test, rules]) => {
    const any = rules.map((rule) => `((${judges(rule)}) and ${judged(rule, tests[test], "met")})`).join(" or ");
    return { test, entries: `${entriesOf(test)}.where(${any})` };
  });
  if (occasions === 1) return met.map(({ entries }) => `${entries}.exists()`).join(" or ");
  const dates = met.map(({ test, entries }) => `${entries}.${partPath(test, "date")}`);
  const [first = "", ...others] = dates;
  const together = others.reduce((all, more) => `${all}.combine(${more})`, `(${first})`);
  return `${together}.distinct().count() >= ${occasions}`;
}

/** FHIRPath that is true when values were entered and each was judged as not meeting any rule of a finding. */
export function measuredAbsent({ decidedBy }: Finding, tests: Tests): string | undefined {
  if (!decidedBy) return undefined;
  const groups = [...byTest(decidedBy)];
  const some = groups.map(([test]) => `${entriesOf(test)}.exists()`).join(" or ");
  const every = groups.map(([test, rules]) => {
    const judging = rules.map((rule) => `(${judges(rule)})`).join(" or ");
    const clear = rules.map((rule) => `((${judges(rule)}).not() or ${judged(rule, tests[test], "not")})`).join(" and ");
    return `${entriesOf(test)}.all((${judging}) and ${clear})`;
  });
  return `((${some}) and ${every.join(" and ")})`;
}

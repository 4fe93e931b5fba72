import type { FindingId, LimitName, Measurement, Rule } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { capitalize, list, writeValue } from "../../lib/explain/values.ts";
import { judge } from "../../lib/record/measure.ts";
import { acceptedUnit } from "../../lib/record/units.ts";

/** A rule with one value that it may judge. */
interface Pair {
  readonly rule: Rule;
  readonly value: Measurement;
}

/** What the values of a record say of a finding, in a sentence; undefined when none is of a test that decides it. */
export function decidedSentence(finding: FindingId, measurements: readonly Measurement[]): string | undefined {
  const rules = definitions.findings[finding].decidedBy ?? [];
  const pairs = measurements.flatMap((value) =>
    rules.filter(({ test }) => test === value.test).map((rule): Pair => ({ rule, value })),
  );
  if (pairs.length === 0) return undefined;
  const judged = pairs.map((pair) => ({ pair, says: judge(pair.rule, pair.value, definitions.tests[pair.rule.test]) }));
  const of = (wanted: (typeof judged)[number]["says"]) =>
    judged.filter(({ says }) => says === wanted).map(({ pair }) => pair);
  const met = of("met");
  if (met.length > 0) return `${capitalize(list(met.map((pair) => comparisonWords(pair, "is"))))}.`;
  const [open] = of("undecided");
  if (open) return `${writeValue(open.value, definitions)} can be on either side of ${limitWords(open)}.`;
  const missed = of("not-met");
  const needs = missed.length > 0 ? [] : [...new Set(of("not-judged").flatMap(whatIsMissing))];
  if (needs.length > 0) return `To decide this, the value needs ${list(needs, "or")}.`;
  if (missed.length === 0) return undefined;
  return `Not met by the values entered: ${list(missed.map((pair) => comparisonWords(pair, "is not")))}.`;
}

const SIDE = { "<": "below", ">": "above", ">=": "at or above" } as const;

/** "3.2 ×10⁹/L is below 4 ×10⁹/L". */
function comparisonWords(pair: Pair, verb: "is" | "is not"): string {
  const firstPositive = pair.value.unit === "{titer}" && pair.rule.is === ">";
  return `${writeValue(pair.value, definitions)} ${verb} ${SIDE[firstPositive ? ">=" : pair.rule.is]} ${limitWords(pair)}`;
}

/** The laboratory's limits in words, within a sentence. */
export const LIMITS: Readonly<Record<LimitName, string>> = {
  low: "the laboratory’s lower limit",
  high: "the laboratory’s upper limit",
  p99: "the 99th percentile",
};

function limitWords({ rule, value }: Pair): string {
  if ("value" in rule) {
    if (rule.unit === "{titer}") return `1:${rule.value}`;
    return `${rule.value} ${acceptedUnit(definitions.tests[rule.test], rule.unit)?.label ?? rule.unit}`;
  }
  const words = value.unit === "{titer}" ? "the first positive titer" : LIMITS[rule.limit];
  return `${rule.times === 2 ? "twice " : ""}${words}, ${value[rule.limit] ?? "not entered"}`;
}

/** Why a rule could not judge a value: a limit or a method that was not entered. A rule for other methods lacks nothing. */
function whatIsMissing({ rule, value }: Pair): string[] {
  if ((rule.methods || rule.notMethods) && value.method === undefined) return ["the method"];
  if (rule.methods && value.method !== undefined && !rule.methods.includes(value.method)) return ["another method"];
  if (rule.notMethods && value.method !== undefined && rule.notMethods.includes(value.method)) return [];
  return "limit" in rule && value[rule.limit] === undefined ? [LIMITS[rule.limit]] : [];
}

import type { CriteriaSet, Definitions, FindingId, Measurement, SleRecord } from "../../criteria/types.ts";
import { sourcesOf } from "../definition/implications.ts";
import { askedInPlaceOf } from "../definition/ties.ts";
import { findingsRead, helpingWith } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { asStatement } from "../record/interpret.ts";
import { eachResultOnce } from "../record/same-result.ts";
import type { ClauseResult, SetResult, Trace } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { type Asked, absentWords, askedOf, asksWords } from "./asked.ts";
import { eitherSide, judgedPairs, methodsRead, missedByAll, needsOf, passedElsewhere } from "./decided.ts";
import { byState, criterionById, tracedLeaves } from "./reasons.ts";
import { standsFor } from "./stands-for.ts";
import { capitalize, inSentence, list, writeMeasurement } from "./values.ts";

/** Something that was entered and that a set has not decided about, or cannot use alone. */
export interface Undecided {
  /** The finding that waits for it. */
  readonly finding: FindingId;
  /** What was entered, as it is written: a value with its limits, or findings by name. */
  readonly entered: string;
  /** One sentence without its stop: what is missing. */
  readonly why: string;
  /** Position of the measurement, when it is one. */
  readonly position?: number;
}

/**
 * What a person entered that this set has neither counted nor set aside, from the traces of its result, whether or
 * not the set classifies: values that leave a finding unknown, and findings that are not enough alone.
 */
export function undecidedIn(
  set: CriteriaSet,
  result: SetResult,
  record: SleRecord,
  definitions: Definitions,
): readonly Undecided[] {
  const measurements = record.measurements ?? [];
  const { counted, notCounted, notMet, unknown } = byState(result.domains);
  const traces = [
    ...result.domains.flatMap(({ criteria }) => criteria.map(({ trace }) => trace)),
    ...ruleTraces(result.rule),
  ];
  const waiting = new Set(
    traces
      .flatMap((trace) => tracedLeaves(trace, "with negated"))
      .flatMap(({ finding, status }) => (status === "unknown" ? [finding] : [])),
  );
  const values = measurements.flatMap((value, position): Undecided[] => {
    const whys = [...waiting].flatMap((finding) => {
      const why = whyUndecided(finding, value, definitions);
      return why ? [{ finding, why: `${inSentence(definitions.findings[finding].label)} ${why}` }] : [];
    });
    const [first] = whys;
    if (!first) return [];
    const why = list(whys.map((one) => one.why));
    return [{ finding: first.finding, entered: writeMeasurement(value, definitions), why, position }];
  });
  const told = new Set(
    [...counted, ...notCounted, ...notMet].flatMap(({ trace }) => tracedLeaves(trace).map(({ finding }) => finding)),
  );
  const name = (finding: FindingId) => inSentence(definitions.findings[finding].label);
  const enteredAs = ({ finding, origin }: ReturnType<typeof tracedLeaves>[number]) =>
    origin.kind === "implied" ? `${name(finding)} (follows from ${name(origin.by)})` : name(finding);
  const open = [
    ...unknown.map(({ id, trace }) => ({ title: criterionById(set, id)?.title ?? id, trace })),
    ...routesIn(result.rule).filter(({ met }) => met === "unknown"),
  ];
  const alone = open.flatMap(({ title, trace }): Undecided[] => {
    const parts = tracedLeaves(trace);
    // What something else explains does not help here, whatever else comes to be known.
    const found = parts.filter(
      ({ finding, truth, origin }) => truth === "true" && origin.kind !== "assumed" && !told.has(finding),
    );
    const [first] = found;
    if (!first) return [];
    const own = found.map(({ finding }) => finding);
    const helping = helpingWith(own, trace);
    const open = parts.filter(({ finding, status }) => status === "unknown" && helping.includes(finding));
    const absent = parts.filter(({ finding, status }) => status === "absent" && helping.includes(finding));
    const lacks = open.length > 0 ? open : absent;
    const state = open.length > 0 ? "not known" : absentWords(absent.map(({ origin }) => origin.kind === "measured"));
    const be = `${lacks.length === 1 ? "is" : "are"} ${state}`;
    const lacking = lacks.length > 0 ? `, where ${list(lacks.map(({ finding }) => name(finding)))} ${be}` : "";
    const entered = capitalize(list(found.map(enteredAs)));
    return [{ finding: first.finding, entered, why: `not enough alone for ${inSentence(title)}${lacking}` }];
  });
  return [...values, ...alone];
}

/** Why a value that was entered leaves a finding unknown, as the second half of a sentence: "needs ...". */
function whyUndecided(finding: FindingId, value: Measurement, definitions: Definitions): string | undefined {
  const judged = judgedPairs(finding, [value], definitions);
  if (judged.some(({ says }) => says === "met")) return "needs such a value from another date as well";
  const open = judged.find(({ says }) => says === "undecided");
  if (open) return `cannot be told: ${eitherSide(open, definitions)}`;
  if (judged.some(({ says }) => says === "not-met")) return undefined;
  const needs = needsOf(judged);
  if (needs) return `needs ${needs}${passedElsewhere(finding, [value], definitions)}`;
  const methods = methodsRead(judged, definitions);
  return methods ? `is read from values by ${methods} only` : undefined;
}

function routesIn(clause: ClauseResult) {
  return clausesOf(clause).filter((part) => part.kind === "route");
}

function ruleTraces(clause: ClauseResult): readonly Trace[] {
  switch (clause.kind) {
    case "entry":
    case "route":
      return [clause.trace];
    case "allOf":
    case "anyOf":
      return clause.of.flatMap(ruleTraces);
    case "score":
    case "criteria":
      return [];
  }
}

/** Something that was entered and that a set does not read, beside what it asks for in its place. */
export interface AskedInstead {
  /** What was entered, as it is written. */
  readonly entered: string;
  /** Position of the measurement, when it is one. */
  readonly position?: number;
  /** The finding, when it is one. */
  readonly finding?: FindingId;
  /** What the set asks for, with what the record says of it. */
  readonly asked: readonly Asked[];
  /** "asks for persistent proteinuria: answer that". */
  readonly why: string;
}

/** What was entered and a set does not read: `instead` where it asks for something tied to it, `unread` by name. */
export interface NotRead {
  readonly instead: readonly AskedInstead[];
  readonly unread: readonly string[];
}

/**
 * Findings stated present and values through which nothing acts in a set. Of those that a test or a relation ties to
 * something that the set reads, that is said: it is not that the set has no such item, but that it asks otherwise.
 */
export function notReadBy(set: CriteriaSet, record: SleRecord, facts: Facts, definitions: Definitions): NotRead {
  const { findings } = definitions;
  const measurements = record.measurements ?? [];
  const read = new Set(findingsRead(set));
  const instead: AskedInstead[] = [];
  const unread: string[] = [];
  const sort = (entered: string, asks: readonly FindingId[], of: Pick<AskedInstead, "finding" | "position">) => {
    if (asks.length === 0) return unread.push(inSentence(entered));
    const asked = askedOf(asks, facts, measurements, definitions);
    return instead.push({ entered, ...of, asked, why: asksWords(asked, definitions) });
  };
  for (const finding of Object.keys(findings) as FindingId[]) {
    if (asStatement(record.findings?.[finding]).status !== "present") continue;
    if (standsFor(finding, facts, definitions).some((one) => read.has(one))) continue;
    sort(findings[finding].label, askedInPlaceOf(finding, set, definitions), { finding });
  }
  const testsOf = (finding: FindingId) => (findings[finding].decidedBy ?? []).map(({ test }) => test);
  const readTests = new Set([...sourcesOf(read, definitions)].flatMap(testsOf));
  for (const { measurement, position } of eachResultOnce(measurements)) {
    if (readTests.has(measurement.test)) continue;
    const decided = (Object.keys(findings) as FindingId[]).filter((one) => testsOf(one).includes(measurement.test));
    const asks = decided.flatMap((finding) => askedInPlaceOf(finding, set, definitions));
    sort(writeMeasurement(measurement, definitions), [...new Set(asks)], { position });
  }
  return { instead, unread };
}

/** Findings stated present although every value entered for them says not met, with those values in words. */
export function presentAgainstValues(
  { findings = {}, measurements = [] }: SleRecord,
  definitions: Definitions,
): readonly { readonly finding: FindingId; readonly values: string }[] {
  return (Object.keys(findings) as FindingId[]).flatMap((finding) => {
    if (asStatement(findings[finding]).status !== "present") return [];
    const values = missedByAll(finding, measurements, definitions);
    return values ? [{ finding, values }] : [];
  });
}

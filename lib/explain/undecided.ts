import type { CriteriaSet, Definitions, FindingId, Measurement, SleRecord } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import { asStatement } from "../record/interpret.ts";
import type { ClauseResult, SetResult, Trace } from "../scoring/result.ts";
import { eitherSide, judgedPairs, methodsRead, missedByAll, needsOf } from "./decided.ts";
import { byState, criterionById, tracedLeaves } from "./reasons.ts";
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
  const alone = unknown.flatMap(({ id, trace }): Undecided[] => {
    const parts = tracedLeaves(trace);
    const found = parts.filter(
      ({ finding, status, origin }) => status === "present" && origin.kind !== "assumed" && !told.has(finding),
    );
    const [first] = found;
    if (!first) return [];
    const open = parts.filter(({ status }) => status === "unknown").map(({ finding }) => name(finding));
    const title = inSentence(criterionById(set, id)?.title ?? id);
    const lacking = open.length > 0 ? `, where ${list(open)} ${open.length === 1 ? "is" : "are"} not known` : "";
    const entered = capitalize(list(found.map(({ finding }) => name(finding))));
    return [{ finding: first.finding, entered, why: `not enough alone for ${title}${lacking}` }];
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
  if (needs) return `needs ${needs}`;
  const methods = methodsRead(judged, definitions);
  return methods ? `is read from values by ${methods} only` : undefined;
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

/** "C3 62 mg/dL: low C3 needs ...", one clause for each, for a line of a note; empty when everything is decided. */
export function undecidedWords(undecided: readonly Undecided[]): string {
  return undecided.map(({ entered, why }) => `${entered}: ${inSentence(why)}`).join("; ");
}

/** Findings stated present and values, by name, that nothing in the set asks for. */
export function notReadBy(set: CriteriaSet, record: SleRecord, definitions: Definitions): readonly string[] {
  const read = new Set(findingsRead(set));
  // Findings through which another one acts in this set: what implies it, and what it is assumed from.
  const steps = [
    ...definitions.implications.map(({ from, to }) => ({ from, to })),
    ...definitions.assumptions.map(({ when, then }) => ({ from: when.finding, to: then.finding })),
  ];
  for (let before = 0; before < read.size; ) {
    before = read.size;
    for (const { from, to } of steps) if (read.has(to)) read.add(from);
  }
  const present = (Object.keys(record.findings ?? {}) as FindingId[]).filter(
    (finding) => !read.has(finding) && asStatement(record.findings?.[finding] ?? "unknown").status === "present",
  );
  const tests = new Set(
    [...read].flatMap((finding) => (definitions.findings[finding].decidedBy ?? []).map(({ test }) => test)),
  );
  const values = (record.measurements ?? []).filter(({ test }) => !tests.has(test));
  return [
    ...present.map((finding) => inSentence(definitions.findings[finding].label)),
    ...values.map((value) => inSentence(writeMeasurement(value, definitions))),
  ];
}

/** Findings stated present although every value entered for them says not met, with those values in words. */
export function presentAgainstValues(
  { findings = {}, measurements = [] }: SleRecord,
  definitions: Definitions,
): readonly { readonly finding: FindingId; readonly values: string }[] {
  return (Object.keys(findings) as FindingId[]).flatMap((finding) => {
    if (asStatement(findings[finding] ?? "unknown").status !== "present") return [];
    const values = missedByAll(finding, measurements, definitions);
    return values ? [{ finding, values }] : [];
  });
}

import { definitions } from "../../criteria/core.ts";
import type { FindingId, SleRecord, Status } from "../../criteria/types.ts";
import { findingsIn } from "../../lib/definition/walk.ts";
import { asksWords } from "../../lib/explain/asked.ts";
import { decidedSentence } from "../../lib/explain/decided.ts";
import { setReport } from "../../lib/explain/report.ts";
import { standsFor } from "../../lib/explain/stands-for.ts";
import { inSentence, list, writeExplanation, writeMeasurement } from "../../lib/explain/values.ts";
import type { Single } from "../../lib/find/offers.ts";
import { measureFinding } from "../../lib/record/measure.ts";
import { covers } from "../../lib/record/same-result.ts";
import { askedIn } from "../_calculator/asked-in.ts";
import { decidedBy, reads, setById } from "../_calculator/readers.ts";
import { assessmentOf } from "../_store/assessment.ts";
import { factsOf, type Takable } from "./take-offer.ts";

export const DAY_OF_PRESENT = "A day is kept for what is present only.";

/** Why Enter did nothing; with the line itself where `now`, what is typed by then, is another. */
export function notEnteredWords(line: string, now: string | undefined, why = "Choose one of these."): string {
  return now === line ? why : `“${line}” was not entered. ${why}`;
}

const STATUS_WORDS: Readonly<Record<Status, string>> = { present: "present", absent: "absent", unknown: "not known" };

/**
 * What was recorded and what this value did: "White cell count 3.2 ×10⁹/L. Met: leukopenia." Of a finding that the
 * opened set does not read, that too, or what the set asks for in its place. `before` is the record before it was entered.
 */
export function enteredWords(offer: Takable, record: SleRecord, set: string, before: SleRecord): string {
  const words = factsOf(offer).flatMap((one) =>
    one.kind === "answer" ? answerWords(one, record, set) : valueWords(one, record, set),
  );
  const { issues } = assessmentOf(record).interpreted;
  const contradictions = issues.filter(({ code }) => code === "contradiction").map(({ message }) => message);
  return [...words, ...(record === before ? ["Already in the record."] : []), ...contradictions].join(" ");
}

type Answered = Extract<Single, { kind: "answer" }>;
type Measured = Extract<Single, { kind: "measure" }>;

function answerWords(
  { finding, status, date, explainedBy, note }: Answered,
  record: SleRecord,
  set: string,
): readonly string[] {
  const day = date ? `, first seen ${date}` : "";
  const explained = explainedBy ? `, explained by ${writeExplanation(explainedBy)}` : "";
  return [
    `${definitions.findings[finding].label}: ${STATUS_WORDS[status]}${day}${explained}${note ? `, note: ${note}` : ""}.`,
    ...(status === "present" ? notReadWords(finding, record, set) : []),
  ];
}

/** That the opened set does not read a present finding, or what it asks for in its place. */
function notReadWords(finding: FindingId, record: SleRecord, id: string): readonly string[] {
  const set = setById(id);
  const assessment = assessmentOf(record);
  const { facts } = assessment.interpreted;
  if (!set || !facts || standsFor(finding, facts, definitions).some((one) => reads(id, one))) return [];
  const asked = askedIn(id, finding, assessment);
  return [asked.length > 0 ? `${set.short} ${asksWords(asked, definitions)}.` : `Not read by ${set.short}.`];
}

/** What a value did, apart from what the values before it had done. */
function valueWords({ measurement, unkept }: Measured, record: SleRecord, set: string): readonly string[] {
  // It may have completed a value that was there.
  const value = record.measurements?.findLast((one) => covers(one, measurement));
  if (!value) return [];
  const { measured, facts } = assessmentOf(record).interpreted;
  const decided = decidedBy(value.test).flatMap((finding) => {
    const all = measured.get(finding);
    const own = measureFinding(definitions.findings[finding], [value], definitions.tests);
    if (!all || !own) return [];
    const name = inSentence(definitions.findings[finding].label);
    return [
      { finding, name, status: all.status, own: own.status, meets: own.occasions.met > 0, fact: facts?.[finding] },
    ];
  });
  const names = (some: typeof decided) => list(some.map(({ name }) => name));
  const needs = (some: typeof decided) => [
    ...new Set(some.flatMap(({ finding }) => decidedSentence(finding, [value], definitions) ?? [])),
  ];
  const met = decided.filter(({ status, meets }) => status === "present" && meets);
  const before = decided.filter(({ status, meets }) => status === "present" && !meets);
  const again = decided.filter(({ status, meets }) => status === "unknown" && meets);
  // What is answered, or follows from an answer, is decided although the value leaves it open.
  const leftOpen = decided.filter(({ own, meets }) => own === "unknown" && !meets);
  const open = leftOpen.filter(({ status }) => status === "unknown");
  const undecided = open.filter(({ fact }) => !fact || fact.origin.kind === "not-answered");
  const here = undecided.filter(({ finding }) => reads(set, finding));
  const elsewhere = undecided.filter((one) => !here.includes(one));
  const byAnother = leftOpen.filter(({ status }) => status === "present");
  const assumed = open.flatMap(({ name, fact }) =>
    fact?.origin.kind === "assumed" ? `${name} (${fact.origin.why})` : [],
  );
  return [
    `${writeMeasurement(value, definitions)}.`,
    ...(unkept ? [`Not kept, since no set reads it: ${unkept}.`] : []),
    ...(met.length > 0 ? [`Met: ${names(met)}.`] : []),
    ...(decided.every(({ own, meets }) => own === "absent" && !meets) ? ["Meets no rule."] : []),
    ...(before.length > 0 ? [`Met before by another value: ${names(before)}.`] : []),
    ...(assumed.length > 0 ? [`Assumed: ${list(assumed)}.`] : []),
    ...(again.length > 0 ? [`Needs a value from another date: ${names(again)}.`] : []),
    ...(byAnother.length > 0 ? [`Not decided by this value: ${names(byAnother)}.`, ...needs(byAnother)] : []),
    ...(here.length > 0 ? [`Not decided yet: ${names(here)}.`, ...needs(here)] : []),
    ...(elsewhere.length > 0 ? [`Open for other sets: ${names(elsewhere)}.`, ...needs(elsewhere)] : []),
    ...entryWords(
      decided.map(({ finding }) => finding),
      record,
      set,
    ),
  ];
}

/** That a value, or what was entered before it, keeps the entry criterion of the opened set shut. */
function entryWords(decided: readonly FindingId[], record: SleRecord, id: string): readonly string[] {
  const set = setById(id);
  if (!set?.entry || !findingsIn(set.entry.when).some((finding) => decided.includes(finding))) return [];
  const report = setReport(set, { ...assessmentOf(record), definitions });
  return report?.result.entry === "not-met" ? report.opening.map((sentence) => `${set.short}: ${sentence}`) : [];
}

import type { Definitions, SleRecord } from "../../criteria/types.ts";
import { interpret, recordPlanOf } from "../record/interpret.ts";
import type { Result } from "../scoring/result.ts";
import { pointsPhrase } from "./reasons.ts";
import {
  type Assessed,
  enteredLines,
  type Item,
  noticeLines,
  openLines,
  recordReport,
  type SetReport,
  setReport,
} from "./report.ts";
import { STATEMENT } from "./statement.ts";
import { inSentence, list } from "./values.ts";

/** What a note is about, and which version of the app wrote it. */
export interface NoteSubject {
  readonly record: SleRecord;
  readonly result: Result;
  readonly definitions: Definitions;
  /** Of the app, such as "0.1.0". */
  readonly version: string;
}

/** One set in a few lines: verdict, score, what counted, what did not and why, and what is unknown. */
export function shortNote(setId: string, subject: NoteSubject): string {
  const { definitions } = subject;
  const set = definitions.sets.find(({ id }) => id === setId);
  const report = set && setReport(set, assessedOf(subject));
  if (!report) return refusal(subject);
  const { counted, notCounted } = report;
  return [
    `${report.set.title}: ${inSentence(report.verdict)}, ${report.score}.`,
    ...report.opening,
    ...report.deciding,
    ...report.otherReadings,
    counted.length > 0
      ? `Counted: ${counted.map(({ title, weight }) => `${inSentence(title)} ${weight}`).join(", ")}.`
      : "Nothing counted.",
    ...notCounted.map(({ title, reason }) => `Not counted: ${inSentence(title)}. ${reason}`),
    ...enteredLines(report),
    ...report.againstValues.map(({ sentence }) => sentence),
    ...openLines(report, definitions),
    ...footer(subject),
  ].join("\n");
}

/** Every set, every answer and value, every attribution and unknown: enough for a colleague to check it. */
export function fullNote(subject: NoteSubject): string {
  const { definitions } = subject;
  const assessed = assessedOf(subject);
  const { label } = recordReport(assessed);
  const reports = definitions.sets.flatMap((set) => setReport(set, assessed) ?? []);
  if (reports.length === 0) return refusal(subject);
  return [
    "SLE classification criteria",
    ...(label ? [`Reference: ${label}`] : []),
    "",
    ...recordSection(assessed),
    "",
    ...reports.flatMap((report) => [...setSection(report, definitions), ""]),
    ...footer(subject),
  ].join("\n");
}

function setSection(report: SetReport, definitions: Definitions): readonly string[] {
  const { set, verdict, score, deciding, otherReadings, rule, counted, notCounted, notMet } = report;
  return [
    `${set.title}: ${inSentence(verdict)}`,
    `  ${rule.map(({ sentence }) => sentence).join(" ")}`,
    `  Score: ${score}`,
    ...[...deciding, ...otherReadings].map((line) => `  ${line}`),
    ...counted.map((one) => `  + ${one.title}, ${pointsPhrase(one.weight, set)}${afterColon(one)}`),
    ...notCounted.map(({ title, reason }) => `  - ${title}, not counted: ${reason}`),
    ...(notMet.length > 0 ? [`  Not met: ${notMet.map(({ title }) => inSentence(title)).join("; ")}.`] : []),
    ...[...enteredLines(report), ...openLines(report, definitions)].map((line) => `  ${line}`),
    ...noticeLines(report).map((notice) => `  Note: ${notice}`),
  ];
}

function afterColon({ beside }: Item): string {
  return beside === "" ? "." : `: ${beside}`;
}

function recordSection(assessed: Assessed): readonly string[] {
  const { present, values, absent, unknown, againstValues, notices } = recordReport(assessed);
  return [
    "Record",
    ...present.map(
      ({ label, details }) => `  ${label}: present${details.length > 0 ? ` (${details.join("; ")})` : ""}`,
    ),
    ...values.map((value) => `  ${value}`),
    ...(absent.length > 0 ? [`  Absent: ${list(absent)}`] : []),
    ...(unknown.length > 0 ? [`  Answered as not known: ${list(unknown)}`] : []),
    "  All other findings are not known.",
    ...againstValues.map(({ sentence }) => `  Note: ${sentence}`),
    ...notices.map((notice) => `  Note: ${notice}`),
  ];
}

/** An error withholds every result; the note says so instead of giving a number. */
function refusal(subject: NoteSubject): string {
  const { errors } = recordReport(assessedOf(subject));
  const messages = errors.map((message) => `  ${message}`);
  return ["No result: the record needs a correction first.", ...messages, ...footer(subject)].join("\n");
}

function footer({ version, record }: NoteSubject): readonly string[] {
  return [STATEMENT, `Record format ${record.format}, app version ${version}.`];
}

function assessedOf({ record, result, definitions }: NoteSubject): Assessed {
  return { record, result, definitions, interpreted: interpret(recordPlanOf(definitions), record) };
}

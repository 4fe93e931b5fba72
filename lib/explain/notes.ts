import type { CriteriaSet, Definitions, FindingId, SleRecord } from "../../criteria/types.ts";
import type { Result } from "../assess.ts";
import { findingsRead } from "../definition/walk.ts";
import { asStatement } from "../record/interpret.ts";
import { quoted } from "../record/one-line.ts";
import type { SetResult } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { decidingLines, otherNotices } from "./deciding.ts";
import { otherReadingSentences } from "./other-readings.ts";
import { byState, clauseReason, criterionById, criterionReason, pointsPhrase, reasonBesideTitle } from "./reasons.ts";
import { STATEMENT } from "./statement.ts";
import { notReadBy, presentAgainstValues, undecidedIn, undecidedWords } from "./undecided.ts";
import { type Context, inSentence, list, writeExplanation, writeMeasurement } from "./values.ts";
import { routeTaken, verdictWords } from "./verdict.ts";

/** What a note is about, and which version of the app wrote it. */
export interface NoteSubject {
  readonly record: SleRecord;
  readonly result: Result;
  readonly definitions: Definitions;
  /** Of the app, such as "0.1.0". */
  readonly version: string;
}

/** "12 points (10 or more asked for, ...)": the score, and the range that unknown answers leave open. */
export function scoreWords(
  { score: { value, lower, upper, threshold, comparison } }: SetResult,
  set: CriteriaSet,
): string {
  const asked = comparison === ">=" ? `${threshold} or more` : `more than ${threshold}`;
  const range = lower === upper ? "" : `, ${lower} to ${upper} with the unknowns`;
  return `${pointsPhrase(value, set)} (${asked} asked for${range})`;
}

/** One set in a few lines: verdict, score, what counted, what did not and why, and what is unknown. */
export function shortNote(setId: string, subject: NoteSubject): string {
  const { definitions, result, record } = subject;
  const set = definitions.sets.find(({ id }) => id === setId);
  const assessed = result.results?.[setId];
  if (!set || !assessed) return refusal(subject);
  const context = contextOf(subject);
  const { counted, notCounted } = byState(assessed.domains);
  const title = (id: string) => inSentence(criterionById(set, id)?.title ?? id);
  const lines = [
    `${set.title}: ${inSentence(verdictWords(assessed, set))}, ${scoreWords(assessed, set)}.`,
    ...openingLines(set, assessed, context),
    counted.length > 0
      ? `Counted: ${counted.map(({ id, weight }) => `${title(id)} ${weight}`).join(", ")}.`
      : "Nothing counted.",
    ...notCounted.map(
      (criterion) => `Not counted: ${title(criterion.id)}. ${criterionReason(criterion, set, context)}`,
    ),
    ...undecidedLines(set, assessed, subject),
    ...againstValuesLines(subject, (finding) => findingsRead(set).includes(finding)),
    ...openLine(assessed, definitions),
  ];
  return [...lines, ...footer(subject, record)].join("\n");
}

/** Every set, every answer and value, every attribution and unknown: enough for a colleague to check it. */
export function fullNote(subject: NoteSubject): string {
  const { definitions, result, record } = subject;
  if (!result.results) return refusal(subject);
  const sets = definitions.sets.flatMap((set) => {
    const assessed = result.results?.[set.id];
    return assessed ? [...setSection(set, assessed, subject), ""] : [];
  });
  return [
    "SLE classification criteria",
    ...(record.label ? [`Reference: ${quoted(record.label)}`] : []),
    "",
    ...recordSection(subject),
    "",
    ...sets,
    ...footer(subject, record),
  ].join("\n");
}

function setSection(set: CriteriaSet, assessed: SetResult, subject: NoteSubject): string[] {
  const context = contextOf(subject);
  const { counted, notCounted, notMet } = byState(assessed.domains);
  const title = (id: string) => criterionById(set, id)?.title ?? id;
  return [
    `${set.title}: ${inSentence(verdictWords(assessed, set))}`,
    `  ${clauseReason(assessed.rule, set, context)}`,
    `  Score: ${scoreWords(assessed, set)}`,
    ...decidingLines(assessed).map((line) => `  ${line}`),
    ...otherReadingSentences(assessed, set, subject.definitions).map((line) => `  ${line}`),
    ...counted.map(
      (one) =>
        `  + ${title(one.id)}, ${pointsPhrase(one.weight, set)}${afterColon(reasonBesideTitle(one, set, context))}`,
    ),
    ...notCounted.map((one) => `  - ${title(one.id)}, not counted: ${criterionReason(one, set, context)}`),
    ...(notMet.length > 0 ? [`  Not met: ${notMet.map(({ id }) => inSentence(title(id))).join("; ")}.`] : []),
    ...undecidedLines(set, assessed, subject).map((line) => `  ${line}`),
    ...openLine(assessed, subject.definitions).map((line) => `  ${line}`),
    ...otherNotices(assessed).map(({ message }) => `  Note: ${message}`),
  ];
}

function afterColon(reason: string): string {
  return reason === "" ? "." : `: ${reason}`;
}

/**
 * What opened the entry criterion, the route by which a set classifies without its score, what the outcome rests on
 * although something else explains it, and what the score would be by another defensible reading.
 */
export function openingLines(set: CriteriaSet, assessed: SetResult, context: Context): string[] {
  const byRoute = routeTaken(assessed, set) !== undefined;
  const opening = clausesOf(assessed.rule)
    .filter((clause) => clause.kind === "entry" || (byRoute && clause.kind === "route" && clause.met === "true"))
    .map((clause) => clauseReason(clause, set, context));
  return [...opening, ...decidingLines(assessed), ...otherReadingSentences(assessed, set, context.definitions)];
}

/**
 * What was entered and is in no other line of the note: what the set could not decide, and what it does not read.
 */
export function undecidedLines(
  set: CriteriaSet,
  assessed: SetResult,
  { record, definitions }: Pick<NoteSubject, "record" | "definitions">,
): string[] {
  const undecided = undecidedWords(undecidedIn(set, assessed, record, definitions));
  const unread = notReadBy(set, record, definitions);
  return [
    ...(undecided ? [`Entered, not decided: ${undecided}.`] : []),
    ...(unread.length > 0 ? [`Entered, not read by this set: ${unread.join("; ")}.`] : []),
  ];
}

/** Findings stated present although every value entered says not met, a line for each. */
export function againstValuesLines(
  { record, definitions }: Pick<NoteSubject, "record" | "definitions">,
  concerns: (finding: FindingId) => boolean = () => true,
): string[] {
  return presentAgainstValues(record, definitions)
    .filter(({ finding }) => concerns(finding))
    .map(
      ({ finding, values }) =>
        `Stated present, not met by the values entered: ${inSentence(definitions.findings[finding].label)} (${values}).`,
    );
}

function openLine({ open, verdict }: SetResult, { findings }: Definitions): string[] {
  if (verdict !== "undetermined") return [];
  const MOST = 8;
  const named = open.slice(0, MOST).map((finding) => inSentence(findings[finding].label));
  const more = open.length > MOST ? ` and ${open.length - MOST} more` : "";
  return [`Not known and could change the verdict: ${more ? named.join(", ") : list(named)}${more}.`];
}

function recordSection({ record, definitions, result }: NoteSubject): string[] {
  // In the order of the questions, so that one record has one note, in whatever order it was answered.
  const answers = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
    const given = record.findings?.[finding];
    return given === undefined ? [] : [{ label: definitions.findings[finding].label, ...asStatement(given) }];
  });
  const present = answers.filter(({ status }) => status === "present");
  const absent = answers.filter(({ status }) => status === "absent");
  const unknown = answers.filter(({ status }) => status === "unknown");
  return [
    "Record",
    ...present.map(({ label, explainedBy, date, note }) => {
      const details = [
        date && `first seen ${date}`,
        explainedBy && `explained by ${writeExplanation(explainedBy)}`,
        note && quoted(note),
      ];
      const said = details.filter((part) => part !== undefined && part !== "").join("; ");
      return `  ${label}: present${said ? ` (${said})` : ""}`;
    }),
    ...(record.measurements ?? []).map((value) => `  ${writeMeasurement(value, definitions)}`),
    ...(absent.length > 0 ? [`  Absent: ${list(absent.map(({ label }) => inSentence(label)))}`] : []),
    ...(unknown.length > 0 ? [`  Answered as not known: ${list(unknown.map(({ label }) => inSentence(label)))}`] : []),
    `  All other findings are not known.`,
    ...againstValuesLines({ record, definitions }).map((line) => `  Note: ${line}`),
    ...result.notices.map(({ message }) => `  Note: ${message}`),
  ];
}

/** An error withholds every result; the note says so instead of giving a number. */
function refusal(subject: NoteSubject): string {
  const { issues } = subject.result;
  const errors = issues.filter(({ severity }) => severity === "error").map(({ message }) => `  ${message}`);
  return ["No result: the record needs a correction first.", ...errors, ...footer(subject, subject.record)].join("\n");
}

function footer({ version }: NoteSubject, { format }: SleRecord): string[] {
  return [STATEMENT, `Record format ${format}, app version ${version}.`];
}

function contextOf({ definitions, record }: NoteSubject): Context {
  return { definitions, measurements: record.measurements ?? [] };
}

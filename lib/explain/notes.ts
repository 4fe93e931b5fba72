import type { Definitions, SleRecord } from "../../criteria/types.ts";
import { isEmpty } from "../record/edit.ts";
import { interpret, recordPlanOf } from "../record/interpret.ts";
import type { Result } from "../scoring/result.ts";
import { type Letter, type LetterGroup, letterOf } from "./letter.ts";
import { othersUnknown } from "./others-unknown.ts";
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
import { capitalize, inSentence, list } from "./values.ts";

/** What a note is about, and which version of the app and of its definitions wrote it. */
export interface NoteSubject {
  readonly record: SleRecord;
  readonly result: Result;
  readonly definitions: Definitions;
  /** In words, such as "0.1.0, definitions 3f2a". */
  readonly version: string;
}

/** So much is named in a letter; one that names more is not read. What is left is counted, and the full note has it. */
const MOST_COUNTED = 24;
const MOST_LEFT_OUT = 10;
const MOST_OPEN = 5;
const MOST_ERRORS = 3;

/**
 * The note for a letter, in lines that a physician can sign: the sets and their verdicts, what counted, what was left
 * out and why, what is not known and would matter, the statement, and what worked it out. Never more than six lines.
 */
export function shortNote(subject: NoteSubject): string {
  const { definitions, record } = subject;
  const assessed = assessedOf(subject);
  const letter = letterOf(assessed);
  const leftOut = letter ? leftOutSentences(letter) : [];
  const lines = letter
    ? [
        verdictLine(letter),
        isEmpty(record) ? "Nothing is entered." : countedLine(letter),
        ...(leftOut.length > 0 ? [leftOut.join(" ")] : []),
        openSentence(letter, definitions),
      ]
    : [["No result: the record needs a correction first.", ...few(recordReport(assessed).errors)].join(" ")];
  return [...lines, STATEMENT, signedOff(subject, assessed)].join("\n");
}

function verdictLine({ verdicts, beside }: Letter): string {
  const sets = verdicts.map(({ name, verdict, score }) => `${name} ${verdict} (${score})`);
  return [`SLE classification criteria: ${sets.join("; ")}.`, ...beside].join(" ");
}

function countedLine(letter: Letter): string {
  const { groups, left } = firstOf(letter.counted, MOST_COUNTED);
  const [first, ...others] = groups.map((group) => {
    const although = group.by ? `, although explained by ${group.by}` : "";
    return `in ${namesOf(group, letter)}${although}: ${group.items.join("; ")}.`;
  });
  return [
    ...letter.opened.map((words) => `${words}.`),
    first ? `Counted ${first}` : "Nothing that was entered counts.",
    ...others.map(capitalize),
    ...(left > 0 ? [`${capitalize(more(left))} counted, which the full note names.`] : []),
    ...letter.subtracted.map((group) => `Points taken off in ${namesOf(group, letter)}: ${group.items.join("; ")}.`),
  ].join(" ");
}

/** What was left out and why, and what has to be known of what counted, a sentence for each. */
export function leftOutSentences(letter: Letter): readonly string[] {
  const { groups, left } = firstOf(letter.explained, MOST_LEFT_OUT);
  const others = letter.leftOut.slice(0, MOST_LEFT_OUT);
  const notNamed = left + letter.leftOut.length - others.length;
  return [
    ...[...Map.groupBy(groups, ({ by }) => by)].map(([by, same]) => {
      const places = same.map((group) => `in ${whereNot(group, letter)}: ${group.items.join("; ")}`);
      return `Explained by ${by}, and so not counted ${places.join("; ")}.`;
    }),
    ...(others.length > 0 ? [`Not counted: ${others.join("; ")}.`] : []),
    ...(notNamed > 0
      ? [`${capitalize(more(notNamed))} ${notNamed === 1 ? "was" : "were"} left out, which the full note names.`]
      : []),
    ...letter.remarks,
  ];
}

/** What is not known and could change a verdict, or that nothing could. */
export function openSentence(letter: Letter, { findings }: Definitions): string {
  const { open } = letter;
  if (open.findings.length === 0) return "Nothing that is not known could change a verdict.";
  const named = open.findings.slice(0, MOST_OPEN).map((finding) => inSentence(findings[finding].label));
  const left = open.findings.length - named.length;
  const whose = open.sets.length === letter.verdicts.length ? "" : ` of ${list(open.sets.map(({ short }) => short))}`;
  return `Not known, and could change the verdict${whose}: ${list(left > 0 ? [...named, more(left)] : named)}.`;
}

/**
 * In which sets something does not count: "any set", or their names. "Any set but one" would say that this one counts
 * it, and it may have no such item.
 */
function whereNot({ sets }: Pick<LetterGroup, "sets">, { verdicts }: Letter): string {
  return sets.length === verdicts.length ? "any set" : list(sets.map(({ short }) => short));
}

/** "every set", "every set but ACR 1997", or the names of the sets. */
function namesOf({ sets }: Pick<LetterGroup, "sets">, { verdicts }: Letter): string {
  const all = "every set";
  if (sets.length === verdicts.length) return all;
  const [but, ...others] = verdicts.filter(({ set }) => !sets.includes(set));
  if (but && others.length === 0 && sets.length > 1) return `${all} but ${but.set.short}`;
  return list(sets.map(({ short }) => short));
}

function more(count: number): string {
  return `${count} more`;
}

/** The first items of groups, as many as there is room for, and how many are left. */
function firstOf<Group extends LetterGroup>(groups: readonly Group[], most: number) {
  let room = most;
  const cut = groups.map((group) => {
    const items = group.items.slice(0, room);
    room -= items.length;
    return { ...group, items };
  });
  const all = groups.reduce((count, { items }) => count + items.length, 0);
  return { groups: cut.filter(({ items }) => items.length > 0), left: all - (most - room) };
}

function few(messages: readonly string[]): readonly string[] {
  const left = messages.length - MOST_ERRORS;
  return left > 0 ? [...messages.slice(0, MOST_ERRORS), `And ${more(left)}.`] : messages;
}

/** The reference of the user's own, and what worked the result out. */
function signedOff(subject: NoteSubject, assessed: Assessed): string {
  const { label } = recordReport(assessed);
  return `${label ? `Reference: ${label}. ` : ""}Worked out by app version ${subject.version}.`;
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
    ...counted.map(
      (one) => `  ${one.weight < 0 ? "−" : "+"} ${one.title}, ${pointsPhrase(one.weight, set)}${afterColon(one)}`,
    ),
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
  const recorded = recordReport(assessed);
  const { present, values, absent, unknown, againstValues, notices } = recorded;
  return [
    "Record",
    ...present.map(
      ({ label, details }) => `  ${label}: present${details.length > 0 ? ` (${details.join("; ")})` : ""}`,
    ),
    ...values.map((value) => `  ${value}`),
    ...(absent.length > 0 ? [`  Absent: ${list(absent)}`] : []),
    ...(unknown.length > 0 ? [`  Answered as not known: ${list(unknown)}`] : []),
    `  ${othersUnknown(recorded)}`,
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

function footer(subject: NoteSubject): readonly string[] {
  return [STATEMENT, `Record format ${subject.record.format}, app version ${subject.version}.`];
}

function assessedOf({ record, result, definitions }: NoteSubject): Assessed {
  return { record, result, definitions, interpreted: interpret(recordPlanOf(definitions), record) };
}

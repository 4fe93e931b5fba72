/** From a patient to a prepared round: what the room is told, and the file in which a round is kept. */
import type { PracticeCase } from "../../criteria/practice/types.ts";
import type { Definitions, FindingId, SleRecord } from "../../criteria/types.ts";
import { capitalize, inSentence, list, writeMeasurement } from "../explain/values.ts";
import { recordOf, restWords, stagesOf } from "../practice/case.ts";
import { EARLIEST_DAY } from "../record/day.ts";
import { asStatement } from "../record/interpret.ts";
import { recordSchema } from "../record/schema.ts";
import { z } from "../record/zod.ts";
import { type Asks, type CasePart, type PreparedQuestion, type PreparedRound, roundSchema } from "./round.ts";

/** A patient to hold a round about. */
export interface RoundPatient {
  readonly title: string;
  readonly record: SleRecord;
  readonly parts: readonly CasePart[];
}

/** A practice case, told stage by stage. What its story does not mention is said at the end of it. */
export function patientOfCase(practiceCase: PracticeCase, definitions: Definitions): RoundPatient {
  const parts = stagesOf(practiceCase, definitions).map(({ stage, segments }) => ({
    title: capitalize(stage),
    text: segments.map(({ text }) => text).join(""),
  }));
  const last = parts.length - 1;
  return {
    title: practiceCase.title,
    record: recordOf(practiceCase, definitions),
    parts: parts.map((part, at) =>
      at === last ? { ...part, text: `${part.text}\n${restWords(practiceCase)}` } : part,
    ),
  };
}

/**
 * The record of a real patient, such as one that was read from a letter, as a patient to hold a round about. What could
 * say who it is goes to no server and to no phone: label, notes, what explains a finding in somebody's own words, and
 * days. What the sets make of it is the same.
 */
export function patientOfRecord(record: SleRecord, title: string, definitions: Definitions): RoundPatient {
  const unnamed = withoutPerson(record, definitions);
  return toldFrom(
    unnamed,
    title,
    definitions,
    unnamed.measurements?.some(({ date }) => date !== undefined),
  );
}

/** An example, which is nobody's record: told as it is, without the label that says so. */
export function patientOfExample({ label: _, ...record }: SleRecord, title: string, definitions: Definitions) {
  return toldFrom(record, title, definitions);
}

/**
 * Told as what was reported, measured and found absent. What explains a finding is not told: that is what the room is
 * asked.
 */
function toldFrom(record: SleRecord, title: string, definitions: Definitions, areDaysMoved = false): RoundPatient {
  const statements = (Object.keys(definitions.findings) as FindingId[]).flatMap((finding) => {
    const said = record.findings?.[finding];
    const label = inSentence(definitions.findings[finding].label);
    return said === undefined ? [] : [{ label, status: asStatement(said).status }];
  });
  const named = (status: "present" | "absent") =>
    statements.filter((one) => one.status === status).map((one) => one.label);
  const [present, absent] = [named("present"), named("absent")];
  const values = [
    ...(record.measurements ?? []).map((one) => writeMeasurement(one, definitions)),
    ...(areDaysMoved ? [DAYS_MOVED] : []),
  ];
  const sentence = (words: readonly string[]) => `${capitalize(list(words, "and"))}.`;
  return {
    title,
    record,
    parts: [
      ...(present.length > 0 ? [{ title: "Reported", text: sentence(present) }] : []),
      ...(values.length > 0 ? [{ title: "Measured", text: values.join("\n") }] : []),
      ...(absent.length > 0 ? [{ title: "Looked for and absent", text: sentence(absent) }] : []),
    ],
  };
}

/**
 * Stands for the day of the first value, where there are several days. Nobody takes it for the real one, it is a day
 * that a record may have, and no day that is counted from it lies in the future.
 */
const FIRST_DAY = EARLIEST_DAY;

const DAYS_MOVED = `The days are not the patient's: the first stands as ${FIRST_DAY}, the others as long after it as they were.`;

/**
 * Of days, only which values share one decides anything. Where all are of the same day, none need be said; a value
 * without a day is not of the same occasion as one that has a day.
 */
function withoutPerson({ label: _, ...record }: SleRecord, { tests }: Definitions): SleRecord {
  const all = new Set((record.measurements ?? []).map(({ date }) => date));
  // None stands behind every day.
  const [first] = [...all].toSorted();
  const day = (date: string) =>
    new Date(Date.parse(FIRST_DAY) + Date.parse(date) - Date.parse(first ?? date)).toISOString().slice(0, 10);
  const answers = Object.entries(record.findings ?? {}).map(([finding, answer]) => {
    const { status, explainedBy } = asStatement(answer);
    return [finding, explainedBy ? { status, explainedBy: { cause: explainedBy.cause } } : status];
  });
  const measurements = record.measurements?.map(({ date, method, ...measurement }) => ({
    ...measurement,
    ...(date !== undefined && all.size > 1 && { date: day(date) }),
    ...(method !== undefined && tests[measurement.test].methods?.some(({ id }) => id === method) && { method }),
  }));
  return {
    ...record,
    ...(record.findings && { findings: Object.fromEntries(answers) }),
    ...(measurements && { measurements }),
  };
}

/** A question to add to those that were chosen, under an id that none of them has, asked once the whole case is told. */
export function questionFor(
  asks: Asks,
  words: string,
  { questions, parts }: Pick<PreparedRound, "questions" | "parts">,
): PreparedQuestion {
  const taken = new Set(questions.map(({ id }) => id));
  let number = questions.length + 1;
  while (taken.has(`q${number}`)) number += 1;
  return { id: `q${number}`, asks, words, notes: "", told: parts.length };
}

/** The position of a question that asks the same; -1 where none does. */
export function positionOf(asks: Asks, questions: readonly Pick<PreparedQuestion, "asks">[]): number {
  const wanted = keyOf(asks);
  return questions.findIndex((one) => keyOf(one.asks) === wanted);
}

/** The same for questions that ask the same. */
function keyOf(asks: Asks): string {
  if (asks.kind === "finding") return asks.finding;
  return JSON.stringify([asks.set, asks.kind === "points" ? asks.domain : ""]);
}

export type ReadRound = { readonly round: PreparedRound } | { readonly why: string };

/** What a file says that it is, where it says so in a text. */
function formatOf(value: unknown): string {
  const said = typeof value === "object" && value !== null && "format" in value ? value.format : "";
  return typeof said === "string" ? said : "";
}

/** Reads the file of a prepared round, or says what is wrong with it. */
export function readRound(text: string, definitions: Definitions): ReadRound {
  const value = parsed(text);
  if (value === undefined) return { why: "This is no file of a round: it is not JSON." };
  const format = formatOf(value);
  if (/^sle-round\/([2-9]|[1-9]\d)/.test(format))
    return { why: `The file is of a later version of this app (${format}).` };
  if (format !== "sle-round/1") return { why: "This is no file of a round: its format is not sle-round/1." };
  const read = roundSchema(definitions).safeParse(value);
  if (read.success) return { round: read.data as PreparedRound };
  const [first] = read.error.issues;
  const where = first?.path.join(".");
  return { why: `${where ? `${where}: ` : ""}${first?.message ?? "The file cannot be read."}` };
}

/** As a file. */
export function writeRound(round: PreparedRound): string {
  return `${JSON.stringify(round, null, 2)}\n`;
}

/** A round that is not finished yet, as the device keeps it: anything may still be empty. */
export function readDraft(text: string, definitions: Definitions): PreparedRound | undefined {
  const asks = z.looseObject({ kind: z.enum(["finding", "points", "verdict"]) });
  const question = z.object({
    id: z.string(),
    asks,
    words: z.string(),
    notes: z.string(),
    told: z.number().int().min(0),
  });
  const draft = z.object({
    format: z.literal("sle-round/1"),
    title: z.string(),
    record: recordSchema(definitions),
    parts: z.array(z.object({ title: z.string(), text: z.string() })),
    sets: z.array(z.string()),
    questions: z.array(question),
    numbered: z.boolean(),
  });
  const read = draft.safeParse(parsed(text));
  return read.success ? (read.data as unknown as PreparedRound) : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

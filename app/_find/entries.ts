import { definitions } from "../../criteria/core.ts";
import type { FindingId, Measurement, SleRecord } from "../../criteria/types.ts";
import { writeExplanation, writeValue } from "../../lib/explain/values.ts";
import { statementOf } from "../../lib/record/edit.ts";
import { decidedBy } from "../_calculator/readers.ts";
import { assessmentOf } from "../_store/assessment.ts";
import type { History } from "../_store/history.ts";

/** One thing that was entered: an answer, or a value with its position in the record. */
export type Entry =
  | { readonly kind: "answer"; readonly finding: FindingId }
  | { readonly kind: "value"; readonly measurement: Measurement; readonly position: number };

/** An entry as it is listed. */
export interface EntryLine {
  readonly entry: Entry;
  /** In few words: "WBC 3.1 ×10⁹/L". */
  readonly words: string;
  /** The same with its day, as its buttons are called. */
  readonly name: string;
  /** What explains it: "an infection (herpes)". */
  readonly explained?: string;
  /** The finding that an explanation is entered for. */
  readonly explains?: FindingId;
}

/** What was entered, the newest first. A record remembers no order, so it is read from the steps that led to it. */
export function entriesIn(history: History<SleRecord>): readonly EntryLine[] {
  return newestFirst(history).map((entry) => lineOf(entry, history.present));
}

function newestFirst({ past, present }: History<SleRecord>): readonly Entry[] {
  const { findings = {}, measurements = [] } = present;
  const all: { readonly entry: Entry; readonly isIn: (record: SleRecord) => boolean; step: number }[] = [
    ...(Object.keys(findings) as FindingId[]).map((finding) => ({
      entry: { kind: "answer" as const, finding },
      isIn: (record: SleRecord) => record.findings?.[finding] === findings[finding],
      step: 0,
    })),
    ...measurements.map((measurement, position) => ({
      entry: { kind: "value" as const, measurement, position },
      isIn: (record: SleRecord) => record.measurements?.includes(measurement) ?? false,
      step: 0,
    })),
  ];
  // Back from the last step: what a record before it had not, or had otherwise, was entered after that record.
  let open = all;
  for (let step = past.length; step > 0 && open.length > 0; step -= 1) {
    const before = past[step - 1];
    for (const one of open) if (before && !one.isIn(before)) one.step = step;
    open = open.filter((one) => one.step === 0);
  }
  return all.toSorted((a, b) => b.step - a.step).map(({ entry }) => entry);
}

function lineOf(entry: Entry, record: SleRecord): EntryLine {
  if (entry.kind === "answer") return answerLine(entry, record);
  return valueLine(entry, record);
}

const STATUS_WORDS = { present: "", absent: " absent", unknown: " not known" } as const;

function answerLine(entry: Extract<Entry, { kind: "answer" }>, record: SleRecord): EntryLine {
  const { status, date, explainedBy } = statementOf(record, entry.finding);
  const { label } = definitions.findings[entry.finding];
  const words = label + STATUS_WORDS[status];
  return {
    entry,
    words,
    name: date ? `${words}, first seen ${date}` : words,
    ...(explainedBy && { explained: writeExplanation(explainedBy) }),
    ...(status === "present" && { explains: entry.finding }),
  };
}

function valueLine(entry: Extract<Entry, { kind: "value" }>, record: SleRecord): EntryLine {
  const { measurement } = entry;
  const { short } = definitions.tests[measurement.test];
  const { facts } = assessmentOf(record).interpreted;
  // A value is explained through the findings that it makes present; with several, all of them.
  const decided = decidedBy(measurement.test).filter((finding) => facts?.[finding].status === "present");
  const [first] = decided;
  const explanations = decided.map((finding) => facts?.[finding].explainedBy);
  const [explanation] = explanations;
  const words = `${short} ${writeValue(measurement, definitions)}`;
  return {
    entry,
    words,
    name: measurement.date ? `${words}, ${measurement.date}` : words,
    ...(explanation && explanations.every(Boolean) && { explained: writeExplanation(explanation) }),
    ...(first && { explains: first }),
  };
}

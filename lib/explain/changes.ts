import type { Definitions, FindingId, Measurement, SleRecord, Statement } from "../../criteria/types.ts";
import { isEmpty, statementOf } from "../record/edit.ts";
import { quoted } from "../record/one-line.ts";
import { inSentence, list, writeExplanation, writeMeasurement, writeValue } from "./values.ts";

const MOST = 2;

/**
 * What one record has that the one before had not, as part of a sentence: "malar rash present", "C3 62 mg/dL removed",
 * "proteinuria, first seen 2024-03-11". Empty when nothing in them differs that a person enters.
 */
export function changesBetween(before: SleRecord, after: SleRecord, definitions: Definitions): string {
  if (isEmpty(after) && !isEmpty(before)) return "every answer cleared";
  const changes = [
    ...findingChanges(before, after, definitions),
    ...measurementChanges(before.measurements ?? [], after.measurements ?? [], definitions),
    ...(before.label === after.label ? [] : [after.label ? `label ${quoted(after.label)}` : "label removed"]),
  ];
  const more = changes.length - MOST;
  return list(more > 1 ? [...changes.slice(0, MOST), `${more} more`] : changes);
}

function findingChanges(before: SleRecord, after: SleRecord, { findings }: Definitions): string[] {
  const touched = Object.keys({ ...before.findings, ...after.findings }) as FindingId[];
  return touched.flatMap((finding) => {
    const change = statementChange(statementOf(before, finding), statementOf(after, finding));
    return change === undefined ? [] : [inSentence(findings[finding].label) + change];
  });
}

function statementChange(before: Statement, after: Statement): string | undefined {
  const was = before.explainedBy && writeExplanation(before.explainedBy);
  const is = after.explainedBy && writeExplanation(after.explainedBy);
  if (before.status !== after.status) {
    if (after.status === "unknown") return " not known";
    return is ? ` ${after.status}, explained by ${is}` : ` ${after.status}`;
  }
  if (before.date !== after.date) return after.date ? `, first seen ${after.date}` : ", date removed";
  if (was !== is) return is ? `, explained by ${is}` : ", not explained by anything else";
  return before.note === after.note ? undefined : ", note";
}

function measurementChanges(
  before: readonly Measurement[],
  after: readonly Measurement[],
  definitions: Definitions,
): string[] {
  const removed = without(before, after);
  const added = without(after, before);
  const write = (one: Measurement) => inSentence(writeMeasurement(one, definitions));
  const [was, is] = [removed[0], added[0]];
  if (was && is && removed.length === 1 && added.length === 1 && was.test === is.test) {
    return [`${write(is)}, corrected from ${writeValue(was, definitions)}`];
  }
  return [...added.map(write), ...removed.map((one) => `${write(one)} removed`)];
}

/** Those of one list that the other has not, each as often as it is there more. */
function without(one: readonly Measurement[], other: readonly Measurement[]): readonly Measurement[] {
  const left = other.map((measurement) => JSON.stringify(measurement));
  return one.filter((measurement) => {
    const at = left.indexOf(JSON.stringify(measurement));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

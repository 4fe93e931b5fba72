import type { FindingId, SleRecord, Status, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { inSentence, list, writeMeasurement } from "../../lib/explain/values.ts";
import type { Offer } from "../../lib/find/offers.ts";
import { addMeasurement, answer, dateFinding } from "../../lib/record/edit.ts";
import { decidedBy } from "../_calculator/readers.ts";
import { assessmentOf } from "../_store/assessment.ts";

/** An offer that changes the record. */
export type Takable = Exclude<Offer, { kind: "value-wanted" | "read" }>;

export function take(record: SleRecord, offer: Takable): SleRecord {
  switch (offer.kind) {
    case "measure":
      return addMeasurement(record, offer.measurement);
    case "answer": {
      const answered = answer(record, offer.finding, offer.status);
      return offer.date ? dateFinding(answered, offer.finding, offer.date) : answered;
    }
  }
}

const STATUS_WORDS: Readonly<Record<Status, string>> = { present: "present", absent: "absent", unknown: "not known" };

/** What was recorded, in one sentence or two: "White cell count 3.2 ×10⁹/L. Leukopenia: present." */
export function takenWords(offer: Takable, record: SleRecord): string {
  switch (offer.kind) {
    case "measure": {
      const { measurement } = offer;
      return [`${writeMeasurement(measurement, definitions)}.`, ...decisionWords(measurement.test, record)].join(" ");
    }
    case "answer": {
      const { label } = definitions.findings[offer.finding];
      const day = offer.date ? `, first seen ${offer.date}` : "";
      return `${label}: ${STATUS_WORDS[offer.status]}${day}.`;
    }
  }
}

/** What the values of a test decided. */
function decisionWords(test: TestId, record: SleRecord): readonly string[] {
  const { measured } = assessmentOf(record).interpreted;
  const decided = [...measured].filter(([finding]) => decidedBy(test).includes(finding));
  const labels = (status: Status) =>
    decided
      .filter(([, one]) => one.status === status)
      .map(([finding]) => inSentence(definitions.findings[finding].label));
  const met = labels("present");
  const open = labels("unknown");
  return [
    ...(met.length > 0 ? [`Met: ${list(met)}.`] : []),
    ...(open.length > 0 ? [`Not decided yet: ${list(open)}.`] : []),
    ...(met.length + open.length === 0 && decided.length > 0 ? ["Meets no rule."] : []),
  ];
}

/** The finding whose question an offer is about; for a measurement, the first that it decides. */
export function findingOf(offer: Offer): FindingId | undefined {
  switch (offer.kind) {
    case "answer":
      return offer.finding;
    case "measure":
      return decidedBy(offer.measurement.test)[0];
    case "value-wanted":
      return decidedBy(offer.test)[0];
    case "read":
      return undefined;
  }
}

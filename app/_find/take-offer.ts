import type { FindingId, SleRecord } from "../../criteria/types.ts";
import type { Offer } from "../../lib/find/offers.ts";
import { addMeasurement, answer, dateFinding } from "../../lib/record/edit.ts";
import { decidedBy } from "../_calculator/readers.ts";

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

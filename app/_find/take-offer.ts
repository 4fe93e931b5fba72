import type { SleRecord } from "../../criteria/types.ts";
import type { Offer } from "../../lib/find/offers.ts";
import { addMeasurement, answer, dateFinding, noteFinding, statementOf } from "../../lib/record/edit.ts";

/** An offer that changes the record. */
export type Takable = Exclude<Offer, { kind: "value-wanted" | "read" }>;

export function take(record: SleRecord, offer: Takable): SleRecord {
  switch (offer.kind) {
    case "measure":
      return addMeasurement(record, offer.measurement);
    case "answer": {
      const answered = answer(record, offer.finding, offer.status);
      const dated = offer.date ? dateFinding(answered, offer.finding, offer.date) : answered;
      if (!offer.note) return dated;
      const { note } = statementOf(dated, offer.finding);
      return noteFinding(dated, offer.finding, note ? `${note}; ${offer.note}` : offer.note);
    }
  }
}

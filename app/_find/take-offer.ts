import type { SleRecord } from "../../criteria/types.ts";
import type { Offer, Single } from "../../lib/find/offers.ts";
import { addMeasurement, answer, dateFinding, noteFinding, statementOf } from "../../lib/record/edit.ts";
import { attributeTo } from "../_calculator/questions/attribute.ts";

/** An offer that changes the record. */
export type Takable = Extract<Offer, { kind: "measure" | "answer" | "several" }>;

/** The record with what an offer says, all of it in one step. */
export function take(record: SleRecord, offer: Takable): SleRecord {
  return factsOf(offer).reduce(takeOne, record);
}

/** The facts of an offer, in the order in which they were typed. */
export function factsOf(offer: Takable): readonly Single[] {
  return offer.kind === "several" ? offer.parts : [offer];
}

function takeOne(record: SleRecord, offer: Single): SleRecord {
  if (offer.kind === "measure") return addMeasurement(record, offer.measurement);
  const { finding, status, date, explainedBy, note } = offer;
  const answered = answer(record, finding, status);
  const dated = date ? dateFinding(answered, finding, date) : answered;
  const explained = explainedBy ? attributeTo(dated, finding, explainedBy) : dated;
  if (!note) return explained;
  const { note: before } = statementOf(explained, finding);
  return noteFinding(explained, finding, before ? `${before}; ${note}` : note);
}

import type { SleRecord } from "../../criteria/types.ts";
import type { Offer, Single } from "../../lib/find/offers.ts";
import { answer, dateFinding, noteFinding, statementOf } from "../../lib/record/edit.ts";
import { addMeasurement } from "../../lib/record/edit-measurements.ts";
import { attributeTo } from "../_calculator/questions/attribute.ts";

/** An offer that changes the record. */
export type Takable = Extract<Offer, { kind: "measure" | "answer" | "several" }>;

export function isTakable(offer: Offer): offer is Takable {
  return offer.kind === "measure" || offer.kind === "answer" || offer.kind === "several";
}

/** The record with what an offer says, all of it in one step. */
export function take(record: SleRecord, offer: Takable): SleRecord {
  return factsOf(offer).reduce(takeOne, record);
}

/** The facts of an offer, in the order in which they were typed. */
export function factsOf(offer: Takable): readonly Single[] {
  return offer.kind === "several" ? offer.parts : [offer];
}

/** What stays of a line when it is entered: what was not read of it, and what was typed since. */
export function staysTyped(offer: Takable, line: string, now = line): string {
  const left = offer.kind === "several" ? offer.left : "";
  const since = now.startsWith(line) ? now.slice(line.length).trimStart() : now;
  return left && since ? `${left} ${since}` : left + since;
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

import type { Offers } from "../../lib/find/offers.ts";
import { quoted } from "../../lib/record/one-line.ts";
import { enterFor } from "../_record/session/enter-for.ts";
import type { Session, SessionState } from "../_record/session/session.ts";
import { isTakable, take } from "./take-offer.ts";

/** Enters a line for the patient for whom it was typed, who left the page before what reads it had come. */
export async function enterLineFor(
  session: Session,
  patient: SessionState,
  line: string,
  { offers, certain }: Offers,
): Promise<void> {
  const offer = certain ? offers[0] : undefined;
  const isTaken = offer !== undefined && isTakable(offer);
  await enterFor(session, patient, quoted(line), isTaken ? (record) => take(record, offer) : undefined);
  if (offer?.kind === "several" && offer.left) await enterFor(session, patient, quoted(offer.left), undefined);
}

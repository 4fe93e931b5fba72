import type { FindingProposal, MeasurementProposal, TextReading } from "./types.ts";

/** A reading as the command prints it: what the contract names, without how sure each proposal is. */
export function printed({ format, proposals, notTaken }: TextReading) {
  return { format, proposals: proposals.map(withoutSureness), notTaken };
}

function withoutSureness({ sureness: _, ...kept }: FindingProposal | MeasurementProposal) {
  return kept;
}

/** What is printed of a text that could not be read at all. */
export function unread(why: string): TextReading {
  return { format: "sle-reading/1", proposals: [], notTaken: [{ from: [0, 0], why }] };
}

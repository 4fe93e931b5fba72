import { voteSchema } from "../../../../../../../../lib/rounds/sent.ts";
import { otherMethods } from "../../../../../_http/answer.ts";
import type { Asked } from "../../../../../_http/body.ts";
import { holding, jsonOf, notForeign, own, refusal, refused, roomFor } from "../../../../_server/handling.ts";

const MOST_BYTES = 2000;

type Address = { readonly params: Promise<{ code: string; question: string; ballot: string }> };

/** Gives a vote, in the place of what this voter gave before. Acknowledged only once it is on the disk. */
async function put(request: Asked, address: Address): Promise<Response> {
  notForeign(request);
  const { room, store, holder } = await roomFor(request, address, "voter");
  const { question, ballot } = await address.params;
  const read = voteSchema.safeParse(await jsonOf(request, MOST_BYTES));
  if (!read.success || (ballot !== "1" && ballot !== "2") || holder.kind !== "voter") {
    return refused("round-not-readable", "A vote has a choice, and a certainty of 1, 2 or 3; the ballot is 1 or 2.");
  }
  const vote = { question, ballot: ballot === "1" ? 1 : 2, voter: holder.voter, ...read.data } as const;
  const kept = await store.vote(room.code, vote, Date.now());
  if (kept === "kept") return own(200, { format: "sle-vote-kept/1", ...vote });
  return kept === "no-room" ? refused("no-such-room", "The room was erased.") : refusal(kept);
}

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(["PUT"]);
export const PUT = holding(put);

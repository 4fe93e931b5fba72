import { otherMethods } from "../../../_http/answer.ts";
import type { Asked } from "../../../_http/body.ts";
import { holding, noSuchRoom, notForeign, own, type RoomParameters, refused, roomAt } from "../../_server/handling.ts";
import { hashOf } from "../../_server/tokens.ts";
import { cookieFor, tokenOf } from "../../_server/whose.ts";

/** Joins the room, at any moment; whoever joined before is the same voter as before. */
async function put(request: Asked, address: RoomParameters): Promise<Response> {
  notForeign(request);
  const { room, store } = await roomAt(request, address);
  const token = tokenOf(request, "voter");
  if (token === undefined) {
    return refused("not-yours", "Ask for the room first: the answer brings the token with which to join.");
  }
  const holder = await store.holder(room.code, hashOf(token));
  if (room.ended && !holder) return await noSuchRoom();
  if (holder && holder.kind !== "voter") return refused("not-yours", "This token is a presenter's.");
  const voter = holder?.voter ?? (await store.join(room.code, hashOf(token)));
  if (voter === "full") return refused("not-now", "This room is full.");
  return own(
    200,
    { format: "sle-room-joined/1", voter },
    { "Set-Cookie": cookieFor(request, room.code, "voter", token) },
  );
}

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(["PUT"]);
export const PUT = holding(put);

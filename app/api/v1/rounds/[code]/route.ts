import { STATEMENT } from "../../../../../lib/explain/statement.ts";
import { writtenCode } from "../../../../../lib/rounds/code.ts";
import { otherMethods } from "../../_http/answer.ts";
import type { Asked } from "../../_http/body.ts";
import { holding, noSuchRoom, notForeign, own, type RoomParameters, roomAt, roomFor } from "../_server/handling.ts";
import { newToken } from "../_server/tokens.ts";
import { cookieFor, holderOf, tokenOf } from "../_server/whose.ts";

/**
 * What somebody reads before joining. The answer brings a browser its token, so that joining, sent twice because the
 * first answer was lost, is joining once.
 */
async function get(request: Asked, address: RoomParameters): Promise<Response> {
  const { room, store, hub } = await roomAt(request, address);
  const { code, plan, ended } = room;
  const voter = await holderOf({ store, hub }, request, code, "voter");
  if (ended && !voter) return await noSuchRoom();
  const token = tokenOf(request, "voter") ?? newToken();
  const body = {
    format: "sle-room-door/1",
    statement: STATEMENT,
    code,
    written: writtenCode(code),
    title: plan.round.title,
    numbered: plan.round.numbered,
    joined: voter !== undefined,
  };
  // A presenter's own program, or one that brings the token with which it is going to join, has no use for a cookie.
  if (request.headers.get("authorization") !== null) return own(200, body);
  // Said each time, so that the browser keeps it as long as the room is used.
  return own(200, body, { "Set-Cookie": cookieFor(request, code, "voter", token) });
}

/** Erases the room now, with everything in it. */
async function erase(request: Asked, address: RoomParameters): Promise<Response> {
  notForeign(request);
  const { room, store } = await roomFor(request, address, "presenter");
  await store.erase(room.code);
  return new Response(null, { status: 204 });
}

export const { POST, PUT, PATCH, OPTIONS } = otherMethods(["GET", "DELETE"]);
export const GET = holding(get);
export const DELETE = holding(erase);

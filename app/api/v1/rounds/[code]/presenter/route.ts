import { otherMethods } from "../../../_http/answer.ts";
import { holding, notForeign, own, type RoomParameters, roomFor } from "../../_server/handling.ts";
import { cookieFor, tokenOf } from "../../_server/whose.ts";

/** Makes this browser a presenter's, by the token of a host link. */
async function put(request: Request, address: RoomParameters): Promise<Response> {
  notForeign(request);
  const { room } = await roomFor(request, address, "presenter");
  const token = tokenOf(request, "presenter") ?? "";
  return own(
    200,
    { format: "sle-room-hosted/1", code: room.code },
    { "Set-Cookie": cookieFor(request, room.code, "presenter", token) },
  );
}

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(["PUT"]);
export const PUT = holding(put);

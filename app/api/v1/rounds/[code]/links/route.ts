import { otherMethods } from "../../../_http/answer.ts";
import { holding, notForeign, own, type RoomParameters, roomFor } from "../../_server/handling.ts";
import { hashOf, newToken } from "../../_server/tokens.ts";

/** A new token for a host link, with which another window or a second presenter can take control. */
async function post(request: Request, address: RoomParameters): Promise<Response> {
  notForeign(request);
  const { room, store } = await roomFor(request, address, "presenter");
  const token = newToken();
  await store.admit(room.code, hashOf(token));
  return own(201, { format: "sle-host-link/1", code: room.code, token });
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["POST"]);
export const POST = holding(post);

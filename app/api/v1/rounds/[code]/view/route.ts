import { definitions } from "../../../../../../criteria/index.ts";
import { view } from "../../../../../../lib/rounds/view.ts";
import { identity } from "../../../../../../scripts/identity.ts";
import { otherMethods } from "../../../_http/answer.ts";
import type { Asked } from "../../../_http/body.ts";
import { lookingAs } from "../../_server/as.ts";
import { holding, own, type RoomParameters, refused, roomFor } from "../../_server/handling.ts";

/** The whole view of whoever asks, for windows that cannot hold a stream. */
async function get(request: Asked, address: RoomParameters): Promise<Response> {
  const { room, hub, store, holder } = await roomFor(request, address, lookingAs(request));
  if (holder.kind === "presenter") await store.presenterSeen(room.code, Date.now());
  const known = await hub.known(room.code);
  return known ? own(200, view(known, holder, definitions, identity)) : refused("no-such-room", "The room was erased.");
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET"]);
export const GET = holding(get);

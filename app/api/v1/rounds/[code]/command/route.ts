import { commanded } from "../../../../../../lib/rounds/room.ts";
import { commandSchema } from "../../../../../../lib/rounds/sent.ts";
import { otherMethods } from "../../../_http/answer.ts";
import {
  holding,
  jsonOf,
  notForeign,
  own,
  type RoomParameters,
  refusal,
  refused,
  roomFor,
} from "../../_server/handling.ts";

const MOST_BYTES = 2000;

/** Carries out what a presenter pressed. Sent twice, it is carried out once. */
async function put(request: Request, address: RoomParameters): Promise<Response> {
  notForeign(request);
  const { room: found, store } = await roomFor(request, address, "presenter");
  const read = commandSchema.safeParse(await jsonOf(request, MOST_BYTES));
  if (!read.success) {
    return refused("round-not-readable", `This is no command: ${read.error.issues[0]?.message ?? "it has no kind"}.`);
  }
  for (let room = found; ; ) {
    const done = commanded(room, read.data, Date.now());
    if ("refused" in done) return refusal(done);
    if (done.room === room || (await store.replace(done.room))) {
      return own(200, { format: "sle-room-done/1", version: done.room.version });
    }
    // Another presenter was faster: what was pressed is judged by what is there now.
    const now = await store.room(room.code);
    if (!now) return refused("no-such-room", "The room was erased.");
    room = now;
  }
}

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods(["PUT"]);
export const PUT = holding(put);

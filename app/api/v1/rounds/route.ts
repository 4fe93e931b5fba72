import { randomBytes } from "node:crypto";
import { definitions } from "../../../../criteria/index.ts";
import { practice } from "../../../../criteria/practice/index.ts";
import { CODE_BYTES, newCode, writtenCode } from "../../../../lib/rounds/code.ts";
import { planOf } from "../../../../lib/rounds/plan.ts";
import { newRoom } from "../../../../lib/rounds/room.ts";
import { type PreparedRound, roundSchema } from "../../../../lib/rounds/round.ts";
import { MOST_ROOMS } from "../../../../lib/rounds/store.ts";
import { identity } from "../../../../scripts/identity.ts";
import { otherMethods } from "../_http/answer.ts";
import { holding, jsonOf, notForeign, own, refused, rooms } from "./_server/handling.ts";
import { hashOf, newToken } from "./_server/tokens.ts";
import { cookieFor } from "./_server/whose.ts";

/** A prepared round with its case and notes. */
const MOST_BYTES = 500_000;
const schema = roundSchema(definitions);

/** Opens a room for a prepared round. The token in the answer is the presenter's, and is given this once. */
async function post(request: Request): Promise<Response> {
  notForeign(request);
  const { store } = await rooms();
  const read = schema.safeParse(await jsonOf(request, MOST_BYTES));
  if (!read.success) {
    const [first] = read.error.issues;
    const where = first?.path.join(".") ?? "";
    return refused("round-not-readable", `${where ? `${where}: ` : ""}${first?.message ?? "This is no round."}`);
  }
  const planned = planOf(read.data as PreparedRound, definitions, practice.misreadings, identity);
  if ("why" in planned) return refused("round-not-readable", planned.why);
  if (!(await store.makePlace(MOST_ROOMS, Date.now()))) {
    return refused("rooms-full", `All ${MOST_ROOMS.toLocaleString("en-US")} rooms are in use. Try again later.`);
  }
  const token = newToken();
  for (;;) {
    const code = newCode(randomBytes(CODE_BYTES));
    try {
      await store.create(newRoom(code, planned.plan, Date.now()), hashOf(token));
      const body = { format: "sle-room-opened/1", code, written: writtenCode(code), token };
      return own(201, body, {
        Location: `/api/v1/rounds/${code}`,
        "Set-Cookie": cookieFor(request, code, "presenter", token),
      });
    } catch (thrown) {
      // By its name: the store may be of another bundle, with a class of its own.
      if (!(thrown instanceof Error) || thrown.name !== "CodeTaken") throw thrown;
    }
  }
}

/** Whether rooms can be kept here; a problem says why not. */
async function get(request: Request): Promise<Response> {
  notForeign(request);
  await rooms();
  return own(200, { format: "sle-rounds/1" });
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET", "POST"]);
export const GET = holding(get);
export const POST = holding(post);

import { definitions } from "../../../../../../criteria/index.ts";
import { roundCsv, roundExport } from "../../../../../../lib/rounds/export.ts";
import { identity } from "../../../../../../scripts/identity.ts";
import { otherMethods } from "../../../_http/answer.ts";
import { holding, own, type RoomParameters, refused, roomFor } from "../../_server/handling.ts";

/** The whole round in one file, `?as=csv` or JSON, for its presenter. */
async function get(request: Request, address: RoomParameters): Promise<Response> {
  const { room, hub } = await roomFor(request, address, "presenter");
  const known = await hub.known(room.code);
  if (!known) return refused("no-such-room", "The room was erased.");
  const results = roundExport(known.room, known.votes, known.joined, definitions, identity);
  if (new URL(request.url).searchParams.get("as") !== "csv") return own(200, results);
  return new Response(roundCsv(known.room, results), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="round-${known.room.code}.csv"`,
      "Cache-Control": "no-store",
    },
  });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET"]);
export const GET = holding(get);

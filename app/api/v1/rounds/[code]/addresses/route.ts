import { networkInterfaces } from "node:os";
import { isOnlyHere } from "../../../../../../lib/rounds/address.ts";
import { otherMethods } from "../../../_http/answer.ts";
import { holding, own, type RoomParameters, refused, roomFor } from "../../_server/handling.ts";

/**
 * The addresses of this machine, for a presenter who sits at it: a page that was opened as localhost leads no phone
 * anywhere. Nobody who came by another name is told them.
 */
async function get(request: Request, address: RoomParameters): Promise<Response> {
  await roomFor(request, address, "presenter");
  const host = request.headers.get("host") ?? "";
  if (!URL.canParse(`http://${host}`)) return refused("not-yours", "The request names no host.");
  const { hostname, port } = new URL(`http://${host}`);
  if (!isOnlyHere(hostname)) {
    return refused("not-yours", "The addresses of the machine are told only to a presenter who sits at it.");
  }
  const origins = Object.values(networkInterfaces())
    .flatMap((several) => several ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map((one) => `http://${one.address}${port ? `:${port}` : ""}`);
  return own(200, { format: "sle-addresses/1", origins: [...new Set(origins)] });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET"]);
export const GET = holding(get);

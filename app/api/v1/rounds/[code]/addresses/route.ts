import { networkInterfaces } from "node:os";
import { AT_THE_MACHINE } from "../../../../../../lib/rounds/address.ts";
import { otherMethods } from "../../../_http/answer.ts";
import { holding, own, type RoomParameters, refused, roomFor } from "../../_server/handling.ts";

/**
 * The addresses of this machine, for a presenter who sits at it: a page that was opened as localhost leads no phone
 * anywhere. Nobody who came over the network is told them, nor anybody where the operator names the address of the app.
 */
async function get(request: Request, address: RoomParameters): Promise<Response> {
  await roomFor(request, address, "presenter");
  const port = request.headers.get(AT_THE_MACHINE);
  if (port === null || process.env["PUBLIC_ORIGIN"]) {
    return refused("not-yours", "The addresses of the machine are told only to a presenter who sits at it.");
  }
  const origins = Object.values(networkInterfaces())
    .flatMap((several) => several ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4")
    .map((one) => `http://${one.address}${port === "80" ? "" : `:${port}`}`);
  return own(200, { format: "sle-addresses/1", origins: [...new Set(origins)] });
}

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET"]);
export const GET = holding(get);

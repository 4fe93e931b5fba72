import type { Asked } from "../../_http/body.ts";
import type { Kind } from "./whose.ts";

/** As what a window looks at a room: `?as=presenter`, `?as=screen`, or else as a voter. */
export function lookingAs(request: Asked): Kind {
  const said = new URL(request.url).searchParams.get("as");
  return said === "presenter" || said === "screen" ? said : "voter";
}

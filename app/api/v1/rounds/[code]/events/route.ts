import { otherMethods } from "../../../_http/answer.ts";
import type { Asked } from "../../../_http/body.ts";
import { lookingAs } from "../../_server/as.ts";
import { holding, type RoomParameters, roomFor } from "../../_server/handling.ts";

/** A window that took nothing for so long, in bytes waiting to be sent, has vanished. */
const MOST_WAITING = 1_000_000;

/** The view of whoever asks, sent anew whenever it changes, as server-sent events. */
async function get(request: Asked, address: RoomParameters): Promise<Response> {
  const { room, hub, holder } = await roomFor(request, address, lookingAs(request));
  const encoder = new TextEncoder();
  let disconnect = () => {};
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const finish = () => {
          disconnect();
          try {
            controller.close();
          } catch {
            // It was closed from the other end already.
          }
        };
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) < -MOST_WAITING) return finish();
          try {
            controller.enqueue(encoder.encode(text));
          } catch {
            disconnect();
          }
        };
        disconnect = hub.connect(room.code, {
          role: holder,
          send: (text) => write(text === "beat" ? "event: beat\ndata:\n\n" : `event: view\ndata: ${text}\n\n`),
          end: () => {
            write("event: erased\ndata:\n\n");
            finish();
          },
        });
        request.signal.addEventListener("abort", finish, { once: true });
        if (request.signal.aborted) finish();
      },
      cancel: () => disconnect(),
    },
    { highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0 },
  );
  return new Response(stream, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Neither kept nor compressed nor gathered on the way: what is gathered arrives late or never.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

export const dynamic = "force-dynamic";
export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET"]);
export const GET = holding(get);

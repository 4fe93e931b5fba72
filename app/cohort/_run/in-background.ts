import { FAILED } from "../../_components/thread.ts";
import type { Asked, Said } from "./answer.ts";

/** Asks a thread of its own about a file. Returns the way to stop it at once, after which nothing is heard. */
export function inBackground(asked: Asked, hear: (said: Said) => void): () => void {
  const failed: Said = { kind: "fault", fault: { message: FAILED } };
  // Where there are no threads of this kind, the page reads by itself.
  if (typeof Worker === "undefined") {
    let isStopped = false;
    const hearUnlessStopped = (said: Said) => {
      if (!isStopped) hear(said);
    };
    void import("./answer.ts")
      .then(({ answer }) => answer(asked, hearUnlessStopped))
      .catch(() => hearUnlessStopped(failed));
    return () => {
      isStopped = true;
    };
  }
  const thread = new Worker(new URL("./cohort-worker.ts", import.meta.url));
  thread.addEventListener("message", ({ data }: MessageEvent<Said>) => {
    if (data.kind !== "reached") thread.terminate();
    hear(data);
  });
  thread.addEventListener("error", (event) => {
    event.preventDefault();
    thread.terminate();
    hear(failed);
  });
  thread.postMessage(asked);
  return () => thread.terminate();
}

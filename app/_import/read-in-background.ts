import type { InView } from "../../lib/fhir/import/in-view.ts";
import { refusedReview } from "../../lib/reading/review.ts";
import type { Asked } from "./import-worker.ts";
import type { Imported, Input } from "./read-import.ts";

/**
 * Reads an import in a thread of its own. Stopping the signal ends the thread at once, whatever it is doing, and the
 * promise then never settles: nobody waits for it any more.
 */
export async function readInBackground(input: Input, signal: AbortSignal, inView?: InView): Promise<Imported> {
  // Where there are no threads of this kind, the page reads by itself.
  if (typeof Worker === "undefined") return (await import("./read-import.ts")).readImport(input, inView);
  const worker = new Worker(new URL("./import-worker.ts", import.meta.url));
  const { promise, resolve } = Promise.withResolvers<Imported>();
  signal.addEventListener("abort", () => worker.terminate(), { once: true });
  worker.addEventListener("message", ({ data }: MessageEvent<Imported>) => {
    resolve(data);
    worker.terminate();
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    resolve({ kind: "review", review: refusedReview(FAILED) });
    worker.terminate();
  });
  worker.postMessage({ input, inView } satisfies Asked);
  return promise;
}

const FAILED = "It could not be read on this device; there may be too little memory for it.";

import type { InView } from "../../lib/fhir/import/in-view.ts";
import { refusedReview } from "../../lib/reading/review.ts";
import { askThread, FAILED } from "../_components/thread.ts";
import type { Asked } from "./import-worker.ts";
import type { Imported, Input } from "./read-import.ts";

/**
 * Reads an import in a thread of its own. Stopping the signal ends the thread at once, whatever it is doing, and the
 * promise then never settles: nobody waits for it any more.
 */
export async function readInBackground(input: Input, signal: AbortSignal, inView?: InView): Promise<Imported> {
  const failed: Imported = { kind: "review", review: refusedReview(FAILED) };
  // Where there are no threads of this kind, the page reads by itself.
  if (typeof Worker === "undefined") {
    const { readImport } = await import("./read-import.ts");
    return readImport(input, inView).catch(() => failed);
  }
  const asked: Asked = { input, inView };
  return askThread(new Worker(new URL("./import-worker.ts", import.meta.url)), asked, signal, failed);
}

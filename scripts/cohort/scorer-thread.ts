/** A thread that scores the parts of a cohort which it is given, in their order. */
import { parentPort, workerData } from "node:worker_threads";
import type { Layout } from "../../lib/cohort/columns.ts";
import { scoring } from "./scorers.ts";

const score = scoring((workerData as { readonly layout: Layout }).layout);

parentPort?.on("message", (bytes: Uint8Array) => {
  const scored = score(bytes);
  // The memory goes over and is not copied.
  const moved = [scored.bytes, scored.output, scored.part.ids].map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(scored, moved);
});
parentPort?.postMessage("ready");

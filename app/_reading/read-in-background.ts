import { LONGEST_TEXT } from "../../lib/reading/longest-text.ts";
import { refusedReview } from "../../lib/reading/review.ts";
import type { Brought, ReadText } from "./read-brought.ts";

/**
 * Reads a text in a thread of its own; what is longer than any letter is refused before anything of it is read.
 * Stopping the signal ends the thread at once, and the promise then never settles: nobody waits for it any more.
 */
export async function readInBackground(brought: Brought, signal: AbortSignal): Promise<ReadText> {
  const why = tooLong(brought);
  if (why) return { text: "", review: refusedReview(why) };
  // Where there are no threads of this kind, the page reads by itself.
  if (typeof Worker === "undefined") return (await import("./read-brought.ts")).readBrought(brought);
  const worker = new Worker(new URL("./reading-worker.ts", import.meta.url));
  const { promise, resolve } = Promise.withResolvers<ReadText>();
  signal.addEventListener("abort", () => worker.terminate(), { once: true });
  worker.addEventListener("message", ({ data }: MessageEvent<ReadText>) => {
    resolve(data);
    worker.terminate();
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    resolve({ text: "", review: refusedReview(FAILED) });
    worker.terminate();
  });
  worker.postMessage(brought);
  return promise;
}

function tooLong(brought: Brought): string | undefined {
  // At most four bytes stand for one character.
  const is = typeof brought === "string" ? brought.length > LONGEST_TEXT : brought.size > LONGEST_TEXT * 4;
  if (!is) return undefined;
  const much = typeof brought === "string" ? `${sized(brought.length)} characters` : `${sized(brought.size)} bytes`;
  return `The text has ${much}, and no more than ${sized(LONGEST_TEXT)} characters are read. Take the part that is about this patient. Nothing was read.`;
}

const sized = (number: number): string => number.toLocaleString("en-US");

const FAILED = "It could not be read on this device; there may be too little memory for it.";

import { LONGEST_TEXT } from "../../lib/reading/longest-text.ts";
import { refusedReview } from "../../lib/reading/review.ts";
import { askThread, FAILED } from "../_components/thread.ts";
import type { Brought, ReadText } from "./read-brought.ts";

/**
 * Reads a text in a thread of its own; what is longer than any letter is refused before anything of it is read.
 * Stopping the signal ends the thread at once, and the promise then never settles: nobody waits for it any more.
 */
export async function readInBackground(brought: Brought, signal: AbortSignal): Promise<ReadText> {
  const why = tooLong(brought);
  if (why) return { text: "", review: refusedReview(why) };
  const failed: ReadText = { text: "", review: refusedReview(FAILED) };
  // Where there are no threads of this kind, the page reads by itself.
  if (typeof Worker === "undefined") {
    const { readBrought } = await import("./read-brought.ts");
    return readBrought(brought).catch(() => failed);
  }
  return askThread(new Worker(new URL("./reading-worker.ts", import.meta.url)), brought, signal, failed);
}

function tooLong(brought: Brought): string | undefined {
  // At most four bytes stand for one character.
  const is = typeof brought === "string" ? brought.length > LONGEST_TEXT : brought.size > LONGEST_TEXT * 4;
  if (!is) return undefined;
  const much = typeof brought === "string" ? `${sized(brought.length)} characters` : `${sized(brought.size)} bytes`;
  return `The text has ${much}, and no more than ${sized(LONGEST_TEXT)} characters are read. Take the part that is about this patient. Nothing was read.`;
}

const sized = (number: number): string => number.toLocaleString("en-US");

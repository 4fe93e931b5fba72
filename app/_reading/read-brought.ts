import { inTexts } from "../../criteria/in-texts.ts";
import { definitions } from "../../criteria/named.ts";
import { testsNotRead } from "../../criteria/tests-not-read.ts";
import { checked } from "../../lib/reading/checks.ts";
import { decoded } from "../../lib/reading/decoded.ts";
import { readText } from "../../lib/reading/read-text.ts";
import { type Review, refusedReview, reviewOfText } from "../../lib/reading/review.ts";
import { lastDay } from "../../lib/record/day.ts";

/** A text, or a file that may hold one. */
export type Brought = string | File;

/** What was read, and the text that it was read from; none is shown where nothing of it is a text. */
export interface ReadText {
  readonly text: string;
  readonly review: Review;
}

/** Reads a text on this device. It takes as long as the text is long: `readInBackground` does it off the page. */
export async function readBrought(brought: Brought): Promise<ReadText> {
  const content = typeof brought === "string" ? { text: brought } : decoded(await brought.bytes());
  if ("why" in content) return { text: "", review: refusedReview(content.why) };
  const { text } = content;
  const reading = readText(text, { definitions, notRead: testsNotRead, inTexts });
  return { text, review: checked(reviewOfText(text, reading), { definitions, today: lastDay(Date.now()) }) };
}

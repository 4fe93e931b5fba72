import { unread } from "../../../../../../lib/api/problem.ts";
import { SERVICE } from "../../../../../../lib/fhir/cds.ts";
import { NO_FEEDBACK, withFeedback } from "../../../../../../lib/fhir/cds-feedback.ts";
import { answer, answering, otherMethods, problemAnswer } from "../../../_http/answer.ts";
import { parsed, readJsonText } from "../../../_http/body.ts";

/** Feedback on many cards at once, each with a comment, is far shorter. */
const MOST_BYTES = 200_000;

/** Since the server was started; nothing is written anywhere. */
let counts = NO_FEEDBACK;

type Context = { readonly params: Promise<{ id: string }> };

async function whyNotHere({ params }: Context): Promise<Response | undefined> {
  const { id } = await params;
  return id === SERVICE ? undefined : problemAnswer(unread("not-found", `There is one service here: ${SERVICE}.`));
}

/** Counts what came of cards. Nothing else of the message is kept. */
async function post(request: Request, context: Context): Promise<Response> {
  const elsewhere = await whyNotHere(context);
  if (elsewhere) return elsewhere;
  const body = await readJsonText(request, MOST_BYTES);
  if ("refused" in body) return body.refused;
  const counted = withFeedback(counts, parsed(body.text));
  if ("why" in counted) return problemAnswer(unread("feedback-not-readable", counted.why));
  counts = counted.counts;
  return answer(200, counts);
}

/** The counts since the server was started. */
async function get(_: Request, context: Context): Promise<Response> {
  return (await whyNotHere(context)) ?? answer(200, counts);
}

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods(["GET", "POST"]);
export const GET = answering(get);
export const POST = answering(post);

import { definitions } from "../../../../../criteria/index.ts";
import { unread } from "../../../../../lib/api/problem.ts";
import { answerCall, cdsPlanOf, SERVICE } from "../../../../../lib/fhir/cds.ts";
import { lastDay } from "../../../../../lib/record/day.ts";
import { identity } from "../../../../../scripts/identity.ts";
import { answer, answering, otherMethods, problemAnswer } from "../../_http/answer.ts";
import { parsed, readJsonText } from "../../_http/body.ts";
import { publicOrigin } from "../../_http/public-origin.ts";

const plan = cdsPlanOf(definitions, identity);

/** A chart's laboratory values over years are longer than one record. */
const MOST_BYTES = 5_000_000;

/** Answers a call of the service with cards. Nothing of it is logged or kept. */
async function post(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  if (id !== SERVICE) return problemAnswer(unread("not-found", `There is one service here: ${SERVICE}.`));
  const body = await readJsonText(request, MOST_BYTES);
  if ("refused" in body) return body.refused;
  const called = parsed(body.text);
  const origin = publicOrigin(request);
  const today = lastDay(Date.now());
  let responded = answerCall(plan, called, origin, undefined, today);
  if (responded.kind === "needs-converter") {
    const { convertUcum } = await import("../../../../../lib/fhir/ucum.ts");
    responded = answerCall(plan, called, origin, convertUcum, today);
  }
  switch (responded.kind) {
    case "cards":
      return answer(200, { cards: responded.cards });
    case "prefetch-missing":
      return problemAnswer(unread("prefetch-missing", responded.why));
    case "unreadable":
      return problemAnswer(unread("hook-not-readable", responded.why));
    case "needs-converter":
      return problemAnswer(unread("hook-not-readable", "A unit could not be converted."));
  }
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["POST"]);
export const POST = answering(post);

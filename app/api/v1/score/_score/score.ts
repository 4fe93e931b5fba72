import { definitions } from "../../../../../criteria/index.ts";
import { scorePlanOf, scoreText } from "../../../../../lib/api/score.ts";
import { lastDay } from "../../../../../lib/record/day.ts";
import { identity } from "../../../../../scripts/identity.ts";
import { type Answer, answerOf } from "../../_http/answer.ts";
import { type Asked, readJsonText } from "../../_http/body.ts";

const plan = scorePlanOf(definitions, identity);

/** Scores one record. Nothing of it is logged or kept. */
export async function score(request: Asked): Promise<Answer | Response> {
  const read = await readJsonText(request);
  if ("refused" in read) return read.refused;
  const { status, body } = scoreText(plan, read.text, lastDay(Date.now()));
  return answerOf(status, body, status === 200 ? "application/json" : "application/problem+json");
}

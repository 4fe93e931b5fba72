import { answering, otherMethods } from "../_http/answer.ts";
import { score } from "./_score/score.ts";

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods(["POST"]);
export const POST = answering(score);

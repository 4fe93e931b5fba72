import { type Problem, problem } from "../../../../lib/api/problem.ts";
import type { Asked } from "./body.ts";

/**
 * Any origin may call: the interface has no account, no cookie and nothing to protect but what the caller sends.
 * Said on every answer, errors included, so that a program in a browser can read why.
 */
export const CORS = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers": "ETag",
} as const;

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** JSON as the command line prints it, to the byte. */
export function written(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** An answer whose text is at hand. The front door sends it as it is: a Response would be taken apart again. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** An answer that depends on what was sent, and is not to be kept. */
export function answerOf(status: number, body: unknown, type = "application/json"): Answer {
  return { status, headers: { ...CORS, "Content-Type": type, "Cache-Control": "no-store" }, text: written(body) };
}

const responseOf = ({ text, ...init }: Answer): Response => new Response(text, init);

export function answer(status: number, body: unknown, type?: string): Response {
  return responseOf(answerOf(status, body, type));
}

export function problemAnswer(body: Problem): Response {
  return answer(body.status, body, "application/problem+json");
}

/**
 * A handler that answers also when something is thrown. Left to itself, Next prints what was thrown, in whose message
 * what was sent may stand; the caller is told no more than that it happened.
 */
export function answering<Sent extends Asked, Rest extends readonly unknown[]>(
  handle: (request: Sent, ...rest: Rest) => Promise<Answer | Response>,
): (request: Sent, ...rest: Rest) => Promise<Response> {
  return async (request, ...rest) => {
    const answer = await orUnexpected(handle(request, ...rest));
    return answer instanceof Response ? answer : responseOf(answer);
  };
}

export const orUnexpected = (answer: Promise<Answer | Response>): Promise<Answer | Response> =>
  answer.catch(() =>
    problemAnswer(problem("unexpected", "The request could not be answered. Nothing of it was kept.")),
  );

type Handler = (request: Request) => Response;

/**
 * Handlers for every method: `OPTIONS` says which are taken, and each refuses. A route exports its own in place of
 * those that it takes.
 */
export function otherMethods(taken: readonly Method[]): Readonly<Record<Method | "OPTIONS", Handler>> {
  const allow = [...taken, ...(taken.includes("GET") ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Handler = ({ method }) => {
    const response = problemAnswer(problem("method-not-allowed", `${method} is not taken here; taken: ${allow}.`));
    response.headers.set("Allow", allow);
    return response;
  };
  const headers = {
    ...CORS,
    Allow: allow,
    "Access-Control-Allow-Methods": allow,
    "Access-Control-Allow-Headers": "Content-Type, If-None-Match, Authorization",
    "Access-Control-Max-Age": "86400",
  };
  return {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: () => new Response(null, { status: 204, headers }),
  };
}

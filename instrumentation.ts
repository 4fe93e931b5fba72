import type { Asked } from "./app/api/v1/_http/body.ts";

const room = (rest: string): RegExp => new RegExp(`^/api/v1/rounds/(?<code>[^/]+)${rest}$`);

/**
 * The addresses that are answered before Next (docs/decisions/0021): a score, and what each phone of a round asks. Each
 * by the handler that its route exports.
 */
const ANSWERED_HERE = [
  {
    method: "POST",
    path: /^\/api\/v1\/score$/,
    load: async () => {
      const { score } = await import("./app/api/v1/score/_score/score.ts");
      const { orUnexpected } = await import("./app/api/v1/_http/answer.ts");
      return (request: Asked) => orUnexpected(score(request));
    },
  },
  { method: "GET", path: room(""), load: async () => (await import("./app/api/v1/rounds/[code]/route.ts")).GET },
  {
    method: "PUT",
    path: room("/voter"),
    load: async () => (await import("./app/api/v1/rounds/[code]/voter/route.ts")).PUT,
  },
  {
    method: "GET",
    path: room("/events"),
    load: async () => (await import("./app/api/v1/rounds/[code]/events/route.ts")).GET,
  },
  {
    method: "GET",
    path: room("/view"),
    load: async () => (await import("./app/api/v1/rounds/[code]/view/route.ts")).GET,
  },
  {
    method: "PUT",
    path: room("/votes/(?<question>[^/]+)/(?<ballot>[^/]+)"),
    load: async () => (await import("./app/api/v1/rounds/[code]/votes/[question]/[ballot]/route.ts")).PUT,
  },
] as const;

/**
 * Next runs this once, before the server answers anything, however it was started. The development server stays as it
 * is: who develops wants to see what is printed, and sends nobody's data.
 */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const { keepDoor } = await import("./scripts/front-door.ts");
  keepDoor(ANSWERED_HERE);
  const { sweepFromTheStart } = await import("./app/api/v1/rounds/_server/kept-store.ts");
  sweepFromTheStart();
}

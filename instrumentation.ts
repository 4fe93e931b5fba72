/**
 * Next runs this once, before the server answers anything, however it was started. The development server stays as it
 * is: who develops wants to see what is printed, and sends nobody's data.
 */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const { keepDoor } = await import("./scripts/front-door.ts");
  keepDoor([
    {
      method: "POST",
      path: /^\/api\/v1\/score$/,
      load: async () => {
        const { score } = await import("./app/api/v1/score/_score/score.ts");
        const { orUnexpected } = await import("./app/api/v1/_http/answer.ts");
        return (request) => orUnexpected(score(request));
      },
    },
    {
      method: "GET",
      path: /^\/api\/v1\/rounds\/([^/]+)\/events$/,
      load: async () => {
        const { GET } = await import("./app/api/v1/rounds/[code]/events/route.ts");
        return (request, code) => GET(request, { params: Promise.resolve({ code }) });
      },
    },
  ]);
  const { sweepFromTheStart } = await import("./app/api/v1/rounds/_server/kept-store.ts");
  sweepFromTheStart();
}

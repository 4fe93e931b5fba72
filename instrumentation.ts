/**
 * Next runs this once, before the server answers anything, however it was started. The development server stays as it
 * is: who develops wants to see what is printed, and sends nobody's data.
 */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const { keepDoor } = await import("./scripts/front-door.ts");
  keepDoor();
  const { sweepFromTheStart } = await import("./app/api/v1/rounds/_server/kept-store.ts");
  sweepFromTheStart();
}

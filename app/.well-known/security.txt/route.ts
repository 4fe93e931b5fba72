import { NO_SECURITY_TEXT, operatorFrom, securityText } from "../../../lib/api/operator.ts";

/** Asked for each time: it says until when it may be relied on. */
export const dynamic = "force-dynamic";

/** `security.txt`, RFC 9116. Its own address is said only where the operator says it: never what a request claims. */
export function GET(): Response {
  const origin = process.env["PUBLIC_ORIGIN"];
  const text = securityText(operatorFrom(process.env), origin && new URL(origin).origin, Date.now());
  return new Response(text ?? NO_SECURITY_TEXT, {
    status: text === undefined ? 404 : 200,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

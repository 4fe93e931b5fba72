/** What a page may do in the browser, said once for the server's configuration and for the build. */
import { recordServers } from "../lib/fhir/record-servers.ts";

/**
 * The Content-Security-Policy. Scripts run only from our own files or when their
 * hash is listed. Inline styles stay allowed, because server-rendered bars carry
 * their length in a style attribute; with every fetch limited to this origin, a
 * style has nowhere to send anything.
 *
 * `connect` names origins beside this one that a page may ask.
 */
export function contentSecurityPolicy(inlineScripts: readonly string[], connect: readonly string[] = []): string {
  return [
    "default-src 'self'",
    ...(connect.length > 0 ? [["connect-src 'self'", ...connect].join(" ")] : []),
    ["script-src 'self'", ...inlineScripts.map((hash) => `'${hash}'`)].join(" "),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

/** Other origins that single pages may ask: the page that an electronic record opens, the servers that it is set up for. */
export const connections: Readonly<Record<string, readonly string[]>> = {
  "/launch": recordServers(process.env["NEXT_PUBLIC_SMART_SERVERS"]),
};

const off = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "identity-credentials-get",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "publickey-credentials-get",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/** Headers of every answer. A page's own policy, with its hashes, replaces the one here (see seal.ts). */
export const securityHeaders = [
  { key: "Content-Security-Policy", value: contentSecurityPolicy([]) },
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: off.map((feature) => `${feature}=()`).join(", ") },
];

/** Who asks: by the cookie of a room in a browser, by a bearer token in a program. Nothing else is known of anybody. */
import type { Holder } from "../../../../../lib/rounds/store.ts";
import type { KeptRooms } from "./kept-rooms.ts";
import { hashOf, isToken } from "./tokens.ts";

export type Kind = Holder["kind"];

const cookieName = (kind: Kind) => `sle-${kind}`;

/** The token that a request brings for a kind of window; undefined where it brings none. */
export function tokenOf(request: Request, kind: Kind): string | undefined {
  const [scheme, bearer = ""] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() === "bearer" && isToken(bearer)) return bearer;
  const wanted = `${cookieName(kind)}=`;
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((one) => one.trim());
  const token = cookies.find((one) => one.startsWith(wanted))?.slice(wanted.length) ?? "";
  return isToken(token) ? token : undefined;
}

/** The cookie of one room: scripts cannot read it, other sites cannot send it, and it goes with the room. */
export function cookieFor(request: Request, code: string, kind: Kind, token: string): string {
  const secure = isSecure(request) ? "; Secure" : "";
  return `${cookieName(kind)}=${token}; Path=/api/v1/rounds/${code}; Max-Age=172800; HttpOnly; SameSite=Strict${secure}`;
}

function isSecure(request: Request): boolean {
  return request.headers.get("x-forwarded-proto") === "https" || new URL(request.url).protocol === "https:";
}

/** As what the request may look at a room: what it asks for, where it holds the right. A presenter may be a screen. */
export async function holderOf(
  { store }: KeptRooms,
  request: Request,
  code: string,
  kind: Kind,
): Promise<Holder | undefined> {
  const kinds: readonly Kind[] = kind === "screen" ? ["screen", "presenter"] : [kind];
  for (const each of kinds) {
    const token = tokenOf(request, each);
    const holder = token === undefined ? undefined : await store.holder(code, hashOf(token));
    if (!holder || !kinds.includes(holder.kind)) continue;
    return kind === "screen" ? { kind } : holder;
  }
  return undefined;
}

/**
 * Whether a request that changes something may have been made by a page of another site. A browser says where its
 * request comes from; a program says nothing and has no cookies to lend.
 */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin === null) return request.headers.get("sec-fetch-site") === "cross-site";
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  const own = [request.headers.get("host"), request.headers.get("x-forwarded-host"), operatorsHost()];
  return !own.includes(host);
}

function operatorsHost(): string | null {
  const said = process.env["PUBLIC_ORIGIN"];
  return said && URL.canParse(said) ? new URL(said).host : null;
}

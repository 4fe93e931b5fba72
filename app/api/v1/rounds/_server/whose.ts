/** Who asks: by the cookie of a room in a browser, by a bearer token in a program. Nothing else is known of anybody. */
import type { Holder } from "../../../../../lib/rounds/store.ts";
import type { Role } from "../../../../../lib/rounds/view.ts";
import type { Asked } from "../../_http/body.ts";
import type { KeptRooms } from "./kept-rooms.ts";
import { hashOf, isToken } from "./tokens.ts";

/** As what somebody looks at a room. The screen shows what a presenter opened there: it has no token of its own. */
export type Kind = Role["kind"];
type Held = Holder["kind"];

const cookieName = (kind: Held) => `sle-${kind}`;

/** The token that a request brings for a kind of window; undefined where it brings none. */
export function tokenOf(request: Asked, kind: Held): string | undefined {
  const [scheme, bearer = ""] = (request.headers.get("authorization") ?? "").split(" ");
  if (scheme?.toLowerCase() === "bearer" && isToken(bearer)) return bearer;
  const wanted = `${cookieName(kind)}=`;
  const cookies = (request.headers.get("cookie") ?? "").split(";").map((one) => one.trim());
  const token = cookies.find((one) => one.startsWith(wanted))?.slice(wanted.length) ?? "";
  return isToken(token) ? token : undefined;
}

/** How long a browser keeps it, in seconds: longer than any course, since a room lives as long as something happens. */
const COOKIE_AGE = 30 * 24 * 60 * 60;

/** The cookie of one room: scripts cannot read it, other sites cannot send it, and it is sent to that room alone. */
export function cookieFor(request: Asked, code: string, kind: Held, token: string): string {
  const secure = isSecure(request) ? "; Secure" : "";
  return `${cookieName(kind)}=${token}; Path=/api/v1/rounds/${code}; Max-Age=${COOKIE_AGE}; HttpOnly; SameSite=Strict${secure}`;
}

/** Whether the browser came by https, as far as a proxy says so, or the operator of the name by which it came. */
function isSecure(request: Asked): boolean {
  const operators = publicOrigin();
  return (
    firstOf(request, "x-forwarded-proto") === "https" ||
    new URL(request.url).protocol === "https:" ||
    (operators?.protocol === "https:" &&
      (hostsOf(request).includes(operators.host) || request.headers.get("origin") === operators.origin))
  );
}

/** Of several proxies, what the first said: it is the one that the browser spoke with. */
function firstOf(request: Asked, header: string): string {
  const [first = ""] = (request.headers.get(header) ?? "").split(",");
  return first.trim().toLowerCase();
}

/** The names by which a request may have come. */
function hostsOf(request: Asked): readonly string[] {
  return [firstOf(request, "host"), firstOf(request, "x-forwarded-host")].filter((host) => host !== "");
}

function publicOrigin(): URL | undefined {
  const said = process.env["PUBLIC_ORIGIN"];
  return said && URL.canParse(said) ? new URL(said) : undefined;
}

/** As what the request may look at a room: what it asks for, where it holds the right. A presenter may be a screen. */
export async function holderOf(
  { store }: KeptRooms,
  request: Asked,
  code: string,
  kind: Kind,
): Promise<Role | undefined> {
  const held = kind === "screen" ? "presenter" : kind;
  const token = tokenOf(request, held);
  const holder = token === undefined ? undefined : await store.holder(code, hashOf(token));
  if (holder?.kind !== held) return undefined;
  return kind === "screen" ? { kind } : holder;
}

/** Whether the request holds any right to a room. */
export async function isKnown({ store }: KeptRooms, request: Asked, code: string): Promise<boolean> {
  for (const kind of ["voter", "presenter"] as const) {
    const token = tokenOf(request, kind);
    if (token !== undefined && (await store.holder(code, hashOf(token)))) return true;
  }
  return false;
}

/**
 * Whether a request that changes something may have been made by a page of another site. A browser says where its
 * request comes from; a program says nothing and has no cookies to lend. Over https a browser also says itself whether
 * that is the same site, which holds whatever name a proxy asks the app under.
 */
export function isForeign(request: Asked): boolean {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (site === "same-origin") return false;
  if (origin === null) return site !== null && site !== "none";
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return ![...hostsOf(request), publicOrigin()?.host].includes(host);
}

/** Addresses of a room: where phones join, and where control is taken over. Codes and secrets stand behind the #, which is never sent. */
import { readCode } from "./code.ts";

/** What stands behind the # of an address of a room: its code, and in a host link the secret after a dot. */
export interface RoomFragment {
  readonly code: string;
  readonly token?: string;
}

/** Reads the fragment of an address, with or without its #. Undefined where it names no room. */
export function readFragment(hash: string): RoomFragment | undefined {
  const [written = "", token] = hash.replace(/^#/, "").split(".");
  const code = readCode(decoded(written));
  if (code === undefined) return undefined;
  return token ? { code, token } : { code };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Where phones join a room. */
export const joinAddress = (origin: string, code: string): string => `${origin}/join#${code}`;

/** Where a presenter's page is. */
export const presenterAddress = (code: string): string => `/rounds/present#${code}`;

/** Makes whoever opens it a presenter of the room. */
export const hostLink = (origin: string, code: string, token: string): string =>
  `${origin}${presenterAddress(code)}.${token}`;

/**
 * The header by which the front door tells a route that the request came over no network, with the port at which it
 * arrived. What a request itself says there is taken away at the door.
 */
export const AT_THE_MACHINE = "x-sle-at-the-machine";

/** Whether a host name leads to the machine on which it is asked, so that no other can open it. */
export function isOnlyHere(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$/g, "");
  return /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|0\.0\.0\.0|::1?)$/.test(name);
}

import { text } from "./resources.ts";

/**
 * What a reference of FHIR names. Two references name the same resource only when all of it is the same: "#p" is local
 * to the resource that contains it, and Patient/1 of one server is not Patient/1 of another.
 */
export type Reference =
  | { readonly kind: "resource"; readonly base: string | undefined; readonly type: string; readonly id: string }
  | { readonly kind: "contained"; readonly id: string }
  | { readonly kind: "urn"; readonly urn: string }
  | { readonly kind: "other"; readonly words: string };

const ID = "[A-Za-z0-9\\-.]{1,64}";
const RESOURCE = new RegExp(`^(?:(https?://[^?#]+?)/)?([A-Z][A-Za-z]+)/(${ID})(?:/_history/${ID})?/?$`, "i");

/**
 * Reads a reference. A relative one is on the server that the bundle names for the resource that holds it (`fullUrl`),
 * as FHIR says; where it names none, the server is not known. A version does not make another resource, and neither does
 * a slash at the end of an address. An id cannot hold a percent sign, so that nothing is decoded in it: Patient/%31 is not Patient/1.
 */
export function readReference(reference: unknown, fullUrl?: string): Reference | undefined {
  const words = text(reference)?.trim();
  if (words === undefined) return undefined;
  if (words.startsWith("#")) return { kind: "contained", id: words.slice(1) };
  if (/^urn:/i.test(words)) return { kind: "urn", urn: /^urn:uuid:/i.test(words) ? words.toLowerCase() : words };
  const [, base, type, id] = RESOURCE.exec(words) ?? [];
  // The names of resources are case-sensitive, as their ids are; the name of a server is not.
  if (type === undefined || id === undefined || !/^[A-Z]/.test(type)) return { kind: "other", words };
  if (base !== undefined) return { kind: "resource", base: serverOf(base), type, id };
  return words.endsWith("/") ? { kind: "other", words } : { kind: "resource", base: baseOf(fullUrl), type, id };
}

/** The server on which a bundle says that a resource is. */
export function baseOf(fullUrl: string | undefined): string | undefined {
  const [, base] = RESOURCE.exec(fullUrl?.trim() ?? "") ?? [];
  return base === undefined ? undefined : serverOf(base);
}

/** The address of a server as it is compared: by http or https it is the same, and so it is with a slash at its end. */
export function serverOf(address: string): string {
  const trimmed = plainLetters(address.trim());
  if (!URL.canParse(trimmed)) return trimmed;
  const { host, pathname, protocol } = new URL(trimmed);
  const port = protocol === "http:" ? /:443$/ : /:80$/;
  return host.replace(port, "") + pathname.replace(/\/+$/, "");
}

/** In an address of a server, letters that need not be written as %41 are the same when they are. */
function plainLetters(words: string): string {
  return words.replaceAll(/%([0-9a-f]{2})/gi, (written, code: string) => {
    const letter = String.fromCharCode(Number.parseInt(code, 16));
    return /[A-Za-z0-9\-._~]/.test(letter) ? letter : written;
  });
}

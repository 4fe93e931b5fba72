import type { SleRecord } from "../../criteria/types.ts";
import type { Issue } from "../record/issues.ts";
import { LONGEST_RECORD, parseRecordText, type RecordFormat } from "../record/parse.ts";
import { crc32 } from "./crc32.ts";
import { deflate, inflate } from "./deflate.ts";
import { plainFragment } from "./fragment.ts";

/** The version that this app writes and reads. */
const VERSION = 1;

/** What a link holds. Anything but a record loads nothing. */
export type Opened =
  | { readonly kind: "record"; readonly record: SleRecord }
  /** Cut off or changed on the way. */
  | { readonly kind: "damaged" }
  /** Whole, but in a version of the link that this app does not write any more, or not yet. */
  | { readonly kind: "older" | "newer"; readonly version: number }
  /** Whole, but the record in it has errors, such as a finding that this app does not know. */
  | { readonly kind: "refused"; readonly issues: readonly Issue[] };

/**
 * The whole record as the fragment of an address, without the `#`: `r1.BODY.CHECK`. BODY is the record's JSON,
 * deflated, in base64url; CHECK is the CRC-32 of everything before its dot. A fragment is never sent to a server.
 * Later versions keep the first and last part, so that an app can tell a newer link from a damaged one.
 */
export async function shareFragment(record: SleRecord): Promise<string> {
  const body = toBase64Url(await deflate(JSON.stringify(record)));
  const checked = `r${VERSION}.${body}`;
  return `${checked}.${crc32(checked)}`;
}

/**
 * Opens a fragment, with or without its `#`, whatever became of it on the way as long as its checksum holds: percent
 * codes, broken lines, and what stands behind it, such as the dot that ends a sentence.
 */
export async function openFragment(fragment: string, format: RecordFormat): Promise<Opened> {
  const [, checked = "", digits = "", body = "", check] =
    /^(r(\d+)\.([\w-]*))\.([0-9a-f]{8})/.exec(plainFragment(fragment)) ?? [];
  if (check === undefined || crc32(checked) !== check) return { kind: "damaged" };
  const version = Number(digits);
  if (version !== VERSION) return { kind: version < VERSION ? "older" : "newer", version };
  const text = await textOf(body);
  if (text === undefined) return { kind: "damaged" };
  const { record, issues } = parseRecordText(text, format);
  return record ? { kind: "record", record } : { kind: "refused", issues };
}

async function textOf(body: string): Promise<string | undefined> {
  try {
    // A character of UTF-16 takes three bytes of UTF-8 at most.
    return await inflate(fromBase64Url(body), LONGEST_RECORD * 3);
  } catch {
    return undefined;
  }
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

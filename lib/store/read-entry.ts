import { error, type Issue, shown } from "../record/issues.ts";
import { isObject } from "../record/plain-object.ts";
import type { Saves } from "./saves.ts";

/** What lies in one place of the device's storage. What cannot be read is kept as it is and never written over. */
export type ReadEntry<Value> =
  | { readonly kind: "read"; readonly value: Value; readonly saves?: Saves }
  /** Written by a later version of the app. */
  | { readonly kind: "newer"; readonly format: string }
  | { readonly kind: "unreadable"; readonly issues: readonly Issue[] };

/**
 * Reads JSON whose `format` is this one, such as "sle-stored/1", and the saves that it holds. A higher number is of a
 * later version.
 */
export function readEntry<Value>(
  json: { readonly value: unknown } | { readonly issue: Issue },
  accepted: string,
  read: (value: object) => { readonly value: Value } | { readonly issues: readonly Issue[] },
): ReadEntry<Value> {
  if ("issue" in json) return { kind: "unreadable", issues: [json.issue] };
  const { saves, ...value } = isObject(json.value) ? json.value : {};
  const format = value["format"];
  if (format !== accepted) {
    return isLater(format, accepted)
      ? { kind: "newer", format }
      : { kind: "unreadable", issues: [strangeFormat(format, accepted)] };
  }
  try {
    const found = read(value);
    if (!("value" in found)) return { kind: "unreadable", ...found };
    // Saves that are none say nothing, and are no reason to lose what was saved.
    return { kind: "read", ...found, ...(areSaves(saves) && { saves: lastOf(saves) }) };
  } catch {
    // Whatever lies there, it must not take the page down.
    const message = `Read something of the format "${accepted}" that cannot be used. It was kept as it is.`;
    return { kind: "unreadable", issues: [error("malformed", "", message)] };
  }
}

/** Whether a format, such as "sle-stored/2", is of a later version than the one that is accepted. */
export function isLater(format: unknown, accepted: string): format is string {
  const [name, number] = accepted.split("/");
  const [itsName, itsNumber] = typeof format === "string" ? format.split("/") : [];
  return itsName === name && /^[1-9]\d{0,8}$/.test(itsNumber ?? "") && Number(itsNumber) > Number(number);
}

function strangeFormat(format: unknown, accepted: string): Issue {
  return error("malformed", "format", `Read ${shown(format)}; accepted: "${accepted}". It was kept as it is.`);
}

function areSaves(value: unknown): value is Saves {
  return isObject(value) && Object.values(value).every((count) => Number.isSafeInteger(count));
}

/** Sittings that are remembered; those in which nothing was saved for longest are forgotten first. */
const MOST_SITTINGS = 20;

const lastOf = (saves: Saves): Saves => Object.fromEntries(Object.entries(saves).slice(-MOST_SITTINGS));

import type { Issue } from "../record/issues.ts";
import { parseJson, parseRecord, type RecordFormat } from "../record/parse.ts";
import { isObject } from "../record/plain-object.ts";
import { readEntry } from "./read-entry.ts";
import type { Saves } from "./saves.ts";
import { STORED_FORMAT, type StoredPatient } from "./write-stored.ts";

/** One patient's place in the device's storage. What cannot be read is kept as it is and never written over. */
export type ReadStored =
  | { readonly kind: "patient"; readonly patient: StoredPatient }
  /** Written by a later version of the app. */
  | { readonly kind: "newer"; readonly format: string }
  | { readonly kind: "unreadable"; readonly issues: readonly Issue[] };

/** Reads what `writeStored` wrote, in this or another version of the app. */
export function readStored(text: string, format: RecordFormat): ReadStored {
  const entry = readEntry<StoredPatient>(parseJson(text), STORED_FORMAT, (value) => {
    const parsed = parseRecord(format, Reflect.get(value, "record"));
    if (!parsed.record) return { issues: parsed.issues };
    const saved: unknown = Reflect.get(value, "saved");
    const begun: unknown = Reflect.get(value, "begun");
    const saves: unknown = Reflect.get(value, "saves");
    return {
      value: {
        record: parsed.record,
        // An instant that is none says nothing, and is no reason to lose a patient.
        saved: isInstant(saved) ? saved : "",
        ...(isInstant(begun) && { begun }),
        ...(areSaves(saves) && { saves: Object.fromEntries(Object.entries(saves).slice(-MOST_SITTINGS)) }),
      },
    };
  });
  return entry.kind === "read" ? { kind: "patient", patient: entry.value } : entry;
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

/** Sittings that are remembered; those in which nothing was saved for longest are forgotten first. */
const MOST_SITTINGS = 20;

function areSaves(value: unknown): value is Saves {
  return isObject(value) && Object.values(value).every((count) => Number.isSafeInteger(count));
}

import type { Issue } from "../record/issues.ts";
import { parseJson, parseRecord, type RecordFormat } from "../record/parse.ts";
import { readEntry } from "./read-entry.ts";
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
    return {
      value: {
        record: parsed.record,
        // An instant that is none says nothing, and is no reason to lose a patient.
        saved: isInstant(saved) ? saved : "",
        ...(isInstant(begun) && { begun }),
      },
    };
  });
  if (entry.kind !== "read") return entry;
  return { kind: "patient", patient: { ...entry.value, ...(entry.saves && { saves: entry.saves }) } };
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && !Number.isNaN(Date.parse(value));
}

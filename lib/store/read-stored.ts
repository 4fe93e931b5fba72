import { type Issue, shown } from "../record/issues.ts";
import { type Parsed, parseJson } from "../record/parse.ts";
import { STORED_FORMAT, type StoredPatient } from "./write-stored.ts";

/** What lies in one place of the device's storage. What cannot be read is kept as it is and never written over. */
export type ReadStored =
  | { readonly kind: "patient"; readonly patient: StoredPatient }
  /** Written by a later version of the app. */
  | { readonly kind: "newer"; readonly format: string }
  | { readonly kind: "unreadable"; readonly issues: readonly Issue[] };

/** Reads what `writeStored` wrote, in this or another version of the app. */
export function readStored(text: string, parse: (input: unknown) => Parsed): ReadStored {
  const json = parseJson(text);
  if ("issue" in json) return { kind: "unreadable", issues: [json.issue] };
  const { format, saved, record } = fieldsOf(json.value);
  if (format !== STORED_FORMAT) {
    const later = typeof format === "string" && /^sle-stored\/[2-9]\d*$|^sle-stored\/1\d+$/.test(format);
    return later ? { kind: "newer", format } : { kind: "unreadable", issues: [strangeFormat(format)] };
  }
  const parsed = parse(record);
  if (!parsed.record) return { kind: "unreadable", issues: parsed.issues };
  return { kind: "patient", patient: { record: parsed.record, saved: typeof saved === "string" ? saved : "" } };
}

function fieldsOf(value: unknown): { format?: unknown; saved?: unknown; record?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}

function strangeFormat(format: unknown): Issue {
  return {
    severity: "error",
    code: "malformed",
    path: "format",
    message: `Read ${shown(format)}; accepted: "${STORED_FORMAT}". It was kept as it is.`,
  };
}

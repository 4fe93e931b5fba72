import { shown } from "../../record/issues.ts";
import { firstFlaw } from "../../record/json.ts";
import { isTooDeep } from "../../record/json-depth.ts";
import { type Json, object, short } from "./resources.ts";

/** Characters that an import may have. */
export const LONGEST_IMPORT = 25_000_000;

/** The JSON object that a text holds, or why it is none that is read. */
export function parse(input: string): { readonly root: Json } | { readonly why: string } {
  if (input.length > LONGEST_IMPORT) return { why: "It is longer than 25 million characters." };
  const start = input.trimStart().slice(0, 1);
  if (start === "<") return { why: "It looks like XML or HTML; accepted: FHIR R4 as JSON." };
  if (isTooDeep(input)) return { why: "Lists and objects are nested deeper than FHIR ever nests them." };
  const plain = input.replace(/^\uFEFF/, "");
  // JSON.parse would say less of what is wrong, and would drop the first of two values without a word.
  const flaw = firstFlaw(plain);
  if (flaw?.repeated) return { why: `${shown(flaw.repeated.key)} is given twice, at ${short(flaw.repeated.path)}.` };
  if (flaw) return { why: `It is not valid JSON: read ${flaw.read}; accepted: FHIR R4 as JSON.` };
  const root = object(JSON.parse(plain));
  return root ? { root } : { why: "It is JSON, but no FHIR resource." };
}

/** Why no resource is in what was read. */
export function emptyBecause(root: Json): string {
  if (root["resourceType"] === "Bundle") return "The Bundle has no resources.";
  return "It is no FHIR resource: there is no resourceType.";
}

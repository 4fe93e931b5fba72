import { shown } from "../../record/issues.ts";
import { firstFlaw } from "../../record/json.ts";
import { isTooDeep } from "../../record/json-depth.ts";
import { withRoundedAsText } from "../../record/rounded-numbers.ts";
import { type Json, object, short, text } from "./resources.ts";

/** Characters that an import may have. */
export const LONGEST_IMPORT = 25_000_000;

/** The JSON object that a text holds, or why it is none that is read. */
export function parse(input: string): { readonly root: Json } | { readonly why: string } {
  if (input.length > LONGEST_IMPORT) return { why: "It is longer than 25 million characters." };
  const start = input.trimStart().slice(0, 1);
  if (start === "<") return { why: "It looks like XML or HTML; accepted: FHIR R4 as JSON." };
  if (isTooDeep(input)) return { why: "Lists and objects are nested deeper than FHIR ever nests them." };
  const plain = input.replace(/^\uFEFF/, "");
  const lines = plain.split("\n").filter((line) => line.trim() !== "");
  // Bulk exports have one resource a line. One resource on several lines has some that begin otherwise.
  if (lines.length > 1 && lines.every((line) => line.trimStart().startsWith("{"))) return bundleOf(lines.map(parseOne));
  return bundleOf([parseOne(plain)]);
}

type Parsed = { readonly root: unknown } | { readonly why: string };

function parseOne(json: string): Parsed {
  // JSON.parse would say less of what is wrong, and would drop the first of two values without a word.
  const flaw = firstFlaw(json);
  if (flaw?.repeated) return { why: `${shown(flaw.repeated.key)} is given twice, at ${short(flaw.repeated.path)}.` };
  if (flaw) return { why: `It is not valid JSON: read ${flaw.read}; accepted: FHIR R4 as JSON.` };
  return { root: JSON.parse(withRoundedAsText(json)) };
}

/** What was parsed, as one: a list of resources and resources of several lines are a Bundle of them. */
function bundleOf(parsed: readonly Parsed[]): { readonly root: Json } | { readonly why: string } {
  const [position, refused] = [...parsed.entries()].find(([, one]) => "why" in one) ?? [];
  if (refused && "why" in refused) {
    return { why: parsed.length > 1 ? `Resource ${(position ?? 0) + 1}: ${refused.why}` : refused.why };
  }
  const roots = parsed.flatMap((one) => ("root" in one ? one.root : []));
  const resources = roots.map(object).filter((one) => one?.["resourceType"] !== undefined);
  const [only] = roots;
  if (roots.length === 1 && object(only)) return { root: object(only) ?? {} };
  if (resources.length < roots.length || resources.length === 0) return { why: "It is JSON, but no FHIR resource." };
  return { root: { resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) } };
}

/** Why no resource is in what was read. */
export function emptyBecause(root: Json): string {
  const kind = text(root["resourceType"]);
  if (kind !== undefined) return `The ${short(kind, 40)} has no resources.`;
  return "It is no FHIR resource: there is no resourceType.";
}

import { definitions } from "../../criteria/named.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { reviewOfImport } from "../../lib/fhir/import/as-review.ts";
import { importPlanOf, readImport as readBundle } from "../../lib/fhir/import/import.ts";
import { LONGEST_IMPORT } from "../../lib/fhir/import/import-text.ts";
import type { InView } from "../../lib/fhir/import/in-view.ts";
import { type ImportReport, nothingRead } from "../../lib/fhir/import/report.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { checked } from "../../lib/reading/checks.ts";
import type { Review } from "../../lib/reading/review.ts";
import { lastDay } from "../../lib/record/day.ts";
import { error, shown } from "../../lib/record/issues.ts";
import { firstFlaw } from "../../lib/record/json.ts";
import { isTooDeep } from "../../lib/record/json-depth.ts";
import { LONGEST_RECORD, type Parsed, recordFormatOf } from "../../lib/record/parse.ts";
import { withRoundedAsText } from "../../lib/record/rounded-numbers.ts";

/** What is read: a file, a text, or resources that are already apart. */
export type Input = File | string | Readonly<Record<string, unknown>>;

/** Facts to confirm, or a whole record that was saved as FHIR before. */
export type Imported =
  | { readonly kind: "review"; readonly review: Review }
  | { readonly kind: "record"; readonly record: SleRecord };

const plan = importPlanOf(definitions);
const format = recordFormatOf(definitions);

/** Reads an import on this device. It takes as long as the input is long: `readInBackground` does it off the page. */
export async function readImport(input: Input, inView?: InView): Promise<Imported> {
  const content = input instanceof File ? await textOfFile(input) : input;
  const form = typeof content === "string" ? readFormResponse(content) : undefined;
  if (form?.record) return { kind: "record", record: form.record };
  const today = lastDay(Date.now());
  const report = form ? nothingRead(form.issues) : await reportOf(content, today, inView);
  return { kind: "review", review: checked(reviewOfImport(report), { definitions, today }) };
}

/** What converts units is loaded only when one has to be converted. */
async function reportOf(
  content: Exclude<Input, File>,
  today: string,
  inView: InView | undefined,
): Promise<ImportReport> {
  const report = readBundle(plan, content, undefined, today, inView);
  if (!report.needsConverter) return report;
  const { convertUcum } = await import("../../lib/fhir/ucum.ts");
  return readBundle(plan, content, convertUcum, today, inView);
}

/** The text of a file; one that is too long in bytes is not even loaded. */
async function textOfFile(file: File): Promise<string> {
  // At most four bytes stand for one character.
  return file.size > LONGEST_IMPORT * 4 ? " ".repeat(LONGEST_IMPORT + 1) : await file.text();
}

/** The record in a QuestionnaireResponse to one of our Questionnaires; undefined when the text is none. */
function readFormResponse(text: string): Parsed | undefined {
  // The same record is longer as FHIR; what is longer still is a Bundle or nothing of ours.
  if (text.length > LONGEST_RECORD * 5 || isTooDeep(text)) return undefined;
  try {
    const root: unknown = JSON.parse(withRoundedAsText(text));
    const isResponse =
      typeof root === "object" && root !== null && Reflect.get(root, "resourceType") === "QuestionnaireResponse";
    if (!isResponse) return undefined;
    // Of two values under one name JSON.parse would keep the last without a word.
    const repeated = firstFlaw(text.replace(/^\uFEFF/, ""))?.repeated;
    if (!repeated) return readResponse(root, definitions, format);
    const message = `${shown(repeated.key)} is given twice, at ${repeated.path}. Nothing was read.`;
    return { issues: [error("malformed", repeated.path, message)] };
  } catch {
    return undefined;
  }
}

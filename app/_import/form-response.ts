import type { SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { isTooDeep } from "../../lib/api/depth.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { response } from "../../lib/fhir/response.ts";
import { LONGEST_RECORD, type Parsed, recordParser } from "../../lib/record/parse.ts";
import { version } from "../../package.json";
import { download } from "../_record/download.ts";

const parse = recordParser(definitions);

/** The record in a QuestionnaireResponse to one of our Questionnaires; undefined when the text is none. */
export function readFormResponse(text: string): Parsed | undefined {
  // The same record is longer as FHIR; what is longer still is a Bundle or nothing of ours.
  if (text.length > LONGEST_RECORD * 5 || isTooDeep(text)) return undefined;
  try {
    const root: unknown = JSON.parse(text);
    const isResponse =
      typeof root === "object" && root !== null && Reflect.get(root, "resourceType") === "QuestionnaireResponse";
    return isResponse ? readResponse(root, definitions, parse) : undefined;
  } catch {
    return undefined;
  }
}

/** Saves the record as a QuestionnaireResponse, of which nothing is lost. */
export function downloadFormResponse(record: SleRecord): void {
  const written = response(record, definitions, version, { authored: new Date().toISOString() });
  download(`${JSON.stringify(written, null, 2)}\n`, "sle-record.fhir.json");
}

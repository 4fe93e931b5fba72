import { definitions } from "../../criteria/core.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { response } from "../../lib/fhir/response.ts";
import { version } from "../../package.json";
import { download } from "../_components/download.ts";

/** Saves the record as a QuestionnaireResponse, of which nothing is lost. */
export function downloadFormResponse(record: SleRecord): void {
  const written = response(record, definitions, version, { authored: new Date().toISOString() });
  download(`${JSON.stringify(written, null, 2)}\n`, "sle-record.fhir.json");
}

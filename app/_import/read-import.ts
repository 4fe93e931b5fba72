import { definitions } from "../../criteria/without-examples.ts";
import { importer, LONGEST_IMPORT } from "../../lib/fhir/import/import.ts";
import type { ImportReport } from "../../lib/fhir/import/report.ts";

const read = importer(definitions);

/** Reads a bundle on this device. What converts units is loaded only when one has to be converted. */
export async function readImport(input: string | Readonly<Record<string, unknown>>): Promise<ImportReport> {
  const report = read(input);
  if (!report.needsConverter) return report;
  const { convertUcum } = await import("../../lib/fhir/ucum.ts");
  return read(input, convertUcum);
}

/** The text of a file; one that is too long in bytes is not even loaded. */
export async function textOfFile(file: File): Promise<string> {
  // At most four bytes stand for one character.
  return file.size > LONGEST_IMPORT * 4 ? " ".repeat(LONGEST_IMPORT + 1) : await file.text();
}

import type { NamedDefinitions } from "../../criteria/types.ts";
import { askedCodes, codeQuestions } from "./asked-codes.ts";

/** What is asked of a FHIR server about a patient: the results that a test or finding names, and the diagnoses. */
export function chartQueries(definitions: NamedDefinitions, patient: string): readonly string[] {
  const subject = `patient=${encodeURIComponent(patient)}`;
  return [
    ...codeQuestions(askedCodes(definitions)).map(
      (codes) => `Observation?${subject}&code=${encodeURIComponent(codes)}&_count=200`,
    ),
    `Condition?${subject}&_count=200`,
  ];
}

import type { NamedDefinitions, NamedLabTest } from "../../criteria/types.ts";
import { SYSTEMS } from "./names.ts";

/** What is asked of a FHIR server about a patient: the results that a test or finding names, and the diagnoses. */
export function chartQueries({ tests, findings }: NamedDefinitions, patient: string): readonly string[] {
  const coded = [...(Object.values(tests) as NamedLabTest[]), ...Object.values(findings)].flatMap(
    ({ codes }) => codes ?? [],
  );
  const loinc = new Set(coded.filter(({ system }) => system === "loinc").map(({ code }) => code));
  const codes = [...loinc].map((code) => `${SYSTEMS.loinc}|${code}`).join(",");
  const subject = `patient=${encodeURIComponent(patient)}`;
  return [`Observation?${subject}&code=${encodeURIComponent(codes)}&_count=200`, `Condition?${subject}&_count=200`];
}

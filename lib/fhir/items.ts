import type { Coding, Extension, QuestionnaireItem } from "@medplum/fhirtypes";
import type { ReferenceCode } from "../../criteria/types.ts";
import { CALCULATED, ITEM_CONTROL, LINK, SYSTEMS } from "./names.ts";

/** An extension that holds a FHIRPath expression, named when others refer to it. */
export function expression(url: string, text: string, name?: string): Extension {
  return { url, valueExpression: { ...(name && { name }), language: "text/fhirpath", expression: text } };
}

/** A read-only item that a renderer computes. */
export function calculated(linkId: string, text: string, type: "decimal" | "boolean", path: string): QuestionnaireItem {
  return { linkId, text, type, readOnly: true, extension: [expression(CALCULATED, path)] };
}

/** Help beside a question, which renderers show behind a button. */
export function helpItem(parent: string, text: string): QuestionnaireItem {
  const coding = { system: "http://hl7.org/fhir/questionnaire-item-control", code: "help", display: "Help-Button" };
  return {
    linkId: LINK.part(parent, "help"),
    type: "display",
    text,
    extension: [{ url: ITEM_CONTROL, valueCodeableConcept: { coding: [coding] } }],
  };
}

/**
 * The codes that were read in a published source, as FHIR writes them. ICD-10 is left out: it sorts diagnoses into
 * classes wider than a question, so that a code of it can propose an answer and cannot name what is asked.
 */
export function codings(codes: readonly ReferenceCode[]): Coding[] {
  return codes
    .filter(({ checked, system }) => checked !== "from-memory" && system !== "icd10")
    .map(({ system, code }) => ({ system: SYSTEMS[system], code }));
}

export function options(system: string, choices: Readonly<Record<string, string>>): { valueCoding: Coding }[] {
  return Object.entries(choices).map(([code, display]) => ({ valueCoding: { system, code, display } }));
}

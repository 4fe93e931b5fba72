import { readReference } from "./reference.ts";
import { type Json, object, objects, text } from "./resources.ts";

/** What a result can be about beside a patient, as FHIR R4 names it. */
const NO_PATIENT =
  /^(Device|Group|Location|Medication|Organization|Practitioner|PractitionerRole|Procedure|RelatedPerson|Specimen|Substance)$/;

/** The kind of thing that a resource is about, when it is no patient. */
export function kindOfSubject(resource: Json): string | undefined {
  const { reference, type } = object(resource["subject"]) ?? {};
  const named = readReference(reference);
  if (named?.kind === "contained") {
    const inside = objects(resource["contained"]).find(({ id }) => id === named.id);
    const kind = text(inside?.["resourceType"]);
    if (kind !== undefined && kind !== "Patient") return kind;
  }
  const kinds = [text(type), named?.kind === "resource" ? named.type : undefined];
  return kinds.find((kind) => kind !== undefined && NO_PATIENT.test(kind));
}

/**
 * Why a result or diagnosis must not be read as this patient's, if so. FHIR says that a resource with a modifier or
 * with rules that the reader does not know may mean the opposite of what it seems to.
 */
export function whyNotRead(resource: Json): string | undefined {
  if (objects(resource["modifierExtension"]).length > 0 || text(resource["implicitRules"])) {
    return "it carries a modifier that is not known here and may turn its meaning round";
  }
  const { resourceType, subject, patient } = resource;
  if (patient !== undefined && (resourceType === "Observation" || resourceType === "Condition")) {
    return "it is not FHIR R4: it names its patient as `patient`, and R4 as `subject`";
  }
  if (resourceType !== undefined && subject !== undefined && !object(subject)) {
    return "it is not FHIR R4: its subject is not one reference";
  }
  if (objects(resource["focus"]).length > 0) return "it says that it is about something beside the patient (focus)";
  const other = kindOfSubject(resource);
  return other && `it is about something that is no patient (${other})`;
}

/** What a resource is about, in words, when that is not known to be a patient: only a patient may be meant. */
export function otherSubject(resource: Json): string | undefined {
  const subject = resource["subject"];
  if (subject === undefined) return undefined;
  const kind = kindOfSubject(resource);
  if (kind !== undefined) return kind;
  const { reference, type } = object(subject) ?? {};
  const named = readReference(reference);
  const kinds = [text(type), named?.kind === "resource" ? named.type : undefined];
  return kinds.find((one) => one !== undefined && one !== "Patient");
}

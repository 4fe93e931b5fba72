/**
 * A patient made up for this project, as an electronic record would export her: results of several laboratories and
 * years, in several units, with what such exports also hold.
 */
const loinc = (code: string, display: string) => ({
  coding: [{ system: "http://loinc.org", code, display }],
  text: display,
});
const ucum = (value: number, unit: string, shown = unit) => ({
  value,
  unit: shown,
  system: "http://unitsofmeasure.org",
  code: unit,
});
const subject = { reference: "Patient/p1" };
const flag = (code: string) => [
  { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation", code }] },
];

let count = 0;
function observation(code: object, date: string, rest: object) {
  count += 1;
  return {
    resourceType: "Observation",
    id: `o${count}`,
    status: "final",
    code,
    subject,
    effectiveDateTime: date,
    ...rest,
  };
}
function condition(code: string, system: string, display: string, rest: object = {}) {
  count += 1;
  return {
    resourceType: "Condition",
    id: `c${count}`,
    subject,
    verificationStatus: {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "confirmed" }],
    },
    code: { coding: [{ system, code, display }], text: display },
    ...rest,
  };
}

const SNOMED = "http://snomed.info/sct";
const ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";

export const lupus = {
  resourceType: "Bundle",
  type: "collection",
  entry: [
    { resourceType: "Patient", id: "p1", name: [{ family: "Example", given: ["Made Up"] }], birthDate: "1990-01-01" },
    observation(loinc("5048-4", "ANA titer"), "2021-03-04T09:10:00+01:00", {
      valueRatio: { numerator: { value: 1 }, denominator: { value: 640 } },
      referenceRange: [{ text: "<1:80" }],
      interpretation: flag("H"),
    }),
    observation(loinc("6690-2", "Leukocytes"), "2021-03-04", {
      valueQuantity: ucum(3.1, "10*3/uL", "K/uL"),
      referenceRange: [{ low: ucum(4, "10*3/uL"), high: ucum(10, "10*3/uL") }],
      interpretation: flag("L"),
    }),
    observation(loinc("6690-2", "Leukocytes"), "2021-05-20", { valueQuantity: ucum(3.4, "10*9/L") }),
    observation(loinc("777-3", "Platelets"), "2021-03-04", { valueQuantity: ucum(84, "10*6/mL") }),
    observation(loinc("4485-9", "Complement C3"), "2021-03-04", {
      valueQuantity: ucum(62, "mg/dL"),
      referenceRange: [{ low: ucum(90, "mg/dL"), high: ucum(180, "mg/dL") }],
    }),
    observation(loinc("4498-2", "Complement C4"), "2021-03-04", {
      valueQuantity: ucum(0.05, "g/L"),
      referenceRange: [{ low: ucum(10, "mg/dL"), high: ucum(40, "mg/dL") }],
    }),
    observation(loinc("5130-0", "DNA double strand Ab"), "2021-03-04", {
      valueQuantity: ucum(95, "[IU]/mL"),
      referenceRange: [{ high: ucum(10, "[IU]/mL") }],
      method: { text: "Farr radioimmunoassay" },
    }),
    observation(loinc("11090-8", "Smith Ab"), "2021-03-04", {
      valueCodeableConcept: { text: "Positive" },
      interpretation: flag("POS"),
    }),
    observation(loinc("2889-4", "Protein 24 h urine"), "2021-03-10", { valueQuantity: ucum(820, "mg/d") }),
    observation(loinc("718-7", "Hemoglobin"), "2021-03-04", { valueQuantity: ucum(11.2, "g/dL") }),
    observation(loinc("718-7", "Hemoglobin"), "2021-05-20", { valueQuantity: ucum(11.9, "g/dL") }),
    {
      ...observation(loinc("777-3", "Platelets"), "2021-06-01", { valueQuantity: ucum(12, "10*9/L") }),
      status: "entered-in-error",
    },
    condition("95332009", SNOMED, "Rash of systemic lupus erythematosus", { onsetDateTime: "2020-11-02" }),
    condition("M25.50", ICD10, "Pain in unspecified joint"),
    condition("I10", ICD10, "Essential hypertension"),
    condition("91175000", SNOMED, "Seizure", {
      verificationStatus: {
        coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: "refuted" }],
      },
    }),
    { resourceType: "MedicationRequest", id: "m1", status: "active", intent: "order", subject },
  ].map((resource) => ({ fullUrl: `urn:example:${resource.id}`, resource })),
};

/** A made-up history of white cell counts, each on a day or with a value of its own: 350 characters for each. */
export function history(values: number, unit = "10*9/L"): string {
  const entry = Array.from({ length: values }, (_, n) => ({
    resource: {
      resourceType: "Observation",
      id: `o${n}`,
      status: "final",
      code: { coding: [{ system: "http://loinc.org", code: "6690-2" }], text: "Leukocytes" },
      valueQuantity: { value: 3 + (n % 70) / 10, code: unit, system: "http://unitsofmeasure.org" },
      effectiveDateTime: new Date(Date.UTC(2000, 0, 1 + (n % 5003))).toISOString(),
      note: [{ text: "x".repeat(40) }],
    },
  }));
  return JSON.stringify({ resourceType: "Bundle", type: "collection", entry });
}

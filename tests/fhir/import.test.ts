import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { hasRoomFor, heldIn, MOST_MEASUREMENTS, withConfirmed } from "../../lib/fhir/import/confirm.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { parseRecordText } from "../../lib/record/parse.ts";
import { assess, format } from "../support/assess.ts";
import { history } from "./bundles/history.ts";
import { lupus } from "./bundles/lupus.ts";

const read = readImport.bind(undefined, importPlanOf(definitions));

const LOINC = "http://loinc.org";
const UCUM = "http://unitsofmeasure.org";
const white = { coding: [{ system: LOINC, code: "6690-2" }], text: "Leukocytes" };
const observation = (rest: object) => ({ resourceType: "Observation", status: "final", code: white, ...rest });
const quantity = (value: unknown, code?: string) => ({ valueQuantity: { value, ...(code && { code, system: UCUM }) } });
const bundle = (...resources: unknown[]) =>
  JSON.stringify({ resourceType: "Bundle", type: "collection", entry: resources.map((resource) => ({ resource })) });
const readOne = (rest: object) => read(bundle(observation(rest)), convertUcum);

function measurements(text: string) {
  return read(text, convertUcum).proposals.flatMap((one) => (one.kind === "measurement" ? [one.measurement] : []));
}

test("a realistic bundle proposes its results and diagnoses, with limits, units, dates and methods", () => {
  expect(measurements(JSON.stringify(lupus))).toEqual([
    { test: "ana-titer", value: 640, unit: "{titer}", high: 80, date: "2021-03-04" },
    { test: "white-cells", value: 3.1, unit: "10*3/uL", low: 4, high: 10, date: "2021-03-04" },
    { test: "white-cells", value: 3.4, unit: "10*9/L", date: "2021-05-20" },
    { test: "platelets", value: 84, unit: "10*9/L", date: "2021-03-04" },
    { test: "c3", value: 62, unit: "mg/dL", low: 90, high: 180, date: "2021-03-04" },
    { test: "c4", value: 0.05, unit: "g/L", low: 0.1, high: 0.4, date: "2021-03-04" },
    { test: "anti-dsdna", value: 95, unit: "[IU]/mL", high: 10, method: "farr", date: "2021-03-04" },
    { test: "urine-protein-24h", value: 0.82, unit: "g/(24.h)", date: "2021-03-10" },
  ]);
  const findings = read(JSON.stringify(lupus), convertUcum).proposals.filter(({ kind }) => kind === "finding");
  expect(findings).toMatchObject([
    { finding: "anti-sm", status: "present", date: "2021-03-04", original: expect.stringContaining("Smith Ab") },
    { finding: "malar-rash", status: "present", date: "2020-11-02" },
    { finding: "arthralgia", status: "present" },
  ]);
});

test("what was not understood is listed once, with why and how often", () => {
  const { notTaken } = read(JSON.stringify(lupus), convertUcum);
  const whys = new Map(notTaken.map(({ what, why, count }) => [what, `${why} (${count})`]));
  expect(whys.get("Hemoglobin")).toContain("no criterion asks for it, or its code is not known here (2)");
  expect(whys.get("Platelets")).toContain("status is entered-in-error");
  expect(whys.get("Seizure")).toContain("refuted");
  expect(whys.get("Essential hypertension")).toContain("no criterion asks");
  expect(whys.get("MedicationRequest")).toContain("only Observations and Conditions");
});

test("nothing counts before it is confirmed, and all laboratory values together give the engine's score", () => {
  const { proposals } = read(JSON.stringify(lupus), convertUcum);
  const values = proposals.filter(({ kind }) => kind === "measurement");
  expect(assess(EMPTY_RECORD).results?.["eular-acr-2019"]?.score.value).toBe(0);
  const record = withConfirmed(EMPTY_RECORD, values);
  // Thrombocytopenia 4, proteinuria 4, specific anti-dsDNA 6, and C3 and C4 low 4.
  expect(assess(record).results?.["eular-acr-2019"]?.score.value).toBe(18);
  expect(values.every(heldIn(record))).toBe(true);
  expect(withConfirmed(record, values)).toEqual(record);
});

test("the unit converter is asked for only when a unit is not the test's own", () => {
  expect(read(bundle(observation(quantity(3.2, "10*9/L")))).needsConverter).toBe(false);
  const without = read(bundle(observation(quantity(3.2, "10*6/mL"))));
  expect(without).toMatchObject({ needsConverter: true, proposals: [], notTaken: [] });
});

test("a value without a unit, or with one that cannot be converted, is listed and not taken", () => {
  for (const [rest, why] of [
    [quantity(3.2), "there is no unit"],
    [{ valueInteger: 3 }, "there is no unit"],
    [quantity(3.2, "mg/dL"), "cannot be converted"],
    [quantity(3.2, "1"), "not a UCUM unit of this test"],
    [quantity(3.2, "cells/uL"), "not believable in this unit: 3.2 cells/uL"],
    [{ valueQuantity: { value: 3.2, unit: "M/uL" } }, "cannot be converted"],
    [{ valueQuantity: { value: 3.2, unit: "normal" } }, "cannot be converted"],
    [{ valueQuantity: { value: 3.2, unit: "per field of view" } }, "not a UCUM unit of this test"],
    [quantity("3.2", "10*9/L"), "not a number"],
    [quantity(3200, "10*9/L"), "not believable"],
    [{ valueString: "low" }, "not one that can be read"],
    [{ dataAbsentReason: { text: "clotted" } }, "clotted"],
    [{ valueRatio: { numerator: { value: 1 }, denominator: { value: 4 } } }, "not a titer"],
  ] as const) {
    const report = readOne(rest);
    expect(report.proposals, why).toEqual([]);
    expect(report.notTaken.map((one) => one.why).join(), why).toContain(why);
  }
});

test("comparators are kept where a record has them, and not weakened where it has not", () => {
  const compared = (comparator: string) =>
    readOne({ valueQuantity: { value: 0.5, comparator, code: "10*9/L", system: UCUM } });
  expect(compared("<").proposals).toMatchObject([{ measurement: { value: 0.5, comparator: "<" } }]);
  expect(compared("<=").notTaken).toMatchObject([{ why: expect.stringContaining("comparator <=") }]);
});

test("titers are read from ratios and from text, and from nothing else", () => {
  const titer = (rest: object) =>
    measurements(
      bundle({
        resourceType: "Observation",
        status: "final",
        code: { coding: [{ system: LOINC, code: "5048-4" }] },
        ...rest,
      }),
    );
  const ratio = (numerator: number, denominator: number) => ({
    valueRatio: { numerator: { value: numerator }, denominator: { value: denominator } },
  });
  expect(titer(ratio(1, 320))).toMatchObject([{ value: 320, unit: "{titer}" }]);
  expect(titer({ valueString: "<1:40" })).toMatchObject([{ value: 40, comparator: "<" }]);
  expect(titer(ratio(2, 320))).toEqual([]);
  expect(titer({ valueString: "1:160 cytoplasmic" })).toEqual([]);
  expect(titer(quantity(160, "10*9/L"))).toEqual([]);
});

test("values of one day that differ are both shown with a remark, and one that is there twice is shown once", () => {
  const at = (value: number) => observation({ ...quantity(value, "10*9/L"), effectiveDateTime: "2024-01-01" });
  const { proposals } = read(bundle(at(3.1), at(9.8), at(3.1)));
  expect(proposals).toHaveLength(2);
  for (const { remarks } of proposals) expect(remarks.join()).toContain("another value of the same day");
});

const V3 = "http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation";
const flags = (...codes: string[]) => codes.map((code) => ({ coding: [{ system: V3, code }] }));
const ofTest = (code: string, rest: object) =>
  read(bundle(observation({ code: { coding: [{ system: LOINC, code }] }, ...rest })), convertUcum);
const saying = ({ proposals }: ReturnType<typeof read>) =>
  proposals.map((one) => (one.kind === "finding" ? `${one.finding} ${one.status}` : one.measurement.test));

test("a flag low or high is the finding only where a criterion asks for the laboratory's limit and none was sent", () => {
  const c3 = (rest: object) => ofTest("4485-9", { ...quantity(62, "mg/dL"), ...rest });
  expect(saying(c3({ interpretation: flags("L") }))).toEqual(["c3", "low-c3 present"]);
  expect(saying(c3({ interpretation: flags("LL") }))).toEqual(["c3", "low-c3 present"]);
  const low = { referenceRange: [{ low: { value: 90 } }] };
  expect(saying(c3({ interpretation: flags("L"), ...low }))).toEqual(["c3"]);
  for (const flag of ["A", "AA", "N", "H", "<", "D"])
    expect(saying(c3({ interpretation: flags(flag) })), flag).toEqual(["c3"]);
  expect(saying(ofTest("4485-9", { interpretation: flags("L") }))).toEqual(["low-c3 present"]);
  // A fixed number decides these, whatever the laboratory's range is.
  for (const code of ["6690-2", "777-3", "731-0"]) {
    expect(saying(ofTest(code, { ...quantity(3.1, "10*9/L"), interpretation: flags("L") })), code).toHaveLength(1);
  }
  // Not in a method's own finding, nor at twice the limit, nor at a percentile.
  const dsdna = ofTest("5130-0", { ...quantity(95, "[IU]/mL"), interpretation: flags("H") });
  expect(saying(dsdna)).toEqual(["anti-dsdna", "anti-dsdna present"]);
});

test("what a flag proposes is no laboratory value, so that it is confirmed by itself, and counts nowhere before", () => {
  const { proposals } = ofTest("4485-9", { ...quantity(62, "mg/dL"), interpretation: flags("L") });
  expect(proposals[1]).toMatchObject({
    kind: "finding",
    remarks: [expect.stringContaining("Only the laboratory's flag")],
  });
  const values = withConfirmed(
    EMPTY_RECORD,
    proposals.filter(({ kind }) => kind === "measurement"),
  );
  expect(assess(values).results?.["eular-acr-2019"]?.score.value).toBe(0);
  expect(assess(withConfirmed(values, proposals)).results?.["eular-acr-2019"]?.score.value).toBe(3);
});

test("a flag that does not fit the value and its limits is said, and changes neither", () => {
  const c3 = (rest: object) =>
    ofTest("4485-9", {
      ...quantity(95, "mg/dL"),
      referenceRange: [{ low: { value: 90 }, high: { value: 180 } }],
      ...rest,
    });
  expect(c3({ interpretation: flags("L") }).proposals[0]?.remarks.join()).toContain("do not agree");
  expect(c3({ interpretation: flags("H") }).proposals[0]?.remarks.join()).toContain("do not agree");
  expect(c3({ interpretation: flags("L", "H") }).proposals[0]?.remarks.join()).toContain("two ways at once");
  expect(saying(c3({ referenceRange: [], interpretation: flags("L", "N") }))).toEqual(["c3"]);
  expect(c3({ interpretation: flags("N") }).proposals[0]?.remarks).toEqual([
    "There is no date: undated values count as one occasion.",
  ]);
  const bare = c3({ referenceRange: [], interpretation: flags("A") });
  expect(bare.proposals[0]?.remarks.join()).toContain("neither low nor high");
});

test("positive and negative are read from codes of a known system only, and nothing in between", () => {
  const smith = (rest: object) => ofTest("11090-8", rest);
  expect(saying(smith({ interpretation: flags("POS") }))).toEqual(["anti-sm present"]);
  expect(saying(smith({ interpretation: flags("NEG") }))).toEqual(["anti-sm absent"]);
  const snomed = (code: string) => ({ valueCodeableConcept: { coding: [{ system: "http://snomed.info/sct", code }] } });
  expect(saying(smith(snomed("10828004")))).toEqual(["anti-sm present"]);
  for (const [rest, why] of [
    [{ interpretation: [{ coding: [{ system: "http://hospital.example/flags", code: "POS" }] }] }, "with certainty"],
    [{ valueCodeableConcept: { coding: [{ system: "http://hospital.example/flags", code: "ND" }] } }, "with certainty"],
    [{ interpretation: [{ coding: [{ code: "POS" }] }] }, "with certainty"],
    [{ interpretation: [{ text: "Positive" }] }, "with certainty"],
    [{ valueString: "Positive" }, "with certainty"],
    [{ valueBoolean: true }, "with certainty"],
    [{ interpretation: flags("A") }, "its flag (abnormal) does not say"],
    [{ interpretation: flags("H") }, "its flag (high) does not say"],
    [{ interpretation: flags("IND") }, "neither positive nor negative"],
    [{ ...snomed("10828004"), interpretation: flags("E") }, "neither positive nor negative"],
    [{ ...snomed("10828004"), interpretation: flags("NEG") }, "at once"],
    [{ interpretation: flags("constructor") }, "with certainty"],
  ] as const) {
    const report = smith(rest);
    expect(report.proposals, why).toEqual([]);
    expect(report.notTaken.map((one) => one.why).join(), why).toContain(why);
  }
});

test("a positive result of a test that three findings share says that it need not be all of them", () => {
  const { proposals } = ofTest("31348-6", { interpretation: flags("POS") });
  expect(proposals.length).toBeGreaterThan(1);
  for (const { remarks } of proposals) expect(remarks.join()).toContain("need not be all of them");
});

test("components are read like results, with the date and status of the whole", () => {
  const panel = observation({
    code: { text: "Blood count" },
    effectiveDateTime: "2024-01-01",
    component: [
      { code: white, ...quantity(3.1, "10*9/L") },
      { code: { coding: [{ system: LOINC, code: "777-3" }] }, ...quantity(90, "10*9/L") },
    ],
  });
  expect(measurements(bundle(panel))).toMatchObject([
    { test: "white-cells", date: "2024-01-01" },
    { test: "platelets", date: "2024-01-01" },
  ]);
});

test("limits that are ambiguous are left out with a remark", () => {
  const range = (low: number) => ({ low: { value: low } });
  const { proposals } = readOne({ ...quantity(3.1, "10*9/L"), referenceRange: [range(4), range(3)] });
  expect(proposals[0]).toMatchObject({ measurement: { test: "white-cells", value: 3.1 } });
  expect(proposals[0]).not.toHaveProperty("measurement.low");
  expect(proposals[0]?.remarks.join()).toContain("Several reference ranges");
});

test("a month or a year is no date", () => {
  const { proposals } = readOne({ ...quantity(3.1, "10*9/L"), effectiveDateTime: "2024-01" });
  expect(proposals[0]?.date).toBeUndefined();
  expect(proposals[0]?.remarks.join()).toContain("There is no date");
});

test("results of two patients are refused as a whole", () => {
  const of = (id: string) => observation({ ...quantity(3, "10*9/L"), subject: { reference: `Patient/${id}` } });
  expect(read(bundle(of("a"), of("b"))).issues[0]?.message).toContain("2 patients");
  const full = observation({ ...quantity(3, "10*9/L"), subject: { reference: "https://ehr.example/fhir/Patient/a" } });
  expect(read(bundle(of("a"), full)).proposals).not.toEqual([]);
});

test("what is not FHIR R4 as JSON is refused with the reason", () => {
  for (const [text, why] of [
    ['<Bundle xmlns="http://hl7.org/fhir"/>', "XML"],
    ["", "not valid JSON"],
    ["{", "not valid JSON: read the end"],
    ['{"resourceType":"Observation","status":"final","status":"final"}', '"status" is given twice'],
    ["[]", "no FHIR resource"],
    ["{}", "no resourceType"],
    ['{"resourceType":"Bundle"}', "no resources"],
    ["[".repeat(100_000), "nested deeper"],
    [" ".repeat(25_000_001), "25 million"],
  ] as const) {
    expect(read(text).issues[0]?.message, text.slice(0, 20)).toContain(why);
    expect(read(text).proposals).toEqual([]);
  }
});

test("resources of another version or of odd shapes are listed and never break the reading", () => {
  const odd = [
    {
      resourceType: "Condition",
      verificationStatus: "confirmed",
      code: { coding: [{ system: "http://snomed.info/sct", code: "91175000" }] },
    },
    observation({ ...quantity(3, "10*9/L"), interpretation: { coding: [{ code: "L" }] } }),
    observation({ code: "white cells" }),
    observation({ code: { coding: "x" }, component: "y", referenceRange: 7 }),
    { resourceType: "Observation" },
    { resourceType: 7 },
    null,
    "text",
    { resourceType: "Condition", code: null },
  ];
  const { proposals, notTaken } = read(bundle(...odd), convertUcum);
  expect(proposals).toEqual([]);
  expect(notTaken.map(({ why }) => why).join()).toContain("not FHIR R4");
});

test("references that lead in a circle are not followed", () => {
  const circle = [
    {
      resourceType: "Observation",
      id: "a",
      status: "final",
      code: white,
      hasMember: [{ reference: "Observation/b" }],
      ...quantity(3, "10*9/L"),
    },
    {
      resourceType: "Observation",
      id: "b",
      status: "final",
      code: white,
      hasMember: [{ reference: "Observation/a" }],
      ...quantity(4, "10*9/L"),
    },
  ];
  expect(measurements(bundle(...circle))).toHaveLength(2);
});

test("a bundle of 20 MB is read whole", () => {
  const text = history(60_000, "10*6/mL");
  expect(text.length).toBeGreaterThan(20_000_000);
  const { resources, proposals, issues } = read(text, convertUcum);
  expect(issues).toEqual([]);
  expect(resources).toBe(60_000);
  expect(proposals.length).toBeGreaterThan(1000);
});

test("a history of tens of thousands of values is confirmed at once, and known again", () => {
  const { proposals } = read(history(40_000));
  const record = withConfirmed(EMPTY_RECORD, proposals);
  expect(record.measurements).toHaveLength(proposals.length);
  expect(proposals.every(heldIn(record))).toBe(true);
  expect(withConfirmed(record, proposals)).toBe(record);
  expect(hasRoomFor(EMPTY_RECORD, proposals.length)).toBe(false);
});

test("as many values as an import takes make a record that can be opened again", () => {
  const { proposals } = read(history(MOST_MEASUREMENTS));
  expect(proposals).toHaveLength(MOST_MEASUREMENTS);
  expect(hasRoomFor(EMPTY_RECORD, proposals.length)).toBe(true);
  const record = withConfirmed(EMPTY_RECORD, proposals);
  expect(parseRecordText(JSON.stringify(record), format)).toEqual({ record, issues: [] });
  expect(hasRoomFor(record, 1)).toBe(false);
});

test("markup in a result stays text, on one line and shortened", () => {
  const { notTaken } = readOne({ code: { text: `<img src=x onerror="alert(1)">\n${"y".repeat(500)}` } });
  expect(notTaken[0]?.what).toMatch(/^<img src=x onerror="alert\(1\)"> y+…$/);
  expect(notTaken[0]?.what.length).toBeLessThanOrEqual(160);
});

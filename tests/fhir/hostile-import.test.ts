import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { response } from "../../lib/fhir/response.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import { lastDay } from "../../lib/record/day.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { recordFormatOf } from "../../lib/record/parse.ts";
import { assess, parse } from "../support/assess.ts";

const read = readImport.bind(undefined, importPlanOf(definitions));

const UCUM = "http://unitsofmeasure.org";
const loinc = (...codes: string[]) => ({ coding: codes.map((code) => ({ system: "http://loinc.org", code })) });
const quantity = (value: unknown, code: string) => ({ value, code, system: UCUM });
const c3 = (rest: object = {}) => ({
  resourceType: "Observation",
  status: "final",
  code: loinc("4485-9"),
  valueQuantity: quantity(62, "mg/dL"),
  ...rest,
});
const discoid = (rest: object = {}) => ({
  resourceType: "Condition",
  code: { coding: [{ system: "http://hl7.org/fhir/sid/icd-10-cm", code: "L93.0" }] },
  ...rest,
});
const bundle = (...resources: unknown[]) => ({
  resourceType: "Bundle",
  type: "collection",
  entry: resources.map((resource) => ({ resource })),
});
const readAll = (...resources: unknown[]) => read(JSON.stringify(bundle(...resources)), convertUcum, "2026-06-30");
const measured = (...resources: unknown[]) =>
  readAll(...resources).proposals.flatMap((one) => (one.kind === "measurement" ? [one.measurement] : []));
/** Nothing of it is taken, for this reason. */
function refused(resource: unknown, why: string): void {
  const { proposals, notTaken } = readAll(resource);
  expect(proposals, why).toEqual([]);
  expect(notTaken.map((one) => one.why).join(), why).toContain(why);
}

test("these results and diagnoses are read when nothing is wrong with them", () => {
  expect(measured(c3())).toEqual([{ test: "c3", value: 62, unit: "mg/dL" }]);
  expect(readAll(discoid()).proposals).toMatchObject([{ finding: "discoid-lupus", status: "present" }]);
});

test("a modifier or rules that are not known may mean the opposite, so nothing is taken", () => {
  const modifierExtension = [{ url: "http://hospital.example/negated", valueBoolean: true }];
  refused(c3({ modifierExtension }), "a modifier that is not known");
  refused(c3({ implicitRules: "http://hospital.example/rules" }), "a modifier that is not known");
  refused(discoid({ modifierExtension }), "a modifier that is not known");
  const component = [{ code: loinc("4485-9"), valueQuantity: quantity(62, "mg/dL"), modifierExtension }];
  refused({ resourceType: "Observation", status: "final", code: { text: "Panel" }, component }, "a modifier");
});

test("a result about something other than the patient is not taken", () => {
  refused(c3({ subject: { reference: "Location/river-mouth" } }), "no patient (Location)");
  refused(c3({ subject: { reference: "https://lab.example/fhir/Device/analyzer/_history/2" } }), "no patient (Device)");
  refused(c3({ subject: { type: "Group", display: "Controls" } }), "no patient (Group)");
  refused(c3({ subject: { reference: "Patient/mother" }, focus: [{ reference: "Patient/child" }] }), "focus");
  for (const reference of ["Patient/p1", "p1", "urn:uuid:d5582579-7193-4866-5560-a01e723b6552"]) {
    expect(measured(c3({ subject: { reference } })), reference).toHaveLength(1);
  }
});

test("results that may be of several patients are refused together", () => {
  const of = (subject?: object) => c3(subject && { subject });
  const by = (value: string) => of({ identifier: { system: "http://hospital.example/mrn", value } });
  const patient = (id: string) => ({ resourceType: "Patient", id });
  for (const resources of [
    [of({ reference: "Patient/a" }), of({ reference: "Patient/b" })],
    [by("1"), by("2")],
    [of({ display: "A. Example" }), of({ display: "B. Example" })],
    [patient("a"), patient("b"), of()],
    [patient("a"), patient("b"), of({ reference: "Patient/a" }), of()],
  ]) {
    expect(readAll(...resources).issues[0]?.message).toContain("2 patients");
  }
  expect(readAll(patient("a"), patient("b"), of({ reference: "Patient/a" })).proposals).toHaveLength(1);
  expect(readAll(patient("a"), of(), by("1"), of({ reference: "Patient/a" })).issues).toEqual([]);
});

test("a day in the future was never one of measuring: a value is kept without it", () => {
  const { proposals } = readAll(c3({ effectiveDateTime: "2062-03-04" }));
  expect(proposals).toMatchObject([{ measurement: { test: "c3", value: 62, unit: "mg/dL" } }]);
  expect(proposals[0]?.remarks.join()).toContain("2062-03-04, lies in the future");
  expect(measured(c3({ effectiveDateTime: "2062-03-04" }))[0]).not.toHaveProperty("date");
  refused(discoid({ onsetDateTime: "2062-03-04T00:00:00Z" }), "lies in the future");
  expect(measured(c3({ effectiveDateTime: "2026-06-30" }))).toHaveLength(1);
  expect(lastDay(Date.UTC(2026, 11, 31, 23, 59))).toBe("2027-01-01");
});

test("a day that no calendar has is no date", () => {
  for (const effectiveDateTime of ["2024-02-30", "2024-13-01", "0000-00-00", "2024-01-01x", "04/03/2021", 20240101]) {
    expect(measured(c3({ effectiveDateTime }))[0], String(effectiveDateTime)).not.toHaveProperty("date");
  }
});

test("numbers beyond belief, and what only looks like a number, are not taken", () => {
  for (const value of [1e308, -62, 6.2e6]) {
    refused(c3({ valueQuantity: quantity(value, "mg/dL") }), "not believable");
    // A unit that has to be converted first.
    refused(c3({ valueQuantity: quantity(value, "ug/mL") }), "not believable");
  }
  for (const value of ["62", null, true, [62], { value: 62 }]) {
    refused(c3({ valueQuantity: quantity(value, "mg/dL") }), "not a number");
  }
  expect(read('{"resourceType":"Observation","valueQuantity":{"value":NaN}}').issues[0]?.message).toContain(
    "not valid JSON",
  );
  const overflow = JSON.stringify(c3()).replace(":62,", ":1e999,");
  expect(read(overflow).notTaken[0]?.why).toContain("not a number");
});

test("a number with more digits than can be kept is listed as it was sent, and as a limit left out", () => {
  const written = "89.99999999999999999999";
  const sent = JSON.stringify(c3({ referenceRange: [{ low: { value: 90 } }] }));
  const value = read(sent.replace(":62,", `:${written},`));
  expect(value.proposals).toEqual([]);
  expect(value.notTaken[0]?.why).toContain(`more digits than can be kept: ${written}`);
  const limit = read(sent.replace(":90}", `:${written}}`));
  expect(limit.proposals).toMatchObject([{ measurement: { value: 62 } }]);
  expect(limit.proposals[0]).not.toHaveProperty("measurement.low");
});

test("limits are in the value's own unit when they have none, and never guessed", () => {
  const range = (low: object, high?: object) => ({ referenceRange: [{ low, ...(high && { high }) }] });
  // 620 mg/L is 0.62 g/L, and the bare 900 beside it is in mg/L too.
  const bare = c3({ valueQuantity: quantity(620, "mg/L"), ...range({ value: 900 }, { value: 1800 }) });
  expect(measured(bare)).toEqual([{ test: "c3", value: 0.62, unit: "g/L", low: 0.9, high: 1.8 }]);
  const other = c3(range({ value: 0.9, unit: "g/L", code: "g/L", system: UCUM }));
  expect(measured(other)).toEqual([{ test: "c3", value: 62, unit: "mg/dL", low: 90 }]);
  for (const referenceRange of [
    [{ low: { value: 90, comparator: "<" } }],
    [{ low: { value: 180 }, high: { value: 90 } }],
    [{ low: { value: 90, unit: "points" } }],
    [{ low: { value: "90" } }],
    [{ low: 90 }],
    [{ text: "90-180" }],
    [{ low: { value: 90 }, type: { coding: [{ system: "http://x.example", code: "treatment" }] } }],
    "90-180",
    [null, 7],
  ]) {
    expect(measured(c3({ referenceRange })), JSON.stringify(referenceRange)).toEqual([
      { test: "c3", value: 62, unit: "mg/dL" },
    ]);
  }
});

test("codes that contradict each other name nothing", () => {
  refused(c3({ code: loinc("4485-9", "4498-2") }), "more than one test");
  expect(measured(c3({ code: loinc("4485-9", "no-such-code") }))).toHaveLength(1);
});

test("a diagnosis that is doubted or excluded anywhere is not taken", () => {
  const coding = (...codes: string[]) => ({
    verificationStatus: { coding: codes.map((code) => ({ system: "http://x.example", code })) },
  });
  refused(discoid(coding("confirmed", "refuted")), "refuted");
  refused(discoid(coding("provisional")), "provisional");
  refused(discoid({ verificationStatus: { text: "Ruled out" } }), "Ruled out");
  refused(discoid({ verificationStatus: "confirmed" }), "not FHIR R4");
  const marked = (code: string) => ({
    code: {
      coding: [
        {
          system: "http://fhir.de/CodeSystem/bfarm/icd-10-gm",
          code: "L93.0",
          extension: [
            { url: "http://fhir.de/StructureDefinition/icd-10-gm-diagnosesicherheit", valueCoding: { code } },
          ],
        },
      ],
    },
  });
  for (const code of ["A", "V", "Z"]) refused(discoid(marked(code)), "suspected, excluded or past");
});

test("the disease itself proposes none of its signs", () => {
  for (const [system, code] of [
    ["http://snomed.info/sct", "55464009"],
    ["http://snomed.info/sct", "200936003"],
    ["http://hl7.org/fhir/sid/icd-10-cm", "M32.9"],
    ["http://hl7.org/fhir/sid/icd-10-cm", "R80.2"],
  ]) {
    refused(discoid({ code: { coding: [{ system, code }] } }), "no criterion asks for it");
  }
});

test("a history is refused, because it holds values that were corrected since", () => {
  const text = JSON.stringify({ ...bundle(c3()), type: "history" });
  expect(read(text).issues[0]?.message).toContain("history");
});

test("a value that is given twice is refused, not chosen", () => {
  const text = JSON.stringify(c3()).replace('"value":62', '"value":95,"value":62');
  expect(read(text).issues[0]?.message).toMatch(/"value" is given twice, at valueQuantity\.value/);
});

test("characters that are not seen cannot make a result look like another", () => {
  const name = "C3 \u202e09\u2066 mg/dL\u200b\u0007";
  const { proposals } = readAll(c3({ code: { ...loinc("4485-9"), text: name }, id: "a\u202eb" }));
  expect(proposals[0]).toMatchObject({ original: "C3 09 mg/dL 62 mg/dL", source: "Observation/ab" });
});

test("names that JavaScript gives a meaning are names like any other", () => {
  const text = '{"resourceType":"Observation","status":"final","__proto__":{"status":"final"},"constructor":{"x":1}}';
  expect(read(text).proposals).toEqual([]);
  for (const code of ["__proto__", "constructor", "toString"]) refused(c3({ code: loinc(code) }), "not known here");
  expect(Object.hasOwn(Object.prototype, "status")).toBe(false);
});

test("a bundle as public teaching material has it: what is right in it is taken, and what is not is named", () => {
  const subject = { reference: "P1" };
  const report = readAll(
    c3({ subject, referenceRange: [{ low: { value: 90, unit: "mg/dL" }, high: { value: 180, unit: "mg/dL" } }] }),
    // A limit in words that are not UCUM, beside a value that is: they are the value's own.
    c3({
      subject,
      code: loinc("777-3"),
      valueQuantity: { ...quantity(90, "10*9/L"), unit: "10^9/L" },
      referenceRange: [{ low: { value: 150, unit: "10^9/L" } }],
    }),
    // Right words, but a code of another test; and a unit that is not UCUM and can be only one.
    c3({
      subject,
      code: { coding: [{ ...loinc("7465-1").coding[0], display: "dsDNA Ab" }] },
      valueQuantity: quantity(99, "IU/mL"),
    }),
    c3({ subject, code: loinc("5130-0"), valueQuantity: quantity(99, "IU/mL") }),
    c3({ subject, code: loinc("5048-4"), valueQuantity: { ...quantity(640, "{titer}"), unit: "1:640" } }),
  );
  expect(report.issues).toEqual([]);
  expect(report.proposals.map((one) => (one.kind === "measurement" ? one.measurement : one.finding))).toEqual([
    { test: "c3", value: 62, unit: "mg/dL", low: 90, high: 180 },
    { test: "platelets", value: 90, unit: "10*9/L", low: 150 },
    { test: "anti-dsdna", value: 99, unit: "[IU]/mL" },
    { test: "ana-titer", value: 640, unit: "{titer}" },
  ]);
  expect(report.notTaken.map(({ why }) => why)).toEqual([
    "its name looks like “Anti-dsDNA”, but its code is none that is read for it: 99 IU/mL. Enter it yourself if it is the same",
  ]);
});

/** Values as they could stand anywhere. */
const anything = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>("final", "1:160", 3.1, 640, 1e308, -1, "2024-01-01", "2024-02-30", UCUM, "<", ">="),
);
/** What belongs there, and now and then anything else. */
const mostly = <Value>(right: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 19, arbitrary: right }, { weight: 1, arbitrary: anything });

const quantities = (units: readonly string[]) =>
  fc.record(
    {
      value: mostly(fc.double({ min: 0, max: 1000, noNaN: true })),
      code: mostly(fc.constantFrom(...units)),
      unit: anything,
      system: mostly(fc.constant(UCUM)),
      comparator: mostly(fc.constantFrom("<", ">")),
    },
    { requiredKeys: ["value", "code", "system"] },
  );

const TESTED = Object.values(definitions.tests).flatMap(({ codes = [], units }) =>
  codes.filter(({ system }) => system === "loinc").map(({ code }) => ({ code, units: units.map(({ unit }) => unit) })),
);

const anyObservation = fc.constantFrom(...TESTED).chain(({ code, units }) =>
  fc.record(
    {
      resourceType: fc.constant("Observation"),
      status: mostly(fc.constant("final")),
      code: mostly(fc.constant(loinc(code))),
      valueQuantity: mostly(quantities(units)),
      valueRatio: mostly(fc.record({ numerator: quantities(units), denominator: quantities(units) })),
      valueString: anything,
      effectiveDateTime: mostly(fc.constantFrom("2024-01-01", "9999-12-31", "0001-01-01T00:00:00Z", "2024-02-29")),
      referenceRange: mostly(
        fc.array(fc.record({ low: mostly(quantities(units)), high: mostly(quantities(units)) }, { requiredKeys: [] }), {
          maxLength: 2,
        }),
      ),
      interpretation: mostly(fc.constantFrom([], [{ coding: [{ code: "L" }] }])),
      method: mostly(fc.constant({ text: "ELISA" })),
      component: mostly(fc.constant([])),
      subject: mostly(fc.constant({ reference: "Patient/p1" })),
    },
    { requiredKeys: ["resourceType", "status", "code", "valueQuantity"] },
  ),
);

test("whatever a bundle holds, what it proposes makes a record that has no error", () => {
  let taken = 0;
  fc.assert(
    fc.property(fc.array(anyObservation, { maxLength: 4 }), (observations) => {
      const text = JSON.stringify({ resourceType: "Bundle", entry: observations.map((resource) => ({ resource })) });
      const { proposals } = read(text, convertUcum, "2026-06-30");
      taken += proposals.length;
      const record = withConfirmed(EMPTY_RECORD, proposals);
      expect(parse(JSON.parse(JSON.stringify(record))).issues).toEqual([]);
      expect(assess(record).issues.filter(({ severity }) => severity === "error")).toEqual([]);
    }),
    { seed: 1, numRuns: 1000 },
  );
  expect(taken).toBeGreaterThan(300);
});

/** No text can be made of the first; the last is the name of what every object has. */
const STRANGE: readonly unknown[] = [{ toString: 1, valueOf: 1 }, [], 0, "constructor"];

/** A copy of JSON with something else in each of its places, one at a time. */
function* replaced(value: unknown, by: unknown): Generator<unknown> {
  yield by;
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    for (const other of replaced(inner, by)) {
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }
}

test("whatever stands in any place of a file, what can be read is read and nothing breaks", () => {
  const files = globSync("realworld/*.json", { cwd: import.meta.dirname }).sort();
  const aged = c3({
    subject: { reference: "Patient/1" },
    referenceRange: [{ low: quantity(90, "mg/dL"), age: { low: quantity(0, "a"), high: quantity(1, "a") } }],
  });
  const contained = { ...discoid(), id: "d", contained: [{ resourceType: "Patient", id: "p" }] };
  const deleting = { request: { method: "DELETE", url: "Condition/d" }, resource: contained };
  const inputs: readonly unknown[] = [
    ...files.map((file) => JSON.parse(readFileSync(join(import.meta.dirname, file), "utf8"))),
    bundle(aged, contained),
    { resourceType: "Bundle", type: "transaction", entry: [deleting] },
  ];
  for (const by of STRANGE) {
    for (const input of inputs) {
      for (const other of replaced(input, by)) {
        expect(() => read(JSON.stringify(other), convertUcum, "2026-06-30"), JSON.stringify(other)).not.toThrow();
      }
    }
  }
});

test("whatever stands in any place of a response, it is read or refused and nothing breaks", () => {
  const format = recordFormatOf(definitions);
  const [example] = definitions.examples;
  if (!example) throw new Error("no example");
  for (const by of STRANGE) {
    for (const other of replaced(response(example.record, definitions, "0.0.0"), by)) {
      const { record, issues } = readResponse(other, definitions, format);
      expect(record !== undefined || issues.length > 0, JSON.stringify(other)).toBe(true);
    }
  }
  // A list of one is no text, though JavaScript makes the same of both.
  const listed = { ...response(example.record, definitions, "0.0.0"), status: ["completed"] };
  expect(readResponse(listed, definitions, format).record).toBeUndefined();
});

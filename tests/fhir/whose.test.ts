import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { answerCall, cdsPlanOf } from "../../lib/fhir/cds.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { identity } from "../../scripts/identity.ts";
import {
  bundle,
  callFor,
  cardFor,
  platelets,
  readAny,
  readText,
  readValid,
  realWorld,
  valuesIn,
  whysIn,
} from "./support/results.ts";

const SERVER = "https://ehr.example/fhir";
const counts = (subject: unknown, more: object = {}, ...others: object[]) =>
  cardFor([platelets(22, { subject }), ...others], more).includes("Thrombocytopenia");
const patient = (rest: object) => ({ resourceType: "Patient", ...rest });
const mrn = (value: string, system = "urn:mrn") => ({ system, value });

test("a result of another patient makes no card for the patient in view", () => {
  const answer = answerCall(cdsPlanOf(definitions, identity), realWorld("01-cds-other-patient"), "https://app.example");
  expect(answer).toMatchObject({ kind: "unreadable", why: expect.stringContaining("patient in view, 1") });
});

test("a result counts when its reference leads to the record of the patient in view", () => {
  for (const reference of [
    "Patient/1",
    "Patient/1/_history/3",
    `${SERVER}/Patient/1`,
    `${SERVER}/Patient/1/`,
    " Patient/1 ",
  ]) {
    expect(counts({ reference }, { fhirServer: SERVER }), reference).toBe(true);
  }
  expect(counts({ reference: "http://ehr.example/fhir/Patient/1/_history/2" }, { fhirServer: `${SERVER}/` })).toBe(
    true,
  );
  expect(counts({ reference: "Patient/1", type: "Patient", display: "A. Example" })).toBe(true);
});

test("a result counts for nobody when its reference leads elsewhere, or nowhere", () => {
  for (const subject of [
    { reference: "Patient/2" },
    { reference: "Patient/11" },
    { reference: "Patient/1x" },
    { reference: "patient/1" },
    { reference: "1" },
    { reference: "Patient/1%20" },
    { reference: "Patient/%31" },
    { reference: `${SERVER}/Patient/%31` },
    { reference: "Patient/1/" },
    { reference: "https://other.example/fhir/Patient/1" },
    { reference: "https://ehr.example/fhir2/Patient/1" },
    { reference: "https://ehr.example/fhir/Patient/1?x=Patient/1" },
    { reference: "Practitioner/1" },
    { reference: "Patient/1", type: "Group" },
    { reference: "urn:uuid:0f4aa7b7-0000-4000-8000-000000000001" },
    { reference: "#1" },
    { identifier: mrn("1") },
    { identifier: { value: "1" } },
    { type: "Patient", identifier: mrn("1") },
    { display: "1" },
    {},
    undefined,
    "Patient/1",
    [{ reference: "Patient/1" }],
  ]) {
    expect(counts(subject, { fhirServer: SERVER }), JSON.stringify(subject)).toBe(false);
  }
  expect(counts({ reference: "Patient/P1" }, { context: { patientId: "p1" } })).toBe(false);
  // Without the address of the record's server nobody knows whether this is it.
  expect(counts({ reference: `${SERVER}/Patient/1` })).toBe(false);
  // A relative reference is on the server where its resource is.
  const at = (fullUrl: string) =>
    cardFor([{ fullUrl, resource: platelets(22, { id: "o" }) }], { fhirServer: SERVER }) !== "";
  expect(at(`${SERVER}/Observation/o`)).toBe(true);
  expect(at("https://other.example/fhir/Observation/o")).toBe(false);
  expect(at("urn:uuid:0f4aa7b7-0000-4000-8000-000000000002")).toBe(true);
});

test("another name of the patient in view is followed through the Patient resources that were sent, and no further", () => {
  const uuid = "urn:uuid:0f4aa7b7-0000-4000-8000-000000000001";
  const entry = (id: string, rest: object = {}) => ({ fullUrl: uuid, resource: patient({ id, ...rest }) });
  expect(counts({ reference: uuid }, {}, entry("1"))).toBe(true);
  expect(counts({ reference: uuid }, {}, entry("2"))).toBe(false);
  const one = patient({ id: "1", identifier: [mrn("7")], birthDate: "1990-01-01" });
  expect(counts({ identifier: mrn("7") }, {}, one)).toBe(true);
  expect(counts({ identifier: mrn("8") }, {}, one)).toBe(false);
  expect(counts({ identifier: mrn("7", "urn:other") }, {}, one)).toBe(false);
  expect(counts({ identifier: { value: "7" } }, {}, patient({ id: "1", identifier: [{ value: "7" }] }))).toBe(false);
  expect(counts({ identifier: mrn("7") }, {}, one, patient({ id: "2", identifier: [mrn("7")] }))).toBe(false);
  expect(counts({ reference: "Patient/1", identifier: mrn("8") }, {}, one)).toBe(false);
  expect(
    counts(
      { identifier: mrn("7") },
      {},
      platelets(300, {
        subject: { reference: "Patient/1", identifier: mrn("7") },
        effectiveDateTime: "2023-01-01",
      }),
    ),
  ).toBe(true);
  const linked = patient({ id: "1", link: [{ other: { reference: "Patient/9" }, type: "replaced-by" }] });
  expect(counts({ reference: "Patient/9" }, {}, linked)).toBe(true);
  expect(counts({ reference: "Patient/8" }, {}, linked)).toBe(false);
  expect(counts({ reference: "Patient/1" }, {}, one, patient({ id: "1", birthDate: "1950-01-01" }))).toBe(false);
  // A Patient resource does not say whose a result is that names nobody.
  expect(counts(undefined, {}, one)).toBe(false);
});

test("a contained patient is known by an identifier of the patient in view, and not by its local id", () => {
  const contained = (rest: object) => ({ subject: { reference: "#1" }, contained: [patient({ id: "1", ...rest })] });
  const one = patient({ id: "1", identifier: [mrn("7")], birthDate: "1990-01-01" });
  const counted = (rest: object) => cardFor([one, platelets(22, contained(rest))]) !== "";
  expect(counted({})).toBe(false);
  expect(counted({ birthDate: "1990-01-01" })).toBe(false);
  expect(counted({ identifier: [mrn("7")] })).toBe(true);
  expect(counted({ identifier: [mrn("8")] })).toBe(false);
  expect(counted({ identifier: [mrn("7")], birthDate: "1991-01-01" })).toBe(false);
});

test("of results of several, those of the patient in view count, and the card says that others were left out", () => {
  const others = [platelets(22, { subject: { reference: "Patient/2" } }), platelets(22, { subject: undefined })];
  expect(cardFor([platelets(300), ...others])).toBe("");
  const said = cardFor([platelets(85), ...others]);
  expect(said).toContain("From 1 laboratory value alone");
  expect(said).toContain("2 results were left out that do not name this patient");
  expect(cardFor([platelets(85)])).not.toContain("left out");
  expect(callFor({ ...bundle(platelets(85)), link: [{ relation: "next", url: "x" }] })).toMatchObject({
    cards: [{ detail: expect.stringContaining("Only the first page") }],
  });
});

test("a chart that a record opened is read for the patient in view alone, and what is left out is said", () => {
  const read = readImport.bind(undefined, importPlanOf(definitions));
  const launched = (...resources: object[]) =>
    read(JSON.stringify(bundle(...resources)), undefined, "2026-06-30", { id: "1", server: SERVER });
  const seizure = { code: { coding: [{ system: "http://snomed.info/sct", code: "91175000" }] } };
  const report = launched(
    platelets(85),
    platelets(22, { subject: { reference: "Patient/2" } }),
    { resourceType: "Condition", subject: { reference: "Patient/2" }, ...seizure },
    { resourceType: "Condition", ...seizure },
  );
  expect(valuesIn(report)).toEqual([85]);
  expect(report.proposals).toHaveLength(1);
  expect(whysIn(report)).toContain("another patient than the one in view");
  expect(JSON.stringify(report)).not.toContain("22");
  expect(launched(platelets(22, { subject: { reference: "Patient/2" } })).issues[0]?.message).toContain("in view");
});

const two = (report: ReturnType<typeof readAny>) => report.issues[0]?.message.includes("2 patients") ?? false;
const contained = (value: number, who: object) =>
  platelets(value, { subject: { reference: "#p" }, contained: [patient({ id: "p", ...who })], id: `o${value}` });

test("two contained patients are told apart by what they contain", () => {
  expect(two(readText(realWorld("02-two-people-contained")))).toBe(true);
  const name = (family: string, given: string) => ({ name: [{ family, given: [given] }] });
  for (const [one, other] of [
    [{ identifier: [mrn("1")] }, { identifier: [mrn("2")] }],
    [name("Doe", "Jane"), name("Doe", "Mary")],
    [{ birthDate: "1970-01-01" }, name("Doe", "Jane")],
    [
      { identifier: [mrn("1")], birthDate: "1970-01-01" },
      { identifier: [mrn("1")], birthDate: "1990-01-01" },
    ],
    [
      { identifier: [mrn("1")], gender: "male" },
      { identifier: [mrn("1")], gender: "female" },
    ],
    [{ identifier: [mrn("1")] }, { identifier: [mrn("1", "urn:other")] }],
    [
      { ...name("Doe", "Jane"), birthDate: "1970-01-01" },
      { ...name("Doe", "Jane"), birthDate: "1970-01-02" },
    ],
  ] as const) {
    expect(two(readValid(contained(85, one), contained(40, other))), JSON.stringify([one, other])).toBe(true);
  }
  for (const [one, other] of [
    [{ identifier: [mrn("1")] }, { identifier: [mrn("1")], birthDate: "1970-01-01" }],
    [name("Doe", "Jane"), { ...name("DOE", "Jane"), gender: "female" }],
    [{ birthDate: "1970-01-01" }, { birthDate: "1970-01-01" }],
    [
      { ...name("Doe", "Jane"), birthDate: "1970" },
      { ...name("Doe", "Jane"), birthDate: "1970-01-01" },
    ],
  ] as const) {
    const report = readValid(contained(85, one), contained(40, other));
    expect(report.issues, JSON.stringify([one, other])).toEqual([]);
    expect(valuesIn(report)).toEqual([85, 40]);
  }
});

const of = (subject: object | undefined, value = 85) => platelets(value, { subject });
const A = "https://a.example/fhir";

test("references name one patient only when all of them is the same", () => {
  for (const subjects of [
    [{ reference: `${A}/Patient/1` }, { reference: "https://b.example/fhir/Patient/1" }],
    [{ reference: `${A}/Patient/1` }, { reference: `${A}/old/Patient/1` }],
    [
      { reference: "urn:uuid:0f4aa7b7-0000-4000-8000-000000000001" },
      { reference: "urn:uuid:0f4aa7b7-0000-4000-8000-000000000002" },
    ],
    [{ reference: "Patient/1/_history/1" }, { reference: "Patient/2/_history/1" }],
    [{ reference: "Patient/a" }, { reference: "Patient/A" }],
    [{ reference: "Patient/1", identifier: mrn("1") }, { identifier: mrn("2") }],
    [
      { reference: "Patient/1", identifier: mrn("1") },
      { reference: "Patient/1", identifier: mrn("2") },
    ],
    [{ display: "Jane Doe" }, { display: "Mary Roe" }],
    [{ reference: "#p" }, { reference: "#p" }],
  ]) {
    expect(two(readAny(...subjects.map((subject) => of(subject)))), JSON.stringify(subjects)).toBe(true);
  }
  for (const subjects of [
    [{ reference: `${A}/Patient/1` }, { reference: "Patient/1" }, { reference: `${A}/Patient/1/_history/2` }],
    [{ reference: "http://a.example/fhir/Patient/1" }, { reference: `${A}/Patient/1/` }],
    [
      { reference: "URN:UUID:0F4AA7B7-0000-4000-8000-000000000001" },
      { reference: "urn:uuid:0f4aa7b7-0000-4000-8000-000000000001" },
    ],
    [{ reference: "Patient/1", identifier: mrn("1") }, { identifier: mrn("1") }, { reference: "Patient/1" }],
    [{ display: "Jane Doe" }, { display: "DOE, Jane" }],
    [{ reference: "Patient/1" }, undefined],
  ]) {
    expect(readAny(...subjects.map((subject) => of(subject))).issues, JSON.stringify(subjects)).toEqual([]);
  }
});

test("Patient resources link the names of one patient, and tell two apart that disagree", () => {
  const uuid = "urn:uuid:0f4aa7b7-0000-4000-8000-000000000001";
  const entry = (rest: object) => ({ fullUrl: uuid, resource: patient({ id: "1", ...rest }) });
  const whole = entry({ identifier: [mrn("1"), mrn("9", "urn:national")] });
  const named = [of({ reference: uuid }), of({ reference: "Patient/1" }), of({ identifier: mrn("9", "urn:national") })];
  expect(readAny(whole, ...named).issues).toEqual([]);
  expect(two(readAny(whole, ...named, of({ identifier: mrn("2") })))).toBe(true);
  expect(two(readAny(whole, ...named, of({ identifier: mrn("1", "urn:unknown") })))).toBe(true);
  const linked = patient({ id: "1", link: [{ other: { reference: "Patient/2" }, type: "replaces" }] });
  expect(readAny(linked, of({ reference: "Patient/1" }), of({ reference: "Patient/2" })).issues).toEqual([]);
  const born = (birthDate: string) => patient({ id: "1", birthDate });
  expect(two(readAny(born("1970-01-01"), born("1990-01-01"), of({ reference: "Patient/1" })))).toBe(true);
  const shared = (id: string, gender: string) => patient({ id, gender, identifier: [mrn("1")] });
  expect(two(readAny(shared("1", "male"), shared("2", "female"), of({ identifier: mrn("1") })))).toBe(true);
  const jane = patient({ id: "1", name: [{ family: "Doe", given: ["Jane"] }] });
  expect(two(readAny(jane, of({ reference: "Patient/1" }), of({ display: "Mary Roe" })))).toBe(true);
  expect(readAny(jane, of({ reference: "Patient/1" }), of({ display: "Jane Doe" })).issues).toEqual([]);
});

test("a room or a device is no second patient, however it is named", () => {
  const report = readText(realWorld("14-location-subject"));
  expect(valuesIn(report)).toEqual([85]);
  expect(whysIn(report)).toContain("no patient (Location)");
  const uuid = "urn:uuid:0f4aa7b7-0000-4000-8000-000000000009";
  const room = { fullUrl: uuid, resource: { resourceType: "Location", id: "icu" } };
  const inRoom = readAny(room, of({ reference: "Patient/1" }), of({ reference: uuid }, 22));
  expect(valuesIn(inRoom)).toEqual([85]);
  expect(whysIn(inRoom)).toContain("no patient (Location)");
  const device = platelets(22, { subject: { reference: "#d" }, contained: [{ resourceType: "Device", id: "d" }] });
  expect(valuesIn(readAny(of({ reference: "Patient/1" }), device))).toEqual([85]);
});

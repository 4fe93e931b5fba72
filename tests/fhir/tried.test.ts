/** Kinds of export that a tester sent and that were read wrongly, each with relatives. */
import { expect, test } from "vitest";
import {
  cardFor,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  remarksIn,
  takenIn,
  valuesIn,
  whysIn,
} from "./support/results.ts";

const mrn = (value: string, system = "urn:m") => ({ system, value });
const patient = (id: string, rest: object = {}) => ({ resourceType: "Patient", id, ...rest });
const whiteCells = (value: number, rest: object = {}) =>
  platelets(value, { code: loinc("6690-2"), effectiveDateTime: "2024-02-10", ...rest });
const safe = (...resources: readonly object[]) => takenIn(readAny(...resources));
const isRefused = (...resources: readonly object[]) => {
  const [issue] = readAny(...resources).issues;
  return issue?.message.includes("2 patients") ?? false;
};
const both = (a: object, b: object) => [
  [a, b],
  [b, a],
];

test("two draws of one day in either place are one occasion, whichever of the two days is the earlier one", () => {
  for (const [first, second] of [
    ["2010-01-15T12:00:00+09:00", "2010-01-14T22:01:00-05:00"],
    ["2010-01-14T22:01:00-05:00", "2010-01-15T12:02:00+09:00"],
    ["2020-03-01T23:30:00-08:00", "2020-03-02T10:00:00+02:00"],
  ]) {
    for (const all of both(
      whiteCells(3.2, { id: "a", effectiveDateTime: first }),
      whiteCells(3.1, { id: "b", effectiveDateTime: second }),
    )) {
      const days = measurementsIn(readAny(...all)).map(({ date }) => date);
      expect(days.length).toBe(2);
      expect(new Set(days).size, `${first} ${second}`).toBe(1);
    }
  }
  const apart = [
    whiteCells(3.2, { effectiveDateTime: "2010-01-15T12:00:00+09:00" }),
    whiteCells(3.1, { effectiveDateTime: "2010-01-16T22:01:00-05:00" }),
  ];
  expect(new Set(measurementsIn(readAny(...apart)).map(({ date }) => date)).size).toBe(2);
});

// ---------------------------------------------------------------- whose

test("a number that a Patient resource has leads to that patient, beside whom another is a second one", () => {
  const one = patient("1", { identifier: [mrn("700")] });
  const numbered = platelets(82, { subject: { identifier: mrn("700") } });
  expect(isRefused(one, numbered, whiteCells(3.2, { subject: { reference: "Patient/2" } }))).toBe(true);
  expect(isRefused(one, numbered, whiteCells(3.2, { subject: { reference: "urn:uuid:2" } }))).toBe(true);
  expect(safe(one, numbered, whiteCells(3.2)).toSorted()).toEqual([3.2, 82]);
});

test("a number beside a reference that nothing joins is asked about, the fewer of the two kinds", () => {
  const numbered = platelets(82, { subject: { identifier: mrn("700") } });
  const [one, two] = [whiteCells(3.2), whiteCells(3.1, { effectiveDateTime: "2024-03-10" })];
  expect(safe(numbered, one)).toEqual([]);
  expect(remarksIn(readAny(numbered, one))).toContain("check whose it is");
  expect(safe(numbered, one, two).toSorted()).toEqual([3.1, 3.2]);
  expect(safe(platelets(82, { subject: { reference: "Patient/1", identifier: mrn("700") } }), numbered, one)).toContain(
    3.2,
  );
});

const PLACEHOLDERS = [
  ...[mrn("000-00-0000", "http://hl7.org/fhir/sid/us-ssn"), mrn("UNKNOWN"), mrn("0"), mrn("999999999"), mrn("N/A")],
  ...[mrn("XXXXX"), mrn("999-99-9999"), { value: "700" }, { system: " ", value: "700" }, mrn("n.a."), mrn("not known")],
  ...[mrn("?"), mrn("-"), mrn("11111111"), mrn("unk"), mrn("XXX-XX-6789"), mrn("***6789"), mrn("Pending")],
  ...[mrn("666-12-3456", "http://hl7.org/fhir/sid/us-ssn"), mrn("123456789"), mrn("unbekannt")],
  {
    ...mrn("M-88"),
    type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "MB" }] },
  },
  { ...mrn("M-88"), type: { text: "Insurance policy number" } },
  { ...mrn("M-88"), type: { coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0203", code: "SN" }] } },
];

test("a placeholder or a shared number joins nobody and proves nothing", () => {
  for (const identifier of PLACEHOLDERS) {
    const words = JSON.stringify(identifier);
    const holders = [patient("1", { identifier: [identifier] }), patient("2", { identifier: [identifier] })];
    const ofTwo = [platelets(82), whiteCells(3.2, { subject: { reference: "Patient/2" } })];
    expect(isRefused(...holders, ...ofTwo), words).toBe(true);
    const numbered = platelets(22, { subject: { identifier } });
    expect(cardFor([holders[0] ?? {}, numbered]), words).toBe("");
    expect(cardFor([holders[0] ?? {}, numbered, whiteCells(6, { subject: { reference: "Patient/1" } })]), words).toBe(
      "",
    );
    const within = (value: number) => ({
      subject: { reference: "#p" },
      contained: [patient("p", { identifier: [identifier], birthDate: `19${value}-01-01` })],
    });
    expect(isRefused(platelets(82, within(60)), whiteCells(3.2, within(70))), words).toBe(true);
  }
  const good = mrn("4711-88");
  expect(cardFor([patient("1", { identifier: [good] }), platelets(22, { subject: { identifier: good } })])).not.toBe(
    "",
  );
});

test("a result is of whom its report, specimen, order or visit is, or it is not read", () => {
  const [own, others] = [{ reference: "Patient/1" }, { reference: "Patient/2" }];
  const report = (subject: object, rest: object) => ({
    resourceType: "DiagnosticReport",
    status: "final",
    subject,
    ...rest,
  });
  const a = platelets(22, { id: "a" });
  const holders: [string, (subject: object) => object[]][] = [
    ["report", (subject) => [a, report(subject, { result: [{ reference: "Observation/a" }] })]],
    [
      "panel",
      (subject) => [
        a,
        {
          resourceType: "Observation",
          status: "final",
          code: loinc("58410-2"),
          subject,
          hasMember: [{ reference: "Observation/a" }],
        },
      ],
    ],
    [
      "specimen",
      (subject) => [
        { ...a, specimen: { reference: "Specimen/s" } },
        { resourceType: "Specimen", id: "s", subject },
      ],
    ],
    [
      "contained specimen",
      (subject) => [
        { ...a, specimen: { reference: "#s" }, contained: [{ resourceType: "Specimen", id: "s", subject }] },
      ],
    ],
    [
      "order",
      (subject) => [
        { ...a, basedOn: [{ reference: "ServiceRequest/r" }] },
        { resourceType: "ServiceRequest", id: "r", subject },
      ],
    ],
    [
      "visit",
      (subject) => [
        { ...a, encounter: { reference: "Encounter/e" } },
        { resourceType: "Encounter", id: "e", subject },
      ],
    ],
    ["contained", (subject) => [report(subject, { contained: [a], result: [{ reference: "#a" }] })]],
  ];
  for (const [name, made] of holders) {
    expect(cardFor(made(own)), name).not.toBe("");
    expect(safe(...made(own)), name).toEqual([22]);
    expect(cardFor(made(others)), name).toBe("");
    expect(safe(...made(others)), name).toEqual([]);
  }
  const inherits = (subject: object) =>
    report(subject, { contained: [{ ...a, subject: undefined }], result: [{ reference: "#a" }] });
  expect(cardFor([inherits(own)])).not.toBe("");
  expect(cardFor([inherits(others)])).toBe("");
  expect(isRefused(inherits(others), whiteCells(3.2))).toBe(true);
});

test("a later version takes the earlier one away, whoever it names and whatever code it has", () => {
  const version = (versionId: string, rest: object) => platelets(82, { id: "a", meta: { versionId }, ...rest });
  for (const later of [
    version("2", { subject: { reference: "Patient/2" } }),
    version("2", { subject: undefined, ...quantity(83, "10*9/L") }),
    version("2", { subject: { reference: "Group/1" } }),
    version("2", { code: loinc("718-7") }),
    version("2", { code: loinc("6690-2"), ...quantity(5, "10*9/L") }),
    version("2", { modifierExtension: [{ url: "urn:not", valueBoolean: true }] }),
  ]) {
    for (const all of both(version("1", {}), later)) {
      expect(cardFor(all), JSON.stringify(later)).toBe("");
      expect(safe(...all), JSON.stringify(later)).not.toContain(82);
    }
  }
  for (const all of both(version("2", {}), version("1", { subject: { reference: "Patient/2" } })))
    expect(cardFor(all)).not.toBe("");
  for (const all of both(platelets(82, { id: "a" }), platelets(82, { id: "a", subject: { reference: "Patient/2" } })))
    expect(cardFor(all)).toBe("");
});

test("a panel that is in a file twice is one, with what is not read of it", () => {
  const panel = {
    ...platelets(82, { id: "a", code: loinc("58410-2"), valueQuantity: undefined }),
    component: [
      { code: loinc("777-3"), ...quantity(82, "10*9/L") },
      { code: loinc("718-7"), ...quantity(12, "g/dL") },
      { code: loinc("6690-2"), valueCodeableConcept: { text: "pending" } },
    ],
  };
  expect(safe(panel, panel)).toEqual([82]);
  expect(cardFor([panel, panel])).not.toBe("");
});

test("an id cannot be encoded, and a patient of DSTU2 is not one of R4", () => {
  expect(isRefused(platelets(82), whiteCells(3.2, { subject: { reference: "Patient/%31" } }))).toBe(true);
  for (const resource of [
    platelets(82, { subject: undefined, patient: { reference: "Patient/2" } }),
    platelets(82, { patient: { reference: "Patient/2" } }),
    platelets(82, { subject: [{ reference: "Patient/1" }] }),
  ]) {
    expect(valuesIn(readAny(resource))).toEqual([]);
    expect(whysIn(readAny(resource))).toContain("not FHIR R4");
  }
  const chart = { fhirServer: "https://a.example/fhir" };
  expect(cardFor([platelets(22, { subject: { reference: "https://a.example/fhir/Patient/1/" } })], chart)).not.toBe("");
});

test("only patients of whom there are results are counted", () => {
  const uuid = "urn:uuid:0f4aa7b7-0000-4000-8000-000000000005";
  const unrelated = (id: string) => ({
    fullUrl: uuid,
    resource: patient(id, { birthDate: "1950-01-01", identifier: [mrn("5")] }),
  });
  const own = { fullUrl: "https://a.example/fhir/Patient/1", resource: patient("1", { birthDate: "1980-01-01" }) };
  const chart = { fhirServer: "https://a.example/fhir" };
  for (const id of ["1", "2"]) {
    expect(cardFor([own, unrelated(id), platelets(22)], chart), id).not.toBe("");
    expect(cardFor([unrelated(id), own, platelets(22)], chart), id).not.toBe("");
    expect(cardFor([own, unrelated(id), platelets(22, { subject: { reference: uuid } })], chart), id).toBe("");
  }
  expect(cardFor([unrelated("2"), platelets(22)])).not.toBe("");
});

// ---------------------------------------------------------------- which stands

test("a result under the number of one that was taken back is not safe, unless it is the later one", () => {
  const numbered = { identifier: [{ system: "urn:l", value: "1" }] };
  const good = platelets(82, { id: "a", ...numbered });
  const { valueQuantity: _, effectiveDateTime: _day, code: _code, ...bare } = platelets(82, {});
  for (const status of ["entered-in-error", "cancelled"]) {
    for (const retracted of [
      platelets(82, { id: "b", status, ...numbered }),
      platelets(20, { id: "b", status, ...numbered, code: loinc("26515-7") }),
      { ...platelets(82, { id: "b", status, ...numbered }), valueQuantity: undefined },
      { ...bare, code: loinc("777-3"), id: "b", status, ...numbered },
      { ...bare, code: { text: "?" }, id: "b", status, ...numbered },
      platelets(20, {
        id: "b",
        status,
        extension: [
          {
            url: "http://hl7.org/fhir/StructureDefinition/observation-replaces",
            valueReference: { reference: "Observation/a" },
          },
        ],
      }),
    ]) {
      for (const all of both(good, JSON.parse(JSON.stringify(retracted)) as object)) {
        expect(safe(...all), JSON.stringify(retracted)).toEqual([]);
        expect(cardFor(all)).toBe("");
        expect(remarksIn(readAny(...all)) + whysIn(readAny(...all))).toContain("check");
      }
    }
    const other = platelets(12, { id: "b", status, ...numbered, code: loinc("718-7"), ...quantity(12, "g/dL") });
    expect(safe(good, other)).toEqual([82]);
    const before = platelets(20, { id: "b", status, ...numbered, issued: "2024-02-10T08:00:00Z" });
    expect(safe({ ...good, issued: "2024-02-10T09:00:00Z" }, before)).toEqual([82]);
  }
});

test("a correction under another code for the test stands alone, and one of another day with the same draw is asked about", () => {
  const numbered = { identifier: [{ system: "urn:l", value: "1" }] };
  const ratio = (code: string, value: number, rest: object) =>
    platelets(value, { code: loinc(code), ...quantity(value, "mg/g"), ...numbered, ...rest });
  const right = ratio("34366-5", 90, { id: "b", status: "corrected" });
  for (const all of both(ratio("2890-2", 900, { id: "a" }), right)) {
    expect(safe(...all)).toEqual([90]);
    expect(valuesIn(readAny(...all))).toEqual([90]);
    expect(cardFor(all)).toBe("");
  }
  // Of a code that is not known here only the unit says that it may be of the same test.
  const wrong = platelets(82, { id: "a", ...numbered });
  const unknown = platelets(182, { id: "b", status: "corrected", code: loinc("26515-7"), ...numbered });
  for (const all of both(wrong, unknown)) {
    expect(safe(...all)).not.toContain(82);
    expect(cardFor(all)).toBe("");
  }
  const antibodies = (code: string, value: number, status: string) =>
    platelets(value, { id: code, code: loinc(code), status, ...numbered, ...quantity(value, "[IU]/mL") });
  const byMethods = readAny(antibodies("5130-0", 95, "final"), antibodies("32677-7", 195, "corrected"));
  expect(byMethods.proposals.map(({ isDoubtful }) => isDoubtful)).toEqual([true, undefined]);
  for (const draw of [
    { basedOn: [{ reference: "ServiceRequest/1" }], specimen: { reference: "Specimen/1" } },
    { specimen: { reference: "Specimen/1" } },
    { basedOn: [{ reference: "ServiceRequest/1" }] },
    { specimen: { identifier: { system: "urn:s", value: "S1" } } },
  ]) {
    const before = platelets(182, { id: "b", status: "corrected", effectiveDateTime: "2024-02-09", ...draw });
    for (const all of both(platelets(82, { id: "a", ...draw }), before)) {
      expect(safe(...all), JSON.stringify(draw)).not.toContain(82);
      expect(cardFor(all)).toBe("");
    }
  }
  const order = { basedOn: [{ reference: "ServiceRequest/1" }] };
  const standing = platelets(182, { id: "b", status: "corrected", effectiveDateTime: "2024-01-10", ...order });
  expect(safe(platelets(82, { id: "a", ...order }), standing).toSorted()).toEqual([182, 82]);
});

test("a card says nothing of a result that the laboratory wrote a comment on, wherever it stands", () => {
  const comment = (rest: object = {}) => ({
    resourceType: "Observation",
    status: "final",
    code: loinc("8251-1"),
    valueString: "Clumps seen",
    ...rest,
  });
  const subject = { reference: "Patient/1" };
  const a = platelets(22, { id: "a" });
  const narrative = (status: string) => ({
    text: { status, div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>Clumps <b>seen</b></p></div>' },
  });
  const marked = { system: "http://terminology.hl7.org/CodeSystem/v3-ActReason", code: "HTEST" };
  for (const [words, ...all] of [
    ["Clumps seen", { ...a, contained: [comment({ id: "c" })], hasMember: [{ reference: "#c" }] }],
    ["Clumps seen", { ...a, contained: [comment({ id: "c" })] }],
    ["Clumps seen", { ...a, hasMember: [{ reference: "Observation/c" }] }, comment({ id: "c", subject })],
    ["Clumps seen", { ...a, derivedFrom: [{ reference: "Observation/c" }] }, comment({ id: "c", subject })],
    ["Clumps seen", a, comment({ id: "c", subject, derivedFrom: [{ reference: "Observation/a" }] })],
    ["Clumps seen", a, comment({ id: "c", subject, hasMember: [{ reference: "Observation/a" }] })],
    [
      "Clumps seen",
      a,
      comment({ id: "c", subject, code: { text: "Lab comment" } }),
      {
        resourceType: "DiagnosticReport",
        status: "final",
        subject,
        result: [{ reference: "Observation/a" }, { reference: "Observation/c" }],
      },
    ],
    ["Clumps seen", { ...a, ...narrative("additional") }],
    ["HTEST", { ...a, meta: { security: [marked] } }],
    ["HTEST", { ...a, meta: { tag: [marked] } }],
    ["CLUMPED", { ...a, code: { ...loinc("777-3"), text: "Platelets - CLUMPED, DISREGARD" } }],
    ["do not use", { ...a, code: { ...loinc("777-3"), text: "Platelets (do not use)" } }],
  ] as const) {
    expect(cardFor(all), JSON.stringify(all)).toBe("");
    expect(remarksIn(readAny(...all)), JSON.stringify(all)).toContain(words);
    expect(safeWithComment(...all)).toBe(true);
  }
  const complement = of("4532-8", 12, "U/mL", "U/mL", { referenceRange: [{ low: { value: 30 } }] });
  const named = { code: { ...loinc("4532-8"), text: "Complement total hemolytic CH50" } };
  expect(cardFor([{ ...complement, ...named }])).not.toBe("");
  expect(cardFor([{ ...a, ...narrative("generated") }])).not.toBe("");
  expect(
    cardFor([{ ...a, code: { ...loinc("777-3"), text: "Platelets [#/volume] in Blood by Automated count" } }]),
  ).not.toBe("");
});

const safeWithComment = (...all: readonly object[]) =>
  readAny(...all).proposals.every(({ hasComment }) => hasComment === true);

test("of two values of one result nobody can say which is meant", () => {
  for (const more of [{ valueString: "182" }, { valueInteger: 182 }, { valueCodeableConcept: { text: "low" } }]) {
    const result = platelets(22, more);
    expect(safe(result)).toEqual([]);
    expect(cardFor([result])).toBe("");
    expect(remarksIn(readAny(result))).toContain("more than one value");
  }
});

test("a draw after the patient's death and a period of weeks have no day", () => {
  const day = (...all: readonly object[]) => measurementsIn(readAny(...all)).map(({ date }) => date);
  const died = (deceasedDateTime: string) => patient("1", { deceasedDateTime });
  for (const when of ["2024-02-09", "2024-02-09T12:00:00Z", "2024-01", "2023"]) {
    expect(day(died(when), platelets(82)), when).toEqual([undefined]);
    expect(remarksIn(readAny(died(when), platelets(82)))).toContain("death");
  }
  for (const when of ["2024-02-10", "2024-02-11T12:00:00Z", "2024-02", "2024"])
    expect(day(died(when), platelets(82)), when).toEqual(["2024-02-10"]);
  expect(day(patient("2", { deceasedDateTime: "2020-01-01" }), platelets(82))).toEqual(["2024-02-10"]);
  const during = (start: string, end?: string) =>
    platelets(82, { effectiveDateTime: undefined, effectivePeriod: { start, ...(end && { end }) } });
  expect(day(during("2024-02-10", "2024-02-11"))).toEqual(["2024-02-10"]);
  expect(day(during("2024-02-10"))).toEqual(["2024-02-10"]);
  for (const end of ["2024-02-20", "2024-12-31", "2026-01-01T00:00:00Z"]) {
    expect(day(during("2024-02-10", end)), end).toEqual([undefined]);
    expect(remarksIn(readAny(during("2024-02-10", end)))).toContain("more than a few days");
  }
});

// ---------------------------------------------------------------- units and ranges

const of = (code: string, value: number, unit: string, coded: string, rest: object = {}) =>
  platelets(value, { code: loinc(code), ...quantity(value, coded, { unit }), ...rest });

test("a unit that is printed and another one that is coded are asked about, and no card counts either", () => {
  for (const [code, value, unit, coded] of [
    ["2890-2", 20, "mg/g", "mg/mg"],
    ["2890-2", 60, "mg/mmol", "mg/g"],
    ["2890-2", 0.6, "g/g", "mg/g"],
    ["777-3", 8500, "K/uL", "/uL"],
    ["777-3", 85, "/mm3", "10*9/L"],
    ["6690-2", 3200, "x10^9/L", "/uL"],
    ["4485-9", 0.9, "g/L", "mg/dL"],
    ["4485-9", 90, "mg/dL", "g/L"],
    ["4485-9", 40, "mg/dl", "ug/mL"],
    ["8310-5", 39, "°F", "Cel"],
    ["8310-5", 39, "degF", "Cel"],
    ["2889-4", 1.2, "g/24h", "mg/(24.h)"],
    ["2889-4", 1.2, "g", "mg/d"],
    ["5130-0", 95, "index", "[IU]/mL"],
    ["5130-0", 95, "IU/mL", "{index}"],
    ["3181-5", 61, "MPL", "[GPL'U]"],
    ["3182-3", 61, "GPL U/mL", "[MPL'U]"],
  ] as const) {
    const result = of(code, value, unit, coded);
    expect(safe(result), `${unit} ${coded}`).toEqual([]);
    expect(cardFor([result]), `${unit} ${coded}`).not.toContain("points");
    const said = readAny(result);
    expect(remarksIn(said) + whysIn(said), `${unit} ${coded}`).toMatch(/printed|not believable/);
  }
  for (const [code, value, unit, coded] of [
    ["777-3", 85, "K/uL", "10*9/L"],
    ["777-3", 85, "10^9/L", "10*3/uL"],
    ["777-3", 85, "thousand", "10*3/uL"],
    ["777-3", 85, "Plt", "10*9/L"],
    ["777-3", 85000, "/mm3", "/uL"],
    ["2890-2", 600, "ug/mg creat", "mg/g"],
    ["8310-5", 39, "C", "Cel"],
    ["2889-4", 600, "mg/day", "mg/(24.h)"],
    ["5130-0", 95, "U/mL", "[IU]/mL"],
    ["3181-5", 61, "GPL-U/mL", "[GPL'U]"],
  ] as const)
    expect(safe(of(code, value, unit, coded)), `${unit} ${coded}`).toEqual([value]);
});

test("units that are one under two codes are read", () => {
  for (const [code, coded, unit] of [
    ["3181-5", "[GPL'U]/mL", "[GPL'U]"],
    ["3182-3", "[MPL'U]/mL", "[MPL'U]"],
    ["5076-5", "[APL'U]/mL", "[APL'U]"],
    ["5130-0", "k[IU]/L", "[IU]/mL"],
    ["5130-0", "k[iU]/L", "[IU]/mL"],
    ["5130-0", "[iU]/mL", "[IU]/mL"],
  ] as const) {
    const high = { value: 20, unit: coded, code: coded, system: "http://unitsofmeasure.org" };
    expect(measurementsIn(readAny(of(code, 61, coded, coded, { referenceRange: [{ high }] }))), coded).toMatchObject([
      { value: 61, unit, high: 20 },
    ]);
  }
  expect(valuesIn(readAny(of("3181-5", 61, "u", "[MPL'U]/mL")))).toEqual([]);
  for (const [value, coded, read] of [
    [61000, "m[IU]/mL", 61],
    [61000, "[IU]/L", 61],
  ] as const) {
    const high = { value, unit: coded, code: coded, system: "http://unitsofmeasure.org" };
    const report = readAny(of("5130-0", value, coded, coded, { referenceRange: [{ high }] }));
    expect(measurementsIn(report), coded).toMatchObject([{ value: read, unit: "[IU]/mL", high: read }]);
  }
  expect(valuesIn(readAny(of("5130-0", 61, "u", "[IU]/g")))).toEqual([]);
});

test("a limit is left out where its text or an extension says for whom it is, or something else than its numbers", () => {
  const c3 = (range: object) => of("4485-9", 62, "mg/dL", "mg/dL", { referenceRange: [range] });
  const limits = (range: object) => measurementsIn(readAny(c3(range))).map(({ low, high }) => [low, high]);
  const normal = { low: { value: 90 }, high: { value: 180 } };
  const gestation = {
    url: "http://hl7.org/fhir/StructureDefinition/observation-gestationalAge",
    valueQuantity: { value: 20, unit: "wk" },
  };
  for (const range of [
    ...[
      "Children under 1 year",
      "Critical",
      "Equivocal",
      "Positive",
      "Pregnant: 90-180",
      "Neonates",
      "0-12 months",
    ].map((text) => ({ ...normal, text })),
    ...["Male", "M: 90-180", "Therapeutic range", "Borderline 90 - 180", "Panic", "Reactive", "Dialysis"].map(
      (text) => ({
        ...normal,
        text,
      }),
    ),
    ...["45-90", "100 to 200", ">=10 Positive", "90 - 190 mg/dL", ">180"].map((text) => ({ ...normal, text })),
    { high: { value: 90 }, text: ">90" },
    { high: { value: 90 }, text: "greater than 90" },
    { low: { value: 90 }, text: "<90" },
    { low: { value: 90 }, text: "up to 90" },
    { high: { value: 5 }, text: ">=10 Positive" },
    { ...normal, extension: [gestation] },
    { ...normal, modifierExtension: [{ url: "urn:x:phase", valueString: "luteal" }] },
    { low: { value: 90, extension: [gestation] } },
  ]) {
    expect(limits(range), JSON.stringify(range)).toEqual([[undefined, undefined]]);
    expect(remarksIn(readAny(c3(range))), JSON.stringify(range)).toMatch(/not taken/);
    expect(cardFor([c3(range)]), JSON.stringify(range)).toBe("");
  }
  for (const text of [
    ...[
      "90-180",
      "90 - 180 mg/dL",
      "Normal",
      "Reference range: 90 to 180 mg/dL",
      "(90–180)",
      "0.9-1.8 g/L",
      "90,0 - 180,0",
    ],
    ...[">90", "Normal >= 90", "normal range", "Ref: 90-180"],
  ])
    expect(limits({ ...normal, text }), text).toEqual([[90, 180]]);
  expect(limits({ high: { value: 180 }, text: "<180" })).toEqual([[undefined, 180]]);
  const count = platelets(85, {
    referenceRange: [{ low: { value: 150 }, high: { value: 400 }, text: "150-400 x10^9/L" }],
  });
  expect(measurementsIn(readAny(count))).toMatchObject([{ low: 150, high: 400 }]);
  const negative = of("5130-0", 95, "IU/mL", "[IU]/mL", {
    referenceRange: [{ high: { value: 30 }, text: "Negative: <30" }],
  });
  expect(measurementsIn(readAny(negative))).toMatchObject([{ high: 30 }]);
  const women = { ...normal, text: "Female" };
  expect(measurementsIn(readAny(patient("1", { gender: "female" }), c3(women)))).toMatchObject([{ low: 90 }]);
});

test("an assay that gives no titer gives none, whatever its unit is called", () => {
  const ana = (rest: object) => of("5048-4", 160, "titer", "{titer}", rest);
  for (const rest of [
    { method: { text: "ELISA" } },
    { method: { coding: [{ code: "x", display: "Multiplex bead immunoassay" }] } },
    { code: { ...loinc("5048-4"), text: "ANA ratio, multiplex" } },
    { code: { coding: [{ system: "http://loinc.org", code: "5048-4", display: "ANA by EIA" }] } },
  ]) {
    expect(valuesIn(readAny(ana(rest))), JSON.stringify(rest)).toEqual([]);
    expect(whysIn(readAny(ana(rest)))).toContain("another assay");
  }
  for (const rest of [
    {},
    { method: { text: "Immunofluorescence" } },
    { method: { text: "IFA" }, code: { ...loinc("5048-4"), text: "ANA screen" } },
    { code: { ...loinc("5048-4"), text: "ANA titer by IIF on HEp-2 cells" } },
  ])
    expect(valuesIn(readAny(ana(rest))), JSON.stringify(rest)).toEqual([160]);
});

test("what a result says is shown where it is not taken, and reactive is positive", () => {
  const index = of("5048-4", 2.5, "index", "{index}");
  expect(whysIn(readAny(index))).toContain("2.5 index");
  const wordless = platelets(0, { valueQuantity: undefined, valueString: "plenty" });
  expect(whysIn(readAny(JSON.parse(JSON.stringify(wordless)) as object))).toContain("plenty");
  const rpr = (code: string) => ({
    ...(JSON.parse(JSON.stringify(platelets(0, { code: loinc("20507-0"), valueQuantity: undefined }))) as object),
    valueCodeableConcept: { coding: [{ system: "http://snomed.info/sct", code }] },
  });
  const statuses = (code: string) => readAny(rpr(code)).proposals.map((one) => one.kind === "finding" && one.status);
  expect(statuses("11214006")).toEqual(["present"]);
  expect(statuses("131194007")).toEqual(["absent"]);
});

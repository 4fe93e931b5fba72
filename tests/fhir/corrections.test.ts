import { expect, test } from "vitest";
import {
  bundle,
  callFor,
  cardFor,
  flag,
  loinc,
  platelets,
  quantity,
  readText,
  readValid,
  realWorld,
  remarksIn,
  takenIn,
  valuesIn,
  whysIn,
  wordless,
} from "./support/results.ts";

const number = (value: string) => ({ identifier: [{ system: "urn:lab", value }] });
const meta = (versionId: string, lastUpdated?: string) => ({
  meta: { versionId, ...(lastUpdated && { lastUpdated }) },
});

test("the corrected result of a number of the laboratory stands, and what it corrects is listed with its value", () => {
  const call = realWorld("05-final-then-corrected") as { prefetch: { observations: object } };
  const report = readText(call.prefetch.observations);
  expect(valuesIn(report)).toEqual([182]);
  expect(takenIn(report)).toEqual([182]);
  expect(whysIn(report)).toMatch(/^82 10\*9\/L of 2024-02-10: it was replaced by a later result \(corrected\), 182/);
  expect(callFor(call.prefetch.observations)).toEqual({ kind: "cards", cards: [] });
});

test("the later of two results stands, whatever says which it is and in which order they come", () => {
  const at = { effectiveDateTime: "2024-02-10T08:00:00Z" };
  const pairs: readonly (readonly [object, object])[] = [
    [{ id: "a" }, { id: "b", status: "corrected" }],
    [{ id: "a" }, { id: "b", status: "amended", ...at, ...number("1") }].map((one) => ({ ...one, ...number("1") })) as [
      object,
      object,
    ],
    [
      { id: "a", ...at, issued: "2024-02-10T09:00:00Z" },
      { id: "b", ...at, issued: "2024-02-10T10:00:00+00:30" },
    ],
    [
      { id: "a", ...at, ...meta("7", "2024-02-11T09:00:00Z") },
      { id: "b", ...at, ...meta("1", "2024-02-12T09:00:00Z") },
    ],
    [
      { id: "a", ...meta("1") },
      { id: "a", ...meta("2") },
    ],
    [
      { id: "a", ...meta("9") },
      { id: "a", ...meta("10"), effectiveDateTime: "2024-02-09" },
    ],
    [
      { id: "a" },
      {
        id: "b",
        extension: [
          {
            url: "http://hl7.org/fhir/StructureDefinition/observation-replaces",
            valueReference: { reference: "Observation/a" },
          },
        ],
      },
    ],
    [{ id: "a" }, { id: "b", derivedFrom: [{ reference: "Observation/a" }] }],
    [
      { id: "a", identifier: [{ value: "1" }, { system: "urn:x", value: "2" }], ...at },
      {
        id: "b",
        status: "corrected",
        identifier: [{ system: "urn:x", value: "2" }],
        effectiveDateTime: "2024-02-10T09:00:00Z",
      },
    ],
  ];
  for (const [earlier, later] of pairs) {
    for (const both of [
      [platelets(82, earlier), platelets(182, later)],
      [platelets(182, later), platelets(82, earlier)],
    ]) {
      const report = readValid(...both);
      expect(valuesIn(report), JSON.stringify([earlier, later])).toEqual([182]);
      expect(takenIn(report)).toEqual([182]);
      expect(whysIn(report)).toContain("82 10*9/L");
      expect(cardFor(both)).toBe("");
    }
  }
});

test("where a version stands in a file does not tell which is later: of two that differ, neither is taken", () => {
  for (const [one, other] of [
    [platelets(82, { id: "a" }), platelets(182, { id: "a" })],
    [platelets(82, { id: "a", ...meta("x-1") }), platelets(182, { id: "a", ...meta("x-2") })],
    [platelets(82, { id: "a", status: "amended" }), platelets(182, { id: "a", status: "corrected" })],
    [platelets(82, { id: "a" }), platelets(182, { id: "a", effectiveDateTime: "2024-03-01" })],
  ] as const) {
    for (const both of [
      [one, other],
      [other, one],
    ]) {
      const report = readValid(...both);
      expect(valuesIn(report).toSorted((a, b) => a - b)).toEqual([82, 182]);
      expect(takenIn(report)).toEqual([]);
      expect(remarksIn(report)).toMatch(/take the one that is right.*take the one that is right/);
      expect(cardFor(both)).toBe("");
    }
  }
  // What is said twice is as certain as what is said once.
  const twice = [platelets(82, { id: "a" }), platelets(82, { id: "a", issued: "2024-02-11T08:00:00Z" })];
  expect(takenIn(readValid(...twice))).toEqual([82]);
  expect(cardFor(twice)).toContain("Thrombocytopenia (");
});

test("the status of a version tells which is later where a result goes through them in an order, and else it is asked", () => {
  const statuses = (earlier: string, later: string) => {
    const both = [platelets(82, { id: "a", status: earlier }), platelets(182, { id: "a", status: later })];
    return [both, both.toReversed()];
  };
  for (const [earlier, later, stands] of [
    ["registered", "final", [182]],
    ["preliminary", "final", [182]],
    ["final", "amended", [182]],
    ["final", "entered-in-error", []],
    ["corrected", "entered-in-error", []],
  ] as const) {
    for (const both of statuses(earlier, later)) expect(takenIn(readValid(...both)), later).toEqual(stands);
  }
  for (const other of ["cancelled", "unknown"]) {
    for (const both of statuses("final", other)) {
      const report = readValid(...both);
      expect(valuesIn(report), other).toEqual([82]);
      expect(takenIn(report), other).toEqual([]);
      expect(remarksIn(report)).toContain("The same id stands for something else as well");
      expect(cardFor(both)).toBe("");
    }
  }
});

test("a later version that takes a result back takes it away, and an earlier one does not", () => {
  const wrong = (versionId: string) => platelets(82, { id: "a", status: "entered-in-error", ...meta(versionId) });
  const report = readValid(platelets(82, { id: "a", ...meta("1") }), wrong("2"));
  expect(report.proposals).toEqual([]);
  expect(whysIn(report)).toContain("entered-in-error");
  expect(valuesIn(readValid(platelets(182, { id: "a", ...meta("2") }), wrong("1")))).toEqual([182]);
  const without = wordless("777-3", {
    id: "b",
    status: "corrected",
    dataAbsentReason: { text: "clotted" },
    ...number("1"),
  });
  expect(valuesIn(readValid(platelets(82, number("1")), without))).toEqual([]);
  const again = platelets(83, { id: "c", status: "entered-in-error", issued: "2024-02-12T08:00:00Z", ...number("1") });
  const doubtful = readValid(platelets(82, { issued: "2024-02-11T08:00:00Z", ...number("1") }), again);
  expect(valuesIn(doubtful)).toEqual([82]);
  expect(takenIn(doubtful)).toEqual([]);
  expect(remarksIn(doubtful)).toContain("taken back");
  expect(cardFor([platelets(82, { issued: "2024-02-11T08:00:00Z", ...number("1") }), again])).toBe("");
});

test("where nothing tells which of two is later, neither is taken with the others, nor counted where they disagree", () => {
  for (const rest of [{}, { effectiveDateTime: "2024-02-10T08:00:00Z" }, { status: "corrected" }, number("1")]) {
    const both = [platelets(82, { id: "a", ...rest }), platelets(182, { id: "b", ...rest })];
    const report = readValid(...both);
    expect(valuesIn(report)).toEqual([82, 182]);
    expect(takenIn(report)).toEqual([]);
    expect(remarksIn(report)).toContain("take the one that is right");
    expect(cardFor(both)).toBe("");
  }
  // A day without a time may be any time of it.
  const bare = [platelets(82), platelets(182, { effectiveDateTime: "2024-02-10T08:00:00Z" })];
  expect(takenIn(readValid(...bare))).toEqual([]);
  const agree = cardFor([platelets(82), platelets(85), platelets(90, { effectiveDateTime: "2024-03-01" })]);
  expect(agree).toContain("From 2 laboratory values alone");
  const left = cardFor([platelets(82), platelets(182), platelets(90, { effectiveDateTime: "2024-03-01" })]);
  expect(left).toContain("From 1 laboratory value alone");
  expect(left).toContain("2 laboratory values were left out of which it is not known whether they stand");
});

test("results that are no corrections of each other are all kept", () => {
  const at = (time: string) => ({ effectiveDateTime: `2024-02-10T${time}:00Z` });
  const dna = (value: number, rest: object, code = "5130-0") =>
    platelets(0, { code: loinc(code), ...quantity(value, "[IU]/mL"), ...rest });
  const method = (text: string) => ({ method: { text } });
  for (const [one, other] of [
    [platelets(82, at("08:00")), platelets(182, at("16:00"))],
    [platelets(82, { ...at("08:00"), ...number("1") }), platelets(182, { ...at("16:00"), ...number("1") })],
    [platelets(82, number("1")), platelets(182, { ...number("1"), effectiveDateTime: "2024-03-01" })],
    [
      platelets(82, number("1")),
      platelets(182, { status: "corrected", ...number("2"), effectiveDateTime: "2024-03-01" }),
    ],
    [dna(95, method("Farr")), dna(20, method("ELISA"))],
    [
      dna(95, { ...method("Farr"), ...number("1") }),
      dna(20, { ...method("ELISA"), status: "corrected", ...number("1") }),
    ],
    [dna(95, {}), dna(20, {}, "32677-7")],
    [
      platelets(82, { specimen: { reference: "Specimen/1" } }),
      platelets(182, { specimen: { reference: "Specimen/2" } }),
    ],
    [platelets(82, number("1")), platelets(9, { code: loinc("6690-2"), status: "corrected", ...number("1") })],
  ] as const) {
    const report = readValid(one, other);
    expect(valuesIn(report), JSON.stringify([one, other])).toHaveLength(2);
    expect(takenIn(report), JSON.stringify([one, other])).toHaveLength(2);
  }
});

test("a correction under the number of a result of another day makes both doubtful", () => {
  const report = readValid(
    platelets(82, { id: "a", ...number("1") }),
    platelets(182, { id: "b", status: "corrected", effectiveDateTime: "2024-02-11", ...number("1") }),
  );
  expect(valuesIn(report)).toEqual([82, 182]);
  expect(takenIn(report)).toEqual([]);
  expect(remarksIn(report)).toContain("the same number of the laboratory");
});

test("a text of a titer beside the titer takes nothing from it", () => {
  const report = readValid(
    wordless("5048-4", { valueString: "1:640" }),
    wordless("5048-4", { valueString: "speckled" }),
  );
  expect(takenIn(report)).toEqual([640]);
});

test("a corrected answer replaces the answer, and a refuted diagnosis the diagnosis of the same id", () => {
  const smith = (code: string, rest: object) => wordless("11090-8", { ...flag(code), ...rest });
  const { proposals } = readValid(smith("POS", number("1")), smith("NEG", { status: "corrected", ...number("1") }));
  expect(proposals).toMatchObject([{ finding: "anti-sm", status: "absent" }]);
  const seizure = (status: string, versionId: string) => ({
    resourceType: "Condition",
    id: "c",
    ...meta(versionId),
    subject: { reference: "Patient/1" },
    verificationStatus: {
      coding: [{ system: "http://terminology.hl7.org/CodeSystem/condition-ver-status", code: status }],
    },
    code: { coding: [{ system: "http://snomed.info/sct", code: "91175000" }] },
  });
  expect(readValid(seizure("confirmed", "1"), seizure("refuted", "2")).proposals).toEqual([]);
  expect(readValid(seizure("refuted", "1"), seizure("confirmed", "2")).proposals).toHaveLength(1);
  for (const [one, other] of [
    ["confirmed", "refuted"],
    ["refuted", "confirmed"],
  ] as const) {
    const { proposals } = readValid(seizure(one, "x"), seizure(other, "y"));
    expect(proposals).toMatchObject([{ finding: "seizure", isDoubtful: true }]);
  }
});

test("what a bundle asks to delete is not read", () => {
  const asked = (method: string, url: string) =>
    readText({
      ...bundle(platelets(82, { id: "a" })),
      type: "transaction",
      entry: [
        { resource: platelets(82, { id: "a" }), request: { method: "PUT", url: "Observation/a" } },
        { request: { method, url } },
      ],
    });
  expect(valuesIn(asked("DELETE", "Observation/a"))).toEqual([]);
  expect(valuesIn(asked("DELETE", "Observation/b"))).toEqual([82]);
  expect(asked("DELETE", "Observation?identifier=urn:lab|1").issues[0]?.message).toContain("does not name");
});

import { expect, test } from "vitest";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { assess } from "../support/assess.ts";
import {
  bundle,
  cardFor,
  flag,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  type Report,
  readAny,
  readText,
  readValid,
  realWorld,
  remarksIn,
  valuesIn,
  whysIn,
  wordless,
} from "./support/results.ts";

test("what the laboratory wrote beside a value is shown with it, and no card counts the value", () => {
  const clumps = readText(realWorld("11-note-disregard"));
  expect(valuesIn(clumps)).toEqual([45]);
  expect(remarksIn(clumps)).toContain("Platelet clumps present, count unreliable.");
  const specimen = { resourceType: "Specimen", id: "s", condition: [{ text: "Clotted" }] };
  const long = `${"x ".repeat(200)}disregard`;
  for (const [words, rest, others] of [
    ["Clumps seen", { note: [{ text: "Clumps seen" }] }, []],
    ["disregard", { note: [{ text: long }] }, []],
    ["Second", { note: [{ text: "First" }, { text: "Second" }] }, []],
    ["Unreliable: clumps", { interpretation: [{ text: "Unreliable: clumps" }] }, []],
    ["Redrawn", { extension: [{ url: "http://lab.example/comment", valueString: "Redrawn" }] }, []],
    ["Inner", { extension: [{ url: "http://lab.example/a", extension: [{ url: "b", valueString: "Inner" }] }] }, []],
    ["clumps", quantity(45, "10*9/L", { extension: [{ url: "http://lab.example/c", valueString: "clumps" }] }), []],
    ["Recollect", { component: [{ code: { text: "Comment" }, valueString: "Recollect" }] }, []],
    ["Clotted", { specimen: { reference: "#s" }, contained: [specimen] }, []],
    ["Clotted", { specimen: { reference: "Specimen/s" } }, [specimen]],
    ["hemolyzed", { specimen: { display: "Blood, hemolyzed" } }, []],
    [
      "unsatisfactory",
      { specimen: { reference: "Specimen/s" } },
      [{ resourceType: "Specimen", id: "s", status: "unsatisfactory" }],
    ],
    [
      "Pseudothrombocytopenia",
      { id: "o" },
      [
        {
          resourceType: "DiagnosticReport",
          status: "final",
          code: { text: "Blood count" },
          conclusion: "Pseudothrombocytopenia",
          result: [{ reference: "Observation/o" }],
        },
      ],
    ],
  ] as const) {
    const all = [platelets(45, rest), ...others];
    expect(remarksIn(readValid(...all)), words).toContain(words);
    expect(valuesIn(readAny(...all))).toEqual([45]);
    expect(cardFor(all), words).toBe("");
    const beside = platelets(50, { effectiveDateTime: "2024-03-01" });
    expect(cardFor([...all, beside])).toContain("1 laboratory value was left out with a comment");
  }
});

test("a comment on one component is that component's, and one on the whole is everybody's", () => {
  const panel = wordless("", { code: { text: "Blood count" } });
  const white = { code: loinc("6690-2"), ...quantity(3.1, "10*9/L") };
  const part = (rest: object) => ({ code: loinc("777-3"), ...quantity(45, "10*9/L"), ...rest });
  const one = { ...panel, component: [part({ extension: [{ url: "x:y", valueString: "Clumps" }] }), white] };
  const said = readValid(one).proposals.map(({ remarks }) => remarks.join().includes("Clumps"));
  expect(said).toEqual([true, false]);
  const all = { ...panel, note: [{ text: "Old sample" }], component: [part({}), white] };
  expect(readValid(all).proposals.map(({ hasComment }) => hasComment)).toEqual([true, true]);
});

test("words that only repeat a flag are no comment", () => {
  for (const text of ["Low", "L", "Below low normal", "Critically low", "Out", "low panic"]) {
    expect(cardFor([platelets(45, flag("L", { text }))]), text).toContain("Thrombocytopenia");
  }
});

test("a value of which something says that there is none is not taken, and is shown", () => {
  const reason = { url: "http://hl7.org/fhir/StructureDefinition/data-absent-reason", valueCode: "error" };
  for (const rest of [
    { dataAbsentReason: { text: "error" } },
    quantity(45, "10*9/L", { extension: [reason] }),
    { valueQuantity: { ...quantity(45, "10*9/L").valueQuantity, _value: { extension: [reason] } } },
    { _valueQuantity: { extension: [reason] } },
  ]) {
    const report = readAny(platelets(45, rest));
    expect(report.proposals, JSON.stringify(rest)).toEqual([]);
    expect(whysIn(report)).toContain("45 10*9/L");
  }
  for (const status of ["registered", "preliminary", "cancelled", "entered-in-error", "unknown", "FINAL", undefined]) {
    const report = readAny(platelets(45, { status }));
    expect(report.proposals, status).toEqual([]);
    expect(whysIn(report)).toContain("its status is");
  }
});

const twice = (report: Report) =>
  assess(withConfirmed(EMPTY_RECORD, report.proposals))
    .results?.["acr-1997"]?.domains.flatMap(({ criteria }) => criteria)
    .some(({ state }) => state === "counted");
const white = (moment: string | undefined, value: number, rest: object = {}) =>
  platelets(0, { code: loinc("6690-2"), ...quantity(value, "10*9/L"), effectiveDateTime: moment, ...rest });
const days = (report: Report) => measurementsIn(report).map(({ date }) => date);

test("a day that stands for none, or cannot be, is no occasion, and its value is kept", () => {
  expect(days(readText(realWorld("18-old-date")))).toEqual(["2024-02-10", undefined]);
  expect(twice(readText(realWorld("18-old-date")))).toBe(false);
  for (const moment of [
    "0001-01-01",
    "1000-01-01",
    "1601-01-01T00:00:00Z",
    "1753-01-01",
    "1899-12-30",
    "1900-01-01",
    "1850-06-01",
    "1970-01-01",
    "1970-01-01T00:00:00Z",
    "1969-12-31T19:00:00-05:00",
    "1970-01-01T01:00:00+01:00",
    "9999-12-31",
    "2031-01-01",
    "2026-07-01T00:00:00Z",
    "1989-12-31",
  ]) {
    const born = { resourceType: "Patient", id: "1", birthDate: "1990-01-01" };
    const report = readValid(born, white("2024-02-10", 3.2), white(moment, 3.1));
    expect(days(report), moment).toEqual(["2024-02-10", undefined]);
    expect(remarksIn(report), moment).toContain(moment.slice(0, 10));
    expect(twice(report), moment).toBe(false);
  }
  // Without the birth date, and with one of another patient, a day of the past is a day.
  expect(days(readAny(white("1989-12-31", 3.1)))).toEqual(["1989-12-31"]);
  expect(
    days(readAny({ resourceType: "Patient", id: "2", birthDate: "1990-01-01" }, white("1989-12-31", 3.1))),
  ).toEqual(["1989-12-31"]);
  expect(days(readAny({ resourceType: "Patient", id: "1", birthDate: "1990" }, white("1990-01-01", 3.1)))).toEqual([
    "1990-01-01",
  ]);
  expect(twice(readAny(white("2024-02-10", 3.2), white("2024-03-10", 3.1)))).toBe(true);
});

test("one night's draws in two time zones are one occasion", () => {
  for (const [one, other] of [
    ["2024-02-10T23:30:00-05:00", "2024-02-11T04:40:00Z"],
    ["2024-02-10T23:30:00-05:00", "2024-02-11T06:10:00Z"],
    ["2024-02-10T23:30:00-05:00", "2024-02-11T05:40:00+01:00"],
    ["2024-02-11T04:40:00Z", "2024-02-10T22:50:00-06:00"],
    ["2024-02-10T20:00:00Z", "2024-02-11T01:00:00+05:30"],
    ["2024-02-11T08:00:00+10:00", "2024-02-10T23:30:00Z"],
  ] as const) {
    for (const report of [
      readValid(white(one, 3.2), white(other, 3.1)),
      readValid(white(other, 3.1), white(one, 3.2)),
    ]) {
      const found = days(report);
      expect(found[0], `${one} ${other}`).toBe(found[1]);
      expect(remarksIn(report)).toContain("dated");
      expect(twice(report)).toBe(false);
    }
  }
});

test("two days are two occasions, whatever their time zones", () => {
  for (const [one, other] of [
    ["2024-02-10T23:30:00-05:00", "2024-02-12T04:40:00Z"],
    ["2024-02-10T08:00:00-05:00", "2024-02-11T12:30:00Z"],
    ["2024-03-09T08:00:00-05:00", "2024-03-10T08:00:00-04:00"],
    ["2024-02-10T23:30:00Z", "2024-02-11T00:30:00Z"],
    ["2024-02-10", "2024-02-11T04:40:00Z"],
  ] as const) {
    const report = readValid(white(one, 3.2), white(other, 3.1));
    expect(new Set(days(report)).size, `${one} ${other}`).toBe(2);
    expect(twice(report)).toBe(true);
  }
  const row = [1, 2, 3, 4].flatMap((day) => [
    white(`2024-02-0${day}T22:00:00-05:00`, 3 + day / 10),
    white(`2024-02-0${day + 1}T20:00:00Z`, 3.05 + day / 10),
  ]);
  expect(new Set(days(readText(bundle(...row)))).size).toBeGreaterThan(3);
});

/** One patient's results as different programs export them: what is proposed is the same. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import {
  bundle,
  callFor,
  loinc,
  measurementsIn,
  platelets,
  quantity,
  readAny,
  readText,
  readValid,
  valuesIn,
  whysIn,
} from "./support/results.ts";

const plan = importPlanOf(definitions);
const read = (text: string) => readImport(plan, text, convertUcum, "2026-06-30");
const first = platelets(85, { id: "a" });
const second = platelets(75, { id: "b", effectiveDateTime: "2024-03-10" });
const plain = valuesIn(readAny(first, second));
const searchset = (...resources: object[]) => ({ ...bundle(...resources), type: "searchset" });
const parameters = (...parameter: object[]) => ({ resourceType: "Parameters", parameter });
const held = (resource: object) => ({ name: "result", resource });
const further = [{ relation: "next", url: "https://ehr.example/fhir?page=2" }];

describe("resources that are in no one Bundle are read as if they were", () => {
  const [a, b] = [first, second].map((one) => JSON.stringify(one)) as [string, string];
  test.each([
    ["one resource a line", `${a}\n${b}\n`],
    ["lines that end as on Windows, with a mark of the byte order and an empty one", `\uFEFF${a}\r\n\r\n${b}\r\n`],
    ["a Bundle a line", [first, second].map((one) => JSON.stringify(searchset(one))).join("\n")],
    ["a list", `[${a},${b}]`],
    ["a list of Bundles", JSON.stringify([searchset(first), searchset(second)])],
    ["a Bundle of answers to searches", JSON.stringify(bundle(searchset(first), searchset(second)))],
    ["the answer of an operation", JSON.stringify(parameters({ name: "return", resource: bundle(first, second) }))],
    [
      "parameters with resources in their parts",
      JSON.stringify(
        parameters({ name: "subject", valueString: "x" }, { name: "result", part: [held(first), held(second)] }),
      ),
    ],
    ["parameters in a Bundle", JSON.stringify(bundle(first, parameters(held(searchset(second)))))],
  ])("%s", (_, text) => {
    expect(valuesIn(read(text))).toEqual(plain);
  });

  test("one that is cut off, one of another patient, a history and what is no resource are refused in words", () => {
    const stranger = JSON.stringify(platelets(20, { subject: { reference: "Patient/2" } }));
    for (const [text, says] of [
      [`${a}\n${b.slice(0, 50)}`, "Resource 2"],
      [`${a}\n${b.replace("75", '75,"value":7')}`, "given twice"],
      [`${a}\n${stranger}`, "2 patients"],
      [`[${a},7]`, "no FHIR resource"],
      ["[]", "no FHIR resource"],
      ["{}\n{}", "no FHIR resource"],
      [JSON.stringify(parameters({ name: "count", valueInteger: 0 })), "The Parameters has no resources."],
      [JSON.stringify(parameters(held({ ...bundle(first), type: "history" }))), "history"],
      [
        JSON.stringify(parameters(held(first), held(platelets(20, { subject: { reference: "Patient/2" } })))),
        "2 patients",
      ],
      [JSON.stringify(bundle({ ...bundle(first), type: "history" })), "history"],
    ] as const) {
      const report = read(text);
      expect(report.proposals).toEqual([]);
      expect(report.issues.map(({ message }) => message).join()).toContain(says);
    }
  });
});

test("a further page and what the record says of its answer are said, and take nothing from what is there", () => {
  const outcome = {
    resourceType: "OperationOutcome",
    issue: [{ severity: "warning", code: "suppressed", diagnostics: "Sensitive results were withheld" }],
  };
  const report = readText({ ...searchset(first, outcome), link: further });
  expect(valuesIn(report)).toEqual([85]);
  expect(whysIn(report)).toContain("there is a further one");
  expect(whysIn(report)).toContain("warning: Sensitive results were withheld");
  expect(whysIn(readText(bundle({ ...searchset(first), link: further })))).toContain("there is a further one");
  expect(whysIn(readText({ ...searchset(first), link: [{ relation: "self", url: "https://x.example" }] }))).toBe("");
  const answer = callFor({ ...searchset(first), link: further });
  expect(answer.kind === "cards" && answer.cards[0]?.detail.match(/further/g)).toHaveLength(1);
});

test("a search that found more than is there says so, however many pages of it are there", () => {
  const page = (total: number, ...resources: object[]) => ({ ...searchset(...resources), total });
  const outcome = { resourceType: "OperationOutcome", issue: [{ severity: "information", code: "informational" }] };
  for (const [sent, isAll] of [
    [page(2, first, second), true],
    [page(1, first, outcome), true],
    [page(3, first, second), false],
    [bundle(page(2, first), page(2, second)), true],
    [bundle(page(3, first), page(3, second)), false],
    [bundle(page(9, first), page(1, second)), false],
  ] as const) {
    expect(whysIn(readText(sent)).includes("fewer than its search found"), JSON.stringify(sent)).toBe(!isAll);
  }
  const answer = callFor(page(40, first));
  expect(answer.kind === "cards" && answer.cards[0]?.detail).toContain("found more of them than were sent here");
  expect(callFor(page(1, first, outcome))).not.toMatchObject({
    cards: [{ detail: expect.stringContaining("found more of them") }],
  });
});

test("an entry that holds a refusal in place of its answer is said, and takes nothing from the others", () => {
  const outcome = {
    resourceType: "OperationOutcome",
    issue: [{ severity: "error", code: "forbidden", diagnostics: "Diagnoses are not in scope" }],
  };
  const sent = (response: object) => ({
    resourceType: "Bundle",
    type: "batch-response",
    entry: [{ resource: searchset(first), response: { status: "200" } }, { response }],
  });
  for (const [response, says] of [
    [{ status: "403 Forbidden", outcome }, "error: Diagnoses are not in scope"],
    [{ status: "504" }, "an answer is missing (504)"],
  ] as const) {
    const report = readText(sent(response));
    expect(valuesIn(report)).toEqual([85]);
    expect(whysIn(report)).toContain(says);
    const answer = callFor(sent(response));
    expect(answer.kind === "cards" && answer.cards[0]?.detail).toContain("A question about the results failed");
  }
  for (const status of ["200 OK", "204", "304 Not Modified"]) expect(whysIn(readText(sent({ status })))).toBe("");
});

test("a code system is known by its object identifier and by other ways to write its address", () => {
  for (const system of ["urn:oid:2.16.840.1.113883.6.1", "https://loinc.org", "http://loinc.org/"]) {
    const sent = { ...first, code: { coding: [{ system, code: "777-3" }] } };
    expect(valuesIn(readAny(sent)), system).toEqual([85]);
  }
  for (const system of ["urn:oid:2.16.840.1.113883.6", "urn:oid:constructor", "http://loinc.example", "loinc"]) {
    expect(valuesIn(readAny({ ...first, code: { coding: [{ system, code: "777-3" }] } })), system).toEqual([]);
  }
  const diagnosis = (system: string, code: string) => ({
    resourceType: "Condition",
    subject: { reference: "Patient/1" },
    code: { coding: [{ system, code }] },
  });
  for (const one of [
    diagnosis("urn:oid:2.16.840.1.113883.6.96", "60046008"),
    diagnosis("urn:oid:2.16.840.1.113883.6.90", "L93.0"),
    diagnosis("http://fhir.de/CodeSystem/bfarm/icd-10-gm", "L93.0"),
    diagnosis("http://hl7.org/fhir/sid/icd-10-am", "L93.0"),
  ]) {
    expect(readAny(one).proposals.map(({ kind }) => kind)).toContain("finding");
  }
});

test("one value that is sent in two units is one, with its limits, and two that differ are two", () => {
  const c3 = (value: number, unit: string, low: number) => ({
    ...platelets(0),
    code: loinc("4485-9"),
    ...quantity(value, unit),
    referenceRange: [{ low: { value: low } }],
  });
  expect(measurementsIn(readValid(c3(62, "mg/dL", 90), c3(0.62, "g/L", 0.9)))).toHaveLength(1);
  expect(measurementsIn(readValid(c3(62, "mg/dL", 90), c3(0.62, "g/L", 0.8)))).toHaveLength(2);
  const dna = (unit: string) => ({ ...platelets(0), code: loinc("5130-0"), ...quantity(40, unit) });
  expect(measurementsIn(readAny(dna("[IU]/mL"), dna("{index}")))).toHaveLength(2);
});

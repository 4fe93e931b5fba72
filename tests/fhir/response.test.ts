import fc from "fast-check";
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { response } from "../../lib/fhir/response.ts";
import { asStatement } from "../../lib/record/interpret.ts";
import { format, parse } from "../support/assess.ts";
import { realWorld } from "./support/results.ts";
import { problemsOf } from "./support/validate.ts";

/** The same record with every answer in its long form and without empty parts, so that two spellings compare equal. */
function spelledOut({ findings, measurements, ...rest }: SleRecord): unknown {
  const answers = Object.entries(findings ?? {}).map(([id, answer]) => [id, asStatement(answer ?? "unknown")]);
  return {
    ...rest,
    ...(answers.length > 0 && { findings: Object.fromEntries(answers) }),
    ...(measurements && measurements.length > 0 && { measurements }),
  };
}

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const TESTS = Object.keys(definitions.tests) as TestId[];
const units = Object.values(definitions.tests).flatMap((test) => test.units.map(({ unit }) => unit));

const day = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const status = fc.constantFrom("present" as const, "absent" as const, "unknown" as const);
const optional = { requiredKeys: [] };

/** Any record that the format allows, sensible or not; texts from `text`. */
function records(text: fc.Arbitrary<string>): fc.Arbitrary<SleRecord> {
  const cause = fc.constantFrom("drug", "infection", "malignancy", "metabolic", "other-disease", "other");
  const statement = fc.record(
    { status, explainedBy: fc.record({ cause, text }, { requiredKeys: ["cause"] }), date: day, note: text },
    { requiredKeys: ["status"] },
  );
  const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }).map((one) => one + 0);
  const measurement = fc.record(
    {
      test: fc.constantFrom(...TESTS),
      value: number,
      unit: fc.oneof(fc.constantFrom(...units), text),
      comparator: fc.constantFrom("<", ">"),
      date: day,
      low: number,
      high: number,
      p99: number,
      method: fc.oneof(fc.constantFrom("crithidia", "elisa"), text),
    },
    { requiredKeys: ["test", "value", "unit"] },
  );
  return fc
    .record(
      {
        label: text,
        findings: fc.dictionary(fc.constantFrom(...FINDINGS), fc.oneof(status, statement), { maxKeys: 30 }),
        measurements: fc.array(measurement, { maxLength: 12 }),
      },
      optional,
    )
    .map((parts) => ({ format: "sle-record/1", ...parts }) as SleRecord);
}

function roundTrip(record: SleRecord): unknown {
  const sent = JSON.parse(JSON.stringify(response(record, definitions, "0.0.0")));
  const read = readResponse(sent, definitions, format);
  return read.record ? spelledOut(read.record) : read.issues;
}

test("any record comes back from a QuestionnaireResponse without loss", () => {
  fc.assert(
    fc.property(records(fc.string({ unit: "binary", maxLength: 20 })), (record) => {
      expect(parse(record).issues).toEqual([]);
      expect(roundTrip(record)).toEqual(spelledOut(record));
    }),
    { seed: 1, numRuns: 500 },
  );
});

test("a QuestionnaireResponse is valid against the structure definitions of FHIR R4", () => {
  const printable = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 }).map((text) => `a${text.trim()}`);
  fc.assert(
    fc.property(records(fc.oneof(printable, fc.constant(""))), (record) => {
      expect(
        problemsOf(
          JSON.parse(JSON.stringify(response(record, definitions, "0.0.0", { authored: "2026-01-01T00:00:00Z" }))),
        ),
      ).toEqual([]);
    }),
    { seed: 2, numRuns: 100 },
  );
});

test("every worked example comes back from a QuestionnaireResponse", () => {
  for (const { id, record } of definitions.examples) expect(roundTrip(record), id).toEqual(spelledOut(record));
});

const answered = (linkId: string, code: string, item?: unknown) => ({
  linkId,
  answer: [{ valueCoding: { system: "urn:sle-classification:answer", code }, ...(item ? { item } : {}) }],
});
const inGroup = (...item: unknown[]) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  item: [{ linkId: "group/mucocutaneous", item }],
});

test("an explanation without a cause is another cause, which is what the answer says", () => {
  expect(readResponse(inGroup(answered("oral-ulcers", "explained")), definitions, format).record?.findings).toEqual({
    "oral-ulcers": { status: "present", explainedBy: { cause: "other" } },
  });
});

test("what is not ours or not an answer is an issue, and nothing is passed over", () => {
  const wrong: [unknown, string][] = [
    [{ resourceType: "Bundle" }, "resourceType"],
    ["<QuestionnaireResponse/>", ""],
    [inGroup(answered("no-such-finding", "present")), "no-such-finding"],
    [inGroup(answered("oral-ulcers", "maybe")), "findings.oral-ulcers"],
    [inGroup({ linkId: "oral-ulcers", answer: [{ valueString: "present" }] }), "findings.oral-ulcers"],
    [inGroup(answered("oral-ulcers", "present"), answered("oral-ulcers", "absent")), "findings.oral-ulcers"],
    [inGroup(answered("oral-ulcers", "present", [{ linkId: "fever/date" }])), "fever/date"],
    [{ resourceType: "QuestionnaireResponse", item: [{ linkId: "elsewhere" }] }, "elsewhere"],
    [{ resourceType: "QuestionnaireResponse", item: [{ linkId: "measurements", item: [{ linkId: "x" }] }] }, "x"],
  ];
  for (const [input, path] of wrong) {
    const { record, issues } = readResponse(input, definitions, format);
    expect(record, path).toBeUndefined();
    expect(issues.map((issue) => issue.path.split(".").slice(0, 2).join("."))).toContain(path);
  }
});

test("a coding of another system with the same code is not taken for an answer", () => {
  const foreign = { linkId: "fever", answer: [{ valueCoding: { system: "http://elsewhere", code: "present" } }] };
  const input = { resourceType: "QuestionnaireResponse", item: [{ linkId: "group/constitutional", item: [foreign] }] };
  expect(readResponse(input, definitions, format).issues).toMatchObject([
    { code: "malformed", path: "findings.fever" },
  ]);
});

const standing = {
  ...inGroup(answered("malar-rash", "present")),
  questionnaire: "urn:sle-classification:questionnaire:sle-record",
};

test("a response that stands and answers one of our forms is read, whatever its version", () => {
  for (const rest of [
    {},
    { status: "amended" },
    { questionnaire: `${standing.questionnaire}|0.0.1` },
    { questionnaire: "urn:sle-classification:questionnaire:eular-acr-2019|9.9.9" },
    // Its questions are ours, and any other would be an issue.
    { questionnaire: undefined },
    { subject: { reference: "Patient/1" } },
    { subject: { reference: "#p" }, contained: [{ resourceType: "Patient", id: "p" }] },
    { extension: [{ url: "http://elsewhere.example/x", valueString: "y" }] },
  ]) {
    const { record } = readResponse(JSON.parse(JSON.stringify({ ...standing, ...rest })), definitions, format);
    expect(record?.findings, JSON.stringify(rest)).toEqual({ "malar-rash": "present" });
  }
});

test("a response that does not stand, of another form, about something else or with a modifier is refused in words", () => {
  const modifierExtension = [{ url: "http://elsewhere.example/not", valueBoolean: true }];
  const [answer] = answered("malar-rash", "present").answer;
  const wrong: [unknown, string, string][] = [
    [realWorld("09-response-entered-in-error"), "status", "entered-in-error"],
    ...["entered-in-error", "stopped", "in-progress", "Completed", 7].map((status): [unknown, string, string] => [
      { ...standing, status },
      "status",
      String(status),
    ]),
    [{ ...standing, status: undefined }, "status", "no status"],
    ...[
      "urn:other:form",
      "urn:sle-classification:questionnaire:other",
      "Questionnaire/sle-record",
      `x${standing.questionnaire}`,
      7,
    ].map((questionnaire): [unknown, string, string] => [
      { ...standing, questionnaire },
      "questionnaire",
      "another form",
    ]),
    [{ ...standing, modifierExtension }, "modifierExtension", "modifier"],
    [{ ...standing, implicitRules: "http://elsewhere.example/rules" }, "implicitRules", "modifier"],
    [
      inGroup({ ...answered("malar-rash", "present"), modifierExtension }),
      "item.0.item.0.modifierExtension",
      "modifier",
    ],
    [
      inGroup({ linkId: "malar-rash", answer: [{ ...answer, modifierExtension }] }),
      "item.0.item.0.answer.0.modifierExtension",
      "modifier",
    ],
    [{ ...standing, subject: { reference: "Location/icu" } }, "subject", "Location"],
    [{ ...standing, subject: { type: "Device" } }, "subject", "Device"],
    [{ ...standing, subject: { reference: "Encounter/1" } }, "subject", "Encounter"],
    [
      { ...standing, subject: { reference: "#d" }, contained: [{ resourceType: "Group", id: "d" }] },
      "subject",
      "Group",
    ],
  ];
  for (const [input, path, says] of wrong) {
    const { record, issues } = readResponse(JSON.parse(JSON.stringify(input)), definitions, format);
    expect(record, path).toBeUndefined();
    expect(issues, path).toMatchObject([{ code: "malformed", path, message: expect.stringContaining(says) }]);
  }
});

const CODES = "urn:sle-classification";
const code = (one: string, system = "http://hl7.org/fhir/quantity-comparator") => ({
  valueCoding: { system, code: one },
});
const answers = (linkId: string, ...answer: unknown[]) => ({ linkId, answer });
const measured = (test: string, ...item: unknown[]) => ({
  resourceType: "QuestionnaireResponse",
  status: "completed",
  item: [{ linkId: "measurements", item: [{ linkId: `test/${test}`, item }] }],
});
const count = (value: number, rest: object = {}) =>
  answers("test/platelets/value", { valueQuantity: { value, unit: "10*9/L", ...rest } });

test("what a question is not asked in is an issue, and no part of an answer is left out without a word", () => {
  const explained = (...item: unknown[]) => inGroup(answered("malar-rash", "explained", item));
  const wrong: [unknown, string][] = [
    // The value below or above which the true one lies would be taken for the true one.
    [measured("platelets", count(100), answers("test/platelets/comparator", { valueString: ">" })), "comparator"],
    [measured("platelets", count(100, { comparator: "<" }), answers("test/platelets/comparator", code(">"))), "beside"],
    [measured("platelets", count(90), answers("test/platelets/low", { valueQuantity: { value: 150 } })), "low"],
    [measured("platelets", count(90), answers("test/platelets/high", { valueInteger: 400 })), "high"],
    [
      measured("platelets", count(90), answers("test/platelets/date", { valueDateTime: "2024-01-02T03:04:05Z" })),
      "date",
    ],
    [measured("platelets", count(90, { code: "/uL", system: "http://unitsofmeasure.org" })), "printed"],
    [measured("platelets", count(90, { code: "10*9/L", system: "http://snomed.info/sct" })), "snomed"],
    [measured("platelets", { ...count(90), item: [count(20)] }), "beneath"],
    [measured("anti-dsdna", answers("test/anti-dsdna/method", code("farr", "http://elsewhere"))), "elsewhere"],
    [explained(answers("malar-rash/cause", { valueString: "drug" })), "valueString"],
    [explained(answers("malar-rash/cause", code("drug", "http://elsewhere"))), "elsewhere"],
    [explained(answers("malar-rash/cause", { valueCoding: { display: "Drug" } })), "no code"],
    [explained(answers("malar-rash/explanation", { valueCoding: { code: "drug" } })), "valueCoding"],
    [
      explained(answers("malar-rash/note", { valueString: "a" }), answers("malar-rash/note", { valueString: "b" })),
      "note",
    ],
    [
      inGroup(answered("malar-rash", "present", [answers("malar-rash/cause", code("drug", `${CODES}:cause`))])),
      "explains",
    ],
    [
      inGroup(answered("malar-rash", "absent", [answers("malar-rash/explanation", { valueString: "sun" })])),
      "explains",
    ],
    // FHIR nests below an answer; a filler that nests below the question must not lose what explains the finding.
    [
      inGroup({ ...answered("malar-rash", "explained"), item: [answers("malar-rash/note", { valueString: "a" })] }),
      "beneath",
    ],
    [inGroup(answers("malar-rash", { ...code("present", `${CODES}:answer`), valueBoolean: false })), "valueBoolean"],
    [
      {
        ...inGroup(),
        item: [{ linkId: "group/mucocutaneous", answer: [{ item: [answered("malar-rash", "present")] }] }],
      },
      "group",
    ],
    [{ ...inGroup(), item: [answers("label", { valueInteger: 7 })] }, "valueInteger"],
    [{ ...inGroup(), item: [answers("label", { valueString: "a" }), answers("label", { valueString: "b" })] }, "twice"],
  ];
  for (const [input, says] of wrong) {
    const { record, issues } = readResponse(JSON.parse(JSON.stringify(input)), definitions, format);
    expect(record, says).toBeUndefined();
    expect(issues.map(({ path, message }) => `${path}: ${message}`).join("\n")).toContain(says);
  }
});

test("what the forms display and what fillers add beside an answer takes nothing from it", () => {
  const help = { linkId: "test/platelets/value/help", text: "Help" };
  const sent = measured(
    "platelets",
    { ...count(90, { code: "10*9/L", system: "http://unitsofmeasure.org" }), text: "Platelets", item: [help] },
    { ...answers("test/platelets/low"), text: "Lower limit" },
    { linkId: "test/platelets/help" },
  );
  expect(readResponse(sent, definitions, format).record?.measurements).toEqual([
    { test: "platelets", value: 90, unit: "10*9/L" },
  ]);
});

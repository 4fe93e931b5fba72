import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, LabTest, TestId } from "../../criteria/types.ts";
import { scorePlanOf, scoreText } from "../../lib/api/score.ts";
import { assessFigures } from "../../lib/assess.ts";
import { answerCall, cdsPlanOf } from "../../lib/fhir/cds.ts";
import { importPlanOf, readImport } from "../../lib/fhir/import/import.ts";
import { LINK } from "../../lib/fhir/names.ts";
import { readResponse } from "../../lib/fhir/read-response.ts";
import { convertUcum } from "../../lib/fhir/ucum.ts";
import { parseRecordText } from "../../lib/record/parse.ts";
import { identity } from "../../scripts/identity.ts";
import { format, plan } from "../support/assess.ts";
import { growth, type Reader, timed } from "../support/growth.ts";

/**
 * What a request costs must grow with its size and with nothing else, in time and in the length of the answer. Times of
 * two sizes are compared with each other, never with a clock.
 */
const score = scoreText.bind(undefined, scorePlanOf(definitions, identity));
const figures = assessFigures.bind(undefined, plan);
const importBundle = readImport.bind(undefined, importPlanOf(definitions));
const respond = answerCall.bind(undefined, cdsPlanOf(definitions, identity));
const TODAY = "2026-06-30";

const readers = {
  score: (text) => `${JSON.stringify(score(text).body, null, 2)}\n`,
  line: (text) => {
    const parsed = parseRecordText(text, format);
    return JSON.stringify(parsed.record ? figures(parsed.record) : parsed.issues);
  },
  bundle: (text) => JSON.stringify(importBundle(text, convertUcum, TODAY)),
  form: (text) => JSON.stringify(readResponse(JSON.parse(text), definitions, format)),
  call: (text) => JSON.stringify(respond(JSON.parse(text), "https://app.example", convertUcum, TODAY)),
} satisfies Readonly<Record<string, (text: string) => string>>;

/** The longest text of which four times as much is still read. */
const LARGEST = 240_000;

/** Compares a text with one that is four times as long. */
function expectGrowth(read: Reader, textOf: (size: number) => string, from: number): void {
  let size = from;
  // What is read in no time says nothing about how it grows.
  while (size < LARGEST && timed(read, textOf(size)) < 5) size = Math.min(2 * size, LARGEST);
  expect(textOf(4 * size).length).toBeGreaterThan(3 * textOf(size).length);
  expect(growth(read, textOf, size)).toBeLessThan(8);
}

const many = <Value>(size: number, each: number, make: (position: number) => Value): Value[] =>
  Array.from({ length: Math.floor(size / each) }, (_, position) => make(position));
const keyed = (size: number, each: number, value: unknown) =>
  Object.fromEntries(many(size, each, (position) => [`k${position}`, value]));
const day = (position: number) => new Date(Date.UTC(1950, 0, 1 + (position % 25_000))).toISOString().slice(0, 10);

const record = (rest: object) => JSON.stringify({ format: "sle-record/1", ...rest });
const values = (size: number, one: (position: number) => object) =>
  record({ measurements: many(size, JSON.stringify(one(1000)).length + 1, one) });
const cells = { test: "white-cells", value: 3.2, unit: "10*9/L" };
const c3 = { test: "c3", value: 1, unit: "g/L" };
const absent = (...ids: FindingId[]) => Object.fromEntries(ids.map((id) => [id, "absent"]));

const records: Readonly<Record<string, (size: number) => string>> = {
  "a list of numbers": (size) => record({ measurements: many(size, 2, () => 0) }),
  "a list of empty objects": (size) => record({ measurements: many(size, 3, () => ({})) }),
  "values that are not believable": (size) =>
    values(size, () => ({ ...c3, value: 9e9, low: 9e9, high: 9e9, p99: 9e9 })),
  "the largest numbers": (size) => values(size, () => ({ ...c3, value: 1e308, high: 1e308 })),
  "the smallest numbers": (size) => values(size, () => ({ ...c3, value: 5e-324, low: 5e-324 })),
  "units that are not accepted": (size) => values(size, () => ({ ...c3, unit: "x" })),
  "tests that do not exist": (size) => values(size, () => ({ ...c3, test: "z" })),
  "other tests that do not exist, each nearly one": (size) =>
    values(size, (position) => ({ ...c3, test: `white-cell${position}` })),
  "one long test": (size) => record({ measurements: [{ ...c3, test: "white-cells ".repeat(size / 12) }] }),
  "other units that are not accepted, each nearly one": (size) =>
    values(size, (position) => ({ ...c3, unit: `g/L${position}` })),
  "other methods, each nearly one": (size) =>
    values(size, (position) => ({ test: "anti-dsdna", value: 1, unit: "[IU]/mL", method: `elisa ${position}` })),
  "one long cause": (size) =>
    record({
      findings: { "malar-rash": { status: "present", explainedBy: { cause: "infection ".repeat(size / 10) } } },
    }),
  "one long status": (size) => record({ findings: { "malar-rash": "present ".repeat(size / 8) } }),
  "many findings, each nearly one": (size) =>
    record({ findings: Object.fromEntries(many(size, 24, (position) => [`malar rash ${position}`, "present"])) }),
  "mistakes after many good values": (size) =>
    record({ measurements: [...many(size / 2, 37, () => c3), ...many(size / 2, 3, () => ({}))] }),
  "days that do not exist": (size) => values(size, () => ({ ...c3, date: "2020-99-99" })),
  "values of many days": (size) => values(size, (position) => ({ ...cells, date: day(position) })),
  "values without a day": (size) => values(size, () => cells),
  "values that contradict an answer": (size) =>
    record({
      findings: absent("leukopenia", "leukopenia-twice"),
      measurements: many(size, 48, () => cells),
    }),
  "values between a customary and an exact limit": (size) =>
    values(size, (position) => ({
      test: "urine-protein-creatinine-ratio",
      value: 50 + (position % 600) / 100,
      unit: "mg/mmol",
    })),
  "one long unit": (size) => record({ measurements: [{ ...c3, unit: "g{a}".repeat(size / 4) }] }),
  "one long method": (size) =>
    record({ measurements: [{ test: "anti-dsdna", value: 1, unit: "[IU]/mL", method: "\u0001".repeat(size / 6) }] }),
  "one long day": (size) => record({ measurements: [{ ...c3, date: "2020-01-01".repeat(size / 10) }] }),
  "one long label": (size) => record({ label: "\u202e".repeat(size) }),
  "one long key": (size) => record({ ["k".repeat(size)]: 0 }),
  "one long finding": (size) => record({ findings: { ["k".repeat(size)]: 0 } }),
  "a hundred long findings": (size) =>
    record({ findings: Object.fromEntries(many(100, 1, (position) => [position + "k".repeat(size / 100), 0])) }),
  "long keys within each other": (size) =>
    record({ findings: { ["a".repeat(size / 2)]: { ["b".repeat(size / 2)]: {} } } }),
  "many keys": (size) => record(keyed(size, 11, 0)),
  "many findings": (size) => record({ findings: keyed(size, 11, "present") }),
  "many keys in a statement": (size) => record({ findings: { "malar-rash": keyed(size, 11, 0) } }),
  "a long key given twice": (size) => `{${`"${"k".repeat(size / 2)}":0,`.repeat(2)}`,
  "a key given twice after many": (size) => `{${many(size, 11, (position) => `"k${position}":0`).join()},"k0":1}`,
  "a list that does not end": (size) => `{"format":[${"0,".repeat(size / 2)}`,
  "lists in each other": (size) => "[".repeat(size),
  "empty lists": (size) => `[${"[],".repeat(size / 3)}[]]`,
  "lines before a mistake": (size) => `{${"\n".repeat(size)}x`,
  blanks: (size) => " ".repeat(size),
  "a long number": (size) => `{"format":"sle-record/1","measurements":[{"value":${"9".repeat(size)}}]}`,
  "a long fraction": (size) => `{"format":"sle-record/1","measurements":[{"value":0.${"9".repeat(size)}}]}`,
  "a long exponent": (size) => `{"format":"sle-record/1","measurements":[{"value":1e-${"9".repeat(size)}}]}`,
  escapes: (size) => record({ label: '\\"\u0001'.repeat(size / 10) }),
  "half an escape": (size) => `"${'\\"'.repeat(size / 2)}`,
};

const UCUM = "http://unitsofmeasure.org";
const coded = (code: string) => ({ coding: [{ system: "http://loinc.org", code }] });
const quantity = (code: string, value = 1.2) => ({ value, code, system: UCUM });
const observation = (rest: object, code = "4485-9") => ({
  resourceType: "Observation",
  status: "final",
  code: coded(code),
  ...rest,
});
const bundle = (resources: readonly unknown[]) => ({
  resourceType: "Bundle",
  entry: resources.map((resource) => ({ resource })),
});
const spread = (size: number, one: (position: number) => object) =>
  bundle(many(size, JSON.stringify({ resource: one(1000) }).length + 1, one));
const lupus = { coding: [{ system: "http://hl7.org/fhir/sid/icd-10", code: "L93.0" }] };

const bundles: Readonly<Record<string, (size: number) => object>> = {
  "one unit, g{a} again and again": (size) =>
    bundle([observation({ valueQuantity: quantity("g{a}".repeat(size / 4)) })]),
  "one unit, mg/ again and again": (size) =>
    bundle([observation({ valueQuantity: quantity(`${"mg/".repeat(size / 3)}dL`) })]),
  "one unit, an open bracket again and again": (size) =>
    bundle([observation({ valueQuantity: quantity("(".repeat(size)) })]),
  "one long unit of a limit": (size) =>
    bundle([
      observation({ valueQuantity: quantity("g/L"), referenceRange: [{ low: quantity("g{a}".repeat(size / 4)) }] }),
    ]),
  "one long unit in words": (size) =>
    bundle([observation({ valueQuantity: { value: 1, unit: "g{a}".repeat(size / 4) } })]),
  "another unit each time": (size) =>
    spread(size, (position) => observation({ valueQuantity: quantity(`g{${position}}`) })),
  "another unit each time, as long as one may be": (size) =>
    spread(size, (position) => observation({ valueQuantity: quantity(`${position}g{a}`.padEnd(64, "g{a}")) })),
  "another value each time, to be converted": (size) =>
    spread(size, (position) => observation({ valueQuantity: quantity("kg/m3", position / 1000) })),
  "a titer in blanks": (size) => bundle([observation({ valueString: `${" ".repeat(size)}x` }, "5048-4")]),
  "a limit of a titer in blanks": (size) =>
    bundle([observation({ valueString: "1:160", referenceRange: [{ text: `<${" ".repeat(size)}x` }] }, "5048-4")]),
  "one diagnosis on many days": (size) =>
    spread(size, (position) => ({ resourceType: "Condition", code: lupus, onsetDateTime: day(position) })),
  "one result on many days": (size) =>
    spread(size, (position) => observation({ valueQuantity: quantity("g/L"), effectiveDateTime: day(position) })),
  "another value of one day each time": (size) =>
    spread(size, (position) => observation({ valueQuantity: quantity("g/L", 1 + position / 10_000) })),
  "many components": (size) =>
    bundle([
      observation({ component: many(size, 130, () => ({ code: coded("4485-9"), valueQuantity: quantity("g/L") })) }),
    ]),
  "many codes": (size) =>
    bundle([
      {
        resourceType: "Condition",
        code: {
          coding: many(size, 60, (position) => ({ system: "http://hl7.org/fhir/sid/icd-10", code: `L93${position}` })),
        },
      },
    ]),
  "many names of one code": (size) =>
    bundle([
      observation({
        code: { coding: [...coded("4485-9").coding, ...many(size, 30, (position) => ({ display: `no ${position}` }))] },
        valueQuantity: quantity("g/L"),
      }),
    ]),
  "many names of one diagnosis": (size) =>
    bundle([
      {
        resourceType: "Condition",
        code: { coding: [...lupus.coding, ...many(size, 30, (position) => ({ display: `rash ${position}` }))] },
      },
    ]),
  "a list that was taken back and holds one result again and again": (size) =>
    bundle([
      observation({ id: "o", valueQuantity: quantity("g/L") }),
      {
        resourceType: "List",
        status: "entered-in-error",
        entry: many(size, 38, () => ({ item: { reference: "Observation/o" } })),
      },
    ]),
  "many panels that were taken back": (size) => {
    const member = observation({ id: "o", valueQuantity: quantity("g/L") });
    const panel = observation({ status: "cancelled", hasMember: [{ reference: "Observation/o" }] });
    return bundle([member, ...many(size, JSON.stringify(panel).length, () => panel)]);
  },
  "many ranges": (size) =>
    bundle([
      observation({ valueQuantity: quantity("g/L"), referenceRange: many(size, 22, () => ({ low: {}, type: 1 })) }),
    ]),
  "many subjects": (size) => spread(size, (position) => observation({ subject: { reference: `Patient/${position}` } })),
  "one long subject": (size) => bundle([observation({ subject: { reference: "a/_history/".repeat(size / 11) } })]),
  "resources of other kinds": (size) => spread(size, (position) => ({ resourceType: `K${position}` })),
  "contained resources": (size) =>
    bundle([{ resourceType: "List", contained: many(size, 22, () => ({ resourceType: "X" })) }]),
  "entries that are none": (size) => ({ resourceType: "Bundle", entry: many(size, 2, () => 0) }),
  "long words": (size) =>
    bundle([
      observation({ code: { text: "\u202e a\n".repeat(size / 5), ...coded("4485-9") }, valueQuantity: quantity("x") }),
    ]),
};

const form = (item: unknown) => JSON.stringify({ resourceType: "QuestionnaireResponse", item });
const groups = Object.keys(definitions.groups);
const forms: Readonly<Record<string, (size: number) => string>> = {
  "items that are none": (size) => form(many(size, 2, () => 0)),
  "questions that are none of ours": (size) => form(many(size, 20, (position) => ({ linkId: `k${position}` }))),
  "answers of no kind": (size) => form([{ linkId: LINK.group(groups[0] ?? ""), item: many(size, 2, () => 0) }]),
  "one question answered again and again": (size) =>
    form([{ linkId: LINK.group(groups[0] ?? ""), item: many(size, 24, () => ({ linkId: "malar-rash" })) }]),
  "many kinds of value in one answer": (size) =>
    form([
      {
        linkId: LINK.group(groups[0] ?? ""),
        item: [
          {
            linkId: "malar-rash",
            answer: [Object.fromEntries(many(size, 16, (position) => [`valueK${position}`, 0]))],
          },
        ],
      },
    ]),
  "many answers to one question": (size) =>
    form([
      { linkId: LINK.group(groups[0] ?? ""), item: [{ linkId: "malar-rash", answer: many(size, 3, () => ({})) }] },
    ]),
  "many values": (size) =>
    form([
      {
        linkId: LINK.measurements,
        item: many(size, 140, () => ({
          linkId: LINK.test("c3"),
          item: [
            { linkId: LINK.part(LINK.test("c3"), "value"), answer: [{ valueQuantity: { value: 1, code: "g/L" } }] },
          ],
        })),
      },
    ]),
  "one long question": (size) => form([{ linkId: "k".repeat(size) }]),
};

const call = (observations: object) =>
  JSON.stringify({ hook: "patient-view", context: { patientId: "1" }, prefetch: { observations } });

describe("time grows with the length of what is sent", () => {
  test.each(Object.entries(records))("a record: %s", (_, textOf) => {
    expectGrowth(readers.score, textOf, 60_000);
  });

  test.each(Object.entries(bundles))("a bundle, imported and sent to CDS Hooks: %s", (_, bundleOf) => {
    expectGrowth(readers.bundle, (size) => JSON.stringify(bundleOf(size)), 60_000);
    expectGrowth(readers.call, (size) => call(bundleOf(size)), 60_000);
  });

  test.each(Object.entries(forms))("a QuestionnaireResponse: %s", (_, textOf) => {
    expectGrowth(readers.form, textOf, 60_000);
  });
});

describe("an answer is not many times what was sent", () => {
  const base = readers.score(record({})).length;

  test.each(Object.entries(records))("a record: %s", (_, textOf) => {
    for (const size of [1_000, 30_000, 240_000]) {
      const text = textOf(size);
      expect(readers.score(text).length).toBeLessThan(base + 50_000 + 3 * text.length);
      expect(readers.line(text).length).toBeLessThan(50_000);
    }
  });

  test.each(Object.keys(definitions.tests) as TestId[])("values of %s, however many findings they decide", (id) => {
    const lab: LabTest = definitions.tests[id];
    const [low, high] = lab.plausible;
    const unit = lab.units[0].unit;
    for (const value of [low, high, (low + high) / 2]) {
      const text = values(240_000, () => ({ test: id, value, unit, low: value, high: value }));
      expect(readers.score(text).length).toBeLessThan(base + 50_000 + 3 * text.length);
    }
  });

  test.each(Object.entries(forms))("a QuestionnaireResponse: %s", (_, textOf) => {
    const text = textOf(240_000);
    expect(readers.form(text).length).toBeLessThan(50_000 + 3 * text.length);
  });

  test.each(Object.entries(bundles))("a call of CDS Hooks: %s", (_, bundleOf) => {
    expect(readers.call(call(bundleOf(240_000))).length).toBeLessThan(20_000);
  });
});

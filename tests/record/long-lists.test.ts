/** Records with many values are read by parts, and come to the same as if they were read at once. */
import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Measurement } from "../../criteria/types.ts";
import { LONGEST_RECORD, parseJson, parseRecord, recordFormatOf } from "../../lib/record/parse.ts";

const format = recordFormatOf(definitions);
const values = (count: number): Measurement[] =>
  Array.from({ length: count }, (_, at) => ({ test: "c3", value: at + 1, unit: "mg/dL" }));
const recordOf = (measurements: readonly unknown[], more: object = {}) => ({
  format: "sle-record/1",
  label: "B-7",
  findings: { fever: "present" },
  measurements,
  ...more,
});

test.each([0, 1, 199, 200, 201, 400, 401, 1000])(
  "of %d values each is read, in its order, beside all else",
  (count) => {
    const input = recordOf(values(count));
    expect(parseRecord(format, input)).toEqual({ record: input, issues: [] });
  },
);

test.each([0, 199, 200, 250, 399, 400, 450, 600])(
  "a mistake in value %d is placed there, wherever a part begins",
  (at) => {
    const measurements: unknown[] = values(601);
    measurements[at] = { test: "c3", value: "62", unit: "mg/dL" };
    const { issues, record } = parseRecord(format, recordOf(measurements));
    expect(record).toBeUndefined();
    expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
      ["not-a-number", `measurements.${at}.value`, 'Read "62"; accepted: a finite number, without quotation marks.'],
    ]);
  },
);

test("mistakes beside the values and in several parts are all named, in order", () => {
  const measurements: unknown[] = values(650);
  for (const at of [10, 230, 640]) measurements[at] = { test: "c3", value: 62 };
  const { issues } = parseRecord(format, recordOf(measurements, { label: 7 }));
  expect(issues.map(({ path }) => path).sort()).toEqual(
    ["label", "measurements.10.unit", "measurements.230.unit", "measurements.640.unit"].sort(),
  );
});

test("what is no list of values is one mistake", () => {
  expect(parseRecord(format, recordOf([], { measurements: "62" })).issues.map(({ path }) => path)).toEqual([
    "measurements",
  ]);
});

test("a key that would slip past is a mistake wherever it stands", () => {
  const own = JSON.parse('{"format":"sle-record/1","__proto__":{},"findings":{"__proto__":"present"}}');
  expect(parseRecord(format, own).issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "malformed __proto__",
    "unknown-finding findings.__proto__",
  ]);
  const inFindings = JSON.parse('{"format":"sle-record/1","findings":{"__proto__":"present"}}');
  expect(parseRecord(format, inFindings).issues.map(({ path }) => path)).toEqual(["findings.__proto__"]);
});

test("the longest text is read, and one character more is not", () => {
  const text = JSON.stringify("a".repeat(LONGEST_RECORD - 2));
  expect(text).toHaveLength(LONGEST_RECORD);
  expect(parseJson(text)).toHaveProperty("value");
  expect(parseJson(`${text} `)).toMatchObject({ issue: { message: expect.stringContaining("1,000,000 characters") } });
});

test("a flaw is placed by line and column, from the first line on", () => {
  const place = (text: string) => {
    const read = parseJson(text);
    return "issue" in read ? /line (\d+), column (\d+)/.exec(read.issue.message)?.slice(1).join(":") : undefined;
  };
  expect(place("x")).toBe("1:1");
  expect(place("\nx")).toBe("2:1");
  expect(place('{\n"a":x}')).toBe("2:5");
  expect(place('{"a":\n\nx}')).toBe("3:1");
  expect(place('{"a":x\n\n}')).toBe("1:6");
});

const message = (input: object) => parseRecord(format, { format: "sle-record/1", ...input }).issues[0]?.message ?? "";

test("the fields of a statement, an explanation and a value are suggested where they belong", () => {
  const statement = (more: object) => message({ findings: { fever: { status: "present", ...more } } });
  const suggested = (text: string) => /Did you mean "([^"]+)"\?$/.exec(text)?.[1];
  for (const [typed, meant] of [
    ["explainedby", "explainedBy"],
    ["dates", "date"],
    ["notes", "note"],
  ] as const)
    expect(suggested(statement({ [typed]: "x" })), typed).toBe(meant);
  expect(suggested(message({ findings: { fever: { status: "present", STATUS: "present" } } }))).toBe("status");
  expect(suggested(statement({ explainedBy: { cause: "drug", Text: "x" } }))).toBe("text");
  expect(suggested(statement({ explainedBy: { cause: "drug", causes: "x" } }))).toBe("cause");
  expect(statement({ explainedBy: { cause: "drug", dates: "x" } })).not.toMatch(/Did you mean/);
  expect(suggested(message({ measurements: [{ test: "c3", value: 1, unit: "mg/dL", comparators: "<" }] }))).toBe(
    "comparator",
  );
});

test("a cause that is none is answered with all that there are", () => {
  expect(message({ findings: { fever: { status: "present", explainedBy: { cause: "x" } } } })).toBe(
    'Read "x"; accepted: drug, infection, malignancy, metabolic, other-disease or other.',
  );
  expect(message({ findings: { fever: { status: "present", explainedBy: { cause: "drug", text: 3 } } } })).toBe(
    "Read 3; accepted: text.",
  );
  expect(message({ findings: { fever: { status: "present", note: 3 } } })).toBe("Read 3; accepted: text.");
});

test("an id of the other kind is told where it belongs", () => {
  expect(message({ measurements: [{ test: "seizure", value: 3, unit: "x" }] })).toBe(
    'Read "seizure"; accepted: the id of a test. Did you mean "seizure"? That is a finding: it is answered under findings.',
  );
  expect(message({ findings: { "white-cells": "present" } })).toBe(
    'There is no finding with the id "white-cells". Did you mean "white-cells"? That is a test: its values are given under measurements.',
  );
  expect(message({ measurements: [{ test: "White Cells", value: 3, unit: "x" }] })).toBe(
    'Read "White Cells"; accepted: the id of a test. Did you mean "white-cells"?',
  );
  // What is an id of both kinds is one of this kind.
  expect(message({ findings: { "Anti-dsDNA": "present" } })).not.toContain("That is a test");
  expect(message({ findings: { Seizure: "present" } })).toBe(
    'There is no finding with the id "Seizure". Did you mean "seizure"?',
  );
});

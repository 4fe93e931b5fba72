import { describe, expect, test } from "vitest";
import type { Issue } from "../../lib/record/issues.ts";
import { LONGEST_RECORD, parseRecordText } from "../../lib/record/parse.ts";
import { assess, format } from "../support/assess.ts";

/** The errors of a record's text, from reading it or from what it says. */
function issuesOf(text: string): readonly Issue[] {
  const { record, issues } = parseRecordText(text, format);
  return record ? assess(record).issues : issues;
}
const record = (fields: string) => `{"format":"sle-record/1",${fields}}`;
const finding = (answer: string) => record(`"findings":{"fever":${answer}}`);
const cells = (fields: Readonly<Record<string, string>>) => {
  const all = { test: '"white-cells"', value: "3.2", unit: '"10*9/L"', ...fields };
  return record(
    `"measurements":[{${Object.entries(all)
      .map(([key, value]) => `"${key}":${value}`)
      .join()}}]`,
  );
};

describe("what is a record", () => {
  test.each([
    ["an empty one", '{"format":"sle-record/1"}'],
    ["one after a byte order mark", `\uFEFF${record('"label":"A 17"')}`],
    ["one with Windows line ends", record('\r\n"label":"x",\r\n"findings":{}\r\n')],
    ["an answer in short form", finding('"present"')],
    [
      "an answer in long form",
      finding('{"status":"present","explainedBy":{"cause":"drug","text":""},"date":"2024-02-29"}'),
    ],
    ["a measurement", cells({ date: '"2000-02-29"', comparator: '"<"' })],
    ["a number in another notation", cells({ value: "32e-1" })],
    ["a key that is only a name elsewhere", record('"label":"__proto__ constructor"')],
  ])("%s", (_what, text) => {
    expect(issuesOf(text)).toEqual([]);
  });
});

/** What is read, the code, where, what was read, and what would be accepted. */
type Refusal = readonly [text: string, code: Issue["code"], path: string, read: string, accepted: string];

const syntax: readonly Refusal[] = [
  ["", "malformed", "", "empty", "one record as JSON"],
  [" \n\t ", "malformed", "", "empty", "one record as JSON"],
  ["{", "malformed", "", "line 1, column 2: read the end", 'a key in "quotation marks", or } to end the object'],
  ['{"format":"sle-record/1"', "malformed", "", "line 1, column 25: read the end", "a comma, or }"],
  ['{\n "format": "sle-record/1",\n}', "malformed", "", 'line 3, column 1: read "}"', 'a key in "quotation marks"'],
  ["{'format':1}", "malformed", "", "column 2: read \"'format'\"", 'a key in "quotation marks"'],
  [record('"findings":{"fever" "present"}'), "malformed", "", "line 1, column 46", "a colon after the key"],
  [cells({ value: "NaN" }), "malformed", "", 'read "NaN"', "a number"],
  [record('"label":"a\nb"'), "malformed", "", 'line 1, column 36: read "\\n"', "a line break in it is written \\n"],
  ["//", "malformed", "", 'read "//"', "an object"],
  [finding('"present","fever":"absent"'), "malformed", "findings.fever", '"fever" is given twice', "each key once"],
  [
    record('"format":"sle-record/1"'),
    "malformed",
    "format",
    "given twice, the second time at line 1, column 26",
    "once",
  ],
  [cells({ low: '3,"low":4' }), "malformed", "measurements.0.low", "given twice", "each key once"],
];

const shape: readonly Refusal[] = [
  ["null", "malformed", "", "Read null", 'an object with "format": "sle-record/1"'],
  ["[]", "malformed", "", "Read a list", "an object"],
  ['"present"', "malformed", "", 'Read "present"', "an object"],
  ["7", "malformed", "", "Read 7", "an object"],
  ["{}", "malformed", "format", "Read nothing", '"sle-record/1"'],
  ['{"format":"sle-record/2"}', "malformed", "format", 'Read "sle-record/2"', "comes from another version"],
  ['{"format":1}', "malformed", "format", "Read 1", '"sle-record/1"'],
  [record('"label":3'), "malformed", "label", "Read 3", "text"],
  [record('"name":"Ann"'), "malformed", "name", 'no field "name"', "remove or rename it"],
  ['{"__proto__":{"format":"sle-record/1"}}', "malformed", "__proto__", 'no field "__proto__"', "remove"],
  [record('"constructor":{}'), "malformed", "constructor", 'no field "constructor"', "remove"],
  [record('"findings":[]'), "malformed", "findings", "Read a list", "an object of finding ids"],
  [record('"findings":null'), "malformed", "findings", "Read null", "an object of finding ids"],
  [record('"findings":{"__proto__":"present"}'), "unknown-finding", "findings.__proto__", '"__proto__"', "no finding"],
  [
    record('"findings":{"constructor":"present"}'),
    "unknown-finding",
    "findings.constructor",
    '"constructor"',
    "no finding",
  ],
  [
    record('"findings":{"malar_rash":"present"}'),
    "unknown-finding",
    "findings.malar_rash",
    "no finding",
    '"malar-rash"?',
  ],
  [finding("true"), "malformed", "findings.fever", "Read true", '"present", "absent" or "unknown"'],
  [finding('"false"'), "malformed", "findings.fever", 'Read "false"', '"present", "absent" or "unknown"'],
  [finding("1"), "malformed", "findings.fever", "Read 1", '"present"'],
  [finding("null"), "malformed", "findings.fever", "Read null", '"present"'],
  [finding("[]"), "malformed", "findings.fever", "Read a list", '"present"'],
  [finding("{}"), "malformed", "findings.fever.status", "Read nothing", '"present"'],
  [finding('{"status":"yes"}'), "malformed", "findings.fever.status", 'Read "yes"', '"present"'],
  [finding('{"status":"present","note":3}'), "malformed", "findings.fever.note", "Read 3", "text"],
  [finding('{"status":"present","since":"x"}'), "malformed", "findings.fever.since", 'no field "since"', "remove"],
  [finding('{"status":"present","__proto__":1}'), "malformed", "findings.fever.__proto__", "no field", "remove"],
  [
    finding('{"status":"present","explainedBy":"drug"}'),
    "malformed",
    "findings.fever.explainedBy",
    'Read "drug"',
    "a cause",
  ],
  [
    finding('{"status":"present","explainedBy":{}}'),
    "malformed",
    "findings.fever.explainedBy.cause",
    "nothing",
    "drug, infection",
  ],
  [
    finding('{"status":"present","explainedBy":{"cause":"flu"}}'),
    "malformed",
    "findings.fever.explainedBy.cause",
    'Read "flu"',
    "drug, infection, malignancy, metabolic, other-disease or other",
  ],
  [record('"measurements":{}'), "malformed", "measurements", "Read an object", "a list of measurements"],
  [record('"measurements":[3]'), "malformed", "measurements.0", "Read 3", "an object with test, value and unit"],
  [record('"measurements":[[]]'), "malformed", "measurements.0", "Read a list", "an object with test, value and unit"],
  [cells({ dose: "1" }), "malformed", "measurements.0.dose", 'no field "dose"', "remove"],
  [cells({ ["__proto__"]: "1" }), "malformed", "measurements.0.__proto__", "no field", "remove"],
  [cells({ method: "3" }), "malformed", "measurements.0.method", "Read 3", "text"],
  [cells({ comparator: '"<="' }), "malformed", "measurements.0.comparator", 'Read "<="', '"<" or ">"'],
  [cells({ test: "3" }), "malformed", "measurements.0.test", "Read 3", "one of ana-titer"],
];

const values: readonly Refusal[] = [
  [cells({ test: '"wbc"' }), "unknown-test", "measurements.0.test", 'Read "wbc"', "white-cells"],
  [cells({ test: '"constructor"' }), "unknown-test", "measurements.0.test", 'Read "constructor"', "white-cells"],
  [cells({ value: '"3.2"' }), "not-a-number", "measurements.0.value", 'Read "3.2"', "without quotation marks"],
  [cells({ value: "null" }), "not-a-number", "measurements.0.value", "Read null", "a finite number"],
  [cells({ value: "[3.2]" }), "not-a-number", "measurements.0.value", "Read a list", "a finite number"],
  [cells({ value: "1e999" }), "not-a-number", "measurements.0.value", "Read Infinity", "a finite number"],
  [cells({ low: "-1e999" }), "not-a-number", "measurements.0.low", "Read -Infinity", "a finite number"],
  [cells({ high: '"4"' }), "not-a-number", "measurements.0.high", 'Read "4"', "a finite number"],
  [cells({ value: "1e308" }), "implausible-value", "measurements.0.value", "read 1e+308", "0.05 to 500"],
  [cells({ value: "1e-308" }), "implausible-value", "measurements.0.value", "read 1e-308", "0.05 to 500"],
  [cells({ value: "-0" }), "implausible-value", "measurements.0.value", "read 0 10*9/L", "0.05 to 500"],
  [cells({ value: "3200" }), "implausible-value", "measurements.0.value", "read 3200 10*9/L", "would fit /uL or /mm3"],
  [cells({ low: "4000" }), "implausible-value", "measurements.0.low", "read 4000 10*9/L", "0.05 to 500"],
  [cells({ unit: '"G/L"' }), "unaccepted-unit", "measurements.0.unit", 'read "G/L"', "10*9/L, 10*3/uL, /uL, /mm3"],
  [cells({ unit: '"constructor"' }), "unaccepted-unit", "measurements.0.unit", 'read "constructor"', "10*9/L"],
  [cells({ unit: "3" }), "unaccepted-unit", "measurements.0.unit", "Read 3", "UCUM"],
  ...[
    "2023-02-29",
    "1900-02-29",
    "2024-02-30",
    "2024-13-01",
    "2024-00-10",
    "2024-2-3",
    "24-02-03",
    "2024-02-03T10:00Z",
    "",
  ].map(
    (day): Refusal => [cells({ date: `"${day}"` }), "bad-date", "measurements.0.date", `Read "${day}"`, "YYYY-MM-DD"],
  ),
  [cells({ date: "20240203" }), "bad-date", "measurements.0.date", "Read 20240203", "YYYY-MM-DD"],
  [
    finding('{"status":"present","date":"yesterday"}'),
    "bad-date",
    "findings.fever.date",
    'Read "yesterday"',
    "YYYY-MM-DD",
  ],
];

const dsdna = '{"test":"anti-dsdna","value":3,"unit":"[IU]/mL","method":"ELISA"}';
const methods: readonly Refusal[] = [
  [record(`"measurements":[${dsdna}]`), "malformed", "measurements.0.method", 'read "ELISA"', "crithidia, farr, elisa"],
];

describe("what is not a record is refused, with the place, what was read and what would be accepted", () => {
  test.each([...syntax, ...shape, ...values, ...methods])("%s", (text, code, path, read, accepted) => {
    const issues = issuesOf(text);
    expect(issues.map((issue) => `${issue.severity} ${issue.code} ${issue.path}`)).toEqual([`error ${code} ${path}`]);
    expect(issues[0]?.message).toContain(read);
    expect(issues[0]?.message).toContain(accepted);
    expect(issues[0]?.message).not.toMatch(/undefined|\[object|Error|\bat .*\.ts/);
  });

  test("every mistake is named, not only the first", () => {
    const text = record('"findings":{"fever":true,"malar-rash":"no","xyz":1},"measurements":[{"test":"wbc"}]');
    expect(issuesOf(text).map(({ code, path }) => `${code} ${path}`)).toEqual([
      "malformed findings.fever",
      "malformed findings.malar-rash",
      "unknown-finding findings.xyz",
      "unknown-test measurements.0.test",
      "not-a-number measurements.0.value",
      "unaccepted-unit measurements.0.unit",
    ]);
  });

  test("of a text with very many mistakes the first hundred are named", () => {
    const issues = issuesOf(record(`"measurements":[${"{},".repeat(9_999)}{}]`));
    expect(issues.length).toBe(101);
    expect(issues.at(-1)?.message).toBe("More than 100 mistakes; the others are not listed.");
  });

  test("a text longer than a record can be is not read at all", () => {
    const text = record(`"label":"${"x".repeat(LONGEST_RECORD)}"`);
    expect(issuesOf(text)).toMatchObject([{ code: "malformed", path: "" }]);
    expect(issuesOf(text)[0]?.message).toBe(
      "The text is longer than 1,000,000 characters, the most that one record has. Nothing was read.",
    );
  });

  test.each([
    ["lists", "[".repeat(100_000) + "]".repeat(100_000), "malformed "],
    ["lists as findings", record(`"findings":${"[".repeat(100_000)}${"]".repeat(100_000)}`), "malformed findings"],
    [
      "objects as an answer",
      finding('{"a":'.repeat(100_000) + 1 + "}".repeat(100_000)),
      "malformed findings.fever.status",
    ],
    [
      "lists as a value",
      cells({ value: "[".repeat(100_000) + "]".repeat(100_000) }),
      "not-a-number measurements.0.value",
    ],
    ["unclosed lists", "[".repeat(100_000), "malformed "],
  ])("100,000 %s inside each other are refused like any other mistake", (_what, text, expected) => {
    const [first] = issuesOf(text);
    expect(`${first?.code} ${first?.path}`).toBe(expected);
    expect(first?.message.length).toBeLessThan(200);
  });

  test("nothing is added to any prototype", () => {
    issuesOf(record('"__proto__":{"polluted":1},"findings":{"__proto__":{"polluted":1}}'));
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
});

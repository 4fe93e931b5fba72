import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { assessor } from "../../lib/assess.ts";
import { recordParser } from "../../lib/record/parse.ts";
import { readFile, writeFile } from "../../lib/share/file.ts";

const identity = { version: "9.8.7", definitions: `sha256:${"0".repeat(64)}` };
const parse = recordParser(definitions);
const assess = assessor(definitions);

test("every example that is downloaded is read back as it was", () => {
  for (const { record } of definitions.examples) {
    expect(readFile(writeFile(record, assess(record), identity), parse)).toEqual({ record, issues: [] });
  }
});

test("a file names the version and the definitions, and carries the statement with the result", () => {
  const file = JSON.parse(writeFile({ format: "sle-record/1" }, assess({ format: "sle-record/1" }), identity));
  expect(file).toMatchObject({ format: "sle-download/1", ...identity });
  expect(file.result.statement).toContain("It does not diagnose.");
});

test("a bare record is read", () => {
  const record = { format: "sle-record/1", findings: { seizure: "absent" } };
  expect(readFile(JSON.stringify(record), parse)).toEqual({ record, issues: [] });
});

test("a mistake inside a downloaded file says where it is in the file", () => {
  const text = JSON.stringify({
    format: "sle-download/1",
    record: { format: "sle-record/1", findings: { gout: "present" } },
  });
  expect(readFile(text, parse).issues).toMatchObject([{ code: "unknown-finding", path: "record.findings.gout" }]);
  expect(readFile('{"format":"sle-download/1"}', parse).issues).toMatchObject([{ path: "record" }]);
});

test("a file that is no JSON says so", () => {
  expect(readFile("PK\u0003\u0004", parse).issues).toMatchObject([{ code: "malformed" }]);
});

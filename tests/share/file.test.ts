import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { readFile, writeFile } from "../../lib/share/file.ts";
import { assess, format } from "../support/assess.ts";

const identity = { version: "9.8.7", definitions: `sha256:${"0".repeat(64)}` };

test("every example that is downloaded is read back as it was", () => {
  for (const { record } of definitions.examples) {
    expect(readFile(writeFile(record, assess(record), identity), format)).toEqual({ record, issues: [] });
  }
});

test("a file names the version and the definitions, and carries the statement with the result", () => {
  const file = JSON.parse(writeFile({ format: "sle-record/1" }, assess({ format: "sle-record/1" }), identity));
  expect(file).toMatchObject({ format: "sle-download/1", ...identity });
  expect(file.result.statement).toContain("It does not diagnose.");
});

test("a bare record is read", () => {
  const record = { format: "sle-record/1", findings: { seizure: "absent" } };
  expect(readFile(JSON.stringify(record), format)).toEqual({ record, issues: [] });
});

test("a mistake inside a downloaded file says where it is in the file", () => {
  const text = JSON.stringify({
    format: "sle-download/1",
    record: { format: "sle-record/1", findings: { gout: "present" } },
  });
  expect(readFile(text, format).issues).toMatchObject([{ code: "unknown-finding", path: "record.findings.gout" }]);
  expect(readFile('{"format":"sle-download/1"}', format).issues).toMatchObject([{ path: "record" }]);
});

test("a file that is no JSON says so", () => {
  expect(readFile("PK\u0003\u0004", format).issues).toMatchObject([{ code: "malformed" }]);
});

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";

const script = fileURLToPath(new URL("../../scripts/misread.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "misread-"));
afterAll(() => rmSync(folder, { recursive: true }));

function misread(args: readonly string[], input: string | Buffer = ""): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8", maxBuffer: 1e8 });
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const COUNTS = { "ana-1-80": "present", leukopenia: "present", thrombocytopenia: "present" };

function asked(more: Readonly<Record<string, unknown>> = {}, findings: Readonly<Record<string, unknown>> = COUNTS) {
  return JSON.stringify({
    set: "eular-acr-2019",
    record: { format: "sle-record/1", findings },
    total: 7,
    ...more,
  });
}

/** The explanations of a run that must end with 0 and say nothing else. */
function explanations({ status, stdout, stderr }: SpawnSyncReturns<string>) {
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { format, explanations: found, ...rest } = JSON.parse(stdout);
  expect(format).toBe("sle-misreading/1");
  expect(rest).toEqual({});
  for (const one of found) expect(Object.keys(one)).toEqual(["misreadings", "text"]);
  return found as { misreadings: string[]; text: string }[];
}

/** The messages of a run that must end with 2, say nothing on standard error and show no stack. */
function refusal({ status, stdout, stderr }: SpawnSyncReturns<string>): readonly string[] {
  expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
  expect(stdout).not.toMatch(/\n\s+at |node:internal|Error:/);
  const answer = JSON.parse(stdout);
  expect(answer.format).toBe("sle-misreading/1");
  expect(answer).not.toHaveProperty("explanations");
  return answer.issues.map(({ path, message }: { path: string; message: string }) => `${path}: ${message}`);
}

describe("one wrong answer", () => {
  test("from a file: what explains it, the likeliest first", () => {
    const [first] = explanations(misread([file("seven.json", asked())]));
    expect(first).toEqual({
      misreadings: ["blood-counts-added"],
      text: "Blood counts were added up, such as leukopenia with thrombocytopenia as 7: leukopenia, thrombocytopenia and autoimmune hemolysis share the hematologic domain; the heaviest counts, 4 at most.",
    });
  });

  test("from standard input: two misreadings at once in one explanation", () => {
    const found = explanations(misread(["-"], asked({ total: 13 }, { ...COUNTS, "bullous-lupus": "present" })));
    expect(found[0]?.misreadings).toEqual(["blood-counts-added", "counted-as:bullous-lupus:acute-cutaneous-lupus"]);
    expect(found[0]?.text).toMatch(/^Blood counts were added up.*; and “Bullous lupus” was counted as acute .*\.$/);
  });

  test("the points, where they are given, are explained one and all", () => {
    const points = { hematologic: 3, mucocutaneous: 0 };
    const found = explanations(misread(["-"], asked({ total: 3, points })));
    expect(found[0]?.misreadings).toEqual(["take-lighter:hematologic:leukopenia"]);
    expect(explanations(misread(["-"], asked({ points: { hematologic: 4, mucocutaneous: 3 } })))).toEqual([]);
  });

  test("a wrong verdict beside right points is explained", () => {
    const negative = { ...COUNTS, "ana-1-80": "absent", "malar-rash": "present" };
    const answer = { total: 10, points: { hematologic: 4, mucocutaneous: 6 } };
    const found = explanations(misread(["-"], asked({ ...answer, verdict: "classified" }, negative)));
    expect(found[0]?.misreadings).toEqual(["entry-skipped"]);
    expect(explanations(misread(["-"], asked({ ...answer, verdict: "not-classified" }, negative)))).toEqual([]);
  });

  test("a right answer has no explanation, nor has one whose verdict is right as assessed or exactly", () => {
    const open = { "malar-rash": "present" };
    for (const verdict of [undefined, "not-classified", "undetermined"]) {
      expect(explanations(misread(["-"], asked({ total: 6, verdict }, open)))).toEqual([]);
    }
  });

  test("that the verdict cannot be said is explained where it can be", () => {
    const ten = { "ana-1-80": "present", "biopsy-class-3-or-4": "present" };
    const [first] = explanations(misread(["-"], asked({ total: 10, verdict: "undetermined" }, ten)));
    expect(first?.misreadings).toEqual(["more-than-ten"]);
  });

  test("what nothing explains has no explanation", () => {
    expect(explanations(misread(["-"], asked({ total: 3.25 })))).toEqual([]);
  });

  test("at most ten explanations are given", () => {
    const all = Object.fromEntries(Object.keys(definitions.findings).map((finding) => [finding, "present"]));
    expect(explanations(misread(["-"], asked({ set: "slicc-2012", total: 17 }, all)))).toHaveLength(10);
  });

  test.each([
    ["text that is no JSON", "{", ": Not valid JSON at line 1, column 2"],
    ["nothing", "", ": The text is empty"],
    ["a list", "[]", ": Read a list; accepted: an object with set, record and total."],
    ["a set that is none", asked({ set: "acr-1982" }), 'set: Read "acr-1982"; accepted: eular-acr-2019,'],
    ["no set", asked({ set: undefined }), "set: Read"],
    ["no record", asked({ record: undefined }), "record: There is no record"],
    ["a record of another format", asked({ record: { format: "x" } }), 'record.format: Read "x"'],
    ["a finding that is none", asked({}, { lupus: "present" }), "record.findings.lupus: "],
    [
      "a contradiction",
      asked({}, { "leukopenia-twice": "present", leukopenia: "absent" }),
      "record.findings.leukopenia: ",
    ],
    ["a total in words", asked({ total: "7" }), 'total: Read "7"; accepted: a number.'],
    ["no total", asked({ total: undefined }), "total: Read"],
    [
      "points of another set's domain",
      asked({ points: { renal: 1, synovitis: 1 } }),
      "points.synovitis: EULAR/ACR 2019 has no domain",
    ],
    ["points in words", asked({ points: { renal: "4" } }), 'points.renal: Read "4"; accepted: a number.'],
    ["points in a list", asked({ points: [4] }), "points: Read a list"],
    [
      "a verdict that is none",
      asked({ verdict: "yes" }),
      'verdict: Read "yes"; accepted: classified, not-classified, undetermined.',
    ],
    [
      "a key that is none",
      asked({ sum: 7 }),
      'sum: There is no "sum" here; accepted: set, record, total, points, verdict.',
    ],
  ])("%s is refused in words, exit code 2", (_what, input, message) => {
    expect(refusal(misread(["-"], input))).toEqual([expect.stringContaining(message)]);
  });

  test("every mistake of a question is said at once", () => {
    expect(refusal(misread(["-"], asked({ set: "none", total: null, verdict: 1 })))).toHaveLength(3);
  });

  test.each([
    ["a file that is not there", () => join(folder, "missing.json"), "there is no such file; accepted: one object"],
    ["a folder", () => folder, "it is a folder"],
    ["UTF-16", () => file("utf-16.json", Buffer.from(`\uFEFF${asked()}`, "utf16le")), "it is not text in UTF-8"],
  ])("%s is refused in words", (_what, path, message) => {
    expect(refusal(misread([path()]))).toEqual([expect.stringContaining(message)]);
  });

  test.each([[[]], [["a.json", "b.json"]], [["--json"]], [["--ndjson", "a.json"]]])(
    "arguments %j: the usage, exit code 2",
    (args) => {
      const { status, stdout, stderr } = misread(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(/^usage: npm run -s misread -- FILE/);
    },
  );
});

describe("one wrong answer a line", () => {
  test("gives one line each in the same order; a bad line says so and the rest goes on; exit code 0", () => {
    const lines = [asked(), "{", "", asked({ total: 4 }), asked({ set: "none" }), asked({ total: 3 })];
    const { status, stdout, stderr } = misread(["--ndjson"], `${lines.join("\n")}\n`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const answers = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(
      answers.map(({ explanations: found, issues }) => found?.[0]?.misreadings ?? found ?? issues[0].path),
    ).toEqual([["blood-counts-added"], "", [], "set", ["take-lighter:hematologic:leukopenia"]]);
    expect(answers[0]).toEqual(JSON.parse(misread(["-"], asked()).stdout));
  });

  test("no input gives no line", () => {
    const { status, stdout, stderr } = misread(["--ndjson"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});

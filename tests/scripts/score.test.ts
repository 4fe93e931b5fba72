import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { identity } from "../../scripts/identity.ts";

const script = fileURLToPath(new URL("../../scripts/score.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "score-"));
afterAll(() => rmSync(folder, { recursive: true }));

function score(args: readonly string[], input: string | Buffer = ""): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, ...args], { input, encoding: "utf8", maxBuffer: 1e8 });
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const EMPTY = '{"format":"sle-record/1"}';
const CONTRADICTORY = '{"format":"sle-record/1","findings":{"leukopenia-twice":"present","leukopenia":"absent"}}';

/** The issues of a run that must end with 2, say nothing on standard error and show no stack. */
function refusal({ status, stdout, stderr }: SpawnSyncReturns<string>) {
  expect(stderr).toBe("");
  expect(status).toBe(2);
  expect(stdout).not.toMatch(/\n\s+at |node:internal|Error:/);
  const result = JSON.parse(stdout);
  expect(result).toMatchObject({ format: "sle-result/1", notices: [] });
  expect(result.statement).toContain("It does not diagnose.");
  expect(result.app).toEqual(identity);
  expect(result).not.toHaveProperty("results");
  return result.issues.map(({ message }: { message: string }) => message);
}

describe("one record", () => {
  test("from a file: one result with all sets in the registry's order, and exit code 0", () => {
    const { status, stdout, stderr } = score([file("empty.json", EMPTY)]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout).app).toEqual(identity);
    expect(Object.keys(JSON.parse(stdout).results)).toEqual(definitions.sets.map(({ id }) => id));
  });

  test("a byte order mark and Windows line ends change nothing", () => {
    const plain = score(["-"], EMPTY);
    const marked = score([file("windows.json", `\uFEFF${EMPTY.replaceAll(",", ",\r\n")}\r\n`)]);
    expect(marked.stdout).toBe(plain.stdout);
  });

  test("a record with an error gives its issues and exit code 2", () => {
    expect(refusal(score(["-"], CONTRADICTORY))).toEqual([expect.stringContaining("stated absent")]);
  });

  test.each([
    [
      "a file that is not there",
      () => join(folder, "missing.json"),
      "missing.json: there is no such file; accepted: a JSON file",
    ],
    ["a folder", () => folder, "it is a folder; accepted: a JSON file"],
    ["an empty file", () => file("nothing.json", ""), "The text is empty; accepted: one record as JSON."],
    [
      "text that is not JSON",
      () => file("broken.json", '{\n  "format": sle\n}'),
      'at line 2, column 13: read "sle"; accepted: an object',
    ],
    ["UTF-16", () => file("utf-16.json", Buffer.from(`\uFEFF${EMPTY}`, "utf16le")), "it is not text in UTF-8"],
    ["a file with zeros", () => file("zeros.json", Buffer.alloc(100)), 'line 1, column 1: read "\\u0000"'],
  ])("%s is refused in words", (_what, path, message) => {
    expect(refusal(score([path()]))).toEqual([expect.stringContaining(message)]);
  });

  test("a file of 50 MB is refused after little of it was read", () => {
    const path = file("large.json", Buffer.alloc(50_000_000, "x"));
    const program = `await import(${JSON.stringify(script)}); process.stderr.write(String(process.resourceUsage().maxRSS));`;
    const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program, "large", path], {
      encoding: "utf8",
    });
    expect(JSON.parse(stdout).issues[0].message).toContain("longer than 1,000,000 characters");
    const most = spawnSync(process.execPath, ["--input-type=module", "-e", program, "small", file("e.json", EMPTY)], {
      encoding: "utf8",
    });
    // Kilobytes beyond what a small record takes.
    expect(Number(stderr) - Number(most.stderr)).toBeLessThan(40_000);
  });

  test("a record nested 100,000 deep is refused like any other", () => {
    expect(refusal(score(["-"], "[".repeat(100_000) + "]".repeat(100_000)))).toEqual([
      'Read a list; accepted: an object with "format": "sle-record/1".',
    ]);
  });

  test("what a package prints about a record reaches neither output", () => {
    const prints =
      "const parse = JSON.parse; JSON.parse = (text, ...rest) => { console.log(text); console.error(text); return parse(text, ...rest); };";
    const noisy = ["--import", `data:text/javascript,${encodeURIComponent(prints)}`, script];
    for (const [args, lines] of [
      [["-"], undefined],
      [["--ndjson"], 2],
    ] as const) {
      const input = lines ? `${EMPTY}\n${EMPTY}\n` : EMPTY;
      const { stdout, stderr } = spawnSync(process.execPath, [...noisy, ...args], { input, encoding: "utf8" });
      expect(stderr).toBe("");
      expect(stdout).toBe(score(args, input).stdout);
    }
  });

  test.each([[[]], [["a.json", "b.json"]], [["--json"]], [["--ndjson", "a.json"]]])(
    "arguments %j: the usage, exit code 2",
    (args) => {
      const { status, stdout, stderr } = score(args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toMatch(/^usage: npm run -s score -- FILE/);
    },
  );
});

describe("one record per line", () => {
  const lines = (input: string | Buffer) => {
    const { status, stdout, stderr } = score(["--ndjson"], input);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout === ""
      ? []
      : stdout
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line));
  };
  const kinds = (input: string | Buffer) => lines(input).map((line) => ("issues" in line ? line.issues[0].code : "ok"));

  test("bad lines between good ones give their issues on their line and the rest goes on", () => {
    const input = [EMPTY, "{bad", CONTRADICTORY, "null", EMPTY].join("\n");
    expect(kinds(input)).toEqual(["ok", "malformed", "contradiction", "malformed", "ok"]);
  });

  test("a line is one line, whatever it holds", () => {
    const multiline = EMPTY.replace("}", ',"label":"line\u2028separator, return \\r and é"}');
    expect(kinds(`${multiline}\n${EMPTY}`)).toEqual(["ok", "ok"]);
  });

  test("blank lines give none, with either line end and with or without the last one", () => {
    expect(kinds(`\r\n${EMPTY}\r\n\r\n  \n${EMPTY}`)).toEqual(["ok", "ok"]);
    expect(kinds(`${EMPTY}\n`)).toEqual(["ok"]);
    expect(kinds("")).toEqual([]);
    expect(kinds("\n\n")).toEqual([]);
  });

  test("a line that is not UTF-8 and a line that never ends are refused on their line", () => {
    const input = Buffer.concat([
      Buffer.from(`${EMPTY}\n`),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.alloc(20_000_000, "x"),
      Buffer.from(`\n${EMPTY}\n`),
    ]);
    expect(kinds(input)).toEqual(["ok", "malformed", "malformed", "ok"]);
    expect(lines(input)[1].issues[0].message).toContain("it is not text in UTF-8");
    expect(lines(input)[2].issues[0].message).toContain("longer than 1,000,000 characters");
  });

  test("a reader that stops after the first line ends the run quietly", async () => {
    const child = spawn(process.execPath, [script, "--ndjson"], { stdio: ["pipe", "pipe", "pipe"] });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.stdin.on("error", () => {});
    child.stdin.write(`${EMPTY}\n`.repeat(20_000));
    await new Promise((resolve) => child.stdout.once("data", resolve));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once("close", resolve));
    expect({ status, errors }).toEqual({ status: 0, errors: "" });
  });
});

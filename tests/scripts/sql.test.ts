import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { columnsNamed } from "../../lib/sql/columns.ts";
import { DIALECTS } from "../../lib/sql/dialect.ts";
import { cohortQuery } from "../../lib/sql/query.ts";
import { identity } from "../../scripts/identity.ts";

const script = fileURLToPath(new URL("../../scripts/sql.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "sql-"));
afterAll(() => rmSync(folder, { recursive: true }));

function sql(...args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8", maxBuffer: 1e8 });
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** What a refusal says, which prints no query and shows no stack. */
function refusal({ status, stdout, stderr }: SpawnSyncReturns<string>): string {
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).not.toMatch(/\n\s+at |node:internal/);
  return stderr;
}

describe("npm run -s sql", () => {
  test.each(DIALECTS)("prints one query for %s, the same each time, that says what made it", (dialect) => {
    const { status, stdout, stderr } = sql("--dialect", dialect);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(cohortQuery(definitions, { dialect, identity }));
    expect(stdout).toContain(identity.definitions);
    expect(stdout).toContain("Classification, not diagnosis.");
    // One query, which can stand inside of another statement.
    expect(stdout).not.toContain(";");
  });

  test.each([
    ["a list", "id,malar-rash,white-cells [/uL]"],
    ["a list as CSV writes it", '"id","malar-rash","white-cells [/uL]"'],
    ["a file", file("plain.csv", "id,malar-rash,white-cells [/uL]\n1,0,3000\n")],
    [
      "a file with a byte order mark and Windows line ends",
      file("bom.csv", "\uFEFFid,malar-rash,white-cells [/uL]\r\n1,0,3000\r\n"),
    ],
    ["a file that is a header alone", file("header.csv", "id,malar-rash,white-cells [/uL]")],
  ])("takes the columns from %s", (_how, listed) => {
    const read = columnsNamed(["id", "malar-rash", "white-cells [/uL]"], definitions);
    if (!("columns" in read)) throw new Error(read.wrong.join());
    const { status, stdout } = sql("--dialect", "duckdb", "--columns", listed);
    expect(status).toBe(0);
    expect(stdout).toBe(cohortQuery(definitions, { dialect: "duckdb", identity, columns: read.columns }));
  });

  test.each([
    ["no argument", [], /usage: .*--dialect duckdb\|postgres\|spark/],
    ["another dialect", ["--dialect", "mysql"], /read "mysql"; accepted: duckdb, postgres, spark/],
    ["an option without a value", ["--dialect"], /usage/],
    ["an option twice", ["--dialect", "spark", "--dialect", "duckdb"], /usage/],
    ["another option", ["--dialect", "spark", "--fast", "yes"], /usage/],
    ["a name that no cohort has", ["--dialect", "spark", "--columns", "id,malar rash"], /"malar rash"/],
    ["a test without its unit", ["--dialect", "spark", "--columns", "id,white-cells"], /"white-cells"/],
    ["a unit that the test does not have", ["--dialect", "spark", "--columns", "id,c3 [g/dL]"], /"c3 \[g\/dL\]"/],
    ["columns without an id", ["--dialect", "spark", "--columns", "fever,seizure"], /"id"/],
    ["a column twice", ["--dialect", "spark", "--columns", "id,fever,fever"], /two columns "fever"/],
    ["a name that is missing", ["--dialect", "spark", "--columns", "id,fever,"], /""/],
    ["a file that is not there", ["--dialect", "spark", "--columns", "/nowhere.csv"], /there is no such file/],
    ["a file without lines", ["--dialect", "spark", "--columns", file("blob", Buffer.alloc(300_000, 65))], /no header/],
  ] as const)("refuses %s in words, and prints nothing", (_what, args, words) => {
    expect(refusal(sql(...args))).toMatch(words);
  });
});

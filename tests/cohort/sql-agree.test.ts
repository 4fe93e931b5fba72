import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, expect, test } from "vitest";
import { randomFrom } from "../scoring/support/random-records.ts";
import { scored } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

const script = fileURLToPath(new URL("../../scripts/sql.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cohort-sql-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Cells of a row, numbers as numbers: 3 and 3.0 are the same score. */
const cellsOf = (cells: readonly unknown[]): readonly string[] =>
  cells.map((cell) => {
    const text = cell === null || cell === undefined ? "" : String(cell);
    return text !== "" && !Number.isNaN(Number(text)) ? String(Number(text)) : text;
  });

test.each([3, 4])("the command and the query say the same of one file, cell for cell (seed %i)", async (seed) => {
  const file = fileOf(randomCohort(randomFrom(seed), 1_000));
  const path = join(folder, `${seed}.csv`);
  writeFileSync(path, file);
  const query = execFileSync(process.execPath, [script, "--dialect", "duckdb", "--columns", path], {
    encoding: "utf8",
  });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`create view cohort as from read_csv('${path}', all_varchar = true)`);
  const reader = await connection.runAndReadAll(query.trim().replace(/;$/, ""));
  const theirs = new Map(reader.getRowsJson().map((row) => [String(row[0]), cellsOf(row)]));
  const [header = "", ...ours] = scored(file);
  expect(header.split(",")).toEqual(reader.columnNames());
  expect(ours.length).toBe(theirs.size);
  for (const row of ours) expect(cellsOf(row.split(","))).toEqual(theirs.get(row.split(",")[0] ?? ""));
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import type { Given, Row } from "./rows.ts";

/** An engine with one table `cohort` at a time. */
export interface Engine {
  /** Makes the table anew, from a CSV file with `id` and these columns, all of text, and runs a query over it. */
  readonly ask: (columns: readonly string[], rows: readonly Row[], query: string) => Promise<readonly Given[]>;
  /** Runs statements, and then a query. */
  readonly run: (statements: readonly string[], query: string) => Promise<readonly Given[]>;
  readonly close: () => Promise<void>;
}

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Rows as a CSV file of a cohort. Ids are positions. */
function csvOf(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => (/[",\n]/.test(cell) ? quoted(cell) : cell)).join(",")}\n`;
  const lines = rows.map((row, position) => line([String(position), ...columns.map((name) => row[name] ?? "")]));
  return [line(["id", ...columns]), ...lines].join("");
}

/** `typed` leaves it to DuckDB to find out the types of the columns. */
export async function duckdb(typed = false): Promise<Engine> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const folder = mkdtempSync(join(tmpdir(), "cohort-"));
  const file = join(folder, "cohort.csv");
  const run = async (before: readonly string[], query: string) => {
    for (const statement of before) await connection.run(statement);
    const reader = await connection.runAndReadAll(query);
    return reader.getRowObjectsJson().map((row) => ({ ...row })) as unknown as readonly Given[];
  };
  return {
    run,
    ask: (columns, rows, query) => {
      writeFileSync(file, csvOf(columns, rows));
      const how = typed ? "" : ", all_varchar = true";
      return run(
        ["DROP VIEW IF EXISTS cohort", `CREATE VIEW cohort AS FROM read_csv('${file}', header = true${how})`],
        query,
      );
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function postgresEngine(url: string): Promise<Engine> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const run = async (before: readonly string[], query: string) => {
    for (const statement of before) await client.query(statement);
    return (await client.query<Given>(query)).rows;
  };
  return {
    run,
    async ask(columns, rows, query) {
      const all = ["id", ...columns].map((name) => `${quoted(name)} TEXT`);
      for (const statement of ["DROP TABLE IF EXISTS cohort", `CREATE TABLE cohort (${all.join(", ")})`])
        await client.query(statement);
      // As in a file, an empty cell is none.
      const cells = rows.map((row, position) => ({
        id: String(position),
        ...Object.fromEntries(columns.map((name) => [name, row[name] || null])),
      }));
      const filled = "INSERT INTO cohort SELECT * FROM json_populate_recordset(NULL::cohort, $1)";
      await client.query(filled, [JSON.stringify(cells)]);
      return run([], query);
    },
    close: () => client.end(),
  };
}

/** Rows in the order of their ids, which no query promises. */
export function byId(given: readonly Given[]): readonly Given[] {
  return given.toSorted((a, b) => Number(a["id"]) - Number(b["id"]));
}

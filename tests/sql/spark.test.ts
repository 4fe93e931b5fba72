import { SparkSQL } from "dt-sql-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { columnsNamed } from "../../lib/sql/columns.ts";
import { cohortQuery } from "../../lib/sql/query.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { byId, duckdb, type Engine } from "./support/engines.ts";
import { byEngine, EVERY_COLUMN, randomRow } from "./support/rows.ts";

const parser = new SparkSQL();
const mistakesIn = (query: string) =>
  parser.validate(query).map(({ startLine, message }) => `${startLine}: ${message}`);

let engine: Engine;
beforeAll(async () => {
  engine = await duckdb();
});
afterAll(() => engine.close());

describe("the query for Spark", () => {
  test("is one statement of Spark's own grammar, and quotes names as Spark does", () => {
    const query = cohortQuery(definitions, { dialect: "spark" });
    expect(mistakesIn(query)).toEqual([]);
    // Between quotation marks like these stand names elsewhere, and texts in Spark: nothing but an error would say so.
    expect(query).not.toContain('"');
  }, 300_000);

  test.each([
    "WITH a AS MATERIALIZED (SELECT 1) SELECT * FROM a",
    "SELECT a ~ 'x' FROM t",
    "SELECT a FROM t UNION ALL BY NAME SELECT 1",
    "SELECT r.* FROM t CROSS JOIN LATERAL jsonb_to_record(t) AS r (a TEXT)",
  ])("the grammar would tell what the others write: %s", (query) => {
    expect(mistakesIn(query)).not.toEqual([]);
  });

  test("says what DuckDB works out when its words for names, texts and types are put in DuckDB's", async () => {
    const read = columnsNamed(["id", ...EVERY_COLUMN], definitions);
    if (!("columns" in read)) throw new Error(read.wrong.join());
    const query = cohortQuery(definitions, { dialect: "spark", columns: read.columns });
    const translated = query
      .replaceAll("`", '"')
      .replaceAll("\\'", "''")
      .replaceAll(" RLIKE ", " SIMILAR TO ")
      .replaceAll(" AS STRING)", " AS VARCHAR)");
    const random = randomFrom(2026);
    const rows = Array.from({ length: 1_000 }, () => randomRow(random));
    const given = byId(await engine.ask(EVERY_COLUMN, rows, translated));
    for (const [position, row] of rows.entries()) {
      expect(given[position], JSON.stringify(row)).toEqual(byEngine(String(position), row));
    }
  });

  test("reads whichever columns the table has through one JSON text a row, with every name as Spark writes it", () => {
    const query = cohortQuery(definitions, { dialect: "spark" });
    const schema = /from_json\(to_json\(struct\(\*\)\), '((?:\\.|[^'])*)'\)/.exec(query)?.[1]?.replaceAll("\\'", "'");
    expect(schema?.split(", ").map((part) => part.replace(/^`(.*)` STRING$/, "$1"))).toEqual(EVERY_COLUMN);
  });
});

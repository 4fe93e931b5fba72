import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Finding, FindingId, LabTest, ReferenceDefinitions, TestId } from "../../criteria/types.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import { partScorer } from "../../lib/cohort/cohort.ts";
import { readColumns } from "../../lib/cohort/columns.ts";
import { outputOf } from "../../lib/cohort/write-rows.ts";
import { columnsNamed } from "../../lib/sql/columns.ts";
import { cohortQuery } from "../../lib/sql/query.ts";
import { type PostgresServer, startPostgres } from "../rounds/postgres-server.ts";
import { pick, randomFrom } from "../scoring/support/random-records.ts";
import { randomSet, FINDINGS as TIED } from "../scoring/support/random-set.ts";
import { parse } from "../support/assess.ts";
import { byId, duckdb, type Engine, postgresEngine, quoted } from "./support/engines.ts";
import { byEngine, EVERY_COLUMN, type Given, type Row, randomRow, rowOf } from "./support/rows.ts";

const ROWS = 5_000;
const ENGINES = ["duckdb", "postgres"] as const;
type EngineId = (typeof ENGINES)[number];

let server: PostgresServer;
const engines = new Map<EngineId | "typed", Engine>();
beforeAll(async () => {
  engines.set("duckdb", await duckdb());
  engines.set("typed", await duckdb(true));
  server = await startPostgres();
  engines.set("postgres", await postgresEngine(server.url));
}, 120_000);
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  await server?.stop();
}, 120_000);

function engineOf(id: EngineId | "typed"): Engine {
  const engine = engines.get(id);
  if (!engine) throw new Error(`${id} did not start`);
  return engine;
}

/** What the engine of the project makes of each row. */
function expectedOf(rows: readonly Row[], plan = assessmentPlanOf(definitions)): readonly Given[] {
  return rows.map((row, position) => byEngine(String(position), row, plan));
}

function expectSame(given: readonly Given[], expected: readonly Given[], rows: readonly Row[]): void {
  expect(given.length).toBe(rows.length);
  for (const [position, row] of rows.entries())
    expect(given[position], JSON.stringify(row)).toEqual(expected[position]);
  expect(Object.keys(given[0] ?? {})).toEqual(Object.keys(expected[0] ?? {}));
}

/** How often each thing is said in some columns. */
function countsOf(given: readonly Given[], isCounted: (column: string) => boolean): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of given) {
    for (const [column, cell] of Object.entries(row)) {
      if (isCounted(column)) counts.set(`${column} ${cell}`, (counts.get(`${column} ${cell}`) ?? 0) + 1);
    }
  }
  return counts;
}

const patients = (() => {
  const random = randomFrom(1997);
  return Array.from({ length: ROWS }, () => randomRow(random));
})();
const assessed = expectedOf(patients);

describe.each(ENGINES)("the query on %s gives row for row what the engine gives", (dialect) => {
  const ask = (columns: readonly string[], rows: readonly Row[], query = cohortQuery(definitions, { dialect })) =>
    engineOf(dialect).ask(columns, rows, query).then(byId);

  test(`for ${ROWS.toLocaleString("en-US")} patients at random, with values, explanations and mistakes`, async () => {
    expectSame(await ask(EVERY_COLUMN, patients), assessed, patients);
    // The sample says something only when every verdict of every set, and every mistake, is often in it.
    const counts = countsOf(assessed, (column) => column.endsWith(" verdict") || column === "issues");
    for (const { id } of definitions.sets) {
      for (const verdict of ["classified", "not-classified", "undetermined"]) {
        expect(counts.get(`${id} verdict ${verdict}`), `${id} ${verdict}`).toBeGreaterThan(ROWS / 50);
      }
    }
    for (const issue of ["malformed", "not-a-number", "implausible-value", "contradiction"]) {
      expect(counts.get(`issues ${issue}`), issue).toBeGreaterThan(ROWS / 100);
    }
  });

  test("for every worked record that a cohort can hold", async () => {
    const cases: readonly { readonly record: unknown }[] = JSON.parse(
      readFileSync(new URL("../contract/cases.json", import.meta.url), "utf8"),
    );
    const records = [...definitions.examples, ...cases].flatMap(({ record }) => parse(record).record ?? []);
    const rows = records.flatMap((record): Row[] => {
      const row = rowOf(record);
      return row ? [row] : [];
    });
    expect(rows.length).toBeGreaterThan(150);
    expectSame(await ask(EVERY_COLUMN, rows), expectedOf(rows), rows);
  });

  test("at every limit of every rule in every unit, and at the next number that a computer has on either side", async () => {
    const rows = limitRows();
    expect(rows.length).toBeGreaterThan(300);
    expectSame(await ask(EVERY_COLUMN, rows), expectedOf(rows), rows);
  });

  test("with the laboratory's limits near, far, in reverse, in another unit, at nothing and at a placeholder", async () => {
    const rows = doubtRows();
    expect(rows.length).toBeGreaterThan(500);
    expectSame(await ask(EVERY_COLUMN, rows), expectedOf(rows), rows);
  });

  test("where an unknown finding meets one criterion and takes out another", async () => {
    const rows = bothWayRows();
    const expected = expectedOf(rows);
    expectSame(await ask(EVERY_COLUMN, rows), expected, rows);
    // In some of them the two answers lead to two verdicts, though with either of them something counts.
    const undetermined = expected.filter((row) => row["slicc-2012 verdict"] === "undetermined");
    expect(undetermined.filter((row) => row["slicc-2012 lower"] === row["slicc-2012 upper"])).not.toEqual([]);
  });

  test("over a table that has a few columns only, in another order, and one that is none of a cohort", async () => {
    const columns = ["seizure", "ward", "platelets [/uL]", "ana-1-80", "delirium"];
    const rows: readonly Row[] = [
      { seizure: "1", "platelets [/uL]": "99999", "ana-1-80": "present", ward: "3" },
      { "ana-1-80": "explained:drug", delirium: "0", ward: "none" },
      {},
    ];
    expectSame(await ask(columns, rows), expectedOf(rows), rows);
  });

  test("with the columns named, for the same patients", async () => {
    const read = columnsNamed(["id", ...EVERY_COLUMN.slice(20)], definitions);
    if (!("columns" in read)) throw new Error(read.wrong.join());
    const query = cohortQuery(definitions, { dialect, columns: read.columns });
    const rows = patients
      .slice(0, 1_000)
      .map((row) =>
        Object.fromEntries(EVERY_COLUMN.slice(20).flatMap((name) => (row[name] ? [[name, row[name]]] : []))),
      );
    expectSame(await ask(EVERY_COLUMN, rows, query), expectedOf(rows), rows);
    expect(query).not.toContain("LATERAL");
    expect(query).not.toContain("BY NAME");
  });

  test("cell by cell what the command gives: where it refuses a file, the row has the code and nothing else", async () => {
    const columns = ["fever", "c3 [g/L]", "c3 [mg/dL]", "c3 low"];
    const rows: readonly Row[] = [
      ...WORDS_READ.map((fever) => ({ fever })),
      ...NUMBERS_READ.flatMap((cell) => [{ "c3 [g/L]": cell }, { "c3 [g/L]": "0.7", "c3 low": cell }]),
      // Two units of one test, and one limit.
      { "c3 [g/L]": "0.7", "c3 low": "0.9" },
      { "c3 [mg/dL]": "70", "c3 low": "90" },
      { "c3 [g/L]": "0.7", "c3 [mg/dL]": "70", "c3 low": "0.9" },
      { "c3 [g/L]": "0.7", "c3 [mg/dL]": "70" },
      { "c3 low": "0.9" },
    ];
    const header = ["id", ...columns];
    const given = await ask(columns, rows);
    expectSame(given, expectedOf(rows), rows);
    const layout = readColumns(header, definitions);
    if ("faults" in layout) throw new Error(JSON.stringify(layout.faults));
    let refused = 0;
    for (const [position, row] of rows.entries()) {
      const own = given[position] ?? {};
      const line = [String(position), ...columns.map((name) => row[name] ?? "")].join(",");
      const output = outputOf(1024);
      const { fault } = partScorer(assessmentPlanOf(definitions), layout.layout)(Buffer.from(`${line}\n`), output);
      if (fault) {
        refused += 1;
        expect(["malformed", "not-a-number"], line).toContain(own["issues"]);
      } else {
        const cells = new TextDecoder().decode(output.bytes.subarray(0, output.length)).trimEnd().split(",");
        expect(cells, line).toEqual(Object.values(own).map((cell) => (cell === null ? "" : String(cell))));
      }
    }
    expect(refused).toBeGreaterThan(20);
  });

  test("over a table whose columns are not of text: true and false, whole numbers, numbers with decimals", async () => {
    const columns = ["id INTEGER", ...typed.map(([name, type]) => `${quoted(name)} ${type}`)];
    const values = typedRows.map((row, id) => `(${[id, ...typed.map(([name]) => row[name] ?? "NULL")].join(", ")})`);
    const given = await engineOf(dialect).run(
      [
        `DROP ${dialect === "duckdb" ? "VIEW" : "TABLE"} IF EXISTS cohort`,
        `CREATE TABLE typed_cohort (${columns.join(", ")})`,
        `INSERT INTO typed_cohort VALUES ${values.join(", ")}`,
        "CREATE VIEW cohort AS SELECT * FROM typed_cohort",
      ],
      cohortQuery(definitions, { dialect }),
    );
    await engineOf(dialect).run(["DROP VIEW cohort", "DROP TABLE typed_cohort"], "SELECT 1");
    // What such columns print, in the words of the contract.
    const words = typedRows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, cell]) => {
          const plain = cell.replace(/[.]0+$/, "");
          return [name, WORDS[plain] ?? plain];
        }),
      ),
    );
    const expected = expectedOf(words).map((row) => ({ ...row, id: Number(row["id"]) }));
    expectSame(byId(given), expected, words);
  });
});

test("DuckDB's own guess at the types of a CSV file's columns changes nothing", async () => {
  // Without cells that cannot be read, so that columns of numbers are such.
  const isRead = (position: number) => !/malformed|not-a-number/.test(String(assessed[position]?.["issues"]));
  const rows = patients.slice(0, 600).filter((_, position) => isRead(position));
  const given = await engineOf("typed").ask(EVERY_COLUMN, rows, cohortQuery(definitions, { dialect: "duckdb" }));
  expectSame(byId(given.map((row) => ({ ...row, id: String(row["id"]) }))), expectedOf(rows), rows);
});

test("for sets that nobody wrote: any grammar, negative and half weights, entry, routes, exclusions, ties", async () => {
  const random = randomFrom(11);
  const cells = ["", "", "", "0", "1", "explained:drug", "explained:metabolic", "explained"];
  const columns = [...TIED];
  let asked = 0;
  let refused = 0;
  for (let round = 0; round < 60; round += 1) {
    const sets = [randomSet(random)];
    const own: ReferenceDefinitions = { ...definitions, sets };
    let query: string;
    try {
      query = cohortQuery(own, { dialect: "duckdb" });
    } catch (cause) {
      expect(String(cause)).toMatch(/can both help and harm/);
      refused += 1;
      continue;
    }
    asked += 1;
    const rows = Array.from({ length: 200 }, () =>
      Object.fromEntries(columns.map((name) => [name, pick(random, cells)])),
    );
    const given = await engineOf("duckdb").ask(columns, rows, query);
    const expected = expectedOf(rows, assessmentPlanOf(own));
    const what = JSON.stringify(sets);
    for (const [position, row] of byId(given).entries()) {
      expect(row, `${what}\n${JSON.stringify(rows[position])}`).toEqual(expected[position]);
    }
  }
  // A set of which nearly every finding can both help and harm is refused; the others say something.
  expect(asked).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(0);
});

const WORDS_READ = [
  ...["", "unknown", "1", "present", "0", "absent", "explained", "explained:drug", "true", "false", "True", "FALSE"],
  ...["1.0", "0.0", "1.00", "0.000", "1.", "1.01", "01", "-0", "2.0", "t", "yes", "TRue", "1e0", "present "],
];
const NUMBERS_READ = [
  ...[
    "0.7",
    ".7",
    "7e-1",
    "+0.70",
    "0.7e0",
    "1e999",
    "1e-999",
    "1e100",
    "1e99",
    "1e-99",
    "NaN",
    "Infinity",
    "0x1",
    "<0.7",
  ],
  ...[`0.7${"0".repeat(59)}`, `0.7${"0".repeat(60)}`, `0.6${"9".repeat(59)}`, "0".repeat(30), `${"0".repeat(31)}1`],
  ...["9".repeat(30), "9".repeat(31), "9".repeat(400), `0.${"0".repeat(400)}1`, "1e+2", "1e+", "1.e1", "-.5e-05"],
];

const WORDS: Readonly<Record<string, string>> = { TRUE: "1", FALSE: "0" };
const typed = [
  ["malar-rash", "BOOLEAN"],
  ["ana-1-80", "INTEGER"],
  ["seizure", "DOUBLE PRECISION"],
  ["fever", "DECIMAL(3, 1)"],
  ["delirium", "NUMERIC(5, 2)"],
  ["psychosis", "NUMERIC(38, 30)"],
  ["white-cells [10*9/L]", "DOUBLE PRECISION"],
  ["platelets [/uL]", "BIGINT"],
  ["c3 [g/L]", "DECIMAL(6, 3)"],
  ["c3 low", "DOUBLE PRECISION"],
] as const;
const typedRows: readonly Row[] = [
  { "malar-rash": "TRUE", "ana-1-80": "1", seizure: "1.0", "white-cells [10*9/L]": "3.9", "platelets [/uL]": "100000" },
  { "malar-rash": "FALSE", "ana-1-80": "0", seizure: "0.0", fever: "1.0", "c3 [g/L]": "0.899", "c3 low": "0.9" },
  { fever: "0.0", "ana-1-80": "1", "c3 [g/L]": "0.900", "c3 low": "0.9", "platelets [/uL]": "99999" },
  { "white-cells [10*9/L]": "1e-5", "ana-1-80": "1" },
  { seizure: "2.0" },
  { delirium: "1.00", psychosis: "0.000000000000000000000000000000", "ana-1-80": "1" },
  { delirium: "0.00", psychosis: "1.000000000000000000000000000000", "ana-1-80": "1" },
  { delirium: "0.50" },
  { psychosis: "1.000000000000000000000000000001" },
];

/** SLICC 2012: hemolytic anemia counts, and takes out a direct Coombs test; beside more or less of everything else. */
function bothWayRows(): readonly Row[] {
  const varied = ["hemolytic-anemia-with-reticulocytosis", "hemolytic-anemia", "hemolysis", "direct-coombs"];
  const clinical = ["malar-rash", "oral-ulcers", "thrombocytopenia", "seizure"];
  const immunologic = ["anti-sm"];
  const known = Object.fromEntries(Object.keys(definitions.findings).map((finding) => [finding, "0"]));
  const states = varied.reduce<readonly Row[]>(
    (sum, finding) =>
      sum.flatMap((row) => ["0", "1", "", "explained:drug"].map((cell) => ({ ...row, [finding]: cell }))),
    [{}],
  );
  const present = (findings: readonly string[]) => Object.fromEntries(findings.map((finding) => [finding, "1"]));
  return clinical.flatMap((_, more) =>
    [0, 1].flatMap((antibodies) =>
      states.map((row) => ({
        ...known,
        ...present(clinical.slice(0, more + 1)),
        ...present(immunologic.slice(0, antibodies)),
        ...row,
      })),
    ),
  );
}

/** A patient for each limit of each rule, in each unit of its test, and for the numbers next to it. */
function limitRows(): readonly Row[] {
  const ids = Object.keys(definitions.findings) as FindingId[];
  return ids.flatMap((id) => {
    const { decidedBy = [] }: Finding = definitions.findings[id];
    return decidedBy.flatMap((rule) => {
      const { units, limits: asked = [] } = definitions.tests[rule.test as TestId];
      return units.flatMap(({ unit, plus = 0, times: [up, down] = [1, 1] }): Row[] => {
        const column = `${rule.test} [${unit}]`;
        const perUnit = "value" in rule ? rule.perUnit?.find((one) => one.unit === unit)?.value : undefined;
        const name = "limit" in rule ? rule.limit : undefined;
        const [believable] = asked.find((limit) => limit.name === name)?.believable ?? [1];
        const limit =
          perUnit ?? Number(((("value" in rule ? rule.value : believable) * down) / up - plus).toPrecision(12));
        const beside: Row = name ? { [`${rule.test} ${name}`]: String(limit) } : {};
        return neighbors(limit).map((value) => ({ [column]: String(value), ...beside }));
      });
    });
  });
}

/** Values and limits of each test that has limits, in each unit, so many times each other. */
function doubtRows(): readonly Row[] {
  const ratios = [1, 19.99, 20, 20.01, 33.33, 33.34, 50, 100, 299.9, 300, 300.1, 1000].flatMap((ratio) => [
    ratio,
    1 / ratio,
  ]);
  const ids = Object.keys(definitions.tests) as TestId[];
  return ids.flatMap((test) => {
    const { units, limits = [] }: LabTest = definitions.tests[test];
    return units.flatMap(({ unit, times: [up, down] = [1, 1] }) =>
      limits.flatMap(({ name, believable: [lowest, highest] = [1, 1] }) => {
        const written = (number: number) =>
          String(unit === "{titer}" ? Math.round(number) : Number(number.toPrecision(12)));
        const row = (value: number, low: number | undefined, high: number | undefined): Row => ({
          [`${test} [${unit}]`]: written((value * down) / up),
          ...(low !== undefined && { [`${test} low`]: written((low * down) / up) }),
          ...(high !== undefined && { [`${test} high`]: written((high * down) / up) }),
        });
        const alone = (value: number, limit: number) =>
          name === "low" ? row(value, limit, undefined) : row(value, undefined, limit);
        return [
          ...ratios.flatMap((ratio) => [alone(lowest * ratio, lowest), alone(highest, highest * ratio)]),
          ...[0, -1, highest * 10, highest * 10.1, lowest * 0.5].map((limit) => alone(lowest, limit)),
          row(lowest, lowest, highest),
          row(lowest, highest, lowest),
          row(lowest, lowest, lowest),
        ];
      }),
    );
  });
}

/** A number, those that a computer has next to it, and some a little further away. */
function neighbors(value: number): readonly number[] {
  const bits = new DataView(new ArrayBuffer(8));
  const next = (by: bigint) => {
    bits.setFloat64(0, value);
    bits.setBigInt64(0, bits.getBigInt64(0) + by);
    return bits.getFloat64(0);
  };
  return [value, next(1n), next(-1n), next(2n), next(-2n), value + 1, Math.max(0, value - 1)];
}

/** Random patients at every reader that scores, the same in each run. More of them: npm run bench -- fuzz */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { duckdb, type Engine } from "../sql/support/engines.ts";
import { agreeOn, compareByCommand, compareBySql, compareRecords, compareRows } from "./agreement.ts";

const SEED = 20261126;

describe("of one patient", () => {
  test("the page, a line of the command, the interface and the second reading of the papers say the same", async () => {
    const { faults } = await compareRecords(randomFrom(SEED), 150);
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test("the command, started, prints what the page says", () => {
    const { faults } = compareByCommand(randomFrom(SEED + 1), 150);
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test("the compiled scorer says in each row of a cohort what the page says", () => {
    const random = randomFrom(SEED + 2);
    for (let cohort = 0; cohort < 4; cohort += 1) expect(compareRows(random, 250).faults.slice(0, 3)).toEqual([]);
  });
});

describe("SQL", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await duckdb();
  });
  afterAll(() => engine.close());

  test("gives of each row of a cohort what the compiled scorer gives", async () => {
    const { faults } = await compareBySql(randomFrom(SEED + 3), 1_000, engine);
    expect(faults.slice(0, 3)).toEqual([]);
  });

  test("that says something else of one row is noticed", async () => {
    const other: Engine = {
      ...engine,
      ask: async (...asked) => {
        const given = await engine.ask(...asked);
        const [set] = definitions.sets;
        return given.map((row) => (row["id"] === "7" ? { ...row, [`${set?.id} score`]: 1_000 } : row));
      },
    };
    expect((await compareBySql(randomFrom(SEED + 4), 20, other)).faults).toHaveLength(1);
  });
});

test("of an empty record and of one with a contradiction, all say the same too", () => {
  expect(agreeOn({ format: "sle-record/1" }).results).toBeDefined();
  const contradicted = agreeOn({
    format: "sle-record/1",
    findings: { leukopenia: "absent" },
    measurements: [{ test: "white-cells", value: 3.2, unit: "10*9/L" }],
  });
  expect(contradicted.results).toBeUndefined();
});

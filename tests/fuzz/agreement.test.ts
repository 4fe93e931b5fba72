/** Random patients at every reader that scores, the same in each run. More of them: npm run bench -- fuzz */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Measurement, TestId } from "../../criteria/types.ts";
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

describe("of a value beside a limit that cannot be its own, all say the same too, and that it is not judged by it", () => {
  const rows = Object.entries(definitions.tests).flatMap(([test, { limits = [], units, plausible }]) =>
    limits.flatMap(({ name }) =>
      units.flatMap(({ unit, label, times: [a, b] = [1, 1] }) => {
        const middle = (Math.min(plausible[1], 100) * b) / a;
        // In another unit, a placeholder, none at all, and a range in reverse.
        return [middle / 1000, middle * 1000, 99_999_999, 0].map((limit) => ({
          test: test as TestId,
          value: Number(middle.toPrecision(3)),
          unit,
          name,
          limit: Number(limit.toPrecision(3)),
          label: `${test} ${middle.toPrecision(3)} ${label}, ${name} ${limit.toPrecision(3)}`,
        }));
      }),
    ),
  );

  test.for(rows)("$label", ({ test, value, unit, name, limit }) => {
    const reversed = name === "low" ? { high: limit / 2 } : name === "high" ? { low: limit * 2 } : {};
    for (const more of [{}, reversed])
      agreeOn({ format: "sle-record/1", measurements: [{ test, value, unit, [name]: limit, ...more } as Measurement] });
  });

  test("such as C4 of 0.1 mg/dL, which is as low as the limit in g/L", () => {
    const c3: Measurement = { test: "c3", value: 71, unit: "mg/dL", low: 90 };
    const c4: Measurement = { test: "c4", value: 0.1, unit: "mg/dL", low: 10 };
    const { issues, results } = agreeOn({ format: "sle-record/1", measurements: [c3, c4] });
    expect(issues.map(({ code }) => code)).toEqual(["doubtful-limit"]);
    expect(results?.["eular-acr-2019"]?.score.value).toBe(
      agreeOn({ format: "sle-record/1", measurements: [c3] }).results?.["eular-acr-2019"]?.score.value,
    );
  });
});

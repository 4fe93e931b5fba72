import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import {
  CELL_ANSWERS,
  cellNumber,
  FIGURE_COLUMNS,
  ISSUES_COLUMN,
  meaningOf,
  outputColumns,
  readColumns,
  UNNAMED_CAUSE,
} from "../../lib/cohort/columns.ts";
import { CAUSES } from "../../lib/record/causes.ts";

describe("the columns of a cohort file", () => {
  test("every finding, every test in every unit, and both limits have a column", () => {
    for (const finding of Object.keys(definitions.findings)) {
      expect(meaningOf(finding, definitions)).toEqual({ kind: "finding", finding });
    }
    for (const [test, { units }] of Object.entries(definitions.tests)) {
      for (const { unit } of units) {
        expect(meaningOf(`${test} [${unit}]`, definitions)).toEqual({ kind: "value", test, unit });
      }
      for (const limit of ["low", "high"]) {
        expect(meaningOf(`${test} ${limit}`, definitions)).toEqual({ kind: "limit", test, limit });
      }
    }
  });

  test.each(["ID", "Fever", "constructor", "__proto__", "c3", "c3 [mg/L]", "c3  [g/L]", "c3 p99", "c3 [g/L] ", ""])(
    "%j is none of them",
    (name) => {
      expect(meaningOf(name, definitions)).toBeUndefined();
    },
  );

  test("two units of one test can stand side by side, but not with a limit of which nothing says whose it is", () => {
    const both = ["id", "c3 [g/L]", "c3 [mg/dL]"];
    expect(readColumns(both, definitions)).toHaveProperty("layout");
    expect(readColumns([...both, "c3 low"], definitions)).toMatchObject({ faults: [{ column: 3 }] });
  });

  test("a finding that is kept is read all the same", () => {
    expect(readColumns(["id", "fever"], definitions, ["fever", "id"])).toMatchObject({
      layout: { meanings: [{ kind: "id" }, { kind: "finding", finding: "fever" }], kept: [1] },
    });
  });

  test("the output begins with the id and ends with the issues, the sets in the registry's order between", () => {
    expect(outputColumns(definitions, ["site"])).toEqual([
      "id",
      ...definitions.sets.flatMap(({ id }) => FIGURE_COLUMNS.map((figure) => `${id} ${figure}`)),
      "site",
      ISSUES_COLUMN,
    ]);
  });
});

describe("the cells of a cohort file", () => {
  test("explained is by a cause that is named or by another", () => {
    expect(CELL_ANSWERS.get("explained")).toEqual({ status: "present", cause: UNNAMED_CAUSE });
    for (const cause of CAUSES) expect(CELL_ANSWERS.get(`explained:${cause}`)).toEqual({ status: "present", cause });
    expect(CELL_ANSWERS.size).toBe(7 + CAUSES.length);
  });

  test.each([
    ["3.2", 3.2],
    [".5", 0.5],
    ["5.", 5],
    ["-1", -1],
    ["+4", 4],
    ["1e3", 1000],
    ["0.1000000000000000055", 0.1],
  ])("%s is a number", (text, number) => {
    expect(cellNumber(text)).toBe(number);
  });

  test.each(["", " 1", "1,5", "1 000", "<4", "NaN", "Infinity", "1e999", "0x10", "1_000", "1/2", "١"])(
    "%j is none",
    (text) => {
      expect(cellNumber(text)).toBeUndefined();
    },
  );
});

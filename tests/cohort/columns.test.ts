import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import {
  CELL_ANSWERS,
  cellAnswer,
  cellNumber,
  FIGURE_COLUMNS,
  ISSUES_COLUMN,
  meaningOf,
  numberAccepted,
  outputColumns,
  readColumns,
  UNNAMED_CAUSE,
} from "../../lib/cohort/columns.ts";
import { CAUSES } from "../../lib/record/causes.ts";
import { rowByAssess, scored } from "./support/agree.ts";

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

  test("two units of one test can stand side by side, with a limit of whichever of them a row has", () => {
    const both = ["id", "c3 [g/L]", "c3 [mg/dL]", "c3 low"];
    expect(readColumns(both, definitions)).toHaveProperty("layout");
    const c3 = (value: number, unit: string, low?: number) =>
      ({ test: "c3", value, unit, ...(low !== undefined && { low }) }) as const;
    const rows = scored(`${both.join(",")}\na,0.7,,0.9\nb,,70,90\nc,0.7,70,0.9\nd,0.7,70,\ne,,,0.9\n`).slice(1);
    const record = (...measurements: readonly ReturnType<typeof c3>[]) =>
      ({ format: "sle-record/1", measurements }) as const;
    expect(rows).toEqual([
      rowByAssess("a", record(c3(0.7, "g/L", 0.9))),
      rowByAssess("b", record(c3(70, "mg/dL", 90))),
      // Nothing says of which of the two the limit is.
      `c${",".repeat(definitions.sets.length * FIGURE_COLUMNS.length)},malformed`,
      rowByAssess("d", record(c3(0.7, "g/L"), c3(70, "mg/dL"))),
      rowByAssess("e", record()),
    ]);
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
    expect(CELL_ANSWERS.size).toBe(15 + CAUSES.length);
  });

  test.each([
    [["1", "present", "true", "True", "TRUE", "1.0", "1.00", "1.000000"], "present"],
    [["0", "absent", "false", "False", "FALSE", "0.0", "0.00"], "absent"],
    [["", "unknown"], "unknown"],
  ] as const)("%j is what programs print", (texts, status) => {
    for (const text of texts) expect(cellAnswer(text), text).toEqual({ status });
  });

  test.each(["1.", ".0", "1.01", "0.5", "01", "1,0", "tRUE", "t", "yes", "Present", "-0", "2", "2.0", "1.0 "])(
    "%j says nothing",
    (text) => {
      expect(cellAnswer(text)).toBeUndefined();
    },
  );

  test.each([
    ["3.2", 3.2],
    [".5", 0.5],
    ["5.", 5],
    ["-1", -1],
    ["+4", 4],
    ["1e3", 1000],
    ["0.1000000000000000055", 0.1],
    [`0.1${"0".repeat(59)}`, 0.1],
    ["9".repeat(30), 1e30],
    ["1e-99", 1e-99],
  ])("%s is a number", (text, number) => {
    expect(cellNumber(text)).toBe(number);
  });

  test.each(["", " 1", "1,5", "1 000", "<4", "NaN", "Infinity", "1e999", "1e100", "0x10", "1_000", "1/2", "١"])(
    "%j is none",
    (text) => {
      expect(cellNumber(text)).toBeUndefined();
    },
  );

  test("a number longer than any engine is asked for is none, and the message says how long one may be", () => {
    for (const text of ["1".repeat(31), `0.${"1".repeat(61)}`, "1e999", "1e-100"]) {
      expect(cellNumber(text), text).toBeUndefined();
      expect(numberAccepted(text)).toContain("at most 30 digits");
    }
    expect(numberAccepted("<4")).not.toContain("digits");
  });
});

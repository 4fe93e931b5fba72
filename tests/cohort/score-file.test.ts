import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/core.ts";
import { definitions as written } from "../../criteria/index.ts";
import { assess } from "../../lib/assess.ts";
import { recordCells } from "../../lib/cohort/csv.ts";
import { figuresAt, idAt, issuesAt } from "../../lib/cohort/figure-columns.ts";
import { CohortFault, filePartsOf } from "../../lib/cohort/file-parts.ts";
import { assumedWords, citedSets, methodsText, thresholdWords } from "../../lib/cohort/methods.ts";
import { readHeader } from "../../lib/cohort/read-header.ts";
import { againstReference } from "../../lib/cohort/reference.ts";
import { rowRecord } from "../../lib/cohort/row-record.ts";
import { type ScoredFile, scoreFile } from "../../lib/cohort/score-file.ts";
import { selectRows } from "../../lib/cohort/select-rows.ts";
import { BASIS_WORDS, summaryOf } from "../../lib/cohort/summary.ts";
import { estimateCells, summaryTables, tableCsv } from "../../lib/cohort/summary-tables.ts";
import { routesOf, thresholdOf } from "../../lib/definition/walk.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { plan, scored } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

interface Run extends ScoredFile {
  readonly output: string;
  readonly bytes: Uint8Array;
}

async function run(text: string, keep: readonly string[] = [], size = 1 << 20): Promise<Run> {
  const bytes = new TextEncoder().encode(text);
  const chunks: Uint8Array[] = [];
  const file = await scoreFile(
    plan,
    () => pieces(bytes, size),
    keep,
    (output) => chunks.push(output),
    () => {},
  );
  return { ...file, output: Buffer.concat(chunks).toString(), bytes };
}

async function faultOf(text: string, keep: readonly string[] = []): Promise<CohortFault> {
  return run(text, keep).then(
    () => expect.fail("it was read"),
    (cause: unknown) => (cause instanceof CohortFault ? cause : expect.fail(String(cause))),
  );
}

const QUOTED = 'note,id,fever,ana-1-80\n"a, ""b""\nc",P1,1,1\r\n\n"",P2,explained:drug,\nx,P3,0,0';

describe("a file that is read in pieces", () => {
  test.each([1, 7, 64, 1 << 20])("of %i bytes gives the same output", async (size) => {
    const file = fileOf(randomCohort(randomFrom(7), 60));
    expect((await run(file, [], size)).output).toBe(`${scored(file).join("\n")}\n`);
  });

  test.each([1, 5, 1000])(
    "of %i bytes keeps line feeds in quotation marks, empty lines and a last row without an end",
    async (size) => {
      const { columns, output } = await run(`\uFEFF${QUOTED}`, ["note"], size);
      expect(columns.count).toBe(3);
      expect([0, 1, 2].map((row) => idAt(columns, row))).toEqual(["P1", "P2", "P3"]);
      expect(output).toContain('"a, ""b""\nc"');
    },
  );
});

test("the figures that are shown are those of the output", async () => {
  const file = fileOf(randomCohort(randomFrom(11), 400));
  const { columns, output } = await run(file);
  const [head = "", ...lines] = output.trimEnd().split("\n");
  const names = head.split(",");
  for (const [row, line] of lines.entries()) {
    const cells = line.split(",");
    const cell = (name: string) => cells[names.indexOf(name)];
    expect(idAt(columns, row)).toBe(cell("id"));
    expect(issuesAt(columns, row)).toBe(cell("issues"));
    for (const set of columns.sets) {
      const figures = figuresAt(set, row);
      expect(figures ? String(figures.value) : "").toBe(cell(`${set.id} score`));
      expect(figures ? String(figures.lower) : "").toBe(cell(`${set.id} lower`));
      expect(figures ? String(figures.upper) : "").toBe(cell(`${set.id} upper`));
      expect(figures?.asAssessed ?? "").toBe(cell(`${set.id} as-assessed`));
      expect(figures?.verdict ?? "").toBe(cell(`${set.id} verdict`));
    }
  }
});

test("the record of a row scores in `assess` as the row does, wherever the row stands in the file", async () => {
  const random = randomFrom(1971);
  let compared = 0;
  for (let round = 0; round < 8; round += 1) {
    const { columns, layout, starts, bytes } = await run(fileOf(randomCohort(random, 60)), [], 4096);
    expect(starts.length).toBe(columns.count);
    for (let row = 0; row < columns.count; row += 1) {
      const read = recordCells(bytes.subarray(starts[row], starts[row + 1] ?? bytes.length));
      const record = rowRecord(layout, "cells" in read ? read.cells : []);
      expect(record.label).toBe(idAt(columns, row));
      const result = assess(plan, record);
      if (!result.results) {
        const codes = result.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
        expect([...new Set(codes)]).toContain(issuesAt(columns, row));
        continue;
      }
      for (const set of columns.sets) {
        const { score, asAssessed, verdict } = result.results[set.id] ?? expect.fail(set.id);
        const { value, lower, upper } = score;
        expect(figuresAt(set, row), JSON.stringify(record)).toEqual({ value, lower, upper, asAssessed, verdict });
        compared += 1;
      }
    }
  }
  expect(compared).toBeGreaterThan(1000);
});

describe("what cannot be read is said with its line and column", () => {
  test.each([
    ["id,fever\nA,1\nB\n", 3, 2, "ends after 1 of 2"],
    ["id,fever\nA,1\nB,1,0\n", 3, 3, "more cells than the 2"],
    ["id,fever\nA,1\n\nB,2\n", 4, 2, "Read"],
    ["id,fever\nA,1\nB,0\nA,0\n", 4, 1, "The first is in line 2"],
    ['id,fever\nA,1\n"B,0\nC,1\n', 3, 1, "never closed"],
    ["id,fever\nA,1\nB,\u00000\n", 3, 2, "zero byte"],
    ["id,feever\nA,1\n", 1, 2, "feever"],
  ])("%j", async (text, line, column, message) => {
    const fault = await faultOf(text);
    expect({ line: fault.line, column: fault.column }).toEqual({ line, column });
    expect(fault.message).toContain(message);
  });

  test("an empty file and one in UTF-16", async () => {
    expect((await faultOf("")).message).toContain("empty");
    const utf16 = filePartsOf(pieces(Uint8Array.of(0xff, 0xfe, 0x69, 0), 1));
    await expect(utf16.header()).rejects.toThrow("UTF-16");
  });
});

test("foreign columns are named once each with what would be accepted, and faults that no copying removes", async () => {
  const text = "id,center,fevr,center,white-cells,c3 low\n";
  const read = await readHeader(filePartsOf(pieces(new TextEncoder().encode(text), 5)), definitions);
  expect(read.foreign.map(({ name }) => name)).toEqual(["center", "fevr", "white-cells"]);
  expect(read.foreign[1]?.near).toContain("fever");
  expect(read.foreign[2]?.near).toContain("white-cells [10*9/L]");
  expect(read.faults.map(({ message }) => message).join(" ")).toMatch(/second column.*"c3 low" is the limit/);
  const good = await readHeader(filePartsOf(pieces(new TextEncoder().encode("id,center,fever"), 5)), definitions);
  expect(good).toMatchObject({ faults: [], counts: { finding: 1 } });
});

describe("a cohort in numbers", () => {
  const rows = ["1,1", "1,1", "1,", "0,0", ",", "1,0"];

  test("every count is what counting the output gives", async () => {
    const cohort = fileOf(randomCohort(randomFrom(3), 500));
    const { columns, output } = await run(cohort);
    const summary = summaryOf(columns);
    const [head = "", ...lines] = output.trimEnd().split("\n");
    const names = head.split(",");
    const table = lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [names[at], cell])));
    const good = table.filter((row) => row["issues"] === "");
    const count = (which: (row: (typeof table)[number]) => boolean) => good.filter(which).length;
    expect(summary.rows).toBe(500);
    expect(summary.assessed).toBe(good.length);
    for (const { id, exact, asAssessed, couldBeGained, couldBeLost, scores } of summary.sets) {
      const verdict = (what: string) => count((row) => row[`${id} verdict`] === what);
      expect(exact).toEqual({
        classified: verdict("classified"),
        notClassified: verdict("not-classified"),
        undetermined: verdict("undetermined"),
      });
      expect(asAssessed.classified).toBe(count((row) => row[`${id} as-assessed`] === "classified"));
      expect(couldBeGained + couldBeLost).toBe(exact.undetermined);
      for (const { score, classified, notClassified, undetermined } of scores) {
        expect(classified + notClassified + undetermined).toBe(count((row) => row[`${id} score`] === String(score)));
      }
    }
    for (const [basis, column] of [
      ["as-assessed", "as-assessed"],
      ["exact", "verdict"],
    ] as const) {
      const { pairs, overlaps, open } = summary.by[basis];
      for (const { first, second, table: cells } of pairs) {
        const both = (a: string, b: string) =>
          count((row) => row[`${first} ${column}`] === a && row[`${second} ${column}`] === b);
        expect(cells).toEqual([
          [both("classified", "classified"), both("classified", "not-classified")],
          [both("not-classified", "classified"), both("not-classified", "not-classified")],
        ]);
      }
      expect(overlaps.reduce((sum, one) => sum + one.count, open)).toBe(good.length);
      for (const { sets, count: many } of overlaps) {
        const says = (id: string) => (sets.includes(id) ? "classified" : "not-classified");
        expect(many).toBe(count((row) => summary.sets.every(({ id }) => row[`${id} ${column}`] === says(id))));
      }
    }
    const undetermined = selectRows(columns, { kind: "undetermined", set: "slicc-2012" });
    expect(undetermined.length).toBe(count((row) => row["slicc-2012 verdict"] === "undetermined"));
    expect(selectRows(columns, { kind: "issues" }).length).toBe(500 - good.length);
    const differs = (row: (typeof table)[number]) =>
      new Set(summary.sets.map(({ id }) => row[`${id} as-assessed`])).size > 1;
    expect(selectRows(columns, { kind: "disagree" }).length).toBe(count(differs));
    expect([...selectRows(columns, { kind: "all" }, "p49")].map((row) => idAt(columns, row))).toEqual(
      table.map((row) => row["id"] ?? "").filter((id) => id.includes("P49")),
    );
  });

  test("the tables have every number, and the methods say what was left out, the version and the papers", async () => {
    const file = `id,fever,proteinuria,proteinuria-500\n${rows.map((row, at) => `P${at},${row},${at === 0 ? 0 : ""}`).join("\n")}\n`;
    const summary = summaryOf((await run(file)).columns);
    expect(summary.refused).toEqual([{ codes: "contradiction", count: 1 }]);
    const [sets, , agreements, overlaps] = summaryTables(summary);
    expect(sets?.rows.length).toBe(plan.sets.length);
    expect(agreements?.rows.length).toBe(2 * 6);
    expect(overlaps?.head.length).toBe(plan.sets.length + 2);
    const words = methodsText(summary, citedSets(written), assumedWords(written), {
      version: "9.8.7",
      definitions: "sha256:abc",
    });
    expect(words).toContain("version 9.8.7 (definitions sha256:abc)");
    expect(words).toContain("1 patient was left out because the record had an error (1 with contradiction)");
    for (const { short, citations } of written.sets) {
      const numbers = citations.map(
        (source) =>
          words
            .split("\n")
            .find((line) => line.endsWith(`] ${written.sources[source].citation}`))
            ?.match(/\d+/)?.[0],
      );
      expect(numbers.includes(undefined), short).toBe(false);
      expect(words).toContain(`${short} [${numbers.join(",")}]`);
    }
    // What nobody recorded may be known all the same.
    expect(words).toContain("unless it follows from what was recorded, or was assumed from it");
    for (const { when, then } of written.assumptions) {
      for (const { finding } of [when, then]) {
        expect(words.toLowerCase()).toContain(written.findings[finding].label.toLowerCase());
      }
    }
    // A version of criteria that amends another is two papers.
    expect(words).toMatch(/ACR 1997 \[\d,\d\].*\] Tan EM.*\] Hochberg MC/s);
  });

  test("every table ends with the version and the statement, in as many cells as its head has", async () => {
    const app = { version: "9.8.7", definitions: "sha256:abcdef0123456789" };
    const summary = summaryOf(
      (await run(`id,fever\n${rows.map((row, at) => `P${at},${row.split(",")[0]}`).join("\n")}\n`)).columns,
    );
    for (const table of summaryTables(summary)) {
      const read: string[][] = parse(tableCsv(table, app));
      expect(read.length).toBe(1 + table.rows.length + 2);
      expect(read.at(-2)?.slice(0, 2)).toEqual(["version", "9.8.7, definitions abcdef012345"]);
      expect(read.at(-1)?.slice(0, 2)).toEqual(["statement", STATEMENT]);
    }
  });

  test("what patients are counted by has the same words in every table", async () => {
    const summary = summaryOf((await run("id,fever\na,1\nb,\n")).columns);
    const [, , agreements, overlaps] = summaryTables(summary);
    const words = new Set(Object.values(BASIS_WORDS));
    expect(new Set(agreements?.rows.map(([basis]) => basis))).toEqual(words);
    const counted = overlaps?.rows.map(([basis]) => String(basis)).filter((basis) => !basis.startsWith("left out"));
    for (const basis of counted ?? []) expect(words).toContain(basis);
  });

  test("a number without an interval leaves two cells empty, and one that is infinite is a word", () => {
    expect(estimateCells({ value: 1 })).toEqual([1, "", ""]);
    expect(estimateCells({ value: Number.POSITIVE_INFINITY })).toEqual(["infinite", "", ""]);
    expect(estimateCells({ value: 2, low: 1, high: 3 })).toEqual([2, 1, 3]);
    expect(estimateCells(undefined)).toEqual(["", "", ""]);
  });

  test("what a bar beside the threshold can be is said of the sets of which it is true", () => {
    const words = thresholdWords(written);
    const [under, behind, before] = words.split(". ");
    for (const set of written.sets) {
      const { comparison } = thresholdOf(set);
      expect(under?.includes(set.short), set.id).toBe(comparison === ">");
      const asks = set.entry !== undefined || JSON.stringify(set.classifiedWhen).includes("criteriaAtLeast");
      expect(behind?.includes(set.short), set.id).toBe(asks);
      expect(before?.includes(set.short), set.id).toBe(routesOf(set).length > 0);
    }
  });

  test("no cell of a table is a formula", () => {
    const cells = ["=1+1", "+A1", "-A1", "@x", "\tx", "\rx", "plain", '=a,"b"'];
    const csv = tableCsv(
      { head: ["a"], rows: [...cells.map((cell) => [cell]), [-1.5]] },
      { version: "1", definitions: "sha256:0" },
    );
    expect(csv).not.toMatch(/(^|\n|,)"?[=+@\t\r]/);
    expect(csv).toContain("'=1+1");
    expect(csv).toContain("\n-1.5\r\n");
    expect(csv).toContain(`"'=a,""b"""`);
  });
});

describe("against a reference that was copied through", () => {
  const names = definitions.sets.map(({ id }) => id);

  test("each set is counted by what the reference says, and by nothing where it says nothing", async () => {
    const cohort = randomCohort(randomFrom(5), 300);
    const diagnosis = ["SLE", "other", "", "?"];
    const file = `${[cohort.header, ...cohort.rows.map(({ cells }) => cells)]
      .map((cells, row) =>
        [...cells, row === 0 ? "diagnosis" : diagnosis[row % 4], row === 0 ? "serial" : row].join(","),
      )
      .join("\n")}\n`;
    const { columns, output } = await run(file, ["diagnosis", "serial"], 777);
    // A column of which every value is another one is none to count by.
    expect(columns.kept.map(({ name }) => name)).toEqual(["diagnosis"]);
    expect(columns.uncounted).toEqual(["serial"]);
    const [column = expect.fail("none")] = columns.kept;
    const meaning = new Map([
      ["SLE", "has"],
      ["other", "has-not"],
    ] as const);
    const [head = "", ...lines] = output.trimEnd().split("\n");
    const header = head.split(",");
    const table = lines.map((line) => Object.fromEntries(line.split(",").map((cell, at) => [header[at], cell])));
    for (const [basis, figure] of [
      ["as-assessed", "as-assessed"],
      ["exact", "verdict"],
    ] as const) {
      const found = againstReference(columns, column, meaning, basis);
      expect(found.map(({ id }) => id)).toEqual(names);
      for (const { id, table: cells, open } of found) {
        const count = (said: string, truth: string) =>
          table.filter((row) => row[`${id} ${figure}`] === said && row["diagnosis"] === truth).length;
        expect(cells).toEqual([
          [count("classified", "SLE"), count("classified", "other")],
          [count("not-classified", "SLE"), count("not-classified", "other")],
        ]);
        expect(open).toBe(count("undetermined", "SLE") + count("undetermined", "other"));
        if (basis === "as-assessed") expect(open).toBe(0);
      }
    }
  });
});

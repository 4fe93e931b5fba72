import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord, Statement, Status } from "../../criteria/types.ts";
import { fullNote } from "../../lib/explain/notes.ts";
import { openLines, recordReport, setReport } from "../../lib/explain/report.ts";
import { assess, interpret } from "../support/assess.ts";

const assessedOf = (record: SleRecord) => ({
  record,
  result: assess(record),
  interpreted: interpret(record),
  definitions,
});

test("one record has one account, in whatever order it was answered", () => {
  for (const { record } of definitions.examples) {
    const answers = Object.entries(record.findings ?? {}) as [FindingId, Status | Statement][];
    const backward: SleRecord = { ...record, findings: Object.fromEntries(answers.toReversed()) };
    expect(recordReport(assessedOf(backward))).toEqual(recordReport(assessedOf(record)));
    for (const set of definitions.sets) {
      expect(setReport(set, assessedOf(backward))).toEqual(setReport(set, assessedOf(record)));
    }
    const order = Object.keys(definitions.findings);
    const places = recordReport(assessedOf(backward)).present.map(({ finding }) => order.indexOf(finding));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  }
});

test("the open questions are counted once: as many are named as there is room for, and the rest by number", () => {
  const record: SleRecord = { format: "sle-record/1", findings: { "ana-1-80": "present" } };
  const [set] = definitions.sets;
  const report = set && setReport(set, assessedOf(record));
  if (!report) throw new Error("no report");
  const [line = ""] = openLines(report, definitions);
  const [, more] = / and (\d+) more\.$/.exec(line) ?? [];
  expect(Number(more)).toBe(report.open.length - 8);
  expect(fullNote({ ...assessedOf(record), version: "9.9.9" })).toContain(line);
});

test("a record with an error has no report of a set, and says what to correct", () => {
  const assessed = assessedOf({
    format: "sle-record/1",
    findings: { leukopenia: "absent" },
    measurements: [{ test: "white-cells", value: 3, unit: "10*9/L" }],
  });
  expect(definitions.sets.map((set) => setReport(set, assessed))).toEqual(definitions.sets.map(() => undefined));
  expect(recordReport(assessed).errors).toHaveLength(1);
});

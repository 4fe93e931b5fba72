import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { changesBetween } from "../../lib/explain/changes.ts";
import { answer, dateFinding, EMPTY_RECORD, explain, labelRecord, noteFinding } from "../../lib/record/edit.ts";
import { addMeasurement, removeMeasurement, replaceMeasurement } from "../../lib/record/edit-measurements.ts";

const platelets = { test: "platelets", value: 85, unit: "10*9/L" } as const;
const base = addMeasurement(answer(EMPTY_RECORD, "malar-rash", "present"), platelets);

const change = (next: (record: SleRecord) => SleRecord, before = base) =>
  changesBetween(before, next(before), definitions);

test.each<[string, (record: SleRecord) => SleRecord]>([
  ["malar rash absent", (record) => answer(record, "malar-rash", "absent")],
  ["malar rash not known", (record) => answer(record, "malar-rash", "unknown")],
  ["malar rash, first seen 2024-03-11", (record) => dateFinding(record, "malar-rash", "2024-03-11")],
  ["malar rash, explained by an infection", (record) => explain(record, "malar-rash", { cause: "infection" })],
  ["leukopenia present, explained by a drug", (record) => explain(record, "leukopenia", { cause: "drug" })],
  ["malar rash, note", (record) => noteFinding(record, "malar-rash", "since spring")],
  ["platelet count 40 ×10⁹/L", (record) => addMeasurement(record, { ...platelets, value: 40 })],
  [
    "platelet count 85 ×10⁹/L, lower limit 150, completed",
    (record) => addMeasurement(record, { ...platelets, low: 150 }),
  ],
  ["platelet count 85 ×10⁹/L", (record) => addMeasurement(record, platelets)],
  ["platelet count 85 ×10⁹/L removed", (record) => removeMeasurement(record, platelets)],
  [
    "platelet count 58 ×10⁹/L, corrected from 85 ×10⁹/L",
    (record) => replaceMeasurement(record, platelets, { ...platelets, value: 58 }),
  ],
  ["label “bed 4”", (record) => labelRecord(record, "bed 4")],
  ["every answer cleared", () => EMPTY_RECORD],
  ["", (record) => record],
])("%s", (words, next) => {
  expect(change(next)).toBe(words);
});

test("taking a date or an explanation back is said too", () => {
  const dated = dateFinding(base, "malar-rash", "2024-03-11");
  expect(change(() => base, dated)).toBe("malar rash, date removed");
  const explained = explain(base, "malar-rash", { cause: "drug", text: "x" });
  expect(change(() => base, explained)).toBe("malar rash, not explained by anything else");
});

test("of many changes, the first two are named and the others counted", () => {
  const many = ["seizure", "fever", "psychosis", "delirium"] as const;
  const words = change((record) => many.reduce((next, finding) => answer(next, finding, "absent"), record));
  expect(words).toBe("seizure absent, fever absent and 2 more");
});

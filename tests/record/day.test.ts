import { expect, test } from "vitest";
import { doubtOf } from "../../lib/record/day.ts";

const TODAY = "2026-11-23";

test.each(["2026-11-23", "2024-02-29", "1900-01-01"])("%s is believed", (date) => {
  expect(doubtOf(date, TODAY)).toBeUndefined();
});

test.each([
  ["2026-11-24", "2026-11-24 is in the future. Check the date.", undefined],
  ["1899-12-31", "The year 1899 is before 1900. Check the date.", undefined],
  ["0024-01-05", "The date is in the year 24.", "2024-01-05"],
  ["0031-01-05", "The year 31 is before 1900. Check the date.", undefined],
])("%s is doubted", (date, why, instead) => {
  expect(doubtOf(date, TODAY)).toEqual(instead ? { why, instead } : { why });
});

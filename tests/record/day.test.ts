import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { dayOf } from "../../lib/fhir/import/resources.ts";
import { doubtOf, isCalendarDay, lastDay } from "../../lib/record/day.ts";
import { takeDay } from "../../lib/record/written-day.ts";

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

test("a year of two digits is guessed, unless that day is still to come; one of three is only doubted", () => {
  expect(doubtOf("0026-11-23", TODAY)?.instead).toBe("2026-11-23");
  expect(doubtOf("0026-11-24", TODAY)).toEqual({ why: "The year 26 is before 1900. Check the date." });
  expect(doubtOf("0099-01-05")?.instead).toBe("2099-01-05");
  expect(doubtOf("0100-01-05")).toEqual({ why: "The year 100 is before 1900. Check the date." });
  expect(doubtOf("2099-01-05")).toBeUndefined();
});

test("the last day that anything can be of is a day ahead", () => {
  expect(lastDay(Date.parse("2026-11-23T00:00:00Z"))).toBe("2026-11-24");
  expect(lastDay(Date.parse("2026-11-23T23:59:59.999Z"))).toBe("2026-11-24");
  expect(lastDay(Date.parse("2024-02-28T12:00:00Z"))).toBe("2024-02-29");
  expect(lastDay(Date.parse("2026-12-31T00:00:00Z"))).toBe("2027-01-01");
});

test.each(["2024-02-29", "2000-02-29", "2023-12-31", "0001-01-01", "9999-12-31"])(
  "%s is a day of the calendar",
  (day) => {
    expect(isCalendarDay(day)).toBe(true);
  },
);

test.each([
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-13-01",
  "2024-00-10",
  "2024-01-00",
  "2024-1-1",
  "24-01-01",
  "2024-05",
  "2024",
  "12024-01-01",
  "2024-01-01T00:00:00Z",
  " 2024-01-01",
  "",
])("%j is no day of the calendar", (day) => {
  expect(isCalendarDay(day)).toBe(false);
});

test("the record, the quick find and an import know the same days", () => {
  const two = (number: number) => String(number).padStart(2, "0");
  const parts = fc.tuple(
    fc.integer({ min: 1, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  const inRecord = z.iso.date();
  fc.assert(
    fc.property(parts, ([year, month, date]) => {
      const day = `${String(year).padStart(4, "0")}-${two(month)}-${two(date)}`;
      const known = isCalendarDay(day);
      expect(inRecord.safeParse(day).success).toBe(known);
      expect(takeDay(`fever ${day}`)?.days).toEqual(known ? [day] : undefined);
      expect(dayOf(`${day}T10:00:00Z`)).toBe(known ? day : undefined);
    }),
    { numRuns: 2000 },
  );
});

import { expect, test } from "vitest";
import { isPlaceholderDay } from "../../lib/record/placeholder-days.ts";

test.each([
  "0001-01-01",
  "1000-01-01",
  "1600-12-31",
  "1601-01-01",
  "1753-01-01",
  "1858-11-17",
  "1899-12-30",
  "1899-12-31",
  "1900-01-01",
  "1901-01-01",
  "1904-01-01",
  "1969-12-31",
  "1970-01-01",
  "2079-06-06",
  "2999-12-31",
  "9999-01-01",
  "9999-12-31",
])("%s stands for a day that is not known", (day) => {
  expect(isPlaceholderDay(day)).toBe(true);
});

test.each(["1899-12-01", "1800-05-05", "0024-05-02"])("so does %s, before anybody now alive was examined", (day) => {
  expect(isPlaceholderDay(day)).toBe(true);
});

test.each(["1900-01-02", "1950-05-05", "1970-01-02", "2000-01-01", "2024-05-02", "9998-12-31"])(
  "%s is a day",
  (day) => {
    expect(isPlaceholderDay(day)).toBe(false);
  },
);

import { expect, test } from "vitest";
import { writeDay, writeMoment } from "../../../../app/_record/patients/moment.ts";

const NOW = new Date(2026, 10, 27, 12);

test.each([
  [new Date(2026, 10, 25, 14, 2), "25 Nov, 14:02"],
  [new Date(2026, 8, 1, 0, 0), "1 Sep, 00:00"],
  [new Date(2025, 11, 31, 23, 59), "31 Dec 2025, 23:59"],
  [new Date(2027, 0, 1, 9, 5), "1 Jan 2027, 09:05"],
])("a moment is said in the reader's own time: %s", (moment, words) => {
  expect(writeMoment(moment.toISOString(), NOW)).toBe(words);
  expect(writeDay(moment.toISOString(), NOW)).toBe(words.slice(0, words.indexOf(",")));
});

test("every month is called as English calls it", () => {
  for (let month = 0; month < 12; month += 1) {
    const day = new Date(2026, month, 15, 12);
    expect(writeDay(day.toISOString(), NOW)).toBe(`15 ${day.toLocaleDateString("en-US", { month: "short" })}`);
  }
});

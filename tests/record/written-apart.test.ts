/** How units, numbers, days and lines of text are read, by things made up for it. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { LabTest, Measurement } from "../../criteria/types.ts";
import { oneLine, writtenOut } from "../../lib/record/one-line.ts";
import { eachResultOnce, resultKey } from "../../lib/record/same-result.ts";
import { typedNumber } from "../../lib/record/typed-number.ts";
import { inUnit, unitsSpelled, unitsWritten, writtenUnits } from "../../lib/record/unit-spelling.ts";
import { takeDay } from "../../lib/record/written-day.ts";

describe("a unit", () => {
  const made = (...units: readonly string[]): LabTest => ({
    ...definitions.tests.c3,
    units: units.map((unit) => ({ unit, label: unit })) as unknown as LabTest["units"],
  });
  const written = (text: string, ...units: readonly string[]) =>
    unitsWritten(text, made(...units)).map(({ unit }) => unit);

  test.each([
    ["°C", "Cel"],
    ["ºC", "Cel"],
    ["˚c", "Cel"],
    ["degree C", "Cel"],
    ["Celsius", "Cel"],
    ["℉", "f"],
    ["ºF", "f"],
    ["Fahrenheit", "f"],
    ["milligrams per liter".replace("liter", "l"), "mg/L"],
    ["grams/L", "g/L"],
    ["gm/L", "g/L"],
    ["mcg/L", "ug/L"],
    ["microliter", "/uL"],
    ["per microlitre", "/uL"],
    ["cells/cumm", "/mm3"],
    ["count/mm3", "/mm3"],
    ["mm3", "/mm3"],
    ["uL", "/uL"],
    ["x10E3/uL", "10*3/uL"],
    ["x10/L", "10/L"],
    ["thousands/uL", "10*3/uL"],
    ["tsd/uL", "10*3/uL"],
    ["10^3 cells/uL", "10*3/uL"],
    ["g in 24h", "g/24h"],
    ["g/day", "g/24h"],
    ["titre", "titer"],
    ["joint", "joints"],
    ["jts", "joints"],
    ["U-GPL", "gpl"],
    ["mg/g creatinine", "mg/g"],
    ["mg/mmol kreatinin", "mg/mmol"],
  ])("written %s is %s", (text, unit) => {
    expect(written(text, "other", unit)).toEqual([unit]);
  });

  test("is known by its code and by its label, and by what stands before a slash in either", () => {
    const lab: LabTest = { ...definitions.tests.c3, units: [{ unit: "aa/l", label: "bb/l" }] };
    for (const text of ["aa/l", "bb/l", "aa", "bb"]) expect(unitsWritten(text, lab), text).toHaveLength(1);
    for (const text of ["a", "b", "l", "/l"]) expect(unitsWritten(text, lab), text).toEqual([]);
    for (const text of ["aa/l", "bb/l"]) expect(unitsSpelled(text, lab), text).toHaveLength(1);
    expect(unitsSpelled("aa", lab)).toEqual([]);
  });

  test("is none where nothing is written", () => {
    const odd = made("/l", "?/l", "()");
    for (const none of ["", " ", "().", "*"]) {
      expect(unitsWritten(none, odd), none).toEqual([]);
      expect(unitsSpelled(none, odd), none).toEqual([]);
    }
    expect(unitsWritten("?", odd)).toHaveLength(1);
  });

  test.each([
    ["lakh", "/uL", 1.5, 150_000],
    ["10^5/uL", "/uL", 1.5, 150_000],
    ["x10^6/L", "/uL", 3200, 3200],
    ["mg/L", "mg/dL", 550, 55],
    ["ug/mL", "mg/dL", 550, 55],
    ["g/dL", "g/L", 0.062, 0.62],
  ])("written %s is so many of %s: %d is %d", (text, unit, number, entered) => {
    const [one, ...others] = writtenUnits(text, made("other", unit));
    if (!one) throw new Error("none");
    expect(others).toEqual([]);
    expect(one.unit.unit).toBe(unit);
    expect(inUnit(number, one)).toBe(entered);
  });

  test("of which there are so many keeps fifteen digits", () => {
    const third = { unit: { unit: "a", label: "a" }, times: [1, 3] } as const;
    expect(inUnit(1, third)).toBe(0.333333333333333);
    expect(inUnit(0.123456789012345, { unit: third.unit })).toBe(0.123456789012345);
  });
});

describe("a number", () => {
  test("has at most fifteen digits, marks between them aside", () => {
    expect(typedNumber("123456789012345")?.readings[0]).toBe(123_456_789_012_345);
    expect(typedNumber("1234567890123.45")?.readings[0]).toBe(1_234_567_890_123.45);
    expect(typedNumber("1234567890123456")).toBeUndefined();
  });

  test("says whether it was written as a ratio", () => {
    expect(typedNumber("1:320")).toMatchObject({ ratio: true, readings: [320, 320] });
    expect(typedNumber("320")).toMatchObject({ ratio: false });
  });

  test("is read in both ways of writing, and with a mark that stands only between thousands in one", () => {
    expect(typedNumber("3,200")?.readings).toEqual([3200, 3.2]);
    expect(typedNumber("1.200")?.readings).toEqual([1.2, 1200]);
    expect(typedNumber("1,5")?.readings).toEqual([1.5, 1.5]);
    expect(typedNumber("3'200,125")?.readings).toEqual([3200.125, 3200.125]);
    expect(typedNumber("3'200.125")?.readings).toEqual([3200.125, 3200.125]);
  });
});

describe("a day", () => {
  test("that can be two is asked about, and one that can be one is shown", () => {
    expect(takeDay("rash on 03/04/2012 again")).toEqual({
      days: ["2012-03-04", "2012-04-03"],
      written: "on 03/04/2012",
      why: '"on 03/04/2012" can be 2012-03-04 or 2012-04-03. Choose one, or type the day as 2012-03-04.',
      rest: "rash   again",
    });
    expect(takeDay("25/04/2012")).toMatchObject({
      days: ["2012-04-25"],
      why: '"25/04/2012" is read as 2012-04-25. Choose it if that is the day.',
    });
    expect(takeDay("04/04/2012")?.days).toEqual(["2012-04-04"]);
  });

  test("is given as it was written, without blanks around it, and a mark after one that stands first goes", () => {
    expect(takeDay("2024-05-02: wbc 3.2")).toEqual({ days: ["2024-05-02"], written: "2024-05-02", rest: " wbc 3.2" });
    expect(takeDay("  2024-05-02; wbc")).toEqual({ days: ["2024-05-02"], written: "2024-05-02", rest: " wbc" });
    expect(takeDay("wbc 2024-05-02: 3.2")?.rest).toBe("wbc  : 3.2");
    expect(takeDay("? 2024-05-02: 3.2")?.rest).toBe("?  : 3.2");
  });

  test("is counted back from today", () => {
    expect(takeDay("3 days ago", "2024-03-02")?.days).toEqual(["2024-02-28"]);
    expect(takeDay("999 days ago", "2024-03-02")?.days).toEqual(["2021-06-07"]);
    expect(takeDay("yesterday", "2024-03-01")?.days).toEqual(["2024-02-29"]);
    expect(takeDay("today", "2024-03-01")?.days).toEqual(["2024-03-01"]);
  });
});

describe("a line of text", () => {
  test("has at most so many characters, the last of them a sign that there are more", () => {
    const text = Array.from({ length: 600 }, (_, at) => String.fromCharCode(97 + (at % 26))).join("");
    expect(oneLine(text.slice(0, 500))).toBe(text.slice(0, 500));
    expect(oneLine(text)).toBe(`${text.slice(0, 499)}…`);
    expect(oneLine("abcde", 5)).toBe("abcde");
    expect(oneLine("abcdef", 5)).toBe("abcd…");
    expect(oneLine("abc😀ef", 5)).toBe("abc…");
    expect(oneLine("  a \n b  ")).toBe("a b");
  });

  test("is written out where it is not seen, in the numbers of Unicode", () => {
    expect(writtenOut("a\u200Fb")).toBe("a\\u{200F}b");
    expect(writtenOut("\u{E0041}")).toBe("\\u{E0041}");
    expect(writtenOut("\u007F\u00AD")).toBe("\\u{7F}\\u{AD}");
  });
});

describe("a result", () => {
  const base: Measurement = { test: "c3", value: 62, unit: "mg/dL", date: "2024-05-02" };

  test("is another one where the test, value, unit, comparator or day is another", () => {
    const others: readonly Partial<Measurement>[] = [
      { test: "c4" },
      { value: 63 },
      { unit: "g/L" },
      { comparator: "<" },
      { date: "2024-05-03" },
    ];
    const keys = [base, ...others.map((more) => ({ ...base, ...more }))].map(resultKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(resultKey({ ...base, low: 90, method: "x" })).toBe(resultKey(base));
  });

  test("is given once for all of its entries, however many contradict each other", () => {
    const entries: readonly Measurement[] = [
      { ...base, low: 90 },
      { ...base, low: 80 },
      { ...base, low: 70 },
      { ...base, low: 80, method: "x" },
      { ...base, low: 90 },
      { ...base, low: 70, high: 180 },
    ];
    expect(eachResultOnce(entries)).toEqual([
      { measurement: { ...base, low: 90 }, position: 0 },
      { measurement: { ...base, low: 80, method: "x" }, position: 1 },
      { measurement: { ...base, low: 70, high: 180 }, position: 2 },
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { typedNumber } from "../../lib/record/typed-number.ts";
import { unitsWritten, writtenUnits } from "../../lib/record/unit-spelling.ts";
import { noDayIn, takeDay } from "../../lib/record/written-day.ts";
import { growth, type Reader, repeated } from "../support/growth.ts";

const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));

/** The readers of numbers, units and days meet whole texts; a line of the quick find has an end. */
const texts: Readonly<Record<string, (size: number) => string>> = {
  digits: repeated("9"),
  "grouped digits": repeated("'999"),
  commas: repeated("1,"),
  blanks: (size) => `1${" ".repeat(size)}x`,
  "days and blanks": repeated("3   "),
  "days in words, nearly": repeated("3 marc "),
  "days in numbers, nearly": repeated("03/04/20 "),
  months: repeated("may "),
  "words of comparison": repeated("less than "),
  units: repeated("mg/"),
  "cells per": repeated("cells per "),
  dashes: repeated("3-"),
};

describe.each<[string, Reader]>([
  ["a number", typedNumber],
  ["a unit", (text) => [unitsWritten(text, definitions.tests.c3), writtenUnits(text, definitions.tests.platelets)]],
  ["a day", (text) => takeDay(text, "2026-03-01")],
  ["what is no day", noDayIn],
])("reading %s", (_, read) => {
  test.each(Object.entries(texts))("grows with the text: %s", (__, textOf) => {
    expect(growth(read, textOf, 8000)).toBeLessThan(8);
  });
});

describe("a line of the quick find", () => {
  test.each([
    ["values", "wbc 3.1, "],
    ["values without a mark", "wbc 3.1 "],
    ["findings", "malar rash, "],
    ["denials", "no malar rash or "],
    ["commas", ","],
    ["letters and commas", "a,"],
    ["parentheses", "(a) "],
    ["limits", "c3 .5 (.9) "],
    ["explanations", "fever due to a, "],
    ["digits", "1 "],
    ["names and digits", "c3 c4 "],
    ["days", "3 March 2025 "],
    ["points", "1. malar rash "],
    ["unread denials", "no cough, "],
    ["kinds denied", "no DVT or "],
    ["arrows", "C3 ↓, "],
    ["sentences", "Ro neg. "],
  ])("four times as long costs no more than eight times as much: %s", (_, part) => {
    // A line of one part more is no answer kept from the time before.
    expect(growth(ask, repeated(part), 48)).toBeLessThan(8);
  });
});

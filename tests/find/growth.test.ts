import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { typedNumber } from "../../lib/record/typed-number.ts";
import { unitsWritten, writtenUnits } from "../../lib/record/unit-spelling.ts";
import { noDayIn, takeDay } from "../../lib/record/written-day.ts";

/**
 * What a text costs must grow with its length and with nothing else: times of two sizes are compared with each other,
 * never with a clock. The readers of numbers, units and days meet whole texts; a line of the quick find has an end.
 */
type Reader = (text: string) => unknown;

const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));

function timed(read: Reader, text: string, rounds: number): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) read(text);
  return performance.now() - start;
}

/** The least of several ratios, each of two times taken in turn: a busy machine only ever makes one larger. */
function growth(read: Reader, textOf: (size: number) => string, size: number): number {
  const [small, large] = [textOf(size), textOf(4 * size)];
  let rounds = 1;
  while (timed(read, small, rounds) < 4 && rounds < 4096) rounds *= 2;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 12 && least >= 8; attempt += 1) {
    const before = timed(read, small, rounds);
    // What takes no time grows by nothing that can be measured.
    least = Math.min(least, timed(read, large, rounds) / Math.max(before, 0.5));
  }
  return least;
}

const repeated = (text: string) => (size: number) => text.repeat(Math.ceil(size / text.length)).slice(0, size);

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
  ])("four times as long costs no more than eight times as much: %s", (_, part) => {
    // A line of one part more is no answer kept from the time before.
    expect(growth(ask, repeated(part), 48)).toBeLessThan(8);
  });
});

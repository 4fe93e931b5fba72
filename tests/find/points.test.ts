import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import type { NamedLabTest } from "../../criteria/types.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

/** Points of a numbered list, as they are pasted from a note: the number is no value, and no value is a number of a point. */
const ask = offersFor.bind(undefined, findPlanOf({ definitions, topics: context, notRead: testsNotRead }));

const MARKS = ["1.", "5.", "7)", "12.", "20)"];
/** What is a value as often as a number: no list that is typed goes so far, and none begins with nothing. */
const NO_MARKS = ["0.", "0)", "21.", "39.", "85)"];

const firstOf = (line: string) => ask(line).offers.slice(0, 1).map(written);

describe("a point of a numbered list", () => {
  test.each(["malar rash", "no oral ulcers", "wbc 3.2", "c3 0.6 (0.9)", "seizure and psychosis", "LN class III+V"])(
    "says what stands behind its number: %s",
    (says) => {
      const expected = ask(says);
      expect(expected.certain).toBe(true);
      for (const mark of MARKS) expect(ask(`${mark} ${says}`), mark).toEqual(expected);
    },
  );

  test("counts nothing unasked, and where it may count what follows, the count is offered", () => {
    const tests = Object.values<NamedLabTest>(definitions.tests);
    const names = tests.flatMap(({ label, short, synonyms }) => [label, short, ...synonyms]);
    let offered = 0;
    for (const name of names.filter((one) => /^\p{L}/u.test(one))) {
      for (const mark of MARKS) {
        const { certain, offers } = ask(`${mark} ${name}`);
        if (!offers.some(({ kind }) => kind === "measure")) continue;
        offered += 1;
        expect(certain, `${mark} ${name}`).toBe(false);
      }
    }
    expect(offered).toBeGreaterThan(50);
    expect(firstOf("5. swollen joints")).toEqual(["swollen-joints 5 {count}"]);
    expect(firstOf("4) joints swollen")).toEqual(["swollen-joints 4 {count}"]);
  });

  test("has no number that may as well be a value", () => {
    for (const says of ["fever", "oral ulcers", "platelets", "swollen joints"]) {
      for (const mark of NO_MARKS) expect(ask(`${mark} ${says}`).certain, `${mark} ${says}`).toBe(false);
    }
  });

  test.each(["5. swollen joints, malar rash", "3) tender joints; malar rash", "2. chest tightness, malar rash"])(
    "keeps its number where it is not read: %s",
    (line) => {
      const [point] = line.split(/[,;]/);
      expect(firstOf(line)).toEqual([`malar-rash present leaving ${point}`]);
    },
  );

  test("is parted from the next by its number, in order, and takes no number that is another", () => {
    const says = ["malar rash", "no oral ulcers", "ANA 1:640", "dsDNA 85", "C3 0.5"];
    const expected = ask(says.join("; "));
    expect(expected.certain).toBe(true);
    for (const [before, behind] of [
      [" ", "."],
      [", ", ")"],
      ["; ", "."],
      [". ", "."],
    ]) {
      const line = says.map((one, at) => `${at + 1}${behind} ${one}`).join(before);
      expect(ask(line), line).toEqual(expected);
    }
    for (const line of [
      "1. malar rash 3. oral ulcers",
      "2. malar rash 3. oral ulcers",
      "1. swollen joints 2. malar rash",
      "1. SJC 2. malar rash",
      "1. LN class 2. malar rash",
      "1. malar rash grade 2. oral ulcers",
      "1. plt 85 2. chest tightness 3. malar rash",
    ]) {
      expect(ask(line).certain, line).toBe(false);
    }
    expect(firstOf("1. swollen joints 2. malar rash")).toEqual(["malar-rash present leaving 1. swollen joints"]);
    expect(firstOf("1. chest tightness 2. malar rash")).toEqual(["malar-rash present leaving 1. chest tightness"]);
  });
});

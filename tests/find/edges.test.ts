/** Lines at the edge of what is read: what a mark, a word or a number beside the rest makes of them. */
import { describe, expect, test } from "vitest";
import { context, definitions, testsNotRead } from "../../criteria/index.ts";
import { atJoints } from "../../lib/find/asked-names.ts";
import { offersFor } from "../../lib/find/offers.ts";
import { findPlanOf } from "../../lib/find/plan.ts";
import { written } from "./written.ts";

const plan = findPlanOf({ definitions, topics: context, notRead: testsNotRead });
const offers = (line: string) => offersFor(plan, line, "2026-11-01");
const said = (line: string) => offers(line).offers.map(written);

describe("beside a value", () => {
  test("a mark that sticks to the unit is read as one that stands apart: high is asked about where the value is low", () => {
    for (const line of ["wbc 3.2 K/uL↑", "wbc 3.2 K/uL ↑"]) {
      expect(said(line)).toEqual(["white-cells 3.2 10*3/uL"]);
      expect(offers(line)).toMatchObject({
        certain: false,
        message: expect.stringContaining('"high" may not go with'),
      });
    }
  });

  test.each([
    // The number may be another, or the "L" may be of a liter.
    [
      "low",
      "wbc 29 L",
      "WBC 29 low",
      "wbc 29000 LL",
      "wbc 29 ↓",
      "wbc >29 L",
      "lymph 5 L",
      "plt 450 L",
      "plt 450000 low",
    ],
    ["low", "c3 1.8 L", "c3 180 mg/dL L", "c4 0.4 low", "ch50 200 L", "plt 450 (150-400) L"],
    [
      "high",
      "wbc 6.5 H",
      "lymph 1.8 high",
      "plt 250 HH",
      "plt 250000 ↑",
      "plt <250 H",
      "dsdna 1 H",
      "dsdna 0.1 index H",
    ],
  ])("a mark of %s is asked about where no laboratory marks such a value so", (mark, ...lines) => {
    for (const line of lines) {
      expect(offers(line), line).toMatchObject({
        certain: false,
        message: expect.stringContaining(`"${mark}" may not go with`),
      });
      expect(said(line), line).toHaveLength(1);
    }
  });

  test.each([
    ["wbc", "6", "6.01", "8", "7.99"],
    ["lymph", "4", "4.01", "2.5", "2.49"],
    ["plt", "200", "201", "300", "299"],
    ["c3", "1.3", "1.31", "1", "0.99"],
    ["c4", "0.25", "0.251", "0.2", "0.199"],
    ["ch50", "150", "150.1", "30", "29.9"],
  ])("the marks of %s go just so far", (name, low, aboveLow, high, belowHigh) => {
    expect(offers(`${name} ${low} L`).certain).toBe(true);
    expect(offers(`${name} ${high} H`).certain).toBe(true);
    expect(offers(`${name} ${aboveLow} L`).message).toContain('"low" may not go with');
    expect(offers(`${name} ${belowHigh} H`).message).toContain('"high" may not go with');
  });

  test.each([
    ["negative", "dsdna 21 neg (20)", "ana 1:80 neg (1:80)", "dsdna crithidia 1:10 neg (1:10)", "c3 0.6 negative"],
    ["positive", "dsdna 20 pos (20)", "ana 1:40 pos (1:80)", "dsdna crithidia 1:5 pos (1:10)"],
    ["low", "c3 0.9 L (0.9-1.8)", "c3 1.9 L (0.9-1.8)", "dsdna 21 L (20)", "temp 39 L"],
    ["high", "dsdna 20 H (20)", "c3 0.89 H (0.9)", "c3 1.8 H (0.9-1.8)", "c3 0.5 H (0.9-1.8)"],
  ])("a mark of %s is asked about where the limit beside the value says otherwise", (mark, ...lines) => {
    for (const line of lines) {
      expect(offers(line), line).toMatchObject({
        certain: false,
        message: expect.stringContaining(`"${mark}" may not go with`),
      });
    }
  });

  test.each([
    "dsdna 20 neg (20)",
    "dsdna 21 pos (20)",
    "ana 1:40 neg (1:80)",
    "ana 1:80 pos (1:80)",
    "dsdna crithidia 1:5 neg (1:10)",
    "dsdna crithidia 1:10 pos (1:10)",
    "c3 0.89 L (0.9-1.8)",
    "dsdna 20 L (20)",
    "dsdna 21 H (20)",
    "ana 1:80 H (1:160)",
    "c3 0.9 H (0.9)",
    "c3 1.81 H (0.9-1.8)",
  ])("a mark that goes with the value and its limit is taken: %s", (line) => {
    expect(offers(line).certain).toBe(true);
    expect(said(line)).toHaveLength(1);
  });

  test.each([
    ["wbc 4.2 L", "white-cells 4.2 10*9/L"],
    ["wbc 3200 L", "white-cells 3200 /uL"],
    // What is said to be below a number can be as low as it is marked.
    ["wbc <29 L", "white-cells <29 10*9/L"],
    ["plt >250 H", "platelets >250 10*9/L"],
    ["plt 145 low", "platelets 145 10*9/L"],
    ["lymph 1.4 L", "lymphocytes 1.4 10*9/L"],
    ["wbc 11.2 H", "white-cells 11.2 10*9/L"],
    ["c3 1.1 L", "c3 1.1 g/L"],
    ["dsdna 0.4 index H", "anti-dsdna 0.4 {index}"],
    ["c3 0.6 g/L plasma", "c3 0.6 g/L"],
    ["c3 plasma 0.6", "c3 0.6 g/L"],
    ["anti-dsdna 40 IU/mL elisa assay", "anti-dsdna 40 [IU]/mL, method elisa"],
    ["anti-dsdna elisa assay 40", "anti-dsdna 40 [IU]/mL, method elisa"],
    // A range of which one number is no day is a range; of two days it may be either.
    ["c4 12 mg/dL 10-40", "c4 12 mg/dL, low 10, high 40"],
    ["plt 85 31-400", "platelets 85 10*9/L, low 31, high 400"],
    ["c4 12 mg/dL 10-32", "c4 12 mg/dL, low 10, high 32"],
    ["ana 1:640 speckled & nucleolar", "ana-titer 640 {titer}, not kept speckled nucleolar"],
  ])("%s", (line, expected) => {
    expect(said(line)).toEqual([expected]);
    expect(offers(line).certain).toBe(true);
  });

  test.each([
    // The last of a month may be a day.
    ["c4 12 mg/dL 10-31", []],
    // Units of an antibody's laboratory are none of a complement.
    ["c3 62 U/mL", []],
    // What stands before the first name of a test is no value of it, and no fact.
    ["day2 c3 0.7", ["value of c3", "low-c3 present"]],
    [
      "dsdna elisa85",
      ["anti-dsdna present", "anti-dsdna-specific present", "anti-dsdna-slicc present", "value of anti-dsdna"],
    ],
    ["ana 90 (foo)", ["ana-1-80 present, note ana 90 foo", "ana-1-80 absent, note ana 90 foo", "ana-titer 90 {titer}"]],
    ["ana 90 (80)", ["ana-1-80 present, note ana 90 80", "ana-1-80 absent, note ana 90 80", "ana-titer 90 {titer}"]],
    ["ANA +ve, aCL -ve", ["ana-1-80 present leaving aCL -ve", "ana-above-reference present leaving aCL -ve"]],
    [
      "c3 0.6 (0.9, cirrhosis",
      ["c3 0.6 g/L, low 0.9 + low-c3 present, explained by other-disease cirrhosis", "c3 0.6 g/L, low 0.9"],
    ],
    [
      "hx of dsdna",
      [
        "anti-dsdna present, note hx",
        "anti-dsdna-specific present, note hx",
        "anti-dsdna-slicc present, note hx",
        "value of anti-dsdna",
      ],
    ],
    [
      "hx of dsdna reactive",
      ["anti-dsdna present", "anti-dsdna-specific present", "anti-dsdna-slicc present", "value of anti-dsdna"],
    ],
  ])("is asked about: %s", (line, expected) => {
    // Behind these, what is only searched for.
    expect(said(line).slice(0, Math.max(expected.length, 1))).toEqual(expected);
    expect(offers(line).certain).toBe(false);
  });

  test("no joint is named by words that join alone", () => {
    expect(atJoints("arthritis of the", ["wrist", "knee"])).toBeUndefined();
    expect(atJoints("arthritis of the wrist and knee", ["wrist", "knee"])).toBe("arthritis");
  });

  test("what is not believable is so with its limit, or by itself, whatever day was meant", () => {
    const alone = "White cell count: 99999999 is not believable; accepted: 0.05 to 500 ×10⁹/L.";
    for (const line of ["wbc 99999999", "wbc 99999999 03/04/2012"]) {
      expect(offers(line)).toEqual({ offers: [], certain: false, message: alone });
    }
  });
});

describe("a number before a point of a list", () => {
  test("counts what follows, or numbers it: every reading is offered, the count first", () => {
    expect(said("5. c3")).toEqual(["c3 5 g/L", "c3 5 mg/dL", "value of c3", "low-c3 present"]);
    expect(said("3. wbc").slice(0, 2)).toEqual(["white-cells 3 10*9/L", "value of white-cells"]);
  });
});

describe("words that are nearly a name", () => {
  test("are taken for a slip where every one of them is", () => {
    expect(offers("mallar rash").message).toContain('Did you mean "Malar rash"?');
    for (const line of ["mallar foo rash", "mallar rash x"]) expect(offers(line).message).not.toContain("Did you mean");
  });

  test("are found within a name from four letters on, and not by three", () => {
    expect(said("osis").slice(0, 2)).toEqual(["psychosis present", "hemolytic-anemia-with-reticulocytosis present"]);
    expect(offers("ros")).toEqual({ offers: [], certain: false, message: "Nothing is found by these words." });
  });

  test("that are spread over the names of a finding lead to its label", () => {
    const found = offers("fluid heart").offers;
    expect(found.find((one) => one.kind === "answer" && one.finding === "pleural-effusion")).toMatchObject({
      through: "Pleural effusion",
    });
  });

  test("bring nothing of which less than two fifths was typed", () => {
    expect(said("1. malar rash")).toEqual(["malar-rash present", "read skin-only"]);
  });

  test("with joints in more than 14 words are a sentence", () => {
    const joints = "the left wrist and the right wrist and the left mcp and mcp";
    expect(offers(`arthritis of ${joints}`)).toMatchObject({ offers: [] });
    expect(said(`arthritis of ${joints.replace("the ", "")}`)[0]).toMatch(
      /^synovitis-2-joints present, note arthritis/,
    );
  });
});

describe("several facts", () => {
  test("what an alternative stands before is asked about as well where a plus follows", () => {
    expect(said("fever or malar rash + oral ulcers")).toEqual([
      "fever present + malar-rash present + oral-ulcers present",
      "fever present + oral-ulcers present",
      "malar-rash present + oral-ulcers present",
    ]);
  });

  test("of three alternatives each is offered, and all of them", () => {
    const each = ["fever present", "seizure present", "psychosis present"];
    expect(said("fever or seizure or psychosis")).toEqual([each.join(" + "), ...each]);
    expect(offers("fever or seizure or psychosis").message).toContain('"fever" or "seizure" or "psychosis"');
  });

  test("a sign that may be said of all, or of the last alone, never offers nothing", () => {
    expect(said("ro or la +")[0]).toBe("anti-la present leaving ro");
    expect(said("malar rash +, seizure -")).toEqual(["malar-rash present + seizure absent"]);
  });
});

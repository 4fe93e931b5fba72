import { describe, expect, test } from "vitest";
import { accuracy, agreement, share } from "../../lib/cohort/statistics.ts";

describe("Wilson's interval, by the table of Newcombe (Stat Med 1998;17:857)", () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%i of %i", (count, of, low, high) => {
    const found = share(count, of);
    expect(found?.value).toBeCloseTo(count / of, 12);
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  test("all and none are each other's mirror, and nobody has no share", () => {
    expect(share(20, 20)?.low).toBeCloseTo(1 - 0.1611, 4);
    expect(share(20, 20)?.high).toBe(1);
    expect(share(0, 0)).toBeUndefined();
  });
});

describe("Cohen's kappa, by published tables", () => {
  // SAS/STAT, PROC FREQ, "Agreement Study": kappa 0.3449, standard error 0.0724, limits 0.2030 and 0.4868.
  test("two dermatologists, four categories", () => {
    const found = agreement([
      [10, 4, 1, 0],
      [5, 10, 12, 2],
      [2, 4, 12, 5],
      [0, 2, 6, 13],
    ]);
    expect(found?.count).toBe(88);
    expect(found?.kappa?.value).toBeCloseTo(0.3449, 4);
    expect(found?.kappa?.low).toBeCloseTo(0.203, 4);
    expect(found?.kappa?.high).toBeCloseTo(0.4868, 4);
  });

  // Fleiss, Statistical Methods for Rates and Proportions, 1981, p. 213.
  test("two raters, three diagnoses", () => {
    const found = agreement([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]);
    expect(found?.observed).toBeCloseTo(0.89, 12);
    expect(found?.expected).toBeCloseTo(0.66, 12);
    expect(found?.kappa?.value).toBeCloseTo(0.68, 2);
  });

  test("full agreement is 1, and where chance alone agrees there is no kappa", () => {
    const full = agreement([
      [30, 0],
      [0, 12],
    ]);
    expect(full?.kappa?.value).toBe(1);
    expect(full?.kappa?.high).toBe(1);
    const all = agreement([
      [42, 0],
      [0, 0],
    ]);
    expect(all?.observed).toBe(1);
    expect(all?.kappa).toBeUndefined();
    const oneSays = agreement([
      [0, 0],
      [306, 1389],
    ]);
    expect(oneSays?.observed).toBeCloseTo(1389 / 1695, 12);
    expect(oneSays?.kappa).toBeUndefined();
  });

  test("a table of nobody has none", () => {
    expect(
      agreement([
        [0, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
  });
});

describe("sensitivity, specificity and likelihood ratios", () => {
  // Scott and others 2008, table 1, as the R package epiR prints it: 0.90, 0.76, 3.75 (3.32 to 4.24).
  test("a trial of 1,586 patients", () => {
    const found = accuracy([
      [670, 202],
      [74, 640],
    ]);
    expect(found.sensitivity?.value).toBeCloseTo(0.9, 2);
    expect(found.specificity?.value).toBeCloseTo(0.76, 2);
    expect(found.positiveRatio?.value).toBeCloseTo(3.75, 2);
    expect(found.positiveRatio?.low).toBeCloseTo(3.32, 2);
    expect(found.positiveRatio?.high).toBeCloseTo(4.24, 2);
    expect(found.negativeRatio?.value).toBeCloseTo(74 / 744 / (640 / 842), 12);
  });

  test("there is no ratio where nobody stands below it, and no share of nobody", () => {
    const found = accuracy([
      [10, 0],
      [0, 0],
    ]);
    expect(found).toEqual({
      sensitivity: share(10, 10),
      specificity: undefined,
      positiveRatio: undefined,
      negativeRatio: undefined,
    });
  });
});

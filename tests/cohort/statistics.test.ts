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
    // Its standard error is 0: an interval from 1 to 1 would be certain of what 42 patients cannot tell.
    expect(full?.kappa).toEqual({ value: 1 });
    for (const size of [3, 7, 10, 49]) {
      const some = Array.from({ length: 3 }, (_, row) =>
        [0, 1, 2].map((column) => (row === column ? size * row + 1 : 0)),
      );
      expect(agreement(some)?.kappa).toEqual({ value: 1 });
    }
    const opposite = agreement([
      [0, 7],
      [7, 0],
    ]);
    expect(opposite?.kappa?.value).toBeCloseTo(-1, 12);
    expect(opposite?.kappa?.low).toBeUndefined();
    const nearly = agreement([
      [30, 1],
      [0, 12],
    ]);
    expect(nearly?.kappa?.low).toBeLessThan(nearly?.kappa?.value ?? 0);
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

  test("a ratio of nothing is 0 and one over nothing infinite, both without an interval; of nothing over nothing there is none", () => {
    const of = (table: Parameters<typeof accuracy>[0]) => {
      const { positiveRatio, negativeRatio } = accuracy(table);
      return [positiveRatio, negativeRatio];
    };
    const [none, infinite] = [{ value: 0 }, { value: Number.POSITIVE_INFINITY }];
    expect(
      of([
        [10, 0],
        [0, 20],
      ]),
    ).toEqual([infinite, none]);
    expect(
      of([
        [0, 5],
        [10, 0],
      ]),
    ).toEqual([none, infinite]);
    expect(
      of([
        [0, 0],
        [10, 20],
      ]),
    ).toEqual([undefined, { value: 1, low: expect.anything(), high: expect.anything() }]);
    expect(
      of([
        [10, 20],
        [0, 0],
      ])[1],
    ).toBeUndefined();
  });

  test("there is no ratio of nobody, and no share of nobody", () => {
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

import { describe, expect, test } from "vitest";
import { agreement, share } from "../../lib/cohort/statistics.ts";

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

import { describe, expect, test } from "vitest";
import { randomFrom } from "../scoring/support/random-records.ts";
import { disagreements } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

describe("the compiled scorer says what `assess` says, row for row", () => {
  // `npm run bench -- cohort agree` compares a million.
  test("random partial rows of random columns: explained findings, values, limits, contradictions", () => {
    const random = randomFrom(2019);
    const seen = { rows: 0, refused: 0, undetermined: 0 };
    for (let round = 0; round < 40; round += 1) {
      const cohort = randomCohort(random, 250);
      expect(disagreements(cohort).slice(0, 3), fileOf({ ...cohort, rows: cohort.rows.slice(0, 2) })).toEqual([]);
      seen.rows += cohort.rows.length;
    }
    expect(seen.rows).toBe(10_000);
  });
});

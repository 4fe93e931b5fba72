import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import { randomFrom } from "../scoring/support/random-records.ts";
import { FINDINGS, randomRecord, randomSet } from "../scoring/support/random-set.ts";
import { disagreements, rowByAssess, scored } from "./support/agree.ts";
import { fileOf, randomCohort } from "./support/random-cohort.ts";

describe("the compiled scorer says what `assess` says, row for row", () => {
  // `npm run bench -- cohort agree` compares a million.
  // A few first, which mostly say at once what is wrong.
  test.each([2, 24])("%d files of random partial rows: explained findings, values, limits, contradictions", (files) => {
    const random = randomFrom(2019);
    const seen = new Map<string, number>();
    for (let round = 0; round < files; round += 1) {
      const cohort = randomCohort(random, 250);
      expect(disagreements(cohort).slice(0, 3), fileOf({ ...cohort, rows: cohort.rows.slice(0, 2) })).toEqual([]);
      for (const row of scored(fileOf(cohort)).slice(1)) {
        const word =
          /(contradiction|implausible-value)$/.exec(row)?.[0] ?? (row.includes("undetermined") ? "open" : "settled");
        seen.set(word, (seen.get(word) ?? 0) + 1);
      }
    }
    // The sample says something only when it has rows of every kind.
    expect(seen.size).toBe(4);
    expect(Math.min(...seen.values())).toBeGreaterThan(2 * files);
  });
});

describe("the scorer is compiled from any set, not from the four that are written", () => {
  test.each([12, 120])(
    "%d sets made up at random, with negations, points that are taken off, entries and routes",
    (sets) => {
      const random = randomFrom(18);
      let [compiled, compared] = [0, 0];
      for (let round = 0; round < sets; round += 1) {
        const own = assessmentPlanOf({ ...definitions, sets: [randomSet(random)] });
        const records = Array.from({ length: 20 }, () => randomRecord(random));
        const cells = (record: SleRecord) =>
          FINDINGS.map((finding) => {
            const answer = record.findings?.[finding];
            if (typeof answer !== "object") return answer ?? "";
            return `explained:${answer.explainedBy?.cause}`;
          });
        const file = [["id", ...FINDINGS], ...records.map((record, row) => [`P${row}`, ...cells(record)])]
          .map((row) => row.join(","))
          .join("\n");
        let rows: readonly string[];
        try {
          rows = scored(`${file}\n`, [], own).slice(1);
        } catch (cause) {
          // Nearly all findings without one extreme answer: it is said, and nothing is scored.
          if (cause instanceof RangeError) continue;
          throw cause;
        }
        compiled += 1;
        compared += records.length;
        const expected = records.map((record, row) => rowByAssess(`P${row}`, record, own));
        expect(rows, JSON.stringify(own.sets[0]?.set)).toEqual(expected);
      }
      expect(compiled).toBeGreaterThan((sets * 2) / 3);
      expect(compared).toBe(compiled * 20);
    },
    300_000,
  );
});

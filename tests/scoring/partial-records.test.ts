import { describe, expect, test } from "vitest";
import { byParts, SET_IDS } from "../oracles/completions.ts";
import { readRecord } from "../oracles/record.ts";
import { factsOf, figuresOf, resultsOf, sameFigures, sameOutcome } from "./support/agree.ts";
import { pick, type Random, randomFrom, randomRecord } from "./support/random-records.ts";

const RECORDS = 20_000;

/** How much of a record is answered: now and then next to nothing, which takes the oracle longest. */
function share(random: Random): number {
  return random() < 0.005 ? 0.2 : pick(random, [0.75, 0.8, 0.85, 0.9, 0.95, 0.98]);
}

describe("random records with unknown findings, against every way of answering them", () => {
  test(`${RECORDS.toLocaleString("en-US")} records: exact verdict, bounds and open findings of all four sets`, () => {
    const random = randomFrom(2012);
    const seen = new Map<string, number>();
    for (let round = 0; round < RECORDS; round += 1) {
      const record = randomRecord(random, share(random));
      const facts = factsOf(record, readRecord(record).facts);
      const results = resultsOf(facts);
      const figures = figuresOf(facts);
      for (const set of SET_IDS) {
        const expected = byParts(record, set);
        sameOutcome(results[set], expected, set, record);
        sameFigures(figures[set], expected, set, record);
        seen.set(`${set} ${expected.verdict}`, (seen.get(`${set} ${expected.verdict}`) ?? 0) + 1);
      }
    }
    // The sample says something only when each set gives every verdict often.
    expect(seen.size).toBe(SET_IDS.length * 3);
    expect(Math.min(...seen.values())).toBeGreaterThan(RECORDS / 50);
  }, 600_000);
});

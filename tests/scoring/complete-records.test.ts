import { describe, expect, test } from "vitest";
import { SET_IDS, SETS, type World } from "../oracles/completions.ts";
import { type Fact, readRecord } from "../oracles/record.ts";
import { resultsOf, sameCriteria, sameOutcome } from "./support/agree.ts";
import { randomCompleteRecord, randomFrom } from "./support/random-records.ts";

const RECORDS = 100_000;

function worldOf(facts: Readonly<Record<string, Fact>>): World {
  const world: World = {};
  for (const [finding, { status, explainedBy }] of Object.entries(facts)) {
    world[finding] = status !== "present" ? "absent" : explainedBy === undefined ? "present" : { explainedBy };
  }
  return world;
}

describe("random records in which nothing is unknown, against the second readings", () => {
  test(`${RECORDS.toLocaleString("en-US")} records: facts, criteria met, score, class and verdict of all four sets`, () => {
    const random = randomFrom(1997);
    const seen = new Map<string, number>();
    for (let round = 0; round < RECORDS; round += 1) {
      const record = randomCompleteRecord(random);
      const { facts } = readRecord(record);
      const world = worldOf(facts);
      const results = resultsOf(record, facts);
      for (const set of SET_IDS) {
        const { score, classified, criteria } = SETS[set](world);
        const verdict = classified ? "classified" : "not-classified";
        const expected = { verdict, lower: score, upper: score, asAssessed: verdict, value: score, open: [] } as const;
        sameOutcome(results[set], { ...expected, open: [] }, set, record);
        sameCriteria(results[set], criteria, set, record);
        seen.set(`${set} ${verdict}`, (seen.get(`${set} ${verdict}`) ?? 0) + 1);
      }
    }
    // The sample says something only when each set says yes often and no often.
    expect(seen.size).toBe(SET_IDS.length * 2);
    expect(Math.min(...seen.values())).toBeGreaterThan(RECORDS / 20);
  }, 600_000);
});

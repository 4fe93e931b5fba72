import { describe, expect, test } from "vitest";
import { SET_IDS, SETS, type World } from "../oracles/completions.ts";
import { type Fact, readRecord } from "../oracles/record.ts";
import { factsOf, figuresOf, resultsOf, sameCriteria, sameFigures, sameOutcome } from "./support/agree.ts";
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
  const title = `${RECORDS.toLocaleString("en-US")} records: facts, score, class and verdict of all four sets`;
  test(`${title}; and of every fourth all criteria`, () => {
    const random = randomFrom(1997);
    const seen = new Map<string, number>();
    for (let round = 0; round < RECORDS; round += 1) {
      const record = randomCompleteRecord(random);
      const theirs = readRecord(record).facts;
      const world = worldOf(theirs);
      const facts = factsOf(record, theirs);
      const figures = figuresOf(facts);
      const results = round % 4 === 0 ? resultsOf(facts) : undefined;
      for (const set of SET_IDS) {
        const { score, classified, criteria } = SETS[set](world);
        const verdict = classified ? "classified" : "not-classified";
        const expected = { verdict, lower: score, upper: score, asAssessed: verdict, value: score } as const;
        sameFigures(figures[set], expected, set, record);
        seen.set(`${set} ${verdict}`, (seen.get(`${set} ${verdict}`) ?? 0) + 1);
        if (!results) continue;
        sameOutcome(results[set], { ...expected, open: [] }, set, record);
        sameCriteria(results[set], criteria, set, record);
      }
    }
    // The sample says something only when each set says yes often and no often.
    expect(seen.size).toBe(SET_IDS.length * 2);
    expect(Math.min(...seen.values())).toBeGreaterThan(RECORDS / 20);
  }, 600_000);
});

import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../criteria/types.ts";
import { assessor, figuresAssessor, type Result } from "../../lib/assess.ts";
import { interpreter } from "../../lib/record/interpret.ts";
import { byParts, type Outcome, SET_IDS, SETS, type SetId, type World } from "../oracles/completions.ts";
import { type Fact, FINDINGS, readRecord } from "../oracles/record.ts";
import { pick, type Random, randomCompleteRecord, randomFrom, randomRecord } from "./support/random-records.ts";

const COMPLETE = 5_000;
const PARTIAL = 1_000;

const assess = assessor(definitions);
const figures = figuresAssessor(definitions);
const interpret = interpreter(definitions);

/** What the engine says, in the words of the oracle. */
function outcomeOf(result: Result, set: SetId): Outcome {
  const found = result.results?.[set];
  if (!found) throw new Error(`no result for ${set}: ${JSON.stringify(result.issues)}`);
  const { verdict, asAssessed, score, open } = found;
  const inOrder = [...open].sort((a, b) => FINDINGS.indexOf(a) - FINDINGS.indexOf(b));
  return { verdict, lower: score.lower, upper: score.upper, asAssessed, value: score.value, open: inOrder };
}

function metCriteria(result: Result, set: SetId): Record<string, boolean> {
  const criteria = result.results?.[set]?.domains.flatMap((domain) => domain.criteria) ?? [];
  return Object.fromEntries(criteria.map(({ id, state }) => [id, state === "counted" || state === "outranked"]));
}

function worldOf(facts: Readonly<Record<string, Fact>>): World {
  return Object.fromEntries(
    Object.entries(facts).map(([finding, { status, explainedBy }]) => [
      finding,
      status !== "present" ? "absent" : explainedBy === undefined ? "present" : { explainedBy },
    ]),
  );
}

function sameFacts(record: SleRecord, expected: Readonly<Record<string, Fact>>): void {
  const { facts, issues } = interpret(record);
  if (!facts) expect.fail(`refused: ${JSON.stringify(issues)}\n${JSON.stringify(record)}`);
  for (const finding of FINDINGS) {
    const fact = facts[finding as FindingId];
    const theirs = expected[finding];
    if (fact.status === theirs?.status && fact.explainedBy?.cause === theirs.explainedBy) continue;
    throw new Error(`${finding}: ${JSON.stringify(fact)} and not ${JSON.stringify(theirs)}\n${JSON.stringify(record)}`);
  }
}

/** As `expect(ours).toEqual(theirs)`, quick enough for a hundred thousand times. */
function same(ours: unknown, theirs: unknown, set: string, record: SleRecord): void {
  if (JSON.stringify(ours) === JSON.stringify(theirs)) return;
  expect(ours, `${set}\n${JSON.stringify(record)}`).toEqual(theirs);
}

describe("random records against the second readings", () => {
  test(`${COMPLETE.toLocaleString("en-US")} complete records: facts, criteria met, score, class and verdict of all sets`, () => {
    const random = randomFrom(1997);
    for (let round = 0; round < COMPLETE; round += 1) {
      const record = randomCompleteRecord(random);
      const { facts } = readRecord(record);
      sameFacts(record, facts);
      const world = worldOf(facts);
      const result = assess(record);
      for (const set of SET_IDS) {
        const { score, classified, criteria } = SETS[set](world);
        const verdict = classified ? "classified" : "not-classified";
        const expected = { verdict, lower: score, upper: score, asAssessed: verdict, value: score, open: [] };
        same(outcomeOf(result, set), expected, set, record);
        same(metCriteria(result, set), criteria, set, record);
      }
    }
  }, 300_000);

  test(`${PARTIAL.toLocaleString("en-US")} partial records: exact verdict, bounds and open findings of all sets`, () => {
    const random = randomFrom(2012);
    const seen = new Set<string>();
    for (let round = 0; round < PARTIAL; round += 1) {
      const record = randomRecord(random, share(random));
      sameFacts(record, readRecord(record).facts);
      const result = assess(record);
      const line = figures(record);
      for (const set of SET_IDS) {
        const expected = byParts(record, set);
        same(outcomeOf(result, set), expected, set, record);
        const { open: _, verdict, asAssessed, value, lower, upper } = expected;
        same("issues" in line ? line : line[set], { verdict, asAssessed, value, lower, upper }, set, record);
        seen.add(`${set} ${verdict}`);
      }
    }
    // The sample says something only when every verdict of every set occurs in it.
    expect(seen.size).toBe(SET_IDS.length * 3);
  }, 300_000);
});

/** How much of a record is answered: often most of it, sometimes nearly nothing. */
function share(random: Random): number {
  return pick(random, [0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99]);
}

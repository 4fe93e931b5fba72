/**
 * A part of the mutants of the definitions (mutants.ts), each noticed by a test. Which part turns with the changelog, so
 * that it is the same for one state of the project and another for the next. All of them: npm run bench -- mutation
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sets } from "../../criteria/index.ts";
import { type Judged, judge } from "./judge.ts";
import { mutants, mutatedSets } from "./mutants.ts";
import { SURVIVORS } from "./survivors.ts";

const PARTS = 90;

const changelog = readFileSync(new URL("../../CHANGELOG.md", import.meta.url));
const turn = createHash("sha256").update(changelog).digest().readUInt32BE() % PARTS;

test("every set is mutated, and every mutant has a name of its own", () => {
  expect(mutatedSets).toEqual(sets.map(({ id }) => id));
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
  expect(mutants.length).toBeGreaterThan(2000);
});

test("what no test has to notice is still there, with its reason", () => {
  const ids = new Set(mutants.map(({ id }) => id));
  expect(Object.keys(SURVIVORS).filter((id) => !ids.has(id))).toEqual([]);
  for (const [id, reason] of Object.entries(SURVIVORS)) expect(reason.length, id).toBeGreaterThan(20);
});

test(`each mutant of part ${turn + 1} of ${PARTS} is noticed`, async () => {
  const positions = mutants.flatMap(({ id }, at) => (at % PARTS === turn && !(id in SURVIVORS) ? [at] : []));
  const judged: Judged[] = [];
  await judge(positions, (one) => judged.push(one), { unchecked: true });
  expect(judged).toHaveLength(positions.length);
  expect(judged.filter(({ noticed }) => !noticed).map(({ id }) => id)).toEqual([]);
}, 600_000);

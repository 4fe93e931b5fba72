import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const module = (path: string) => JSON.stringify(new URL(`../../${path}`, import.meta.url).href);

/** Bytes in use after a full collection, after each thousand records that nobody sent before. */
const PROGRAM = `
  const { definitions } = await import(${module("criteria/index.ts")});
  const { scorePlanOf, scoreText } = await import(${module("lib/api/score.ts")});
  const { identity } = await import(${module("scripts/identity.ts")});
  const { randomFrom, randomRecord } = await import(${module("tests/scoring/support/random-records.ts")});
  const plan = scorePlanOf(definitions, identity);
  const score = (text) => scoreText(plan, text);
  const random = randomFrom(5);
  const used = [];
  for (let round = 0; round < 4; round += 1) {
    for (let n = 0; n < 1000; n += 1) {
      const record = randomRecord(random, 0.6);
      score(JSON.stringify({ ...record, label: "x".repeat(5000) + n, ["k" + n]: n % 2 ? undefined : 1 }));
    }
    gc(); gc();
    used.push(process.memoryUsage().heapUsed);
  }
  console.log(JSON.stringify(used));`;

test("the more is scored, the more is not held on to", () => {
  const { stdout, stderr } = spawnSync(process.execPath, ["--expose-gc", "--input-type=module", "-e", PROGRAM], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  const [first = 0, , , last = Number.POSITIVE_INFINITY] = JSON.parse(stdout) as number[];
  expect(first).toBeGreaterThan(0);
  expect(last / first).toBeLessThan(1.2);
});

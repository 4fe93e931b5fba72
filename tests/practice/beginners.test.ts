import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import { answerOf } from "../../lib/practice/answer.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { recognize } from "../../lib/practice/recognize.ts";
import { type Beginner, readBeginners } from "./read-beginners.ts";

const beginners = readBeginners();

function setOf({ set }: Beginner) {
  const found = definitions.sets.find(({ id }) => id === set);
  if (!found) throw new Error(`no set ${set}`);
  return found;
}

/** What is said to explain a wrong answer, the likeliest first: the misreadings of each explanation. */
function explained(beginner: Beginner): readonly string[] {
  const set = setOf(beginner);
  const known = misreadingsOf(set, definitions, practice);
  const found = recognize(beginner.claim, beginner.record, set, definitions, known, practice.derivation.priors);
  return (found?.explanations ?? []).map(({ misreadings }) => [...misreadings.map(({ id }) => id)].sort().join("+"));
}

function isRight(beginner: Beginner, said: string | undefined): boolean {
  if (said === undefined) return false;
  return beginner.right.some((one) => (one.startsWith("*") ? said.startsWith(one.slice(1)) : said === one));
}

/** Where the right explanation stands, from 0; -1 when it is not there. */
const placeOf = (beginner: Beginner) => explained(beginner).findIndex((said) => isRight(beginner, said));

describe("wrong answers of beginners", () => {
  test("are of every set, and at least 300", () => {
    expect(beginners.length).toBeGreaterThanOrEqual(300);
    for (const { id } of definitions.sets)
      expect(
        beginners.some(({ set }) => set === id),
        id,
      ).toBe(true);
  });

  test.each(beginners.map((one) => [one.text, one] as const))("is wrong, and can be given: %s", (_, beginner) => {
    const right = answerOf(beginner.record, setOf(beginner), definitions);
    expect(right).toBeDefined();
    const { total, domains, classified } = beginner.claim;
    const sum = domains && Object.values(domains).reduce((points, one) => points + one, 0);
    // Whoever adds up wrongly, or gives points to what has no line of its own, says another total.
    const isOff = beginner.right.some((one) => /sum-wrong|ana-given-points/.test(one));
    if (domains && !isOff) expect(sum).toBe(total);
    expect(total !== right?.total || (classified !== undefined && classified !== right?.classified)).toBe(true);
    expect(beginner.right.length).toBeGreaterThan(0);
  });

  test("are explained rightly by the first of the explanations in 95 of 100, and by the first three in 99", () => {
    const places = beginners.map((one) => ({ one, place: placeOf(one) }));
    const within = (most: number) => places.filter(({ place }) => place >= 0 && place < most).length;
    const share = (count: number) => `${((100 * count) / places.length).toFixed(1)}%`;
    const missed = places
      .filter(({ place }) => place !== 0)
      .map(({ one, place }) => `${place}: ${one.set}: ${one.text}`);
    process.stdout.write(
      `${places.length} wrong answers of beginners: first ${share(within(1))}, first three ${share(within(3))}\n${missed.join("\n")}\n`,
    );
    expect(within(1) / places.length).toBeGreaterThanOrEqual(0.95);
    expect(within(3) / places.length).toBeGreaterThanOrEqual(0.99);
  });
});

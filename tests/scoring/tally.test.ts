import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { planOf } from "../../lib/scoring/plan.ts";
import { add, distinct, EMPTY, placeOfSum, sum, type Tally } from "../../lib/scoring/tally.ts";
import { reaches } from "../../lib/scoring/timeline.ts";
import { randomFrom } from "./support/random-records.ts";

test.each(definitions.sets)("$short: sums that differ in anything at all are told apart, and found again", (set) => {
  const plan = planOf(set, definitions);
  const upTo = (last: number, from = 0, step = 1) =>
    Array.from({ length: (last - from) / step + 1 }, (_, at) => from + at * step);
  const tallies = upTo(plan.enough, plan.lowest, 0.5).flatMap((points) =>
    upTo(plan.needed.clinical).flatMap((clinical) =>
      upTo(plan.needed.immunologic).flatMap((immunologic) =>
        upTo((2 << plan.routes.length) - 1).map((flags): Tally => ({ points, clinical, immunologic, flags })),
      ),
    ),
  );
  const gathered = distinct(plan);
  for (const _ of ["once", "again"])
    expect(tallies.map((tally) => gathered.positionOfSum(tally, EMPTY))).toEqual(
      tallies.map((_, position) => position),
    );
  expect(gathered.all).toEqual(tallies);
  // Counted up from 0, so that no more places are held than there are different sums.
  expect(tallies.map((tally) => placeOfSum(EMPTY, tally, plan))).toEqual(tallies.map((_, position) => position));
});

test.each(definitions.sets)("$short: what two come to together has the place of their sum", (set) => {
  const plan = planOf(set, definitions);
  const random = randomFrom(17);
  const tally = (): Tally => ({
    points: Math.floor(random() * 2 * plan.enough) / 2,
    clinical: Math.floor(random() * 2),
    immunologic: Math.floor(random() * 2),
    flags: Math.floor(random() * (2 << plan.routes.length)),
  });
  for (let round = 0; round < 100; round += 1) {
    const [a, b] = [tally(), tally()];
    expect(placeOfSum(a, b, plan)).toBe(placeOfSum(add(a, b), EMPTY, plan));
    expect(sum([a, b])).toEqual(add(a, b));
  }
});

test.each([
  ["eular-acr-2019", 9, 10],
  ["slicc-2012", 3, 4],
  ["acr-1997", 3, 4],
  ["slerpi", 7, 7.5],
])("in %s a score of %d is not enough, and one of %d is", (id, below, enough) => {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`there is no ${id}`);
  expect(reaches(set, below)).toBe(false);
  expect(reaches(set, enough)).toBe(true);
});

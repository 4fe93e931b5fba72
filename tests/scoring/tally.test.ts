import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { distinct, type Tally } from "../../lib/scoring/tally.ts";
import { reaches } from "../../lib/scoring/timeline.ts";

test("tallies that differ in anything at all are told apart, and the same one is found again", () => {
  const counts = [0, 1, 2, 31, 32, 62, 63];
  const tallies = [-3, -1, -0.5, 0, 0.5, 1, 1.5, 2, 16, 31.5].flatMap((points) =>
    counts.flatMap((clinical) =>
      counts.flatMap((immunologic) =>
        [0, 1, 2, 4, 127, 128, 255].map((flags): Tally => ({ points, clinical, immunologic, flags })),
      ),
    ),
  );
  const gathered = distinct();
  expect(tallies.map((tally) => gathered.positionOf(tally))).toEqual(tallies.map((_, position) => position));
  expect(tallies.map((tally) => gathered.positionOf(tally))).toEqual(tallies.map((_, position) => position));
  expect(gathered.all).toEqual(tallies);
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

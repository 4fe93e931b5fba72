/** Damaged texts at every reader, the same in each run. More of them: npm run bench -- fuzz [COUNT [SEED]] */
import { expect, test } from "vitest";
import { randomFrom } from "../scoring/support/random-records.ts";
import { damaged } from "./damage.ts";
import { fuzz } from "./fuzz.ts";
import { readers } from "./readers.ts";

const COUNT = 150;
const SEED = 20261126;

test.each(readers.map((reader) => [reader.name, reader] as const))(
  "%s: as they are, each is read without a fault",
  async (_, reader) => {
    for (const seed of reader.seeds) await reader.read(seed);
  },
);

test.each(readers.map((reader) => [reader.name, reader] as const))(
  "%s: damaged, none brings anything down",
  async (_, reader) => {
    const { faults } = await fuzz(reader, COUNT, SEED);
    expect(faults.slice(0, 3)).toEqual([]);
  },
);

test("the damage is the same for the same seed, whatever was damaged before", () => {
  const seeds = ['[{"a":{},"b":[]},[],{"c":{}}]'];
  const some = () => {
    const random = randomFrom(SEED);
    return Array.from({ length: 5_000 }, () => damaged(seeds, random));
  };
  expect(some()).toEqual(some());
});

test("a reader that breaks is noticed", async () => {
  const breaks = { name: "breaks", seeds: ["abc"], read: () => void JSON.parse("{") };
  expect((await fuzz(breaks, 3, SEED)).faults).toHaveLength(3);
});

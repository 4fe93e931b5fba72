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

/** What throws where it is taken for a text. */
const UNSAYABLE = { toString: 1 };

/** A value with each part of it in turn, itself included, replaced by what cannot be said. */
function* eachUnsayable(value: unknown): Generator<unknown> {
  yield UNSAYABLE;
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const other of eachUnsayable(part)) {
      yield Array.isArray(value) ? value.with(Number(key), other) : { ...value, [key]: other };
    }
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

test.each(
  readers.flatMap(({ name, seeds, read }) => {
    const [first] = seeds.map(asJson).filter((value) => typeof value === "object" && value !== null);
    return first ? [[name, first, read] as const] : [];
  }),
)("%s: no part is taken for a text that is none", async (_, seed, read) => {
  for (const value of eachUnsayable(seed)) await read(JSON.stringify(value));
});

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

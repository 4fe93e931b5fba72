import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Condition, FindingId } from "../../criteria/types.ts";
import { assessmentPlanOf } from "../../lib/assess.ts";
import { inputName } from "../../lib/cohort/facts.ts";
import { type Block, blockOf, figuresOf, inputOffset, LANES, scoreBlock, scorerOf } from "../../lib/cohort/scorer.ts";
import { narrowerThan } from "../../lib/definition/implications.ts";
import { SET_IDS, SETS, type World } from "../oracles/completions.ts";
import { EULAR_ACR_BITS, eularAcrFromCriteria } from "../oracles/eular-acr-2019.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const WORDS = 64;

/** Bits that count through the patients of a word: the first five differ within it. */
const WITHIN = [0xaaaaaaaa | 0, 0xcccccccc | 0, 0xf0f0f0f0 | 0, 0xff00ff00 | 0, 0xffff0000 | 0];

/** A block in which patient n of the file has the findings of every bit that is set in n, and what they imply. */
function fill(block: Block, first: number, bits: readonly (readonly string[])[]): void {
  const ways = new Map(
    FINDINGS.map((finding) => {
      const from = [finding, ...narrowerThan(finding, definitions)];
      return [
        finding,
        bits.flatMap((findings, bit) => (findings.some((one) => from.includes(one as FindingId)) ? [bit] : [])),
      ];
    }),
  );
  for (const finding of FINDINGS) {
    const present = inputOffset(block, inputName.present(finding));
    const absent = inputOffset(block, inputName.absent(finding));
    for (let word = 0; word < WORDS; word += 1) {
      const number = first / LANES + word;
      const is = (ways.get(finding) ?? []).reduce(
        (all, bit) => all | (bit < 5 ? (WITHIN[bit] ?? 0) : (number >>> (bit - 5)) & 1 ? -1 : 0),
        0,
      );
      if (present !== undefined) block.memory[present + word] = is;
      if (absent !== undefined) block.memory[absent + word] = ~is;
    }
  }
}

/** Goes through all combinations of these bits, 2,048 at a time. */
function compareAll(
  set: string,
  bits: readonly (readonly string[])[],
  oracle: (combination: number) => { score: number; classified: boolean },
) {
  const sets = definitions.sets.filter(({ id }) => id === set);
  const scorer = scorerOf(assessmentPlanOf({ ...definitions, sets }), {
    stated: new Set(FINDINGS),
    measured: new Set(),
    explained: false,
  });
  const block = blockOf(scorer, WORDS);
  const [own] = scorer.sets;
  const [keys] = block.keys;
  if (!own || !keys) throw new Error(`${set} is not registered`);
  const total = 2 ** bits.length;
  let [different, first, classified] = [0, "", 0];
  for (let from = 0; from < total; from += WORDS * LANES) {
    fill(block, from, bits);
    scoreBlock(block, WORDS);
    for (let patient = 0; patient < Math.min(WORDS * LANES, total - from); patient += 1) {
      const expected = oracle(from + patient);
      const word = expected.classified ? "classified" : "not-classified";
      const figures = figuresOf(own, keys[patient] ?? 0);
      if (expected.classified) classified += 1;
      if (
        figures.value === expected.score &&
        figures.lower === expected.score &&
        figures.upper === expected.score &&
        figures.asAssessed === word &&
        figures.verdict === word
      )
        continue;
      different += 1;
      first ||= `${set}, combination ${from + patient}: ${JSON.stringify(figures)} instead of ${JSON.stringify(expected)}`;
    }
  }
  expect({ different, first }).toEqual({ different: 0, first: "" });
  expect(classified).toBeGreaterThan(0);
  return total;
}

/** The fewest findings that meet a condition. */
function witness(condition: Condition): readonly FindingId[] {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return [condition.finding];
    case "all":
      return condition.of.flatMap(witness);
    case "any":
      return condition.of.slice(0, 1).flatMap(witness);
    case "atLeast":
      return condition.of.slice(0, condition.count).flatMap(witness);
    case "not":
      return [];
  }
}

describe("complete patients: the compiled scorer gives what the second readings of the papers give", () => {
  test("all 8,388,608 combinations of entry and criteria of EULAR/ACR", () => {
    const bits = EULAR_ACR_BITS.map(({ findings }) => findings);
    expect(compareAll("eular-acr-2019", bits, eularAcrFromCriteria)).toBe(8_388_608);
  }, 600_000);

  // Without its entry, which is no criterion of a domain, EULAR/ACR classifies nobody: it is gone through above.
  test.each(SET_IDS.filter((id) => id !== "eular-acr-2019"))(
    "%s: every combination of its criteria, each by the first finding that meets it",
    (id) => {
      const set = definitions.sets.find((one) => one.id === id);
      if (!set) throw new Error(`${id} is not registered`);
      const criteria = set.domains.flatMap((domain) => domain.criteria.map(({ when }) => witness(when)));
      const bits = [...new Set(criteria.map((findings) => findings.join()))].map((findings) => findings.split(","));
      // None is left out, which would be half of what is gone through; so many are gone through in seconds.
      expect(bits.length).toBe(criteria.length);
      expect(bits.length).toBeLessThanOrEqual(17);
      const implied = new Map(
        bits
          .flat()
          .map((finding) => [
            finding,
            FINDINGS.filter((wider) => narrowerThan(wider, definitions).has(finding as FindingId)),
          ]),
      );
      const gone = compareAll(id, bits, (combination) => {
        const world: World = Object.fromEntries(FINDINGS.map((finding) => [finding, "absent" as const]));
        for (const [bit, findings] of bits.entries()) {
          if ((combination >>> bit) & 1)
            for (const one of findings) for (const is of [one, ...(implied.get(one) ?? [])]) world[is] = "present";
        }
        return SETS[id](world);
      });
      expect(gone).toBe(2 ** criteria.length);
    },
    600_000,
  );
});

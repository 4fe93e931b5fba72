import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, ReferenceSet } from "../../criteria/types.ts";
import { planOf } from "../../lib/scoring/plan.ts";

const setOf = (id: string): ReferenceSet => {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`there is no ${id}`);
  return set;
};

test.each([
  ["eular-acr-2019", 11, { clinical: 1, immunologic: 0 }],
  ["slicc-2012", 5, { clinical: 1, immunologic: 1 }],
  ["acr-1997", 5, { clinical: 0, immunologic: 0 }],
  // One point more than the threshold, and the one that interstitial lung disease can take away.
  ["slerpi", 9, { clinical: 0, immunologic: 0 }],
])("in %s points above %d and further criteria of a kind make no difference", (id, enough, needed) => {
  const plan = planOf(setOf(id), definitions);
  expect(plan.enough).toBe(enough);
  expect(plan.needed).toEqual(needed);
});

/** How the findings of two domains that read one finding each, or some more, fall into parts. */
function partsOf(...domains: readonly (readonly FindingId[])[]): readonly (readonly FindingId[])[] {
  const { entry: _, ...written } = setOf("acr-1997");
  const [domain] = written.domains;
  const criterion = domain?.criteria[0];
  if (!domain || !criterion) throw new Error("the set has no criterion");
  const set = {
    ...written,
    domains: domains.map((findings, at) => ({
      ...domain,
      id: `d${at}`,
      criteria: [
        {
          ...criterion,
          id: `c${at}`,
          when: { kind: "any" as const, of: findings.map((finding) => ({ kind: "present" as const, finding })) },
        },
      ],
    })),
  };
  return planOf(set, definitions).components.map(({ findings }) => findings);
}

test("findings that nothing ties are in parts of their own, those of one domain in one", () => {
  expect(partsOf(["fever"], ["malar-rash"])).toEqual([["fever"], ["malar-rash"]]);
  expect(partsOf(["fever", "seizure"], ["malar-rash"])).toEqual([["fever", "seizure"], ["malar-rash"]]);
  expect(partsOf(["fever", "seizure"], ["seizure", "malar-rash"])).toHaveLength(1);
});

test("findings tied by an implication or an assumption are in one part, which holds only what the set reads", () => {
  const implied = ["hemolytic-anemia-with-reticulocytosis", "hemolysis"] as const;
  expect(partsOf([implied[0]], [implied[1]]).map((part) => [...part].sort())).toEqual([[...implied].sort()]);
  const tied = new Set(definitions.implications.flatMap(({ from, to }) => [from, to]));
  const assumption = definitions.assumptions.find(
    ({ when, then }) => !tied.has(when.finding) || !tied.has(then.finding),
  );
  if (!assumption) throw new Error("no assumption ties what no implication does");
  const { when, then } = assumption;
  expect(partsOf([when.finding], [then.finding]).map((part) => [...part].sort())).toEqual([
    [when.finding, then.finding].sort(),
  ]);
});

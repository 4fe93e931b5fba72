import { expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Definitions, FindingId, ReferenceSet } from "../../criteria/types.ts";
import { planOf } from "../../lib/scoring/plan.ts";

const setOf = (id: string): ReferenceSet => {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`there is no ${id}`);
  return set;
};

test.each([
  ["eular-acr-2019", 11, { clinical: 1, immunologic: 0 }, 0],
  ["slicc-2012", 5, { clinical: 1, immunologic: 1 }, 0],
  ["acr-1997", 5, { clinical: 0, immunologic: 0 }, 0],
  // One point more than the threshold, and the one that interstitial lung disease can take away.
  ["slerpi", 9, { clinical: 0, immunologic: 0 }, -1],
])("in %s points above %d and further criteria of a kind make no difference", (id, enough, needed, lowest) => {
  const plan = planOf(setOf(id), definitions);
  expect(plan.enough).toBe(enough);
  expect(plan.needed).toEqual(needed);
  expect(plan.lowest + 0).toBe(lowest);
});

test("of a rule that asks for less than a point, points above that make no difference either", () => {
  const set: ReferenceSet = { ...setOf("acr-1997"), classifiedWhen: { kind: "scoreAtLeast", score: 0.5 } };
  expect(planOf(set, definitions).enough).toBe(1.5);
});

/** How the findings of two domains that read one finding each, or some more, fall into parts. */
function partsOf(...domains: readonly (readonly FindingId[])[]): readonly (readonly FindingId[])[] {
  return partsBy(definitions, domains);
}

function partsBy(by: Definitions, domains: readonly (readonly FindingId[])[]): readonly (readonly FindingId[])[] {
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
  return planOf(set, by).components.map(({ findings }) => findings);
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

test("findings from which the same follows are in parts of their own where the set does not read it", () => {
  const wider = definitions.implications.map(({ to }) => to);
  const shared = wider.find((one, at) => wider.indexOf(one) !== at);
  const narrower = definitions.implications.flatMap(({ from, to }) => (to === shared ? [from] : []));
  const [a, b] = narrower;
  if (!a || !b || !shared) throw new Error("nothing follows from two findings");
  expect(partsOf([a], [b])).toEqual([[a], [b]]);
  expect(partsOf([a], [b], [shared])).toHaveLength(1);
});

test("findings that follow from the same one are in one part, although the set does not read that", () => {
  const [one] = definitions.implications;
  if (!one) throw new Error("nothing follows from anything");
  const followsFrom = (to: FindingId) => ({ ...one, from: "fever" as const, to });
  const implications = [...definitions.implications, followsFrom("seizure"), followsFrom("malar-rash")];
  // Either explanation could be lifted by it.
  expect(partsBy({ ...definitions, implications }, [["seizure"], ["malar-rash"]])).toEqual([["seizure", "malar-rash"]]);
});

/** What the parts of a set come to, against going through the answers one at a time, on sets made up at random. */
import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { Classification, FindingId, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import type { Facts } from "../../lib/record/facts.ts";
import { type Completions, completionsOf, totalBounds } from "../../lib/scoring/completions.ts";
import { evaluate, evaluateAsAssessed, evaluateFigures } from "../../lib/scoring/evaluate.ts";
import { asAssessed } from "../../lib/scoring/leaf-truth.ts";
import { leversOf } from "../../lib/scoring/levers.ts";
import { type Plan, planOf } from "../../lib/scoring/plan.ts";
import { robustnessOf } from "../../lib/scoring/robustness.ts";
import { classifies, type Tally, tallyOf } from "../../lib/scoring/tally.ts";
import { totalOf, totalsWithout, without } from "../../lib/scoring/without.ts";
import { randomFrom } from "./support/random-records.ts";
import { FINDINGS, factsOf, randomRecord, randomSet } from "./support/random-set.ts";

const SETS = 30;

function* patients(
  seed: number,
  sets = SETS,
): Generator<readonly [set: ReferenceSet, plan: Plan, facts: Facts, record: SleRecord]> {
  const random = randomFrom(seed);
  for (let round = 0; round < sets; round += 1) {
    const set = randomSet(random);
    const plan = planOf(set, definitions);
    for (let patient = 0; patient < 2; patient += 1) {
      const record = randomRecord(random);
      const facts = factsOf(record);
      if (!facts) throw new Error("refused");
      yield [set, plan, facts, record];
    }
  }
}

/** The facts with these unknown findings answered, which lifts what a present one lifts. */
function answered(facts: Facts, { unknown }: Completions, answers: number): Facts {
  const isPresent = (finding: string) => unknown.some((one, bit) => one === finding && (answers & (1 << bit)) !== 0);
  return Object.fromEntries(
    Object.entries(facts).map(([finding, fact]) => {
      if (fact.status === "unknown") {
        return [finding, { ...fact, status: isPresent(finding) ? "present" : "absent", liftedBy: [] }];
      }
      const { explainedBy: _, ...rest } = fact;
      return [finding, { ...(fact.liftedBy.some(isPresent) ? rest : fact), liftedBy: [] }];
    }),
  ) as unknown as Facts;
}

/** The tally of each consistent way of answering, by its bits; nothing for one that an implication rules out. */
function naively(plan: Plan, facts: Facts, position: number, completions: Completions): readonly (Tally | undefined)[] {
  const { unknown } = completions;
  const component = plan.components[position];
  if (!component) throw new Error("no component");
  return Array.from({ length: 2 ** unknown.length }, (_, answers) => {
    const present = unknown.filter((_finding, bit) => (answers & (1 << bit)) !== 0);
    const left = unknown.filter((finding) => !present.includes(finding));
    const contradicts = present.some((finding) => left.some((other) => plan.follows.get(finding)?.has(other)));
    return contradicts
      ? undefined
      : tallyOf(component, plan, asAssessed(plan.set, answered(facts, completions, answers)));
  });
}

/** As far as it can make a difference to the rule. */
const trimmed = ({ points, clinical, immunologic, flags }: Tally, { enough, needed }: Plan): Tally => ({
  points: Math.min(points, enough),
  clinical: Math.min(clinical, needed.clinical),
  immunologic: Math.min(immunologic, needed.immunologic),
  flags,
});

const sorted = (numbers: Iterable<number>) => [...numbers].sort((a, b) => a - b);

test("each way of answering a part has its tally, and every finding that is not answered what it can do", () => {
  let contradictions = 0;
  let levers = 0;
  for (const [, plan, facts] of patients(71)) {
    for (const [position, one] of completionsOf(plan, facts).entries()) {
      const tallies = naively(plan, facts, position, one);
      contradictions += tallies.filter((tally) => !tally).length;
      expect(one.worlds.map((at) => one.tallies[at])).toEqual(tallies.map((tally) => tally && trimmed(tally, plan)));
      // Each different one once.
      expect(new Set(one.tallies.map((tally) => JSON.stringify(tally))).size).toBe(one.tallies.length);
      const points = tallies.flatMap((tally) => tally?.points ?? []);
      expect(one.bounds).toEqual({ lower: Math.min(...points), upper: Math.max(...points) });
      expect(one.assessed).toEqual(tallies[0]);
      expect(leversOf(one).map(({ finding }) => finding)).toEqual(one.unknown);
      for (const [bit, lever] of leversOf(one).entries()) {
        const all = one.worlds.map((world, answers) => ({ world, answers })).filter(({ world }) => world >= 0);
        const absent = all.filter(({ answers }) => (answers & (1 << bit)) === 0);
        const present = all.filter(({ answers }) => (answers & (1 << bit)) !== 0);
        const both = absent.flatMap(({ world, answers }) => {
          const having = answers | (1 << bit);
          const other = one.worlds[having] ?? -1;
          const moved = Math.abs((tallies[having]?.points ?? 0) - (tallies[answers]?.points ?? 0));
          return other < 0 ? [] : [{ pair: [world, other] as const, moved }];
        });
        const pairs = new Set(both.flatMap(({ pair: [a, b] }) => (a === b ? [] : [`${a} ${b}`])));
        expect(lever.pairs.map((pair) => pair.join(" ")).sort()).toEqual([...pairs].sort());
        expect(lever.absent).toEqual(sorted(new Set(absent.map(({ world }) => world))));
        expect(lever.present).toEqual(sorted(new Set(present.map(({ world }) => world))));
        expect(lever.swing).toBe(Math.max(...both.map(({ moved }) => moved)));
        levers += 1;
      }
    }
  }
  expect(Math.min(contradictions, levers)).toBeGreaterThan(SETS);
});

test("the figures alone, and what goes with as assessed alone, are those of the whole result", () => {
  for (const [set, plan, facts] of patients(72)) {
    const { verdict, asAssessed: assessed, score, entry, domains, rule } = evaluate(plan, facts);
    const { value, lower, upper } = score;
    expect(evaluateFigures(plan, facts)).toEqual({ verdict, asAssessed: assessed, value, lower, upper });
    expect(evaluateAsAssessed(plan, facts), JSON.stringify(set)).toEqual({
      asAssessed: assessed,
      value,
      entry,
      domains,
      rule,
    });
    expect(totalBounds(completionsOf(plan, facts))).toEqual({ lower, upper });
  }
});

test("what the rest comes to without some findings is what all of it comes to, read anew", () => {
  let changed = 0;
  for (const [, plan, facts] of patients(73)) {
    const read = asAssessed(plan.set, facts);
    const { total, totalWithout } = totalsWithout(plan, read);
    expect(total).toEqual(totalOf(plan, read));
    for (const lost of [...FINDINGS.map((finding) => [finding]), FINDINGS.slice(2, 5)]) {
      const left = totalWithout(lost);
      expect(left).toEqual(totalOf(plan, without(lost, plan, read)));
      if (classifies(left, plan) !== classifies(total, plan)) changed += 1;
    }
  }
  expect(changed).toBeGreaterThan(SETS);
});

test("open findings are in the order of whether they could undo it, then of how many of their answers settle the verdict, then of how far they move the score", () => {
  let ranked = 0;
  for (const [set, plan, facts, record] of patients(75, 8 * SETS)) {
    const { open, asAssessed: outcome } = evaluate(plan, facts);
    if (open.length < 2) continue;
    const unknown = FINDINGS.filter((finding) => facts[finding].status === "unknown");
    const worlds = new Map<number, Tally>();
    for (let answers = 0; answers < 2 ** unknown.length; answers += 1) {
      const stated = unknown.map((id, bit) => [id, answers & (1 << bit) ? "present" : "absent"] as const);
      const all = factsOf({ ...record, findings: { ...record.findings, ...Object.fromEntries(stated) } });
      if (all) worlds.set(answers, totalOf(plan, asAssessed(set, all)));
    }
    const ranks = open.map((finding) => {
      const bit = 1 << unknown.indexOf(finding);
      const settles = [0, bit].filter((side) => {
        const those = [...worlds].filter(([answers]) => (answers & bit) === side);
        return new Set(those.map(([, tally]) => classifies(tally, plan))).size === 1;
      });
      const moves = [...worlds].map(([answers, { points }]) =>
        Math.abs((worlds.get(answers ^ bit)?.points ?? points) - points),
      );
      const undoes = [...worlds].some(([answers, tally]) => {
        const having = worlds.get(answers ^ bit);
        return !(answers & bit) && having && classifies(tally, plan) && !classifies(having, plan);
      });
      return [outcome === "classified" && undoes ? 1 : 0, settles.length, Math.max(...moves)] as const;
    });
    expect(ranks, JSON.stringify(record.findings)).toEqual(
      [...ranks].sort(([x, a, more], [y, b, less]) => y - x || b - a || less - more),
    );
    if (new Set(ranks.map((rank) => rank.join())).size > 1) ranked += 1;
  }
  expect(ranked).toBeGreaterThan(SETS / 4);
});

test("the answers that would classify are all minimal sets of up to three, and no answer that says more than is needed", () => {
  let made = 0;
  let narrower = 0;
  for (const [set, plan, facts, record] of patients(74, 4 * SETS)) {
    // What is not said is absent, not assumed.
    const classifiedWith = (chosen: readonly FindingId[]) => {
      const follows = new Set(chosen.flatMap((one) => [one, ...(plan.follows.get(one) ?? [])]));
      const open = FINDINGS.filter((finding) => facts[finding].status === "unknown" && !follows.has(finding));
      const stated = [
        ...open.map((finding) => [finding, "absent"] as const),
        ...chosen.map((finding) => [finding, "present"] as const),
      ];
      const more = factsOf({ ...record, findings: { ...record.findings, ...Object.fromEntries(stated) } });
      return more !== undefined && classifies(totalOf(plan, asAssessed(set, more)), plan);
    };
    if (classifiedWith([])) continue;
    const lifting = plan.read.flatMap((finding) => facts[finding].liftedBy);
    const unanswered = [
      ...new Set([...plan.read.filter((finding) => facts[finding].status === "unknown"), ...lifting]),
    ];
    const groups = unanswered.flatMap((a, i) => [
      [a],
      ...unanswered.slice(i + 1).flatMap((b, j) => [[a, b], ...unanswered.slice(i + j + 2).map((c) => [a, b, c])]),
    ]);
    const said = (chosen: readonly FindingId[]) =>
      new Set(
        chosen.flatMap((one) => [one, ...(plan.follows.get(one) ?? [])]).filter((one) => unanswered.includes(one)),
      );
    const enough = groups.filter(classifiedWith).map((chosen) => ({ chosen, said: said(chosen) }));
    const saysMore = (one: (typeof enough)[number], other: (typeof enough)[number]) =>
      [...other.said].every((finding) => one.said.has(finding)) &&
      (one.said.size > other.said.size || one.chosen.length > other.chosen.length);
    const minimal = enough.filter((one) => !enough.some((other) => saysMore(one, other)));
    const names = (sets: readonly (readonly FindingId[])[]) => sets.map((one) => [...one].sort().join(" + ")).sort();
    expect(names(robustnessOf(plan, facts).wouldClassify), `${JSON.stringify(record.findings)}`).toEqual(
      names(minimal.map(({ chosen }) => chosen)),
    );
    made += minimal.length;
    narrower +=
      enough.filter(({ chosen }) => chosen.length === 1).length -
      minimal.filter(({ chosen }) => chosen.length === 1).length;
  }
  expect(Math.min(made, narrower)).toBeGreaterThan(3);
});

describe("an entry criterion or a route that asks for an absence", () => {
  const [written] = definitions.sets;
  if (!written?.entry) throw new Error("the first set has an entry criterion");
  const when = { kind: "not", of: { kind: "present", finding: "fever" } } as const;
  const score: Classification = { kind: "scoreAtLeast", score: 100 };
  const route: Classification = { kind: "route", title: "A route", by: "route", when };
  const { entry, ...rest } = written;
  const [byRoute, byEntry] = [
    { ...rest, cautions: [], classifiedWhen: { kind: "anyOf", of: [score, route] } },
    { ...rest, cautions: [], classifiedWhen: { kind: "scoreAtLeast", score: 0 }, entry: { ...entry, when } },
  ] as const satisfies readonly ReferenceSet[];

  const outcome = (set: ReferenceSet, fever: "present" | "absent" | "unknown") => {
    const facts = factsOf({ format: "sle-record/1", findings: { fever } });
    if (!facts) throw new Error("refused");
    const { verdict, asAssessed: assessed, rule } = evaluate(planOf(set, definitions), facts);
    const parts = rule.kind === "anyOf" || rule.kind === "allOf" ? rule.of : [];
    return [rule.met, parts.find(({ kind }) => kind === "route" || kind === "entry")?.met, assessed, verdict];
  };

  test.each([
    ["route", byRoute],
    ["entry criterion", byEntry],
  ] as const)(
    "%s: met as assessed while it is not answered, said to be unknown, and settled by an answer",
    (_, set) => {
      expect(outcome(set, "unknown")).toEqual(["unknown", "unknown", "classified", "undetermined"]);
      expect(outcome(set, "absent")).toEqual(["true", "true", "classified", "classified"]);
      expect(outcome(set, "present")).toEqual(["false", "false", "not-classified", "not-classified"]);
    },
  );
});

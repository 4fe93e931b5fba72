import { expect } from "vitest";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import type { Facts } from "../../../lib/record/facts.ts";
import { evaluate, evaluateFigures, type Figures } from "../../../lib/scoring/evaluate.ts";
import { planOf } from "../../../lib/scoring/plan.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { type Outcome, SET_IDS, type SetId } from "../../oracles/completions.ts";
import { type Fact, FINDINGS } from "../../oracles/record.ts";
import { interpret } from "../../support/assess.ts";

const plans = SET_IDS.map((id) => {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`${id} is not registered`);
  return { id, plan: planOf(set, definitions) };
});

/** The engine's facts, after they were found to be those of the second reading. */
export function factsOf(record: SleRecord, expected: Readonly<Record<string, Fact>>): Facts {
  const { facts, issues } = interpret(record);
  if (!facts) throw new Error(`refused: ${JSON.stringify(issues)}\n${JSON.stringify(record)}`);
  for (const finding of FINDINGS) {
    const fact = facts[finding as FindingId];
    const theirs = expected[finding];
    if (fact.status === theirs?.status && fact.explainedBy?.cause === theirs.explainedBy) continue;
    throw new Error(`${finding}: ${JSON.stringify(fact)} and not ${JSON.stringify(theirs)}\n${JSON.stringify(record)}`);
  }
  return facts;
}

export function resultsOf(facts: Facts): Record<SetId, SetResult> {
  return Object.fromEntries(plans.map(({ id, plan }) => [id, evaluate(plan, facts)])) as Record<SetId, SetResult>;
}

export function figuresOf(facts: Facts): Record<SetId, Figures> {
  return Object.fromEntries(plans.map(({ id, plan }) => [id, evaluateFigures(plan, facts)])) as Record<SetId, Figures>;
}

const POSITION = new Map(FINDINGS.map((finding, position) => [finding, position]));

const FIGURES = ["verdict", "asAssessed", "value", "lower", "upper"] as const;

/** As `expect(figures).toEqual(expected)`, quick enough for a hundred thousand times. */
export function sameFigures(figures: Figures, expected: Figures, set: SetId, record: SleRecord): void {
  if (FIGURES.every((key) => figures[key] === expected[key])) return;
  expect(figures, `${set}\n${JSON.stringify(record)}`).toMatchObject(expected);
}

/** The figures and the open findings, the latter in whichever order. */
export function sameOutcome(result: SetResult, expected: Outcome, set: SetId, record: SleRecord): void {
  const { verdict, asAssessed, score, open } = result;
  const { open: theirs, ...figures } = expected;
  sameFigures(
    { verdict, asAssessed, value: score.value, lower: score.lower, upper: score.upper },
    figures,
    set,
    record,
  );
  const inOrder = [...open].sort((a, b) => (POSITION.get(a) ?? -1) - (POSITION.get(b) ?? -1));
  if (inOrder.join() !== theirs.join()) expect(inOrder, `${set}\n${JSON.stringify(record)}`).toEqual(theirs);
}

/** Which criteria are met, whether or not a heavier one of the domain counts instead. */
export function sameCriteria(
  result: SetResult,
  expected: Readonly<Record<string, boolean>>,
  set: SetId,
  record: SleRecord,
): void {
  for (const { criteria } of result.domains) {
    for (const { id, state } of criteria) {
      const isMet = state === "counted" || state === "outranked";
      if (isMet !== expected[id]) expect.fail(`${set} ${id} is ${state}\n${JSON.stringify(record)}`);
    }
  }
}

import { expect } from "vitest";
import { definitions } from "../../../criteria/index.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import { interpreter } from "../../../lib/record/interpret.ts";
import { evaluator } from "../../../lib/scoring/evaluate.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { type Outcome, SET_IDS, type SetId } from "../../oracles/completions.ts";
import { type Fact, FINDINGS } from "../../oracles/record.ts";

const interpret = interpreter(definitions);
const evaluators = SET_IDS.map((id) => {
  const set = definitions.sets.find((one) => one.id === id);
  if (!set) throw new Error(`${id} is not registered`);
  return { id, evaluate: evaluator(set, definitions) };
});

/** The engine's results, after its facts were found to be those of the second reading. */
export function resultsOf(record: SleRecord, expected: Readonly<Record<string, Fact>>): Record<SetId, SetResult> {
  const { facts, issues } = interpret(record);
  if (!facts) throw new Error(`refused: ${JSON.stringify(issues)}\n${JSON.stringify(record)}`);
  for (const finding of FINDINGS) {
    const fact = facts[finding as FindingId];
    const theirs = expected[finding];
    if (fact.status === theirs?.status && fact.explainedBy?.cause === theirs.explainedBy) continue;
    throw new Error(`${finding}: ${JSON.stringify(fact)} and not ${JSON.stringify(theirs)}\n${JSON.stringify(record)}`);
  }
  return Object.fromEntries(evaluators.map(({ id, evaluate }) => [id, evaluate(facts)])) as Record<SetId, SetResult>;
}

const POSITION = new Map(FINDINGS.map((finding, position) => [finding, position]));

/** What the engine says, in the words of the oracle. */
function outcomeOf({ verdict, asAssessed, score, open }: SetResult): Outcome {
  const inOrder = [...open].sort((a, b) => (POSITION.get(a) ?? -1) - (POSITION.get(b) ?? -1));
  return { verdict, lower: score.lower, upper: score.upper, asAssessed, value: score.value, open: inOrder };
}

/** As `expect(ours).toEqual(expected)`, quick enough for a hundred thousand times. */
export function sameOutcome(result: SetResult, expected: Outcome, set: SetId, record: SleRecord): void {
  const ours = outcomeOf(result);
  const figures = ["verdict", "asAssessed", "value", "lower", "upper"] as const;
  if (figures.every((key) => ours[key] === expected[key]) && ours.open.join() === expected.open.join()) return;
  expect(ours, `${set}\n${JSON.stringify(record)}`).toEqual(expected);
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

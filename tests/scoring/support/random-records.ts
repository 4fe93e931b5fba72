import { definitions } from "../../../criteria/index.ts";
import type {
  Cause,
  FindingId,
  LabTest,
  LimitName,
  Measurement,
  Rule,
  SleRecord,
  Statement,
  TestId,
} from "../../../criteria/types.ts";
import { readRecord } from "../../oracles/record.ts";

/** A small generator with a seed, so that a failure can be repeated. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<Item>(random: Random, from: readonly Item[]): Item {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error("nothing to pick from");
  return picked;
}

const FINDINGS = Object.keys(definitions.findings) as FindingId[];
const TESTS = Object.entries(definitions.tests) as [TestId, LabTest][];
const CAUSES: readonly Cause[] = ["drug", "infection", "malignancy", "metabolic", "other-disease", "other"];
/** The empty one stands for no date. */
const DATES = ["2023-05-01", "2024-01-10", "2024-01-11", "", ""];

const RULES = new Map<TestId, Rule[]>(TESTS.map(([id]) => [id, []]));
for (const id of FINDINGS) {
  for (const rule of definitions.findings[id].decidedBy ?? []) RULES.get(rule.test)?.push(rule);
}

/** Values at, near and far from the limits of the rules, in any accepted unit, with or without limit, method, date. */
function randomMeasurement(random: Random): Measurement | undefined {
  const [id, test] = pick(random, TESTS);
  const rule = pick(random, RULES.get(id) ?? []);
  const unit = pick(random, test.units);
  const [up, down] = unit.times ?? [1, 1];
  const limit = "value" in rule ? (rule.value * down) / up - (unit.plus ?? 0) : pick(random, [10, 40, 80, 90, 160]);
  const inRange = "value" in rule ? limit : (limit / 100) * (test.plausible[1] > 10 ? 100 : 1);
  const near = test.units.some(({ plus }) => plus) ? [0.97, 0.99, 1, 1.01] : [0.5, 0.9, 1, 1.1, 2, 3];
  const rounded = (value: number) => Number(value.toPrecision(6));
  const value = rounded(inRange * pick(random, near));
  const canonical = ((value + (unit.plus ?? 0)) * up) / down;
  if (canonical < test.plausible[0] || canonical > test.plausible[1]) return undefined;
  const limits: { [name in LimitName]?: number } = {};
  for (const { name } of test.limits ?? []) if (random() < 0.75) limits[name] = rounded(inRange);
  const date = pick(random, DATES);
  return {
    test: id,
    value,
    unit: unit.unit,
    ...limits,
    ...(date && { date }),
    ...(test.methods && random() < 0.8 && { method: pick(random, test.methods).id }),
    ...(random() < 0.12 && { comparator: pick(random, ["<", ">"] as const) }),
  };
}

function randomMeasurements(random: Random): Measurement[] {
  if (random() < 0.7) return [];
  const count = 1 + Math.floor(random() * 6);
  return Array.from({ length: count }, () => randomMeasurement(random)).filter((one) => one !== undefined);
}

/** What is so: at least what the measurements make present, closed under the implications. */
function randomTruth(random: Random, measurements: readonly Measurement[]): Set<FindingId> {
  const measured = measurements.length > 0 ? readRecord({ measurements }).facts : {};
  const density = random() ** 2;
  const truth = new Set(FINDINGS.filter((id) => measured[id]?.status === "present" || random() < density));
  // A Set visits what is added while it is walked.
  for (const id of truth) for (const { from, to } of definitions.implications) if (from === id) truth.add(to);
  return truth;
}

function statement(random: Random, id: FindingId, truth: ReadonlySet<FindingId>, explained: number): Statement {
  if (!truth.has(id)) return { status: "absent" };
  return { status: "present", ...(random() < explained && { explainedBy: { cause: pick(random, CAUSES) } }) };
}

/** A record without contradictions that answers about this share of the findings. */
export function randomRecord(random: Random, answered: number): SleRecord {
  return build(random, answered, false);
}

/** A record without contradictions in which nothing stays unknown, although not everything is stated. */
export function randomCompleteRecord(random: Random): SleRecord {
  return build(random, 0.3 + 0.7 * random(), true);
}

function build(random: Random, answered: number, complete: boolean): SleRecord {
  const measurements = randomMeasurements(random);
  const truth = randomTruth(random, measurements);
  const explained = pick(random, [0, 0.2, 0.5, 0.9]);
  const findings: { [F in FindingId]?: Statement } = {};
  for (const id of FINDINGS) if (random() < answered) findings[id] = statement(random, id, truth, explained);
  if (complete) {
    // In this order a wider finding is often implied by a narrower one that was stated before it.
    const { facts } = readRecord({ findings, measurements });
    for (const id of FINDINGS) {
      if (facts[id]?.status === "unknown") findings[id] = statement(random, id, truth, explained);
    }
  }
  return { format: "sle-record/1", findings, measurements };
}

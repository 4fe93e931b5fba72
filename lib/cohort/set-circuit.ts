import type { Classification, Condition, Criterion, Domain, FindingId } from "../../criteria/types.ts";
import type { Leaf } from "../definition/walk.ts";
import type { Plan } from "../scoring/plan.ts";
import {
  ALWAYS,
  atLeast,
  type Bits,
  type Circuit,
  choose,
  constant,
  isBelow,
  NEVER,
  total,
  type Wire,
} from "./circuit.ts";
import { readerOf } from "./completed.ts";
import type { CauseClass, FactWires } from "./facts.ts";

/** How a score is written as bits: a whole number of parts, from the lowest score that there is. */
export interface Scale {
  /** So many parts are one point. */
  readonly parts: number;
  /** The score of no bits, in parts. */
  readonly lowest: number;
  /** The highest score that there is, in parts above the lowest. */
  readonly highest: number;
}

/** What a set makes of every patient. */
export interface SetWires {
  readonly scale: Scale;
  readonly value: Bits;
  readonly lower: Bits;
  readonly upper: Bits;
  readonly asAssessed: Wire;
  /** Some completion classifies. */
  readonly canClassify: Wire;
  /** Some completion does not. */
  readonly canFail: Wire;
}

export function setCircuit(
  circuit: Circuit,
  plan: Plan,
  factOf: (finding: FindingId) => FactWires,
  classes: readonly CauseClass[],
): SetWires {
  const { and, andNot, or } = circuit;
  const scale = scaleOf(plan);
  const reader = readerOf(circuit, plan, factOf, classes);
  const assessed = outcome(circuit, plan, scale, reader.assessed);
  let [canClassify, canFail] = [NEVER, NEVER];
  let bounds: { readonly lower: Bits; readonly upper: Bits } | undefined;
  for (const { valid, read } of reader.worlds) {
    const least = outcome(circuit, plan, scale, (leaf) => read(leaf, "lower"));
    const greatest = outcome(circuit, plan, scale, (leaf) => read(leaf, "upper"));
    canClassify = or(canClassify, and(valid, greatest.classified));
    canFail = or(canFail, andNot(valid, least.classified));
    // The first way of answering, with nothing present, is consistent for every patient.
    bounds = bounds
      ? {
          lower: choose(circuit, and(valid, isBelow(circuit, least.score, bounds.lower)), least.score, bounds.lower),
          upper: choose(
            circuit,
            and(valid, isBelow(circuit, bounds.upper, greatest.score)),
            greatest.score,
            bounds.upper,
          ),
        }
      : { lower: least.score, upper: greatest.score };
  }
  return {
    scale,
    value: assessed.score,
    lower: bounds?.lower ?? assessed.score,
    upper: bounds?.upper ?? assessed.score,
    asAssessed: assessed.classified,
    canClassify,
    canFail,
  };
}

/** More parts than this in a point are no weight that criteria have. */
const MOST_PARTS = 100;

function scaleOf({ set }: Plan): Scale {
  const weights = set.domains.flatMap((domain) => domain.criteria.map(({ weight }) => weight));
  let parts = 1;
  while (!weights.every((weight) => Number.isInteger(weight * parts))) {
    parts += 1;
    if (parts > MOST_PARTS) throw new RangeError(`${set.id} has weights that are no simple fractions`);
  }
  const lowest = set.domains.reduce((sum, domain) => sum + lowestOf(domain), 0) * parts;
  const highest = set.domains.reduce((sum, domain) => sum + highestOf(domain), 0) * parts;
  return { parts, lowest, highest: highest - lowest };
}

/** The least that a domain can come to: nothing, or what it subtracts. */
function lowestOf({ criteria }: Domain): number {
  return Math.min(0, ...criteria.map(({ weight }) => weight));
}

function highestOf({ criteria }: Domain): number {
  return Math.max(0, ...criteria.map(({ weight }) => weight));
}

interface Outcome {
  readonly score: Bits;
  readonly classified: Wire;
}

/** What a set makes of one reading of every patient. */
function outcome(circuit: Circuit, plan: Plan, scale: Scale, read: (leaf: Leaf) => Wire): Outcome {
  const { set } = plan;
  const met = new Map<Criterion, Wire>();
  for (const { criteria } of set.domains) {
    for (const criterion of criteria) met.set(criterion, conditionCircuit(circuit, criterion.when, read));
  }
  const isMet = (criterion: Criterion): Wire => met.get(criterion) ?? NEVER;
  const points = set.domains.map((domain) => domainPoints(circuit, domain, scale, isMet));
  // No patient has more than the heaviest of each domain: higher bits are never set.
  const score = total(circuit, points).slice(0, constant(scale.highest).length);
  const holds = (rule: Classification): Wire => {
    switch (rule.kind) {
      case "scoreAtLeast":
        return atLeast(circuit, score, Math.ceil(rule.score * scale.parts) - scale.lowest);
      case "scoreAbove":
        return atLeast(circuit, score, Math.floor(rule.score * scale.parts) + 1 - scale.lowest);
      case "criteriaAtLeast": {
        const ofGroup = set.domains.filter(({ group }) => group === rule.group).flatMap(({ criteria }) => criteria);
        return countCircuit(circuit, rule.count, ofGroup.map(isMet));
      }
      case "route":
        return conditionCircuit(circuit, rule.when, read);
      case "allOf":
        return circuit.and(...rule.of.map(holds));
      case "anyOf":
        return circuit.or(...rule.of.map(holds));
    }
  };
  const entered = set.entry ? conditionCircuit(circuit, set.entry.when, read) : ALWAYS;
  return { score, classified: circuit.and(entered, holds(set.classifiedWhen)) };
}

/** The heaviest weight that is met, in parts above the least that the domain can come to. */
function domainPoints(circuit: Circuit, domain: Domain, { parts }: Scale, isMet: (criterion: Criterion) => Wire): Bits {
  const { or, andNot, not } = circuit;
  const lowest = lowestOf(domain);
  const weights = [...new Set(domain.criteria.map(({ weight }) => weight))].sort((one, other) => other - one);
  let heavier: Wire = NEVER;
  const alternatives: { readonly points: number; readonly wire: Wire }[] = [];
  for (const weight of weights) {
    const wire = or(...domain.criteria.filter((criterion) => criterion.weight === weight).map(isMet));
    alternatives.push({ points: (weight - lowest) * parts, wire: andNot(wire, heavier) });
    heavier = or(heavier, wire);
  }
  alternatives.push({ points: -lowest * parts, wire: not(heavier) });
  const bits: Wire[] = [];
  for (const { points, wire } of alternatives) {
    for (const [place, bit] of constant(points).entries()) {
      bits[place] = or(bits[place] ?? NEVER, bit === ALWAYS ? wire : NEVER);
    }
  }
  return Array.from(bits, (bit) => bit ?? NEVER);
}

function conditionCircuit(circuit: Circuit, condition: Condition, read: (leaf: Leaf) => Wire): Wire {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return read(condition);
    case "all":
      return circuit.and(...condition.of.map((part) => conditionCircuit(circuit, part, read)));
    case "any":
      return circuit.or(...condition.of.map((part) => conditionCircuit(circuit, part, read)));
    case "atLeast":
      return countCircuit(
        circuit,
        condition.count,
        condition.of.map((part) => conditionCircuit(circuit, part, read)),
      );
    case "not":
      return circuit.not(conditionCircuit(circuit, condition.of, read));
  }
}

/** Whether so many of these are set. */
function countCircuit(circuit: Circuit, count: number, wires: readonly Wire[]): Wire {
  if (count <= 0) return ALWAYS;
  if (count === 1) return circuit.or(...wires);
  return atLeast(
    circuit,
    total(
      circuit,
      wires.map((wire) => [wire]),
    ),
    count,
  );
}

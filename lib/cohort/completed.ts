import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { sourcesOf } from "../definition/implications.ts";
import { criteriaOf, type Leaf, leaves } from "../definition/walk.ts";
import type { Plan } from "../scoring/plan.ts";
import { ALWAYS, type Circuit, NEVER, type Wire } from "./circuit.ts";
import { type CauseClass, excludes, type FactWires } from "./facts.ts";

/** In which directions a finding that turns out present can move what a set makes of a patient. */
interface Pull {
  up: boolean;
  down: boolean;
}

/**
 * The findings of a set that have no one extreme answer: one that turns out present can move the outcome up by one item
 * and down by another, or it pulls against a finding that it implies. Every way of answering these is gone through; the
 * others are then at their extreme together, so that least and greatest are exact.
 */
interface Extremes {
  readonly split: readonly FindingId[];
  /** Whether the finding, when it is present, moves the outcome up. Those that move nothing are not listed. */
  readonly upward: ReadonlyMap<FindingId, boolean>;
}

/** More findings than this to go through would make the circuit too large to be worth it. */
const MOST_SPLIT = 8;

/** @throws RangeError when a set has too many findings without one extreme answer. */
function extremesOf(plan: Plan): Extremes {
  const pulls = pullsOf(plan);
  const split = new Set<FindingId>();
  for (const [finding, { up, down }] of pulls) if (up && down) split.add(finding);
  for (const [finding, pull] of pulls) {
    for (const wider of plan.follows.get(finding) ?? []) {
      const other = pulls.get(wider);
      if (!other || split.has(finding) || split.has(wider)) continue;
      if (pull.up !== other.up) split.add(wider);
    }
  }
  if (split.size > MOST_SPLIT) throw new RangeError(`${plan.set.id} has ${split.size} findings without one extreme`);
  return { split: [...split], upward: new Map([...pulls].map(([finding, { up }]) => [finding, up])) };
}

function pullsOf({ set, definitions, needed, routes }: Plan): ReadonlyMap<FindingId, Pull> {
  const pulls = new Map<FindingId, Pull>();
  const pull = (finding: FindingId, { up, down }: Pull): void => {
    const known = pulls.get(finding) ?? { up: false, down: false };
    pulls.set(finding, { up: known.up || up, down: known.down || down });
  };
  const read = (leaf: Leaf, by: Pull): void => {
    if (!by.up && !by.down) return;
    // What would lift an explanation does what the finding itself does, where explanations are asked about.
    const movers = leaf.kind === "recorded" ? [leaf.finding] : sourcesOf([leaf.finding], definitions);
    for (const finding of movers) pull(finding, by);
  };
  const UP: Pull = { up: true, down: false };
  const conditions = [
    ...[...criteriaOf(set)].map(({ criterion, domain }) => ({
      when: criterion.when,
      by: pullOfCriterion(criterion.weight, domain.criteria, needed[domain.group] > 0),
    })),
    ...[...(set.entry ? [set.entry] : []), ...routes].map(({ when }) => ({ when, by: UP })),
  ];
  for (const { when, by } of conditions) {
    for (const { leaf, negated } of leaves(when)) read(leaf, negated ? { up: by.down, down: by.up } : by);
  }
  return pulls;
}

/** In a domain the heaviest counts: one that subtracts does so alone, and stands above one that subtracts more. */
function pullOfCriterion(weight: number, others: readonly { readonly weight: number }[], isCounted: boolean): Pull {
  const lightest = Math.min(...others.map((other) => other.weight));
  return { up: isCounted || weight > 0 || weight > lightest, down: weight < 0 };
}

/** One way of answering the findings that are split, and what the others are then answered at their extreme. */
export interface World {
  /** Where this way of answering is consistent. */
  readonly valid: Wire;
  /** The truth of a leaf where every open answer moves the outcome as far up as it goes, or as far down. */
  readonly read: (leaf: Leaf, extreme: "upper" | "lower") => Wire;
}

export interface Reader {
  readonly assessed: (leaf: Leaf) => Wire;
  readonly worlds: readonly World[];
}

/** What one set reads in the facts, as assessed and over the completions of what is unknown. */
export function readerOf(
  circuit: Circuit,
  plan: Plan,
  factOf: (finding: FindingId) => FactWires,
  classes: readonly CauseClass[],
): Reader {
  const { or, and, andNot, not } = circuit;
  const { split, upward } = extremesOf(plan);
  const explainedAway = (finding: FindingId): Wire => {
    const { explained } = factOf(finding);
    return or(...explained.filter((_, position) => isExcluded(plan.set, finding, classes[position] ?? [])));
  };
  const certain = ({ kind, finding }: Leaf): Wire =>
    kind === "recorded" ? factOf(finding).present : andNot(factOf(finding).present, explainedAway(finding));
  const open = (finding: FindingId): Wire =>
    or(
      not(or(factOf(finding).present, factOf(finding).absent)),
      ...plan.read.map((other) => factOf(other).liftedBy.get(finding) ?? NEVER),
    );
  const worlds = Array.from({ length: 2 ** split.length }, (_, answers): World => {
    const present = split.filter((_, position) => (answers & (1 << position)) !== 0);
    const absent = split.filter((finding) => !present.includes(finding));
    const follows = (from: FindingId, to: FindingId): boolean => plan.follows.get(from)?.has(to) ?? false;
    const inconsistent = present.flatMap((from) =>
      absent.filter((to) => follows(from, to)).map((to) => and(open(from), open(to))),
    );
    const answer = (finding: FindingId, extreme: "upper" | "lower"): Wire => {
      if (present.includes(finding)) return ALWAYS;
      if (absent.includes(finding)) return NEVER;
      const free = upward.get(finding) === (extreme === "upper") ? ALWAYS : NEVER;
      const isForced = or(...present.filter((from) => follows(from, finding)).map(open));
      const isRuledOut = or(...absent.filter((to) => follows(finding, to)).map(open));
      return andNot(or(free, isForced), isRuledOut);
    };
    return {
      valid: not(or(...inconsistent)),
      read: (leaf, extreme) => {
        const { present: isPresent, absent: isAbsent, liftedBy } = factOf(leaf.finding);
        const answered = answer(leaf.finding, extreme);
        const unknown = answered === NEVER ? NEVER : and(answered, not(or(isPresent, isAbsent)));
        if (leaf.kind === "recorded") {
          return answered === ALWAYS ? not(isAbsent) : or(isPresent, unknown);
        }
        const lifted = or(...[...liftedBy].map(([lifter, wire]) => and(wire, answer(lifter, extreme))));
        // Nothing is both present and absent, so that what is not absent is present or open.
        return answered === ALWAYS
          ? andNot(not(isAbsent), andNot(explainedAway(leaf.finding), lifted))
          : or(certain(leaf), unknown, lifted);
      },
    };
  });
  return { assessed: certain, worlds };
}

/** Causes of one class are excluded together or not at all. */
function isExcluded(set: CriteriaSet, finding: FindingId, [cause]: CauseClass): boolean {
  return cause !== undefined && excludes(excludedCauses(set, finding), cause);
}

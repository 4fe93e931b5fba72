import type { CriteriaSet, Criterion, FindingId, ReferenceDefinitions } from "../../criteria/types.ts";
import { criteriaOf, findingsRead, leaves } from "../definition/walk.ts";
import type { Fact, Facts } from "../record/facts.ts";
import { CONTRADICTORY, combinedTotals, completionsOf, runningTotals, verdictOf } from "../scoring/completions.ts";
import { planOf } from "../scoring/plan.ts";
import { add, classifies, EMPTY, type Tally } from "../scoring/tally.ts";
import { type Fault, type LintRule, problem } from "./fault.ts";

/** Going through the completions of so many findings that depend on each other is still fast. */
const LARGEST_COMPONENT = 14;

/** With nothing known, every verdict must still be possible. */
const reachable: LintRule = (definitions) =>
  whole(definitions).flatMap((set) => {
    const plan = planOf(set, definitions);
    const verdict = verdictOf(
      runningTotals(completionsOf(plan, nothingKnown(definitions)), plan).at(-1) ?? [EMPTY],
      plan,
    );
    if (verdict === "undetermined") return [];
    const message = verdict === "classified" ? "Every patient would be classified." : "No patient could be classified.";
    return [problem("unreachable-threshold", `sets.${set.id}.classifiedWhen`, message)];
  });

/** A criterion that is met or not without ever making a difference is a mistake in it or in the rule. */
const decisive: LintRule = (definitions) =>
  whole(definitions).flatMap((set) =>
    [...criteriaOf(set)]
      .filter(({ criterion }) => !canChangeVerdict(criterion, set, definitions))
      .map(({ criterion }) =>
        problem(
          "never-decides",
          `sets.${set.id}.${criterion.id}`,
          "No patient's classification depends on this criterion.",
        ),
      ),
  );

function canChangeVerdict(criterion: Criterion, set: CriteriaSet, definitions: ReferenceDefinitions): boolean {
  const facts = nothingKnown(definitions);
  const plan = planOf(set, definitions);
  const having = completionsOf(plan, facts);
  const without = completionsOf(planOf(withoutCriterion(set, criterion), definitions), facts);
  return plan.components.some((component, position) => {
    if (!component.domains.some(({ criteria }) => criteria.includes(criterion))) return false;
    const others = having
      .filter((_, other) => other !== position)
      .reduce<readonly Tally[]>((sum, { tallies }) => combinedTotals(sum, tallies, plan), [EMPTY]);
    const worlds = having[position]?.worlds ?? [];
    return worlds.some((world, answers) => {
      const a = having[position]?.tallies[world];
      const b = without[position]?.tallies[without[position]?.worlds[answers] ?? CONTRADICTORY];
      if (!a || !b) return false;
      return others.some((rest) => classifies(add(rest, a), plan) !== classifies(add(rest, b), plan));
    });
  });
}

/** The set with a criterion that reads the same findings and is never met. */
function withoutCriterion(set: CriteriaSet, criterion: Criterion): CriteriaSet {
  const never: Criterion = { ...criterion, when: { kind: "all", of: [criterion.when, { kind: "any", of: [] }] } };
  const domains = set.domains.map((domain) => ({
    ...domain,
    criteria: domain.criteria.map((one) => (one === criterion ? never : one)),
  }));
  return { ...set, domains };
}

const weights: LintRule = ({ sets }) =>
  sets.flatMap((set) =>
    [...criteriaOf(set)].flatMap(({ criterion }): Fault[] => {
      const path = `sets.${set.id}.${criterion.id}`;
      if (criterion.weight === 0) return [problem("no-weight", path, "A criterion without weight can add nothing.")];
      if (Number.isInteger(criterion.weight * 2)) return [];
      return [problem("uneven-weight", path, "Weights are multiples of a half, so that sums are exact.")];
    }),
  );

const components: LintRule = (definitions) =>
  complete(definitions).flatMap((set) =>
    planOf(set, definitions)
      .components.filter(({ findings }) => findings.length > LARGEST_COMPONENT)
      .map(({ findings }) =>
        problem(
          "tied-together",
          `sets.${set.id}`,
          `${findings.length} findings depend on each other; at most ${LARGEST_COMPONENT} stay fast.`,
        ),
      ),
  );

/** Not faults, but the places where more findings can mean a lower score, where interval arithmetic would go wrong. */
const polarity: LintRule = ({ sets }) =>
  sets.flatMap((set) => {
    const signs = new Map<FindingId, Set<boolean>>();
    for (const { criterion } of criteriaOf(set)) {
      for (const { leaf, negated } of leaves(criterion.when)) {
        const adds = criterion.weight > 0 !== negated;
        signs.set(leaf.finding, (signs.get(leaf.finding) ?? new Set()).add(adds));
      }
    }
    return [...signs].flatMap(([finding, adds]): Fault[] => {
      if (!adds.has(false)) return [];
      const code = adds.has(true) ? "mixed-polarity" : "subtracts";
      const message = adds.has(true)
        ? "This finding can add to the score and take from it."
        : "This finding can only take from the score.";
      return [{ level: "info", code, path: `sets.${set.id}.${finding}`, message }];
    });
  });

/** The sets whose findings all exist: one with a dangling id is reported elsewhere. */
function complete({ sets, findings }: ReferenceDefinitions): readonly CriteriaSet[] {
  return sets.filter((set) => findingsRead(set).every((finding) => finding in findings));
}

/** The sets that can be evaluated in a moment. */
function whole(definitions: ReferenceDefinitions): readonly CriteriaSet[] {
  return complete(definitions).filter((set) =>
    planOf(set, definitions).components.every(({ findings }) => findings.length <= LARGEST_COMPONENT),
  );
}

function nothingKnown({ findings }: ReferenceDefinitions): Facts {
  const unknown: Fact = { status: "unknown", origin: { kind: "not-answered" }, liftedBy: [] };
  return Object.fromEntries(Object.keys(findings).map((id) => [id, unknown])) as Record<FindingId, Fact>;
}

export const verdictRules: readonly LintRule[] = [reachable, decisive, weights, components, polarity];

import type { CriteriaSet, Definitions, Domain, FindingId } from "../../criteria/types.ts";
import { assumed, implied, reachedFrom, type Step } from "../definition/implications.ts";
import { clauses, findingsIn, findingsRead, type Route, routesOf } from "../definition/walk.ts";
import { type RecordPlan, recordPlanOf } from "../record/interpret.ts";

/**
 * A part of a set whose outcome depends on no finding outside it: domains, entry criterion and routes that read
 * a finding in common, or findings tied by an implication or assumption. Completions of different components are
 * independent, so that going through every completion of each, one component at a time, is exact and cheap.
 */
export interface Component {
  readonly findings: readonly FindingId[];
  readonly domains: readonly Domain[];
  readonly entry: boolean;
  /** Positions in the plan's routes. */
  readonly routes: readonly number[];
}

/** The rule of a set, as it is applied to one reading of a record. */
export interface RulePlan {
  readonly set: CriteriaSet;
  readonly routes: readonly Route[];
}

/** What can be worked out from a set before any record is seen. */
export interface Plan extends RulePlan {
  readonly definitions: Definitions;
  /** The findings that the set reads. */
  readonly read: readonly FindingId[];
  readonly components: readonly Component[];
  /** For each finding, every finding that strictly follows when it is present. */
  readonly follows: ReadonlyMap<FindingId, ReadonlySet<FindingId>>;
  /** How many met criteria of each group the classification rule ever asks for. */
  readonly needed: { readonly clinical: number; readonly immunologic: number };
  /** Points above this number make no difference to the classification. */
  readonly enough: number;
  /** No patient can have fewer points than this. */
  readonly lowest: number;
}

/** What can be worked out from all definitions before any record is seen. */
export interface AssessmentPlan {
  readonly definitions: Definitions;
  readonly record: RecordPlan;
  readonly sets: readonly Plan[];
}

/**
 * The plan by which records are assessed: worked out once for these definitions, and used for every record. Nothing of
 * a record is kept for the next.
 */
export function assessmentPlanOf(definitions: Definitions): AssessmentPlan {
  return {
    definitions,
    record: recordPlanOf(definitions),
    sets: definitions.sets.map((set) => planOf(set, definitions)),
  };
}

export function planOf(set: CriteriaSet, definitions: Definitions): Plan {
  const routes = routesOf(set);
  const strict = implied(definitions);
  const needed = { clinical: 0, immunologic: 0 };
  let highest = 0;
  for (const clause of clauses(set.classifiedWhen)) {
    if (clause.kind === "criteriaAtLeast") needed[clause.group] = Math.max(needed[clause.group], clause.count);
    if (clause.kind === "scoreAtLeast" || clause.kind === "scoreAbove") highest = Math.max(highest, clause.score);
  }
  const weights = set.domains.flatMap((domain) => domain.criteria.map((criterion) => criterion.weight));
  const subtractable = weights.reduce((sum, weight) => sum + Math.max(-weight, 0), 0);
  return {
    set,
    definitions,
    read: findingsRead(set),
    components: componentsOf(set, routes, reachability([...strict, ...assumed(definitions)])),
    routes,
    follows: reachability(strict),
    needed,
    enough: highest + subtractable + 1,
    lowest: -subtractable,
  };
}

type Reach = ReadonlyMap<FindingId, ReadonlySet<FindingId>>;

function reachability(steps: readonly Step[]): Reach {
  return new Map(steps.map(([from]) => [from, reachedFrom(from, steps)]));
}

/** Merges everything that reads, or is tied to, a common finding. */
function componentsOf(set: CriteriaSet, routes: readonly Route[], reach: Reach): Component[] {
  const read = new Set(findingsRead(set));
  const ties = [...reach]
    .map(([from, tos]) => [from, ...tos].filter((finding) => finding === from || read.has(finding)))
    .filter((findings) => findings.some((finding) => read.has(finding)));
  const parts: Part[] = [
    ...set.domains.map((domain) => ({
      ...NOTHING,
      domains: [domain],
      findings: domain.criteria.flatMap(({ when }) => findingsIn(when)),
    })),
    ...(set.entry ? [{ ...NOTHING, entry: true, findings: findingsIn(set.entry.when) }] : []),
    ...routes.map((route, position) => ({ ...NOTHING, routes: [position], findings: findingsIn(route.when) })),
    ...ties.map((findings) => ({ ...NOTHING, findings })),
  ];
  const merged = parts.reduce<Part[]>((components, part) => {
    const shares = (other: Part) => other.findings.some((finding) => part.findings.includes(finding));
    const touching = components.filter(shares);
    return [...components.filter((other) => !touching.includes(other)), [...touching, part].reduce(merge)];
  }, []);
  return merged.map((part) => ({
    ...part,
    findings: [...new Set(part.findings)].filter((finding) => read.has(finding)),
  }));
}

type Part = Component;

const NOTHING: Part = { findings: [], domains: [], entry: false, routes: [] };

function merge(a: Part, b: Part): Part {
  return {
    findings: [...a.findings, ...b.findings],
    domains: [...a.domains, ...b.domains],
    entry: a.entry || b.entry,
    routes: [...a.routes, ...b.routes],
  };
}

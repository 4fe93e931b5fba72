import type { Classification, Condition, CriteriaSet, Criterion, Domain } from "../../criteria/types.ts";
import { all, any, FALSE, TRUE, type Truth, truthOf, UNKNOWN } from "../definition/truth.ts";
import { thresholdOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import type { OtherFacts } from "../record/interpret.ts";
import { type Completions, completionsOf, runningTotals, totalBounds, verdictOf } from "./completions.ts";
import { explainedCounted } from "./explained-counted.ts";
import { asAssessed, asRecorded, unexplained } from "./leaf-truth.ts";
import { openFindings } from "./open.ts";
import { type Outcome, otherReadings } from "./other-readings.ts";
import type { Plan } from "./plan.ts";
import type { ClauseResult, CriterionResult, CriterionState, DomainResult, SetNotice, SetResult } from "./result.ts";
import { classifies, EMPTY, heaviest, sum, type Tally } from "./tally.ts";
import { inWords, traceOf } from "./trace.ts";
import { totalOf } from "./without.ts";

/** What a set makes of a record in one line: no reasons, and nothing of what could still change it. */
export type Outline = Omit<SetResult, "domains" | "open" | "notices" | "otherReadings">;

/** A set's outline, and its whole result, which costs as much again and is worked out when it is asked for. */
export interface Evaluation {
  readonly outline: Outline;
  whole(): SetResult;
}

/**
 * Evaluates one set. Pure: the same facts give the same result, to the byte. `otherFacts` are the facts by other
 * defensible readings of the record.
 */
export function evaluate(plan: Plan, facts: Facts, otherFacts?: readonly OtherFacts[]): SetResult {
  return beginEvaluation(plan, facts, otherFacts).whole();
}

/** As `evaluate`, for whoever shows the outline first. */
export function beginEvaluation(plan: Plan, facts: Facts, otherFacts: readonly OtherFacts[] = []): Evaluation {
  const { set, read } = plan;
  const completions = completionsOf(plan, facts);
  const tally = assessedTally(completions);
  const running = runningTotals(completions, plan);
  const { value, lower, upper, ...verdicts } = figuresFrom(completions, running, tally, plan);
  const score = { value, lower, upper, ...thresholdOf(set) };
  const entry = entryOf(set, facts);
  const rule = ruleResult(plan, tally, facts);
  const whole = (): SetResult => {
    const domains = set.domains.map((domain) => domainResult(domain, set, facts));
    const outcome = (other: Facts) => outcomeOf(plan, other);
    const readOtherwise = otherReadings(set, read, facts, otherFacts, { ...verdicts, value, domains }, outcome);
    return {
      ...verdicts,
      score,
      entry,
      domains,
      rule,
      open: verdicts.verdict === "undetermined" ? openFindings(completions, running, plan, verdicts.asAssessed) : [],
      notices: setNotices(plan, facts, domains),
      ...(readOtherwise.length > 0 && { otherReadings: readOtherwise }),
    };
  };
  return { outline: { ...verdicts, score, entry, rule }, whole };
}

/** What a set makes of the facts with unknown counting as not met, and of nothing that unknown answers could do. */
export interface AsAssessed extends Pick<SetResult, "asAssessed" | "entry" | "domains" | "rule"> {
  readonly value: number;
}

/** As `evaluate`, for what goes with `asAssessed` only: its cost does not grow with what is not known. */
export function evaluateAsAssessed(plan: Plan, facts: Facts): AsAssessed {
  const { set } = plan;
  const tally = totalOf(plan, asAssessed(set, facts));
  return {
    asAssessed: classifies(tally, plan) ? "classified" : "not-classified",
    value: tally.points,
    entry: entryOf(set, facts),
    domains: set.domains.map((domain) => domainResult(domain, set, facts)),
    rule: ruleResult(plan, tally, facts),
  };
}

/** What other facts come to, unknown counting as not met. */
function outcomeOf(plan: Plan, facts: Facts): Outcome {
  const tally = assessedTally(completionsOf(plan, facts));
  return { value: tally.points, asAssessed: classifies(tally, plan) ? "classified" : "not-classified" };
}

/** The figures of a set without its reasons: what a cohort needs, at a fraction of the cost. */
export type Figures = Pick<SetResult, "verdict" | "asAssessed"> & {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
};

/** As `evaluate`, with the figures only. */
export function evaluateFigures(plan: Plan, facts: Facts): Figures {
  const completions = completionsOf(plan, facts);
  return figuresFrom(completions, runningTotals(completions, plan), assessedTally(completions), plan);
}

function figuresFrom(
  completions: readonly Completions[],
  running: readonly (readonly Tally[])[],
  tally: Tally,
  plan: Plan,
): Figures {
  return {
    verdict: verdictOf(running.at(-1) ?? [EMPTY], plan),
    asAssessed: classifies(tally, plan) ? "classified" : "not-classified",
    value: tally.points,
    ...totalBounds(completions),
  };
}

function assessedTally(completions: readonly Completions[]): Tally {
  return sum(completions.map(({ assessed }) => assessed));
}

function entryOf(set: CriteriaSet, facts: Facts): SetResult["entry"] {
  if (!set.entry) return "none";
  const truth = truthOf(set.entry.when, asRecorded(set, facts));
  return truth === TRUE ? "met" : truth === FALSE ? "not-met" : "unknown";
}

function domainResult(domain: Domain, set: CriteriaSet, facts: Facts): DomainResult {
  const assessed = asAssessed(set, facts);
  const met = domain.criteria.filter(({ when }) => truthOf(when, assessed) === TRUE);
  const points = heaviest(met);
  const counted = met.find(({ weight }) => weight === points);
  const criteria = domain.criteria.map((criterion): CriterionResult => {
    const isMet = met.includes(criterion);
    const state = isMet ? (criterion === counted ? "counted" : "outranked") : unmetState(criterion, set, facts);
    return {
      id: criterion.id,
      weight: criterion.weight,
      state,
      ...(state === "outranked" && counted && { outrankedBy: counted.id }),
      trace: traceOf(criterion.when, set, facts),
    };
  });
  return { id: domain.id, group: domain.group, points, criteria };
}

/** Why a criterion that is not met as assessed does not count: what is present and taken out comes before what is open. */
function unmetState({ when }: Criterion, set: CriteriaSet, facts: Facts): CriterionState {
  if (truthOf(withoutNegations(when), asAssessed(set, facts)) === TRUE) return "excluded";
  if (truthOf(when, unexplained(facts)) === TRUE) return "explained";
  return truthOf(when, asRecorded(set, facts)) === UNKNOWN ? "unknown" : "not-met";
}

const unnegated = new WeakMap<Condition, Condition>();

/** The condition as it would be if nothing of the set took it out; worked out once for each condition of a set. */
function withoutNegations(condition: Condition): Condition {
  const known = unnegated.get(condition) ?? removeNegations(condition);
  unnegated.set(condition, known);
  return known;
}

function removeNegations(condition: Condition): Condition {
  switch (condition.kind) {
    case "present":
    case "recorded":
      return condition;
    case "all":
    case "any":
    case "atLeast":
      return { ...condition, of: condition.of.map(withoutNegations) };
    case "not":
      return { kind: "all", of: [] };
  }
}

function ruleResult(plan: Plan, tally: Tally, facts: Facts): ClauseResult {
  const rule = clauseResult(plan.set.classifiedWhen, plan.set, tally, facts);
  if (!plan.set.entry) return rule;
  const trace = traceOf(plan.set.entry.when, plan.set, facts);
  const entry: ClauseResult = { kind: "entry", met: trace.truth, trace };
  const parts = rule.kind === "allOf" ? [entry, ...rule.of] : [entry, rule];
  return { kind: "allOf", met: inWords(all(parts.map(truthOfClause))), of: parts };
}

function clauseResult(clause: Classification, set: CriteriaSet, tally: Tally, facts: Facts): ClauseResult {
  switch (clause.kind) {
    case "scoreAtLeast":
    case "scoreAbove": {
      const reached = clause.kind === "scoreAtLeast" ? tally.points >= clause.score : tally.points > clause.score;
      const comparison = clause.kind === "scoreAtLeast" ? ">=" : ">";
      return {
        kind: "score",
        met: reached ? "true" : "false",
        comparison,
        threshold: clause.score,
        value: tally.points,
      };
    }
    case "criteriaAtLeast": {
      const found = tally[clause.group];
      return {
        kind: "criteria",
        met: found >= clause.count ? "true" : "false",
        count: clause.count,
        group: clause.group,
        found,
      };
    }
    case "route": {
      const trace = traceOf(clause.when, set, facts);
      return { kind: "route", met: trace.truth, title: clause.title, trace };
    }
    case "allOf":
    case "anyOf": {
      const of = clause.of.map((part) => clauseResult(part, set, tally, facts));
      const combine = clause.kind === "allOf" ? all : any;
      return { kind: clause.kind, met: inWords(combine(of.map(truthOfClause))), of };
    }
  }
}

function truthOfClause({ met }: ClauseResult): Truth {
  return met === "true" ? TRUE : met === "false" ? FALSE : UNKNOWN;
}

/** Remarks about the set's rules: explained findings that still count, then the set's own cautions. */
function setNotices(plan: Plan, facts: Facts, domains: readonly DomainResult[]): SetNotice[] {
  const { set } = plan;
  const stillCounted = explainedCounted(plan, facts, domains);
  const recorded = asRecorded(set, facts);
  const cautions = set.cautions
    .filter(({ when }) => !when || truthOf(when, recorded) === TRUE)
    .map(({ code, finding, message }) => ({ code, ...(finding && { finding }), message }));
  return [...stillCounted, ...cautions];
}

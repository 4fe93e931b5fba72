import type { SleRecord } from "../criteria/types.ts";
import type { Identity } from "./definition/identity.ts";
import { STATEMENT } from "./explain/statement.ts";
import { type Interpreted, interpret } from "./record/interpret.ts";
import { firstFound, firstRemarks, type Issue } from "./record/issues.ts";
import { beginEvaluation, type Evaluation, evaluateFigures, type Figures } from "./scoring/evaluate.ts";
import { type AssessmentPlan, assessmentPlanOf } from "./scoring/plan.ts";
import type { Result } from "./scoring/result.ts";

export type { AssessmentPlan, Result };
export { assessmentPlanOf };

/**
 * Assesses a well-formed record by all sets of a plan. `today`, as YYYY-MM-DD, is the last day on which anything can
 * have been seen or measured; without it no day is too late.
 */
export function assess(plan: AssessmentPlan, record: SleRecord, today?: string): Result {
  return assessInterpreted(plan, interpret(plan.record, record, today));
}

/** As `assess`, for a record whose interpretation is at hand. */
export function assessInterpreted(plan: AssessmentPlan, interpreted: Interpreted): Result {
  return resultOf(interpreted, evaluationsOf(plan, interpreted));
}

/** By set id, in the registry's order. */
export type Evaluations = Readonly<Record<string, Evaluation>>;

/** What each set makes of a record, its outline first; nothing where the record is refused. */
export function evaluationsOf(plan: AssessmentPlan, { facts, otherFacts }: Interpreted): Evaluations | undefined {
  return facts && Object.fromEntries(plan.sets.map((one) => [one.set.id, beginEvaluation(one, facts, otherFacts)]));
}

/** The whole result of these evaluations of the record. */
export function resultOf({ issues, notices }: Interpreted, evaluations: Evaluations | undefined): Result {
  if (!evaluations) return refused(issues);
  return {
    format: "sle-result/1",
    statement: `Classification, not diagnosis: ${STATEMENT}`,
    issues: firstFound(issues),
    results: Object.fromEntries(Object.entries(evaluations).map(([id, evaluation]) => [id, evaluation.whole()])),
    notices: firstRemarks(notices),
  };
}

/** The result for a record that cannot be read. */
export function refused(issues: readonly Issue[]): Result {
  return {
    format: "sle-result/1",
    statement: `Classification, not diagnosis: ${STATEMENT}`,
    issues: firstFound(issues),
    notices: [],
  };
}

/** A result that says which app and which definitions made it, so that it can be worked out again. */
export function signed({ format, statement, ...result }: Result, app: Identity): Result {
  return { format, statement, app, ...result };
}

export type CohortLine = Readonly<Record<string, Figures>> | { readonly issues: readonly Issue[] };

/** As `assess`, with the figures only. */
export function assessFigures(plan: AssessmentPlan, record: SleRecord, today?: string): CohortLine {
  const { issues, facts } = interpret(plan.record, record, today);
  return facts
    ? Object.fromEntries(plan.sets.map((one) => [one.set.id, evaluateFigures(one, facts)]))
    : { issues: firstFound(issues) };
}

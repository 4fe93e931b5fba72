import type { Definitions, SleRecord } from "../criteria/types.ts";
import type { Identity } from "./definition/identity.ts";
import { STATEMENT } from "./explain/statement.ts";
import { type Interpreted, interpreter } from "./record/interpret.ts";
import { firstFound, firstRemarks, type Issue } from "./record/issues.ts";
import { evaluator, type Figures, figuresEvaluator } from "./scoring/evaluate.ts";
import type { Result } from "./scoring/result.ts";

export type { Result };

/**
 * Assesses well-formed records by all sets of these definitions. `today`, as YYYY-MM-DD, is the last day on which
 * anything can have been seen or measured; without it no day is too late.
 */
export function assessor(definitions: Definitions): (record: SleRecord, today?: string) => Result {
  const interpret = interpreter(definitions);
  const assess = interpretedAssessor(definitions);
  return (record, today) => assess(interpret(record, today));
}

/** As `assessor`, for records whose interpretation is at hand. */
export function interpretedAssessor(definitions: Definitions): (interpreted: Interpreted) => Result {
  const sets = definitions.sets.map((set) => ({ id: set.id, evaluate: evaluator(set, definitions) }));
  return ({ issues, notices, facts, otherFacts }) => {
    if (!facts) return refused(issues);
    const results = Object.fromEntries(sets.map(({ id, evaluate }) => [id, evaluate(facts, otherFacts)]));
    return {
      format: "sle-result/1",
      statement: `Classification, not diagnosis: ${STATEMENT}`,
      issues: firstFound(issues),
      results,
      notices: firstRemarks(notices),
    };
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

/** As `assessor`, with the figures only. */
export function figuresAssessor(definitions: Definitions): (record: SleRecord, today?: string) => CohortLine {
  const interpret = interpreter(definitions);
  const sets = definitions.sets.map((set) => ({ id: set.id, evaluate: figuresEvaluator(set, definitions) }));
  return (record, today) => {
    const { issues, facts } = interpret(record, today);
    return facts
      ? Object.fromEntries(sets.map(({ id, evaluate }) => [id, evaluate(facts)]))
      : { issues: firstFound(issues) };
  };
}

import type { Condition, CriteriaSet } from "../../criteria/types.ts";
import { FALSE, TRUE, type Truth, truthOf } from "../definition/truth.ts";
import type { Facts } from "../record/facts.ts";
import { asRecorded, explainedAway, type Reading } from "./leaf-truth.ts";
import type { ClauseResult, Trace, TruthWord } from "./result.ts";

export function inWords(truth: Truth): TruthWord {
  return truth === TRUE ? "true" : truth === FALSE ? "false" : "unknown";
}

/** Every part of a judged rule that is not itself made of parts. */
export function clausesOf(clause: ClauseResult): readonly ClauseResult[] {
  return clause.kind === "allOf" || clause.kind === "anyOf" ? clause.of.flatMap(clausesOf) : [clause];
}

/** The condition itself, decorated with what the record made of each part. */
export function traceOf(condition: Condition, set: CriteriaSet, facts: Facts): Trace {
  return trace(condition, set, facts, asRecorded(set, facts));
}

function trace(condition: Condition, set: CriteriaSet, facts: Facts, read: Reading): Trace {
  const truth = inWords(truthOf(condition, read));
  switch (condition.kind) {
    case "present":
    case "recorded": {
      const { kind, finding } = condition;
      const fact = facts[finding];
      return {
        kind,
        finding,
        truth,
        status: fact.status,
        origin: fact.origin,
        ...(fact.explainedBy && { explainedBy: fact.explainedBy }),
        ...(kind === "present" && explainedAway(set, finding, fact) && { explainedAway: true }),
      };
    }
    case "all":
    case "any":
      return { kind: condition.kind, truth, of: condition.of.map((part) => trace(part, set, facts, read)) };
    case "atLeast":
      return {
        kind: "atLeast",
        count: condition.count,
        truth,
        of: condition.of.map((part) => trace(part, set, facts, read)),
      };
    case "not":
      return { kind: "not", truth, of: trace(condition.of, set, facts, read) };
  }
}

import type { CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { tracedLeaves } from "../explain/reasons.ts";
import type { Facts } from "../record/facts.ts";
import { explainedAway } from "../scoring/leaf-truth.ts";
import type { ClauseResult, CriterionResult, SetResult, Trace } from "../scoring/result.ts";
import type { Mention } from "./case.ts";

/**
 * What a set makes of something that the story mentions. `short`: absent, below what the set asks, or only a part
 * of a criterion. `not-read`: no criterion of the set reads it.
 */
export const OUTCOMES = ["counts", "outranked", "explained", "excluded", "short", "unknown", "not-read"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface Marking {
  readonly outcome: Outcome;
  /** The criterion that the outcome is about, where there is one. */
  readonly criterion?: string;
}

/** What the set makes of a mention: the best that happens to any finding that it decides. */
export function markingOf(
  mention: Mention,
  set: CriteriaSet,
  result: SetResult,
  facts: Facts,
  definitions: Definitions,
): Marking {
  const reached = reachOf(mention, facts, definitions);
  const markings: Marking[] = result.domains.flatMap((domain) =>
    domain.criteria.flatMap((criterion) => {
      const outcome = outcomeIn(criterion, reached, set, facts);
      return outcome ? [{ outcome, criterion: criterion.id }] : [];
    }),
  );
  for (const gate of gatesIn(result.rule)) {
    const outcome = outcomeAt(gate, reached, set, facts);
    if (outcome) markings.push({ outcome });
  }
  return markings.reduce<Marking>(
    (best, one) => (OUTCOMES.indexOf(one.outcome) < OUTCOMES.indexOf(best.outcome) ? one : best),
    { outcome: "not-read" },
  );
}

/** The findings that a mention decides, and those that follow from them. */
function reachOf(mention: Mention, facts: Facts, { findings }: Definitions): ReadonlySet<FindingId> {
  const all = Object.keys(findings) as FindingId[];
  const own =
    mention.kind === "finding"
      ? [mention.finding]
      : all.filter((id) => findings[id].decidedBy?.some((rule) => rule.test === mention.test));
  const reached = new Set(own);
  // A Set visits what is added while it is walked.
  for (const finding of reached) {
    for (const other of all) {
      const { origin } = facts[other];
      if ((origin.kind === "implied" || origin.kind === "assumed") && origin.by === finding) reached.add(other);
    }
  }
  return reached;
}

/** The entry criterion and the routes of a rule: what is read beside the criteria. */
function gatesIn(rule: ClauseResult): readonly Trace[] {
  switch (rule.kind) {
    case "entry":
    case "route":
      return [rule.trace];
    case "allOf":
    case "anyOf":
      return rule.of.flatMap(gatesIn);
    default:
      return [];
  }
}

/** As for a criterion: what is there counts only where the whole is met, and where nothing explains it that the set excludes. */
function outcomeAt(trace: Trace, reached: ReadonlySet<FindingId>, set: CriteriaSet, facts: Facts): Outcome | undefined {
  const read = tracedLeaves(trace).filter(({ finding }) => reached.has(finding));
  if (read.length === 0) return undefined;
  if (supporting(trace).some((finding) => reached.has(finding))) return "counts";
  const present = read.filter(({ status }) => status === "present");
  // The entry criterion is met whatever explains it: its leaf says so.
  const explained = present.some(
    ({ kind, finding }) => kind === "present" && explainedAway(set, finding, facts[finding]),
  );
  if (explained) return "explained";
  if (present.length > 0) return "short";
  return read.some(({ status }) => status === "unknown") ? "unknown" : "short";
}

function outcomeIn(
  { state, trace }: CriterionResult,
  reached: ReadonlySet<FindingId>,
  set: CriteriaSet,
  facts: Facts,
): Outcome | undefined {
  const read = tracedLeaves(trace).flatMap(({ finding }) => (reached.has(finding) ? [finding] : []));
  if (read.length === 0) return undefined;
  if ((state === "counted" || state === "outranked") && supporting(trace).some((finding) => reached.has(finding))) {
    return state === "counted" ? "counts" : "outranked";
  }
  const present = read.filter((finding) => facts[finding].status === "present");
  if (present.some((finding) => explainedAway(set, finding, facts[finding]))) return "explained";
  if (present.length > 0) return state === "excluded" ? "excluded" : "short";
  return read.some((finding) => facts[finding].status === "unknown") ? "unknown" : "short";
}

/** The findings that make a condition hold as assessed, unknown counting as not met. */
function supporting(trace: Trace): readonly FindingId[] {
  if (!holds(trace)) return [];
  switch (trace.kind) {
    case "present":
    case "recorded":
      return [trace.finding];
    case "all":
    case "any":
    case "atLeast":
      return trace.of.flatMap(supporting);
    case "not":
      return [];
  }
}

function holds(trace: Trace): boolean {
  switch (trace.kind) {
    case "present":
    case "recorded":
      return trace.truth === "true";
    case "all":
      return trace.of.every(holds);
    case "any":
      return trace.of.some(holds);
    case "atLeast":
      return trace.of.filter(holds).length >= trace.count;
    case "not":
      return !holds(trace.of);
  }
}

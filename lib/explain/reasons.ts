import type { CriteriaSet, Criterion, FindingId } from "../../criteria/types.ts";
import { amountWords, unitWord } from "../definition/vocabulary.ts";
import { helpingWith } from "../definition/walk.ts";
import { TITER } from "../record/titer.ts";
import type { ClauseResult, CriterionResult, DomainResult, Trace } from "../scoring/result.ts";
import { originPhrase } from "./origin.ts";
import { type Context, capitalize, inSentence, isPlural, list, writeExplanation, writeMeasurement } from "./values.ts";

type LeafTrace = Extract<Trace, { kind: "present" | "recorded" }>;

/** Every finding of a trace; a finding under a `not` only when asked for. */
export function tracedLeaves(
  trace: Trace,
  negated: "with negated" | "without negated" = "without negated",
): readonly LeafTrace[] {
  switch (trace.kind) {
    case "present":
    case "recorded":
      return [trace];
    case "all":
    case "any":
    case "atLeast":
      return trace.of.flatMap((part) => tracedLeaves(part, negated));
    case "not":
      return negated === "with negated" ? tracedLeaves(trace.of, negated) : [];
  }
}

/** The criterion of a set with this id. */
export function criterionById(set: CriteriaSet, id: string): Criterion | undefined {
  return set.domains.flatMap((domain) => domain.criteria).find((criterion) => criterion.id === id);
}

/**
 * Why a criterion counted or did not, in one or two sentences, from its trace:
 * what made it true, what outranks it, what explains it, which value missed the limit, what is not known.
 */
export function criterionReason(result: CriterionResult, set: CriteriaSet, context: Context): string {
  switch (result.state) {
    case "counted":
      return `${capitalize(whatHolds(result.trace, context, "counted although"))}.`;
    case "outranked":
      return `Met by ${whatHolds(result.trace, context)}, but ${outranker(result, set)}.`;
    case "explained":
      return `${capitalize(explainedAway(result.trace, context))}; in this set that does not count.${stillPossible(result.trace, context)}`;
    case "excluded":
      return `${capitalize(whatHolds(result.trace, context))}, but this set leaves it out because ${negatedHolds(result.trace, context)}.`;
    case "not-met":
      return whatFails(result.trace, context);
    case "unknown":
      return whatIsOpen(result.trace, context);
  }
}

function outranker(result: CriterionResult, set: CriteriaSet): string {
  const other = result.outrankedBy === undefined ? undefined : criterionById(set, result.outrankedBy);
  if (!other) return "another criterion of its domain counts instead";
  const how = other.weight === result.weight ? "weighs the same" : "is heavier";
  return `${inSentence(other.title)} (${other.weight}) counts instead: it ${how}, and a domain counts once`;
}

/** How a finding that holds stands to what explains it. Only what counts is said to be counted. */
type Despite = "counted although" | "although";

/** The findings that make a condition true, each with how it is known. */
function whatHolds(trace: Trace, context: Context, despite: Despite = "although"): string {
  const leaves = tracedLeaves(trace).filter(({ truth }) => truth === "true");
  return list(leaves.map((leaf) => leafWithOrigin(leaf, context, despite)));
}

function explainedAway(trace: Trace, context: Context): string {
  const leaves = tracedLeaves(trace).filter((leaf) => leaf.explainedAway && leaf.explainedBy);
  return leaves
    .map(({ finding, explainedBy }) => {
      const by = explainedBy ? `, but explained by ${writeExplanation(explainedBy)}` : "";
      return `${label(finding, context)}${by}`;
    })
    .join("; ");
}

function negatedHolds(trace: Trace, context: Context): string {
  const positive = new Set(tracedLeaves(trace).map(({ finding }) => finding));
  const leaves = tracedLeaves(trace, "with negated").filter(
    ({ finding, status }) => !positive.has(finding) && status === "present",
  );
  return list(
    leaves.map(({ finding }) => {
      const name = label(finding, context);
      return `${name} ${isPlural(name) ? "are" : "is"} present`;
    }),
  );
}

/** Why a condition is false: what is absent, missed its limit or is explained, and what was found beside it. */
function whatFails(trace: Trace, context: Context): string {
  const leaves = tracedLeaves(trace);
  const absent = leaves.filter(({ status }) => status === "absent");
  const measured = absent.filter(({ origin }) => origin.kind === "measured");
  const others = absent.filter(({ origin }) => origin.kind !== "measured");
  const negated = negatedHolds(trace, context);
  return sentences([
    foundBeside(leaves, context),
    measured.length > 0 &&
      `not met by the values entered: ${list(measured.map((leaf) => leafWithOrigin(leaf, context)))}`,
    others.length > 0 && `absent: ${list(others.map(({ finding }) => label(finding, context)))}`,
    leaves.some((leaf) => leaf.explainedAway) && explainedAway(trace, context),
    // A finding that takes the criterion out settles it, even before the criterion's own finding is known.
    negated !== "" && `left out by this set because ${negated}`,
  ]);
}

function whatIsOpen(trace: Trace, context: Context): string {
  const leaves = tracedLeaves(trace, "with negated");
  const unknown = leaves.filter(({ status }) => status === "unknown").map(({ finding }) => finding);
  // Beside what was found, another that would do as well is not asked for.
  const held = leaves.filter(({ truth }) => truth === "true").map(({ finding }) => finding);
  const helping = unknown.filter((finding) => helpingWith(held, trace).includes(finding));
  const asked = (helping.length > 0 ? helping : unknown).map((finding) => label(finding, context));
  return sentences([
    asked.length > 0 ? `not known: ${list(asked)}` : "an answer that is still open could make it count",
    foundBeside(leaves, context),
    leaves.some((leaf) => leaf.explainedAway) && explainedAway(trace, context),
  ]);
}

function sentences(parts: readonly (string | false)[]): string {
  return parts.flatMap((part) => (part === false ? [] : [`${capitalize(part)}.`])).join(" ");
}

function foundBeside(leaves: readonly LeafTrace[], context: Context): string | false {
  const held = leaves.filter(({ truth }) => truth === "true").map(({ finding }) => label(finding, context));
  return held.length > 0 && `present, but not enough alone: ${list(held)}`;
}

/** What could still meet a criterion whose present finding is explained. */
function stillPossible(trace: Trace, context: Context): string {
  const unknown = tracedLeaves(trace).filter(({ status }) => status === "unknown");
  if (trace.truth !== "unknown" || unknown.length === 0) return "";
  return ` Not known, and could still meet it: ${list(unknown.map(({ finding }) => label(finding, context)))}.`;
}

function leafWithOrigin(leaf: LeafTrace, context: Context, despite: Despite = "although"): string {
  const origin = originPhrase(leaf.origin, context);
  const by = leaf.explainedBy && writeExplanation(leaf.explainedBy);
  const though = by ? `, ${leaf.kind === "recorded" ? explainedAllTheSame(by) : `${despite} explained by ${by}`}` : "";
  return `${label(leaf.finding, context)}${origin ? ` (${origin})` : ""}${though}`;
}

/** Of what opens a set or a route, whatever is said to explain it. */
export function explainedAllTheSame(by: string): string {
  return `explained by ${by}, which does not matter here`;
}

function label(finding: FindingId, { definitions }: Context): string {
  return inSentence(definitions.findings[finding].label);
}

/** What a domain adds, in words: "4 points", "1 criterion", "subtracts 1 point". */
export function pointsPhrase(points: number, set: CriteriaSet): string {
  const size = amountWords(Math.abs(points), set.unit);
  return points < 0 ? `subtracts ${size}` : size;
}

/** What a set comes to, in words: "4 points", "1 criterion", "−1 point". */
export function totalPhrase(total: number, set: CriteriaSet): string {
  return amountWords(total, set.unit).replace("-", "−");
}

/** The parts of a classification rule that all have to hold, each to be said by itself. */
export function topClauses(rule: ClauseResult): readonly ClauseResult[] {
  return rule.kind === "allOf" ? rule.of.flatMap(topClauses) : [rule];
}

/** One part of the classification rule as a sentence, with whether the record as assessed meets it. */
export function clauseReason(clause: ClauseResult, set: CriteriaSet, context: Context): string {
  switch (clause.kind) {
    case "entry": {
      const title = set.entry?.title ?? "Entry criterion";
      if (clause.met === "unknown")
        return `Entry criterion not known: ${inSentence(title)}. The set cannot be applied until it is.`;
      return clause.met === "true"
        ? `Entry criterion met: ${whatHolds(clause.trace, context)}.`
        : (entryMissed(clause.trace, context) ?? `Entry criterion not met. ${whatFails(clause.trace, context)}`);
    }
    case "score": {
      const asked = clause.comparison === ">=" ? `${clause.threshold} or more` : `more than ${clause.threshold}`;
      const total = `${clause.value < 0 ? "A total of " : ""}${totalPhrase(clause.value, set)}`;
      return `${total} (${asked} needed): ${clause.met === "true" ? "reached" : "not reached"}.`;
    }
    case "criteria": {
      const size = clause.count === 1 ? "one" : clause.count;
      const asked = `At least ${size} ${clause.group} ${unitWord(clause.count, "criteria")}`;
      return `${asked}: ${clause.met === "true" ? "met" : `not met, ${clause.found === 0 ? "none" : clause.found} counted`}.`;
    }
    case "route":
      if (clause.met === "true") return `${clause.title}: met by ${whatHolds(clause.trace, context)}.`;
      return clause.met === "false"
        ? `${clause.title}: not met. ${whatFails(clause.trace, context)}`
        : `${clause.title}: still open. ${whatIsOpen(clause.trace, context)}`;
    case "allOf":
      return clause.of.map((part) => clauseReason(part, set, context)).join(" ");
    case "anyOf": {
      const met = clause.of.filter((part) => part.met === "true");
      return (met.length > 0 ? met : clause.of).map((part) => clauseReason(part, set, context)).join(" Or: ");
    }
  }
}

/**
 * Why an entry criterion is not met where values alone say so: they say it of their days, and another day could open
 * it. Undefined where an answer or an explanation keeps it shut.
 */
function entryMissed(trace: Trace, { definitions, measurements }: Context): string | undefined {
  const leaves = tracedLeaves(trace, "with negated");
  const positions = leaves.flatMap(({ status, origin }) =>
    status === "absent" && origin.kind === "measured" ? [origin.by] : [],
  );
  const values = [...new Set(positions.flat())].flatMap((position) => measurements[position] ?? []);
  if (positions.length < leaves.length || values.length === 0) return undefined;
  const tests = new Set(values.map(({ test }) => test));
  const rules = leaves.flatMap(({ finding }) => definitions.findings[finding].decidedBy ?? []);
  const wanted = new Set(
    rules.filter(({ test }) => tests.has(test)).map(({ is }) => (is === "<" ? "lower" : "higher")),
  );
  const what = values.every(({ unit }) => unit === TITER) ? "titer" : "value";
  const which = wanted.size === 1 ? `${[...wanted][0]} ${what}` : `${what} that meets it`;
  const entered = list(values.map((value) => writeMeasurement(value, definitions)));
  return (
    `The entry criterion is not met by the ${what}s entered; a ${which} of any other day would open it. ` +
    `Entered: ${entered}.`
  );
}

/** The criteria of a set by what became of them, in the order of the definition. */
export function byState(domains: readonly DomainResult[]) {
  const all = domains.flatMap((domain) => domain.criteria.map((criterion) => ({ ...criterion, domain: domain.id })));
  return {
    counted: all.filter(({ state }) => state === "counted"),
    notCounted: all.filter(({ state }) => state === "outranked" || state === "explained" || state === "excluded"),
    notMet: all.filter(({ state }) => state === "not-met"),
    unknown: all.filter(({ state }) => state === "unknown"),
  };
}

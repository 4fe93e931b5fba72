/**
 * What an answer is worth in one set, at a glance: what it would add to the record as it stands, before it is given,
 * and what became of it afterwards. Nothing here reads a criterion of its own accord. An answer that is not given is
 * given, the record is assessed once more, and the two results are compared; of one that is given, the account is the
 * one of the comparison of the sets (compare.ts).
 */
import type { CriteriaSet, Definitions, ExplainedBy, FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { helpingWith } from "../definition/walk.ts";
import { answer, statementOf } from "../record/edit.ts";
import type { Facts } from "../record/facts.ts";
import { type Interpreted, interpret } from "../record/interpret.ts";
import { oneLine } from "../record/one-line.ts";
import { type AsAssessed, evaluateAsAssessed } from "../scoring/evaluate.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import type { ClauseResult, DomainResult, Trace } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { type Cell, cellReaderOf } from "./compare.ts";
import { criterionById, tracedLeaves } from "./reasons.ts";
import { inSentence, list, writeExplanation } from "./values.ts";

/** What an answer is worth, in a few words without a stop: `amount` first, where there is one, then `words`. */
export interface Worth {
  readonly kind: /** Not given: it would change the score, or open what was shut. */
    | "adds"
    /** Not given: it would change neither. */
    | "adds-nothing"
    /** Given, and it counts. */
    | "counted"
    /** Given, read, and not counted. */
    | "not-counted"
    /** The set does not read it, given or not. */
    | "not-read";
  /** "+6", "−1": what the score would change by, or what the item counts with. */
  readonly amount?: string;
  readonly words: string;
}

/** What answers are worth in one record as one set reads it. Undefined where there is nothing to say. */
export interface WorthInRecord {
  /** `next`: the record as it would be with the finding present, where that is not plainly an answer of present. */
  finding(finding: FindingId, next?: SleRecord): Worth | undefined;
  /** What the values of a test could add at most. */
  test(test: TestId): Worth | undefined;
}

/** The state of a record in one set. */
interface Read {
  readonly facts: Facts;
  readonly result: AsAssessed;
}

/**
 * What answers are worth in a record as one set of the plan reads it. Worked out as it is asked for. `today` as for
 * `assess` (lib/assess.ts).
 */
export function worthIn(plan: AssessmentPlan, set: CriteriaSet, record: SleRecord, today?: string): WorthInRecord {
  const { definitions } = plan.record;
  const own = plan.sets.find((one) => one.set.id === set.id);
  const read = ({ facts }: Interpreted): Read | undefined =>
    own && facts && { facts, result: evaluateAsAssessed(own, facts) };
  const now = read(interpret(plan.record, record, today));
  if (!now) return { finding: () => undefined, test: () => undefined };
  let cellOf: ((finding: FindingId) => Cell) | undefined;
  const given = (finding: FindingId) => {
    cellOf ??= cellReaderOf(set, now.result, now.facts, definitions, record.measurements ?? []);
    return givenWorth(cellOf(finding), set, now.facts[finding].explainedBy, definitions);
  };
  const notGiven = (next: SleRecord): Worth | undefined => {
    const interpreted = interpret(plan.record, next, today);
    const then = read(interpreted);
    return then ? changeWorth(now, then, set, definitions) : refusedWorth(interpreted, definitions);
  };
  return {
    finding(finding, next) {
      switch (now.facts[finding].status) {
        case "present":
          return given(finding);
        case "absent":
          return undefined;
        case "unknown":
          return notGiven(next ?? answer(record, finding, "present"));
      }
    },
    test(test) {
      const decides = (Object.keys(definitions.findings) as FindingId[]).filter((finding) =>
        definitions.findings[finding].decidedBy?.some((rule) => rule.test === test),
      );
      const decided = decides.filter(
        (finding) => now.facts[finding].status !== "present" && statementOf(record, finding).status !== "absent",
      );
      if (decided.length === 0) return undefined;
      const worth = notGiven(decided.reduce((next, finding) => answer(next, finding, "present"), record));
      // What its values would decide is said where it is asked: here, only that it is worth measuring.
      // That a set does not read what is left to decide says nothing of what the test has decided already.
      const isAll = decided.length === decides.length;
      if (worth?.kind !== "adds") return worth?.kind === "not-read" && isAll ? worth : undefined;
      return worth.amount === undefined ? worth : { ...worth, amount: `up to ${worth.amount}`, words: "" };
    },
  };
}

const signed = (points: number): string => `${points < 0 ? "−" : "+"}${Math.abs(points)}`;

/** What a record comes to beside what it came to before one thing more was answered present. */
function changeWorth(now: Read, then: Read, set: CriteriaSet, definitions: Definitions): Worth {
  const moved = then.result.domains.flatMap(({ id, points }, position) => {
    const before = now.result.domains[position]?.points ?? 0;
    return points === before ? [] : [{ id, before, points }];
  });
  const outcome = outcomeWords(now.result, then.result, set);
  const opened = now.result.entry !== "met" && then.result.entry === "met" ? "opens the entry" : "";
  if (moved.length === 0) {
    if (opened || outcome) return { kind: "adds", words: sentence([opened, outcome]) };
    return nothingWorth(now, then, set, definitions);
  }
  const change = then.result.value - now.result.value;
  const [only] = moved;
  const inPlace =
    moved.length === 1 && only && only.before !== 0 && only.points !== 0
      ? `(${only.points} in place of ${only.before})`
      : "";
  const apart = moved.some(({ before, points }) => Math.sign(points - before) !== Math.sign(change));
  const parts = apart
    ? moved.map(({ id, before, points }) => `${signed(points - before)} ${domainTitle(id, set)}`).join(", ")
    : "";
  return {
    kind: "adds",
    ...(change !== 0 && { amount: signed(change) }),
    words: sentence([inPlace, parts, opened, outcome]),
  };
}

function sentence(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

function domainTitle(id: string, set: CriteriaSet): string {
  return inSentence(set.domains.find((domain) => domain.id === id)?.title ?? id);
}

/** Where the set as assessed comes to the other outcome. */
function outcomeWords(now: AsAssessed, then: AsAssessed, set: CriteriaSet): string {
  if (now.asAssessed === then.asAssessed) return "";
  const { met, notMet } = set.outcome;
  return `then ${inSentence(then.asAssessed === "classified" ? met : notMet)}`;
}

type LeafTrace = ReturnType<typeof tracedLeaves>[number];

/** A condition of the set with what became of it in a result. */
interface Traced {
  readonly trace: Trace;
  readonly domain?: DomainResult;
  /** For a criterion. */
  readonly id?: string;
}

function tracesOf({ domains, rule }: AsAssessed): readonly Traced[] {
  return [
    ...domains.flatMap((domain) => domain.criteria.map(({ trace, id }) => ({ trace, domain, id }))),
    ...clausesOf(rule).flatMap((clause: ClauseResult) =>
      clause.kind === "entry" || clause.kind === "route" ? [{ trace: clause.trace }] : [],
    ),
  ];
}

/** Why something more that is present changes nothing. */
function nothingWorth(now: Read, then: Read, set: CriteriaSet, definitions: Definitions): Worth {
  const nothing = (words: string): Worth => ({ kind: "adds-nothing", words });
  const isNew = ({ finding }: LeafTrace) =>
    then.facts[finding].status === "present" && now.facts[finding].status !== "present";
  const touched = tracesOf(then.result).filter(({ trace }) => tracedLeaves(trace, "with negated").some(isNew));
  if (touched.length === 0) return { kind: "not-read", words: "not read by this set" };
  const names = (leaves: readonly LeafTrace[]) =>
    list([...new Set(leaves.map(({ finding }) => inSentence(definitions.findings[finding].label)))].slice(0, 1));
  for (const one of touched) {
    if (one.trace.truth !== "true" || !tracedLeaves(one.trace).some(isNew)) continue;
    const beside = names(countingBefore(one, now.result));
    if (beside) return nothing(`adds nothing beside ${beside}`);
  }
  for (const one of touched) {
    if (one.trace.truth !== "unknown" || !tracedLeaves(one.trace).some(isNew)) continue;
    // Even met, it would not outweigh what counts in its domain.
    const weight = one.domain?.criteria.find(({ id }) => id === one.id)?.weight;
    const beside =
      weight !== undefined && weight <= (one.domain?.points ?? 0) && names(countingBefore(one, now.result));
    if (beside) return nothing(`adds nothing beside ${beside}`);
    const added = tracedLeaves(one.trace).filter(isNew);
    return nothing(needsWords(one.trace, added, definitions));
  }
  for (const { trace, id } of touched) {
    if (trace.truth !== "false") continue;
    const out = tracedLeaves(trace, "with negated").filter(
      (leaf) => leaf.status === "present" && !isNew(leaf) && !tracedLeaves(trace).includes(leaf),
    );
    if (out.length > 0) return nothing(`adds nothing beside ${names(out)}`);
    const absent = tracedLeaves(trace).filter(({ status }) => status === "absent");
    const title = id && criterionById(set, id)?.title;
    if (title && absent.length > 0) return nothing(`adds nothing without ${names(absent)}`);
  }
  return nothing("adds nothing");
}

/** The findings that made the domain, the entry or the route of a condition count before. */
function countingBefore({ domain, trace }: Traced, now: AsAssessed): readonly LeafTrace[] {
  const counted = domain
    ? now.domains.find(({ id }) => id === domain.id)?.criteria.find(({ state }) => state === "counted")?.trace
    : clausesOf(now.rule).flatMap((clause) =>
        (clause.kind === "entry" || clause.kind === "route") && sameFindings(clause.trace, trace) ? [clause.trace] : [],
      )[0];
  if (counted?.truth !== "true") return [];
  const leaves = tracedLeaves(counted).filter(({ truth }) => truth === "true");
  // Its own answer or value is what a reader remembers, not what was taken from it.
  const own = leaves.filter(({ origin }) => origin.kind === "stated" || origin.kind === "measured");
  return own.length > 0 ? own : leaves;
}

function sameFindings(one: Trace, other: Trace): boolean {
  const findings = (trace: Trace) =>
    tracedLeaves(trace, "with negated")
      .map(({ finding }) => finding)
      .join();
  return findings(one) === findings(other);
}

const MOST_NAMED = 2;

/** What would have to be present as well: "needs low C4 too". What would do without it, it does not need. */
function needsWords(trace: Trace, added: readonly LeafTrace[], { findings }: Definitions): string {
  const helping = helpingWith(
    added.map(({ finding }) => finding),
    trace,
  );
  const unknown = tracedLeaves(trace).flatMap(({ status, finding }) => (status === "unknown" ? [finding] : []));
  const open = [...new Set(unknown)].filter((finding) => helping.includes(finding));
  const enough = open.filter((finding) => wouldHold(trace, finding));
  if (enough.length === 0) return "needs more beside it";
  if (enough.length > MOST_NAMED) return `needs one of ${enough.length} others too`;
  return `needs ${list(
    enough.map((finding) => inSentence(findings[finding].label)),
    "or",
  )} too`;
}

/** Whether a condition that was traced holds once this finding is present as well. */
function wouldHold(trace: Trace, finding: FindingId): boolean {
  switch (trace.kind) {
    case "present":
    case "recorded":
      return trace.truth === "true" || trace.finding === finding;
    case "all":
      return trace.of.every((part) => wouldHold(part, finding));
    case "any":
      return trace.of.some((part) => wouldHold(part, finding));
    case "atLeast":
      return trace.of.filter((part) => wouldHold(part, finding)).length >= trace.count;
    case "not":
      return trace.truth !== "false";
  }
}

/** Of an answer that the rest of the record refutes. */
function refusedWorth({ issues }: Interpreted, { findings }: Definitions): Worth | undefined {
  const refuted = issues.find(({ code }) => code === "contradiction")?.path.replace("findings.", "");
  const label = (Object.keys(findings) as FindingId[]).find((finding) => finding === refuted);
  return label && { kind: "adds-nothing", words: `contradicts ${inSentence(findings[label].label)}, answered absent` };
}

/** What became of an answer that is given, as Compare has it, in fewer words. */
function givenWorth(
  cell: Cell,
  set: CriteriaSet,
  explainedBy: ExplainedBy | undefined,
  { findings }: Definitions,
): Worth {
  const name = (finding: FindingId) => inSentence(findings[finding].label);
  const notCounted = (words: string): Worth => ({ kind: "not-counted", words });
  const though = "despite" in cell && cell.despite && explainedBy ? `, though ${explanationWords(explainedBy)}` : "";
  switch (cell.kind) {
    case "counted": {
      const beside = cell.together?.length ? ` with ${list(cell.together.map(name))}` : "";
      return { kind: "counted", amount: signed(cell.weight), words: `counted${beside}${though}` };
    }
    case "opens":
      return { kind: "counted", words: `${cell.route ? "meets a route" : "opens the entry"}${though}` };
    case "outranked":
      return notCounted(`outranked by ${inSentence(criterionById(set, cell.by)?.title ?? cell.by)}`);
    case "same-criterion":
      return notCounted(`same as ${name(cell.as)}`);
    case "explained":
      return notCounted(`${explainedBy ? explanationWords(explainedBy) : "explained"}, not counted`);
    case "excluded":
      return notCounted("left out beside another item");
    case "not-enough": {
      if (cell.needs.length === 0) return notCounted("not enough alone");
      if (cell.needs.length > MOST_NAMED) return notCounted(`needs one of ${cell.needs.length} others too`);
      return notCounted(`needs ${list(cell.needs.map(name), "or")} too`);
    }
    case "takes-out":
      return notCounted(`takes ${inSentence(criterionById(set, cell.criterion)?.title ?? cell.criterion)} out`);
    case "asks":
      return { kind: "not-read", words: "not read as such" };
    case "not-an-item":
      return { kind: "not-read", words: "not read by this set" };
  }
}

/** Room for a word or two. */
const SHORT = 24;

/** "explained: herpes", or by which kind of cause where no few words say it. */
function explanationWords(explainedBy: ExplainedBy): string {
  const text = oneLine(explainedBy.text ?? "");
  if (text !== "" && text.length <= SHORT) return `explained: ${text}`;
  return `explained by ${writeExplanation({ cause: explainedBy.cause })}`;
}

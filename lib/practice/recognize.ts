import type { Change, Misreading, Priors } from "../../criteria/practice/types.ts";
import type {
  Classification,
  Condition,
  CriteriaSet,
  Definitions,
  FindingId,
  SleRecord,
} from "../../criteria/types.ts";
import { TRUE, truthOf } from "../definition/truth.ts";
import { findingsIn, type Route, routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { evaluate } from "../scoring/evaluate.ts";
import { asAssessed } from "../scoring/leaf-truth.ts";
import { planOf } from "../scoring/plan.ts";
import { domainPoints } from "../scoring/tally.ts";
import { type Answer, factsOf, PART_OF } from "./answer.ts";
import { inSharedOrder, itemsOf, misread, type View } from "./misread.ts";

/** What somebody says that a patient comes to; parts that are not said are not compared. */
export interface Claim {
  readonly total?: number;
  /** Points by domain id; a domain that is left out has none. */
  readonly domains?: Readonly<Record<string, number>>;
  /** What is said of the verdict, unknown counting as not met. */
  readonly classified?: boolean;
  /** True where it is said that the verdict cannot be given yet. */
  readonly undetermined?: boolean;
}

/** One way to come to a claim: by one misreading, or by two at once. */
export interface Explanation {
  readonly misreadings: readonly [Misreading] | readonly [Misreading, Misreading];
  /** How unlikely it is; explanations of the same cost are as likely as each other. */
  readonly cost: number;
}

export interface Recognition {
  /** What the set as written comes to. */
  readonly correct: Answer;
  readonly agrees: boolean;
  /** Everything that gives exactly the claim, the likeliest first: singles and pairs. */
  readonly explanations: readonly Explanation[];
  /** The misreadings that give exactly the claim, each by itself. */
  readonly singles: readonly Misreading[];
  /** The pairs that give exactly the claim together, where neither gives it alone and each changes something. */
  readonly pairs: readonly (readonly [Misreading, Misreading])[];
  /**
   * Where neither a single misreading nor a pair gives the whole claim: the domains whose points are wrong and for
   * which some misreading gives exactly the points that were claimed. No points may just be a field left empty.
   */
  readonly parts: readonly RecognizedPart[];
}

export interface RecognizedPart {
  readonly domain: string;
  /** What was claimed for the domain. */
  readonly points: number;
  readonly misreadings: readonly Misreading[];
}

/** Most of the explanations that are given: of many ways to be wrong by so much, the unlikely ones tell nothing. */
const MOST_EXPLANATIONS = 40;

/** What one misreading costs that says nothing of it, and what a second costs beside its own: said by the data. */
type Costs = Pick<Priors, "written" | "second">;

/**
 * Which known misreadings give exactly this claim: every single one and every pair is tried, and the data say how likely
 * each is. Undefined when the record itself cannot be read.
 *
 * A misreading mostly touches few domains, and what a set makes of one domain does not depend on another. So each is
 * worked out once, and of two that touch nothing in common the sum is known without reading the patient again.
 */
export function recognize(
  claim: Claim,
  record: SleRecord,
  set: CriteriaSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
  priors: Costs,
): Recognition | undefined {
  const start: View = { record, set, definitions };
  const facts = factsOf(record, definitions);
  if (!facts) return undefined;
  const base = read(start, facts);
  const correct = answerFrom(base);
  const nothing = { correct, explanations: [], singles: [], pairs: [], parts: [] };
  if (fits(claim, base, base, () => start)) return { ...nothing, agrees: true };
  const own = misreadings.filter(({ sets }) => sets.includes(set.id));
  const known = own.filter((one) => !isSlip(one));
  const tried = tryAll(known, start, facts, base);
  const singles = tried.filter(({ outcome, view }) => fits(claim, outcome, base, () => view));
  const pairs = pairsOf(
    tried.filter((one) => !singles.includes(one)),
    claim,
    base,
  );
  const costOf = ({ cost = priors.written }: Misreading) => cost;
  const inOrder = (some: readonly Tried[]) =>
    some.map(({ misreading }) => misreading).toSorted((a, b) => costOf(a) - costOf(b));
  const all: Explanation[] = [
    ...singles.map(({ misreading }) => ({ misreadings: [misreading] as const, cost: costOf(misreading) })),
    ...pairs.map(([one, other]) => ({
      misreadings: [one.misreading, other.misreading] as const,
      cost: costOf(one.misreading) + costOf(other.misreading) + priors.second,
    })),
  ].toSorted((a, b) => a.cost - b.cost);
  const explanations = withoutRepeats(all);
  if (explanations.length === 0) {
    const slips = own.filter(isSlip);
    const slipped = slipOf(claim, slips, start, facts, base);
    if (slipped)
      return {
        ...nothing,
        agrees: false,
        explanations: [{ misreadings: [slipped], cost: costOf(slipped) }],
        singles: [slipped],
      };
    const sum = slips.find(isOfSum);
    const meant = sum && withOwnSum(claim);
    if (meant) {
      // What the domains come to is explained by itself, and that their sum is not what was said comes on top.
      const found = recognize(meant, record, set, definitions, known, priors);
      const both = (found?.explanations ?? []).flatMap(({ misreadings: [one, other], cost }) =>
        other ? [] : [{ misreadings: [one, sum] as const, cost: cost + costOf(sum) + priors.second }],
      );
      if (both.length > 0) {
        return { ...nothing, agrees: false, explanations: both, pairs: both.map(({ misreadings: pair }) => pair) };
      }
    }
  }
  return {
    correct,
    agrees: false,
    explanations: explanations.slice(0, MOST_EXPLANATIONS),
    singles: inOrder(singles),
    pairs: all.flatMap(({ misreadings: [one, other] }) => (other ? [[one, other] as const] : [])),
    parts: explanations.length === 0 ? partsOf(claim, correct, tried, set, inOrder) : [],
  };
}

// ---------------------------------------------------------------- slips

const isOfSum = ({ changes }: Misreading) => changes.some(({ kind }) => kind === "sum-wrong");

/** What is no misreading of a rule: it gives nearly any number, so it is only asked for where nothing else explains. */
const isSlip = (one: Misreading) => isOfSum(one) || one.changes.some(({ kind }) => kind === "count-again");

/** The slip that gives the claim, where the points of every domain are right but for it. */
function slipOf(
  claim: Claim,
  slips: readonly Misreading[],
  start: View,
  facts: Facts,
  base: Outcome,
): Misreading | undefined {
  const again = slips.find((slip) => {
    if (isOfSum(slip)) return false;
    const view = misread(start, slip);
    const outcome = read(view, facts);
    return !isSame(outcome, base) && fits(claim, outcome, base, () => view);
  });
  return again ?? (isMissummed(claim, base, start) ? slips.find(isOfSum) : undefined);
}

/** Of a total without the points of the domains, no more than this is taken for a slip in adding up. */
const A_SLIP = 1;

/** Whether a claim gives the points of each domain rightly, or none, and another sum of them. */
function isMissummed(claim: Claim, base: Outcome, start: View): boolean {
  const { total, domains, classified } = claim;
  if (total === undefined) return false;
  if (domains) return withOwnSum(claim) !== undefined && fits({ domains }, base, base, () => start);
  const right = totalOf(base);
  const off = Math.abs(total - right);
  const isWhole = Number.isInteger(2 * total);
  const several = [...base.parts.values()].filter(({ points }) => points !== 0).length > 1;
  return (
    several && isWhole && off > 0 && off <= A_SLIP && (classified === undefined || classified === isClassified(base))
  );
}

/** The claim with the sum of its own domains, where that is not the one that it says. */
function withOwnSum({ total, domains }: Claim): Claim | undefined {
  if (total === undefined || !domains) return undefined;
  const sum = Object.values(domains).reduce((points, one) => points + one, 0);
  return sum === total ? undefined : { total: sum, domains };
}

/** More mistakes than these are not kept of one answer, and none whose name is longer than a name that is kept may be. */
const MOST_KEPT = 10;
const LONGEST_NAME = 80;

/** The names of the single misreadings that explain an answer best, as they are kept with an attempt. */
export function likeliestMistakes(recognition: Recognition | undefined): readonly string[] {
  const { explanations = [] } = recognition ?? {};
  return explanations
    .filter(({ misreadings, cost }) => misreadings.length === 1 && cost === explanations[0]?.cost)
    .map(({ misreadings: [{ id }] }) => id)
    .filter((id) => id.length <= LONGEST_NAME)
    .slice(0, MOST_KEPT);
}

/** Ends the name of the sum of everything found in a domain, where that may be more than one item of each criterion. */
const EACH = ":each";

/** Without the sum of everything found where the sum of the items is the same and explains the answer as well. */
function withoutRepeats(explanations: readonly Explanation[]): readonly Explanation[] {
  const nameOf = (ids: readonly string[]) => [...ids].sort().join(" ");
  const idsOf = ({ misreadings }: Explanation) => misreadings.map(({ id }) => id);
  const names = new Set(explanations.map((one) => nameOf(idsOf(one))));
  return explanations.filter((one) => {
    const ids = idsOf(one);
    const items = ids.map((id) => (id.endsWith(EACH) ? id.slice(0, -EACH.length) : id));
    return nameOf(items) === nameOf(ids) || !names.has(nameOf(items));
  });
}

// ---------------------------------------------------------------- what a view comes to

/** What a set makes of one domain, or of an item that a misreading adds beside the domains. */
interface Part {
  readonly points: number;
  readonly met: number;
  readonly group: "clinical" | "immunologic";
}

/** What a view comes to, in parts that do not depend on each other: each domain, and what is no domain. */
interface Outcome {
  readonly parts: ReadonlyMap<string, Part>;
  readonly gate: Gate;
}

/** The entry criterion, the routes and the rule of a set. */
interface Gate {
  readonly entered: boolean;
  readonly routes: ReadonlyMap<Route, boolean>;
  readonly rule: Classification;
}

/** A domain's name in the set as written: one that is misread may be split into parts that are named after it. */
const wholeOf = (id: string) => id.split(PART_OF)[0] ?? id;

function read({ set }: View, facts: Facts): Outcome {
  const leafTruth = asAssessed(set, facts);
  const holds = (when: Condition) => truthOf(when, leafTruth) === TRUE;
  const parts = new Map<string, Part>();
  for (const domain of set.domains) {
    const { points, met } = domainPoints(domain, leafTruth);
    const id = wholeOf(domain.id);
    const before = parts.get(id);
    parts.set(id, {
      points: points + (before?.points ?? 0),
      met: met + (before?.met ?? 0),
      group: domain.group,
    });
  }
  const routes = new Map(routesOf(set).map((route) => [route, holds(route.when)]));
  return { parts, gate: { entered: !set.entry || holds(set.entry.when), routes, rule: set.classifiedWhen } };
}

function totalOf({ parts }: Outcome): number {
  let total = 0;
  for (const { points } of parts.values()) total += points;
  return total;
}

function isClassified({ parts, gate }: Outcome): boolean {
  if (!gate.entered) return false;
  const met = { clinical: 0, immunologic: 0 };
  let points = 0;
  for (const part of parts.values()) {
    points += part.points;
    met[part.group] += part.met;
  }
  const holds = (rule: Classification): boolean => {
    switch (rule.kind) {
      case "scoreAtLeast":
        return points >= rule.score;
      case "scoreAbove":
        return points > rule.score;
      case "criteriaAtLeast":
        return met[rule.group] >= rule.count;
      case "route":
        return gate.routes.get(rule) ?? false;
      case "allOf":
        return rule.of.every(holds);
      case "anyOf":
        return rule.of.some(holds);
    }
  };
  return holds(gate.rule);
}

function answerFrom(outcome: Outcome): Answer {
  const domains: Record<string, number> = {};
  for (const [id, { points }] of outcome.parts) if (points !== 0) domains[id] = points;
  return { total: totalOf(outcome), domains, classified: isClassified(outcome) };
}

/** Whether an outcome is exactly what is claimed. Only for one that is needs the view be read with its unknowns. */
function fits(claim: Claim, outcome: Outcome, base: Outcome, view: () => View): boolean {
  if (claim.total !== undefined && claim.total !== totalOf(outcome)) return false;
  const { domains } = claim;
  if (domains) {
    for (const [id, { points }] of outcome.parts) {
      // What is no domain of the set can be in the total alone.
      const isNamed = base.parts.has(id) || id in domains;
      if (isNamed && (domains[id] ?? 0) !== points) return false;
    }
    for (const id of Object.keys(domains)) if (domains[id] !== 0 && !outcome.parts.has(id)) return false;
  }
  if (claim.classified !== undefined && claim.classified !== isClassified(outcome)) return false;
  return !claim.undetermined || isUndetermined(view());
}

function isUndetermined({ record, set, definitions }: View): boolean {
  const facts = factsOf(record, definitions);
  return facts !== undefined && evaluate(planOf(set, definitions), facts).verdict === "undetermined";
}

// ---------------------------------------------------------------- one misreading

interface Tried {
  readonly misreading: Misreading;
  readonly view: View;
  readonly facts: Facts;
  readonly outcome: Outcome;
  /** The domains that it reads otherwise, whether or not that changes their points; `GATE` for what is no domain. */
  readonly touched: ReadonlySet<string>;
  /** The findings that it makes other than they are. */
  readonly altered: ReadonlySet<FindingId>;
  readonly level: Level;
  /** Whether it changes anything by itself. */
  readonly changes: boolean;
}

const GATE = "";

/**
 * What a misreading changes. `facts`: the record or what decides its findings; two such may work together on any domain.
 * `attribution`: whether explained findings count, wherever they are. `set`: named domains, or the rule.
 */
type Level = "facts" | "attribution" | "set";

/** The order in which two are made: a finding is there before it is counted, and counted before it is added up. */
const ORDER = { facts: 0, set: 1, attribution: 2, sum: 3 } as const;

const SUMS: ReadonlySet<Change["kind"]> = new Set([
  "sum-domains",
  "split-criterion",
  "add-each",
  "count-items",
  "share",
  "points-if-entered",
]);

function orderOf({ misreading, level }: Tried): number {
  return level === "set" && misreading.changes.some(({ kind }) => SUMS.has(kind)) ? ORDER.sum : ORDER[level];
}

function levelOf({ changes }: Misreading): Level {
  const kinds = changes.map(({ kind }) => kind);
  if (kinds.some((kind) => FACTS.has(kind))) return "facts";
  return kinds.some((kind) => kind === "attribution" || kind === "explained-counted") ? "attribution" : "set";
}

const FACTS: ReadonlySet<Change["kind"]> = new Set([
  "taken-as",
  "limit",
  "limit-at",
  "limit-equal",
  "one-occasion",
  "latest-value",
  "unit-ignored",
  "limits-of",
  "convert",
]);

/** The findings that are present, or that some misreading makes present. */
type Present = ReadonlySet<FindingId>;

/** Those that change the facts first: the others may speak of a finding that is only there by one of these. */
function tryAll(misreadings: readonly Misreading[], start: View, facts: Facts, base: Outcome): readonly Tried[] {
  const there = new Set<FindingId>();
  const note = (all: Facts) => {
    for (const finding of Object.keys(all) as FindingId[]) if (all[finding].status === "present") there.add(finding);
  };
  note(facts);
  const results = new Map<Misreading, Tried>();
  for (const ofFacts of [true, false]) {
    for (const misreading of misreadings) {
      if ((levelOf(misreading) === "facts") !== ofFacts || !isActive(misreading, start, facts, there)) continue;
      const tried = tryOne(misreading, start, facts, base);
      if (!tried) continue;
      results.set(misreading, tried);
      if (ofFacts && tried.facts !== facts) note(tried.facts);
    }
  }
  return misreadings.flatMap((misreading) => results.get(misreading) ?? []);
}

/** Whether a misreading by itself can change anything of this patient: cheaper to ask than to try. */
export function canChange(misreading: Misreading, view: View, facts: Facts): boolean {
  const there = (Object.keys(facts) as FindingId[]).filter((finding) => facts[finding].status === "present");
  return isActive(misreading, view, facts, new Set(there));
}

/**
 * Whether a misreading can change anything of this patient, alone or with another: cheaper to ask than to try. What is
 * left out here is what speaks of a finding or a test that is not there.
 */
function isActive({ changes }: Misreading, { record, set }: View, facts: Facts, there: Present): boolean {
  const measured = new Set((record.measurements ?? []).map(({ test }) => test));
  return changes.some((change) => {
    switch (change.kind) {
      case "limit":
      case "limit-at":
        return measured.has(change.test);
      case "convert":
        return measured.has(change.test);
      case "limits-of":
        return change.tests.some((test) => measured.has(test));
      case "share":
        return sharesSome(change, set, facts);
      case "points-if-entered":
        return set.entry !== undefined && truthOf(set.entry.when, asAssessed(set, facts)) !== TRUE;
      case "limit-equal":
        return change.test === undefined ? measured.size > 0 : measured.has(change.test);
      case "one-occasion":
      case "latest-value":
      case "unit-ignored":
        return measured.size > 0;
      case "counted-as":
        // What only follows from another finding is no fact of its own.
        return there.has(change.finding) && !FOLLOWS.has(facts[change.finding].origin.kind);
      case "not-counted":
        // Of one that something else explains it is said that the explanation took it out, and nothing besides.
        return (
          countsIn(set, change.finding, facts) &&
          (change.explained === true) === (facts[change.finding].explainedBy !== undefined)
        );
      case "entry-by":
      case "route-by":
        return there.has(change.finding);
      case "explained-counted":
        return facts[change.finding].explainedBy !== undefined;
      case "add-items":
        return addsSome(change, set, facts);
      case "count-items":
        return countsSome(change, set, facts);
      case "only-criterion":
        return takesLighter(change, set, facts);
      default:
        return true;
    }
  });
}

const FOLLOWS: ReadonlySet<Facts[FindingId]["origin"]["kind"]> = new Set(["implied", "assumed"]);

/** Every item is there, and what is left out of the sum is there as well: a sum of all that is there is said otherwise. */
function addsSome({ domain: id, items }: Extract<Change, { kind: "add-items" }>, set: CriteriaSet, facts: Facts) {
  const domain = set.domains.find((one) => one.id === id);
  if (!domain) return false;
  const leafTruth = asAssessed(set, facts);
  const isMet = ({ criterion: name, branch }: (typeof items)[number]) => {
    const when = domain.criteria.find((one) => one.id === name)?.when;
    const part = when?.kind === "any" ? when.of[branch] : when;
    return part !== undefined && truthOf(part, leafTruth) === TRUE;
  };
  if (!items.every(isMet)) return false;
  const met = itemsOf(domain).filter(isMet);
  if (met.length === items.length) return false;
  const criteria = new Set(items.map(({ criterion }) => criterion));
  const isOneOfEach = criteria.size === items.length && met.every(({ criterion }) => criteria.has(criterion));
  return !isOneOfEach;
}

function countsSome({ criterion: id, most }: Extract<Change, { kind: "count-items" }>, set: CriteriaSet, facts: Facts) {
  const leafTruth = asAssessed(set, facts);
  const when = set.domains.flatMap(({ criteria }) => criteria).find((one) => one.id === id)?.when;
  return when?.kind === "any" && when.of.filter((part) => truthOf(part, leafTruth) === TRUE).length > most;
}

/** Whether the set as written counts a finding: for a criterion, for the entry criterion or for a route that it meets. */
function countsIn(set: CriteriaSet, finding: FindingId, facts: Facts): boolean {
  const leafTruth = asAssessed(set, facts);
  const counts = (when: Condition): boolean => {
    if (truthOf(when, leafTruth) !== TRUE || when.kind === "not") return false;
    return when.kind === "present" || when.kind === "recorded" ? when.finding === finding : when.of.some(counts);
  };
  const { entry, domains } = set;
  const gates = [...(entry ? [entry] : []), ...routesOf(set)];
  return [...domains.flatMap(({ criteria }) => criteria), ...gates].some(({ when }) => counts(when));
}

/** More than one of the domains that share points has some, and the one that is named does not go first anyhow. */
function sharesSome({ domains, before }: Extract<Change, { kind: "share" }>, set: CriteriaSet, facts: Facts) {
  const leafTruth = asAssessed(set, facts);
  const met = inSharedOrder(set, domains).filter(({ when }) => truthOf(when, leafTruth) === TRUE);
  const [first, ...others] = met.map(
    (criterion) => set.domains.find(({ criteria }) => criteria.includes(criterion))?.id,
  );
  return before === undefined ? others.some((id) => id !== first) : first !== before && others.includes(before);
}

function takesLighter(
  { domain: id, criterion }: Extract<Change, { kind: "only-criterion" }>,
  set: CriteriaSet,
  facts: Facts,
) {
  const leafTruth = asAssessed(set, facts);
  const domain = set.domains.find((one) => one.id === id);
  const when = domain?.criteria.find((one) => one.id === criterion)?.when;
  return when !== undefined && truthOf(when, leafTruth) === TRUE;
}

function tryOne(misreading: Misreading, start: View, facts: Facts, base: Outcome): Tried | undefined {
  const view = misread(start, misreading);
  const misreadFacts =
    view.record === start.record && view.definitions === start.definitions
      ? facts
      : factsOf(view.record, view.definitions);
  if (!misreadFacts) return undefined;
  const outcome = read(view, misreadFacts);
  const altered = alteredIn(misreadFacts, facts);
  return {
    misreading,
    view,
    facts: misreadFacts,
    outcome,
    touched: touchedBy(view, altered, start),
    altered,
    level: levelOf(misreading),
    changes: !isSame(outcome, base),
  };
}

function alteredIn(facts: Facts, before: Facts): ReadonlySet<FindingId> {
  if (facts === before) return new Set();
  return new Set(
    (Object.keys(before) as FindingId[]).filter((finding) => !isSameFact(facts[finding], before[finding])),
  );
}

/** What a misread view reads otherwise: domains that are not as they were, and what reads a finding that is not. */
function touchedBy({ set }: View, altered: ReadonlySet<FindingId>, { set: written }: View): ReadonlySet<string> {
  const touched = new Set<string>();
  const isRead = (when: Condition) => altered.size > 0 && findingsIn(when).some((finding) => altered.has(finding));
  const asWritten = new Map(written.domains.map((domain) => [domain.id, domain]));
  const attribution = set.attribution !== written.attribution;
  for (const domain of set.domains) {
    const isChanged = asWritten.get(domain.id) !== domain || attribution;
    if (isChanged || domain.criteria.some(({ when }) => isRead(when))) touched.add(wholeOf(domain.id));
  }
  for (const { id } of written.domains) if (!set.domains.some((one) => wholeOf(one.id) === id)) touched.add(id);
  const { entry, classifiedWhen } = set;
  const gates = [...(entry ? [entry.when] : []), ...routesOf(set).map(({ when }) => when)];
  const isGate = entry !== written.entry || classifiedWhen !== written.classifiedWhen || attribution;
  if (isGate || gates.some(isRead)) touched.add(GATE);
  return touched;
}

function isSameFact(one: Facts[FindingId], other: Facts[FindingId]): boolean {
  return one.status === other.status && one.explainedBy?.cause === other.explainedBy?.cause;
}

// ---------------------------------------------------------------- two misreadings

function pairsOf(tried: readonly Tried[], claim: Claim, base: Outcome): readonly (readonly [Tried, Tried])[] {
  const found: (readonly [Tried, Tried])[] = [];
  const wrong = wrongIn(claim, base);
  for (const [position, one] of tried.entries()) {
    for (let next = position + 1; next < tried.length; next += 1) {
      const other = tried[next];
      if (!other || isOneMistake(one, other) || !reach(wrong, one, other)) continue;
      if (areApart(one, other)) {
        if (isIdle(one) || isIdle(other) || !canFit(claim, one, other, base)) continue;
        const outcome = joined(one, other);
        if (bothTell(outcome, one, other) && fits(claim, outcome, base, () => misread(one.view, other.misreading))) {
          found.push([one, other]);
        }
      } else if (fitsComposed(claim, one, other, base)) found.push([one, other]);
    }
  }
  return found;
}

/** The domains whose points are claimed to be others than they are. */
function wrongIn({ domains }: Claim, { parts }: Outcome): readonly string[] {
  if (!domains) return [];
  const ids = new Set([...Object.keys(domains), ...parts.keys()]);
  return [...ids].filter((id) => (domains[id] ?? 0) !== (parts.get(id)?.points ?? 0));
}

/** Whether two touch all of these domains: a domain that neither touches keeps its points. */
function reach(domains: readonly string[], one: Tried, other: Tried): boolean {
  return (
    speaksOf(one, other.altered) ||
    speaksOf(other, one.altered) ||
    isFarReaching(one, other) ||
    domains.every((id) => one.touched.has(id) || other.touched.has(id))
  );
}

/** Whether two change facts or attribution, and so may together touch what neither touches alone. */
function isFarReaching(one: Tried, other: Tried): boolean {
  return (
    one.level === "attribution" || other.level === "attribution" || (one.level === "facts" && other.level === "facts")
  );
}

/** Whether what one of them changes is nothing that the other reads. */
function areApart(one: Tried, other: Tried): boolean {
  if (one.level === "attribution" || other.level === "attribution") return false;
  if (one.level === "facts" && other.level === "facts") return !one.changes && !other.changes;
  if (speaksOf(one, other.altered) || speaksOf(other, one.altered)) return false;
  const [few, many] = one.touched.size < other.touched.size ? [one, other] : [other, one];
  for (const part of few.touched) if (many.touched.has(part)) return false;
  return true;
}

/** Whether a misreading is about one of these findings. */
function speaksOf({ misreading: { changes } }: Tried, findings: ReadonlySet<FindingId>): boolean {
  if (findings.size === 0) return false;
  return changes.some((change) => "finding" in change && findings.has(change.finding));
}

/** Two ways to say one thing, such as all items added and some of them, are no two mistakes. */
function isOneMistake(one: Tried, other: Tried): boolean {
  const [a, b] = [one.misreading, other.misreading];
  return familyOf(a) === familyOf(b);
}

/** Kinds of which one is made of a domain, a test or a rule at a time: add, take, move. */
const ONE_EACH = ["add-within", "take-lighter", "limit-equal", "limit-at", "threshold"];

function familyOf({ id }: Misreading): string {
  return ONE_EACH.some((kind) => id.startsWith(kind)) ? id.split(":").slice(0, 2).join(":") : id;
}

/** The total alone tells of most pairs that they do not fit. */
function canFit({ total }: Claim, one: Tried, other: Tried, base: Outcome): boolean {
  return total === undefined || totalOf(one.outcome) + totalOf(other.outcome) - totalOf(base) === total;
}

function joined(one: Tried, other: Tried): Outcome {
  const parts = new Map(one.outcome.parts);
  for (const id of other.touched) {
    const part = other.outcome.parts.get(id);
    if (part) parts.set(id, part);
    else parts.delete(id);
  }
  return { parts, gate: other.touched.has(GATE) ? other.outcome.gate : one.outcome.gate };
}

function fitsComposed(claim: Claim, one: Tried, other: Tried, base: Outcome): boolean {
  const [first, then] = orderOf(one) <= orderOf(other) ? [one, other] : [other, one];
  const view = misread(first.view, then.misreading);
  const facts =
    view.record === first.view.record && view.definitions === first.view.definitions
      ? first.facts
      : factsOf(view.record, view.definitions);
  if (!facts) return false;
  const outcome = read(view, facts);
  return bothTell(outcome, one, other) && fits(claim, outcome, base, () => view);
}

/** Whether a misreading changes nothing beside one that touches nothing in common; the entry or the rule always may. */
function isIdle({ changes, touched }: Tried): boolean {
  return !changes && !touched.has(GATE);
}

/** Whether two together come to something else than either alone. */
function bothTell(outcome: Outcome, one: Tried, other: Tried): boolean {
  return !isSame(outcome, one.outcome) && !isSame(outcome, other.outcome);
}

function isSame(one: Outcome, other: Outcome): boolean {
  if (isClassified(one) !== isClassified(other)) return false;
  for (const [id, { points }] of one.parts) if (points !== (other.parts.get(id)?.points ?? 0)) return false;
  for (const [id, { points }] of other.parts) if (points !== (one.parts.get(id)?.points ?? 0)) return false;
  return true;
}

// ---------------------------------------------------------------- a domain by itself

function partsOf(
  { domains }: Claim,
  correct: Answer,
  tried: readonly Tried[],
  set: CriteriaSet,
  inOrder: (some: readonly Tried[]) => readonly Misreading[],
): RecognizedPart[] {
  if (!domains) return [];
  return set.domains.flatMap(({ id: domain }) => {
    const points = domains[domain] ?? 0;
    if (points === 0 || points === correct.domains[domain]) return [];
    const giving = tried.filter(({ outcome }) => (outcome.parts.get(domain)?.points ?? 0) === points);
    return giving.length > 0 ? [{ domain, points, misreadings: inOrder(giving) }] : [];
  });
}

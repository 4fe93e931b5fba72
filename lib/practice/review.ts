import type { Misreading, PracticeCase, Priors } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions, Entry, FindingId, ReferenceSet, SleRecord } from "../../criteria/types.ts";
import { assessInterpreted } from "../assess.ts";
import { findingsRead } from "../definition/walk.ts";
import { clauseReason, criterionReason, topClauses } from "../explain/reasons.ts";
import { inSentence, list } from "../explain/values.ts";
import type { Facts } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import type { CriterionResult, SetResult, TruthWord, Verdict } from "../scoring/result.ts";
import { type Mention, mentionsOf, recordOf } from "./case.ts";
import { defensibleWords, evaluated, type Objection, type Reading, readingsOf } from "./defensible.ts";
import { keptPlanOf } from "./kept-plan.ts";
import { type Marking, markingOf, type Outcome } from "./marking.ts";
import { type Recognition, recognize } from "./recognize.ts";

/** What a trainee says of a case. */
export interface Reply {
  /** By mention; what is not marked is not compared. */
  readonly marks: Readonly<Record<string, Outcome>>;
  /** Points by domain id; a domain that is left out has none. */
  readonly domains: Readonly<Record<string, number>>;
  readonly verdict: Verdict;
  /** How sure, in percent, from 50 for a guess to 100. */
  readonly sure: number;
}

export interface ReviewedMention {
  readonly mention: Mention;
  readonly expected: Marking;
  readonly given?: Outcome;
  /** Whether what was given is what the set makes of it, by the letter or by the reading that the reply rests on. */
  readonly agrees: boolean;
  /** The rule in a sentence. */
  readonly reason: string;
}

export interface ReviewedDomain {
  readonly id: string;
  readonly title: string;
  readonly given: number;
  readonly points: number;
  /** The points given are those of the set, by the letter or by a reasoned objection. */
  readonly agrees: boolean;
  /** Why each criterion of the domain that is in play counts or does not. */
  readonly reasons: readonly { readonly criterion: string; readonly title: string; readonly says: string }[];
}

/** A rule that the case put to the test, and whether the trainee's points agree with it. */
export interface RuleTried {
  readonly rule: string;
  readonly right: boolean;
}

export interface Review {
  readonly results: Readonly<Record<string, SetResult>>;
  readonly result: SetResult;
  readonly mentions: readonly ReviewedMention[];
  readonly domains: readonly ReviewedDomain[];
  readonly pointsAgree: boolean;
  readonly verdictAgrees: boolean;
  /** What the reply departs from in a way that can be defended; it is accepted. */
  readonly objections: readonly Objection[];
  /** The ways in which the case can be read otherwise, in a sentence each, whatever the reply. */
  readonly defensible: readonly string[];
  /** Where the verdict is open and the reply says how it stands, which is right as assessed: what is open, in a sentence. */
  readonly asItStands?: string;
  /** Where the verdict of the reply is wrong: which conditions decide. */
  readonly verdictWhy: readonly string[];
  /** Whether the verdict is settled, in a sentence. */
  readonly settled: string;
  /** Each part of the rule of the set, with whether the case as assessed meets it. */
  readonly rule: readonly { readonly met: TruthWord; readonly says: string }[];
  readonly recognition: Recognition | undefined;
  readonly rules: readonly RuleTried[];
}

/** A set with what a review says of it beside its rules. */
export type ReviewedSet = CriteriaSet &
  Pick<ReferenceSet, "notItems"> & { readonly entry?: Entry & { definition: string } };

/**
 * Compares a reply with what the set makes of the case, item by item. Where the case can be read in more than one way
 * that a clinician would defend, it is compared with the reading that it comes nearest to.
 * @throws RangeError when the case itself cannot be read, which the lint of the cases rules out.
 */
export function review(
  reply: Reply,
  practiceCase: PracticeCase,
  set: ReviewedSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
  priors: Pick<Priors, "written" | "second">,
): Review {
  const record = recordOf(practiceCase, definitions);
  const plan = keptPlanOf(definitions);
  const interpreted = interpret(plan.record, record);
  const { results } = assessInterpreted(plan, interpreted);
  const { facts } = interpreted;
  const result = results?.[set.id];
  const rules = definitions.sets.find(({ id }) => id === set.id);
  if (!results || !result || !facts || !rules) throw new RangeError(`the case ${practiceCase.id} cannot be read`);
  const context = { definitions, measurements: record.measurements ?? [] };
  const readings = readingsOf(practiceCase, record, rules, definitions);
  const nearest = nearestReading(reply, readings, result, definitions);
  const meant = nearest.reading;
  const meantFacts = meant?.facts ?? facts;
  const mentions = mentionsOf(practiceCase, definitions).map((mention): ReviewedMention => {
    const expected = markingOf(mention, set, result, facts, definitions);
    const given = reply.marks[mention.key];
    const reason = reasonOf(mention, expected, set, result, facts, definitions, context);
    const other = meant && markingOf(mention, meant.set, nearest.result, meantFacts, definitions).outcome;
    const agrees = given === undefined || given === expected.outcome || given === other;
    return { mention, expected, reason, agrees, ...(given && { given }) };
  });
  const inPlay = new Set(mentions.map(({ expected }) => expected.criterion));
  const verdictAgrees = isSaid(reply, nearest.result);
  const pointsAgree = nearest.differing === 0;
  const objections = meant?.objections ?? [];
  return {
    results,
    result,
    mentions,
    domains: result.domains.flatMap((domain) => reviewedDomain(domain, reply, set, inPlay, nearest.result, context)),
    pointsAgree,
    verdictAgrees,
    objections,
    defensible: defensibleWords(readings),
    ...(verdictAgrees &&
      reply.verdict !== nearest.result.verdict && { asItStands: settledWords(nearest.result, set, definitions) }),
    verdictWhy: verdictAgrees
      ? []
      : whyNot(reply.verdict, nearest.result, set, isSomethingOpen(meant?.set ?? rules, meantFacts), context),
    settled: settledWords(result, set, definitions),
    rule: topClauses(result.rule).map((clause) => ({ met: clause.met, says: clauseReason(clause, set, context) })),
    recognition:
      pointsAgree && objections.length > 0
        ? undefined
        : recognized(
            reply,
            meant?.record ?? record,
            meant?.set ?? set,
            definitions,
            misreadings,
            priors,
            verdictAgrees,
          ),
    rules: rulesTried(reply, set, nearest.result, mentions, verdictAgrees, pointsAgree),
  };
}

interface Nearest {
  /** Undefined for the reading by the letter. */
  readonly reading: Reading | undefined;
  readonly result: SetResult;
  /** In how many domains the reply gives other points. */
  readonly differing: number;
}

/**
 * The reading whose points the reply comes nearest to; of several, one whose verdict it gives, and the letter first. A
 * reading is only meant where the reply gives its points wherever they are not those of the letter: a wrong domain brings
 * a reply as near to a reading as to the letter, and its verdict alone would then make an objection of a mistake.
 */
function nearestReading(
  reply: Reply,
  [letter, ...others]: readonly Reading[],
  result: SetResult,
  definitions: Definitions,
): Nearest {
  const differing = (domains: Reply["domains"]) =>
    result.domains.filter(({ id }) => (reply.domains[id] ?? 0) !== (domains[id] ?? 0)).length;
  const own = letter ? differing(letter.answer.domains) : 0;
  const isTaken = ({ answer }: Reading) =>
    result.domains.every(({ id }) => {
      const points = answer.domains[id] ?? 0;
      return points === (letter?.answer.domains[id] ?? 0) || points === (reply.domains[id] ?? 0);
    });
  let best: Nearest = { reading: undefined, result, differing: own };
  for (const reading of others) {
    const more = differing(reading.answer.domains);
    if (more > best.differing || !isTaken(reading)) continue;
    const read = evaluated(reading, definitions).result;
    if (more === best.differing && (isSaid(reply, best.result) || !isSaid(reply, read))) continue;
    best = { reading, result: read, differing: more };
  }
  return best;
}

/** Whether the reply says what the result is: its verdict, or, where that is open, how it stands as assessed. */
function isSaid({ verdict }: Pick<Reply, "verdict">, result: Pick<SetResult, "verdict" | "asAssessed">): boolean {
  return verdict === result.verdict || (result.verdict === "undetermined" && verdict === result.asAssessed);
}

function recognized(
  reply: Reply,
  record: SleRecord,
  set: CriteriaSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
  priors: Pick<Priors, "written" | "second">,
  verdictAgrees: boolean,
): Recognition | undefined {
  const points = { domains: reply.domains, total: totalOf(reply.domains) };
  const byPoints = recognize(points, record, set, definitions, misreadings, priors);
  // Wrong points are what a mistake is known by; the verdict tells more only where the points are right.
  if (!byPoints?.agrees || verdictAgrees) return byPoints;
  const said =
    reply.verdict === "undetermined" ? { undetermined: true } : { classified: reply.verdict === "classified" };
  return recognize({ ...points, ...said }, record, set, definitions, misreadings, priors);
}

/** Which conditions decide, for a reply that says another verdict. */
function whyNot(
  said: Verdict,
  { verdict, asAssessed, score, rule }: SetResult,
  set: CriteriaSet,
  somethingIsOpen: boolean,
  context: Context,
): readonly string[] {
  const classified = asAssessed === "classified";
  const deciding = topClauses(rule)
    .filter(({ met }) => (met === "true") === classified)
    .map((clause) => clauseReason(clause, set, context));
  if (said === "undetermined") {
    if (!somethingIsOpen) return ["It can be said, since nothing that the set reads is open.", ...deciding];
    const stays =
      score.lower === score.upper
        ? `stays ${score.value} and so does the answer.`
        : `lies between ${score.lower} and ${score.upper}, and the answer stays.`;
    return [`It can be said: whatever is not known turns out to be, the score ${stays}`, ...deciding];
  }
  return [...(verdict === "undetermined" ? ["What is not known counts as not met."] : []), ...deciding];
}

/** Whether anything that the set reads is not known, or explained in a way that something unknown could lift. */
function isSomethingOpen(set: CriteriaSet, facts: Facts): boolean {
  return findingsRead(set).some((finding) => {
    const { status, liftedBy } = facts[finding];
    return (
      status === "unknown" || (status === "present" && liftedBy.some((other) => facts[other].status === "unknown"))
    );
  });
}

/** What is named of the unknown findings that leave a verdict open. */
const MOST_NAMED = 3;

/** Whether a verdict is settled, in a sentence; where it is open, what of the unknown findings could change it. */
export function settledWords(
  { verdict, asAssessed, open, entry, score }: SetResult,
  { outcome }: CriteriaSet,
  { findings }: Definitions,
): string {
  const something = score.lower !== score.upper;
  switch (verdict) {
    case "classified":
      return `${outcome.met}.${something ? " Nothing that is not known could undo it." : ""}`;
    case "not-classified":
      return `${outcome.notMet}.${something ? " Nothing that is not known could change it." : ""}`;
    case "undetermined": {
      const named = open.slice(0, MOST_NAMED).map((finding) => findings[finding].label);
      const more = open.length - named.length;
      const what = more > 0 ? [...named, `${more} more`] : named;
      const standing = inSentence(asAssessed === "classified" ? outcome.met : outcome.notMet);
      const stands = entry === "unknown" ? "The entry criterion is not known." : `As it stands ${standing}.`;
      return `It cannot be said yet. ${stands} Not known, and able to change it: ${list(what)}.`;
    }
  }
}

/** The sum of the points that a trainee gave. Points are multiples of a half, which add up exactly. */
export function totalOf(domains: Readonly<Record<string, number>>): number {
  return Object.values(domains).reduce((sum, points) => sum + points, 0);
}

type Context = Parameters<typeof criterionReason>[2];

/** The reason beside the criterion's own name, so that one that counts says so. */
function reasonOfCriterion(criterion: CriterionResult, set: CriteriaSet, context: Context): string {
  const reason = criterionReason(criterion, set, context);
  return criterion.state === "counted" ? `Counts with ${inSentence(reason)}` : reason;
}

function reviewedDomain(
  domain: SetResult["domains"][number],
  reply: Reply,
  set: CriteriaSet,
  inPlay: ReadonlySet<string | undefined>,
  meant: SetResult,
  context: Context,
): readonly ReviewedDomain[] {
  const definition = set.domains.find(({ id }) => id === domain.id);
  const given = reply.domains[domain.id] ?? 0;
  const reasons = domain.criteria
    .filter(({ id }) => inPlay.has(id))
    .map((criterion) => ({
      criterion: criterion.id,
      title: definition?.criteria.find(({ id }) => id === criterion.id)?.title ?? criterion.id,
      says: reasonOfCriterion(criterion, set, context),
    }));
  if (given === 0 && domain.points === 0 && reasons.length === 0) return [];
  const agrees = given === pointsIn(meant, domain.id);
  return [{ id: domain.id, title: definition?.title ?? domain.id, given, points: domain.points, agrees, reasons }];
}

function pointsIn({ domains }: SetResult, domain: string): number {
  return domains.find(({ id }) => id === domain)?.points ?? 0;
}

function reasonOf(
  mention: Mention,
  { outcome, criterion }: Marking,
  set: ReviewedSet,
  result: SetResult,
  facts: Facts,
  definitions: Definitions,
  context: Context,
): string {
  const found = result.domains.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion);
  if (found) return reasonOfCriterion(found, set, context);
  const about = findingsAbout(mention, facts, definitions);
  if (outcome === "not-read") {
    const says = about.map((finding) => set.notItems[finding]).find((text) => text !== undefined);
    const nowhere = about
      .map((finding) => definitions.findings[finding].countsNowhere)
      .find((text) => text !== undefined);
    return says ?? nowhere ?? `${set.short} does not read it.`;
  }
  // What is left concerns the entry criterion or a route.
  const entry = set.entry && about.length > 0 ? set.entry.definition : set.rule;
  return entry;
}

/** The findings that a mention is about, those that are present first. */
function findingsAbout(mention: Mention, facts: Facts, { findings }: Definitions): readonly FindingId[] {
  if (mention.kind === "finding") return [mention.finding];
  const decided = (Object.keys(findings) as FindingId[]).filter((id) =>
    findings[id].decidedBy?.some(({ test }) => test === mention.test),
  );
  return decided.toSorted((a, b) => Number(facts[b].status === "present") - Number(facts[a].status === "present"));
}

/**
 * The criteria that the case mentions, right where the points of their domain are. Where those are wrong, only the
 * criteria that they were wrong about are missed, and the others of the domain are not judged; a mark tells more than
 * points do. The entry criterion is judged by the verdict.
 */
function rulesTried(
  reply: Reply,
  set: CriteriaSet,
  result: SetResult,
  mentions: readonly ReviewedMention[],
  verdictAgrees: boolean,
  pointsAgree: boolean,
): readonly RuleTried[] {
  const inPlay = new Set(mentions.map(({ expected }) => expected.criterion));
  const marked = new Map(
    mentions.flatMap(({ expected: { criterion }, given, agrees }) =>
      criterion !== undefined && given !== undefined ? [[criterion, agrees] as const] : [],
    ),
  );
  const criteria = result.domains.flatMap((domain): RuleTried[] => {
    const tried = domain.criteria.filter(({ id }) => inPlay.has(id));
    const given = reply.domains[domain.id] ?? 0;
    const missed = given === domain.points ? new Set<string>() : missedIn(domain.points, given, tried);
    return tried.flatMap(({ id }) => {
      const rule = `${set.id}/${id}`;
      if (given === domain.points) return [{ rule, right: true }];
      if (missed.has(id)) return [{ rule, right: false }];
      return marked.has(id) ? [{ rule, right: marked.get(id) === true }] : [];
    });
  });
  // A wrong verdict on wrong points says nothing of the entry criterion.
  if (!set.entry || !(verdictAgrees || pointsAgree)) return criteria;
  return [...criteria, { rule: `${set.id}/entry`, right: verdictAgrees }];
}

/**
 * The criteria that points which are not those of a domain were wrong about: too few, the one that counts; too many,
 * the one of this weight that does not count, or those that were added to the one that does; otherwise each that does
 * not count.
 */
function missedIn(points: number, given: number, tried: readonly CriterionResult[]): ReadonlySet<string> {
  const counted = tried.filter(({ state }) => state === "counted");
  const others = tried.filter(({ state }) => state !== "counted");
  const taken = given < points && points > 0 ? [] : others.filter(({ weight }) => weight === given);
  const added = given > points ? (someThatAddUp(others, given - points) ?? []) : [];
  const found = taken.length > 0 ? taken : added.length > 0 ? added : given < points ? counted : others;
  return new Set((found.length > 0 ? found : tried).map(({ id }) => id));
}

/** The first of these, in their order, whose weights add up to so much. */
function someThatAddUp(criteria: readonly CriterionResult[], size: number): readonly CriterionResult[] | undefined {
  if (size === 0) return [];
  const [first, ...rest] = criteria;
  if (!first) return undefined;
  const withFirst = someThatAddUp(rest, size - first.weight);
  return withFirst ? [first, ...withFirst] : someThatAddUp(rest, size);
}

import type { Misreading, PracticeCase } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions, Entry, FindingId, ReferenceSet } from "../../criteria/types.ts";
import { assessInterpreted } from "../assess.ts";
import { clauseReason, criterionReason, topClauses } from "../explain/reasons.ts";
import { inSentence, list } from "../explain/values.ts";
import type { Facts } from "../record/facts.ts";
import { interpret } from "../record/interpret.ts";
import type { CriterionResult, SetResult, TruthWord, Verdict } from "../scoring/result.ts";
import { type Mention, mentionsOf, recordOf } from "./case.ts";
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
  /** The rule in a sentence. */
  readonly reason: string;
}

export interface ReviewedDomain {
  readonly id: string;
  readonly title: string;
  readonly given: number;
  readonly points: number;
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
  readonly verdictAgrees: boolean;
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
 * Compares a reply with what the set makes of the case, item by item.
 * @throws RangeError when the case itself cannot be read, which the lint of the cases rules out.
 */
export function review(
  reply: Reply,
  practiceCase: PracticeCase,
  set: ReviewedSet,
  definitions: Definitions,
  misreadings: readonly Misreading[],
): Review {
  const record = recordOf(practiceCase, definitions);
  const plan = keptPlanOf(definitions);
  const interpreted = interpret(plan.record, record);
  const { results } = assessInterpreted(plan, interpreted);
  const { facts } = interpreted;
  const result = results?.[set.id];
  if (!results || !result || !facts) throw new RangeError(`the case ${practiceCase.id} cannot be read`);
  const context = { definitions, measurements: record.measurements ?? [] };
  const mentions = mentionsOf(practiceCase, definitions).map((mention): ReviewedMention => {
    const expected = markingOf(mention, set, result, facts, definitions);
    const given = reply.marks[mention.key];
    const reason = reasonOf(mention, expected, set, result, facts, definitions, context);
    return { mention, expected, reason, ...(given && { given }) };
  });
  const inPlay = new Set(mentions.map(({ expected }) => expected.criterion));
  const points = { domains: reply.domains, total: totalOf(reply.domains) };
  const byPoints = recognize(points, record, set, definitions, misreadings);
  // Wrong points are what a mistake is known by; the verdict tells more only where the points are right.
  const said =
    reply.verdict === "undetermined" ? { undetermined: true } : { classified: reply.verdict === "classified" };
  const recognition =
    byPoints?.agrees && reply.verdict !== result.verdict
      ? recognize({ ...points, ...said }, record, set, definitions, misreadings)
      : byPoints;
  return {
    results,
    result,
    mentions,
    domains: result.domains.flatMap((domain) => reviewedDomain(domain, reply, set, inPlay, context)),
    verdictAgrees: reply.verdict === result.verdict,
    settled: settledWords(result, set, definitions),
    rule: topClauses(result.rule).map((clause) => ({ met: clause.met, says: clauseReason(clause, set, context) })),
    recognition,
    rules: rulesTried(reply, set, result, inPlay),
  };
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
  return [{ id: domain.id, title: definition?.title ?? domain.id, given, points: domain.points, reasons }];
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

/** The criteria that the case mentions, right where the points of their domain are; the entry and routes by verdict. */
function rulesTried(
  reply: Reply,
  set: CriteriaSet,
  result: SetResult,
  inPlay: ReadonlySet<string | undefined>,
): readonly RuleTried[] {
  const pointsAgree = result.domains.every(({ id, points }) => (reply.domains[id] ?? 0) === points);
  const verdictAgrees = reply.verdict === result.verdict;
  const criteria = result.domains.flatMap((domain) =>
    domain.criteria
      .filter(({ id }) => inPlay.has(id))
      .map(({ id }) => ({ rule: `${set.id}/${id}`, right: (reply.domains[domain.id] ?? 0) === domain.points })),
  );
  // A wrong verdict on wrong points says nothing of the entry criterion.
  if (!set.entry || !(verdictAgrees || pointsAgree)) return criteria;
  return [...criteria, { rule: `${set.id}/entry`, right: verdictAgrees }];
}

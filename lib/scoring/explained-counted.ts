import type { CriteriaSet, Definitions, FindingId } from "../../criteria/types.ts";
import { TRUE, truthOf } from "../definition/truth.ts";
import { criteriaOf, positiveFindings, routesOf } from "../definition/walk.ts";
import { inSentence, isPlural, list } from "../definition/words.ts";
import type { Facts } from "../record/facts.ts";
import { asAssessed, explainedAway, type Reading } from "./leaf-truth.ts";
import type { Plan } from "./plan.ts";
import type { DomainResult, SetNotice } from "./result.ts";
import { classifies, type Tally } from "./tally.ts";
import { totalsWithout } from "./without.ts";

/**
 * A notice for every finding that has another explanation and counts all the same, because the set prints no exclusion
 * for it. Where the outcome rests on such findings, the notice says so: counting them is literal, and a reader has to
 * know that the literal reading is what decided.
 */
export function explainedCounted(plan: Plan, facts: Facts, domains: readonly DomainResult[]): SetNotice[] {
  const { definitions } = plan;
  const counted = plan.read.filter((finding) => {
    const fact = facts[finding];
    return fact.explainedBy !== undefined && !explainedAway(plan.set, finding, fact);
  });
  if (counted.length === 0) return [];
  const counting = countingFindings(plan.set, facts, domains);
  const read = asAssessed(plan.set, facts);
  const decisive = decisiveLosses(plan, read, counted);
  const routes = routesOf(plan.set).flatMap(({ when, by }) => (truthOf(when, read) === TRUE ? [by] : []));
  return counted.map((finding) => {
    const loss = decisive.find(({ lost }) => lost.includes(finding));
    if (!counting.has(finding)) return addsNothing(finding, plan, definitions);
    return noticeOf(finding, loss, routes, plan);
  });
}

/** Findings whose loss changes the outcome, while the loss of no fewer of them does, and what is left without them. */
interface Loss {
  readonly lost: readonly FindingId[];
  readonly left: Tally;
}

/** The smallest first. The whole set is assessed anew for each: score, entry criterion and routes. */
function decisiveLosses(plan: Plan, read: Reading, counted: readonly FindingId[]): readonly Loss[] {
  const { total, totalWithout } = totalsWithout(plan, read);
  const outcome = classifies(total, plan);
  const lossOf = (lost: readonly FindingId[]): Loss | undefined => {
    const left = totalWithout(lost);
    return classifies(left, plan) === outcome ? undefined : { lost, left };
  };
  const decisive: Loss[] = [];
  for (const lost of groupsOf(counted)) {
    if (decisive.some((smaller) => smaller.lost.every((finding) => lost.includes(finding)))) continue;
    const loss = lossOf(lost);
    if (loss) decisive.push(loss);
  }
  if (decisive.length > 0) return decisive;
  // More than the groups hold: all of them together, less each that is not needed.
  const all = lossOf(counted);
  const fewest = counted.reduce((loss, finding) => {
    const fewer = loss && lossOf(loss.lost.filter((one) => one !== finding));
    return fewer ?? loss;
  }, all);
  return fewest ? [fewest] : [];
}

const MANY = 8;

/** Every group of up to three findings, the smallest first; of many findings, each alone, so that it takes no time. */
function groupsOf(findings: readonly FindingId[]): readonly (readonly FindingId[])[] {
  const sizes = findings.length > MANY ? [1] : [1, 2, 3];
  return sizes.flatMap((size) => groupsOfSize(size, findings));
}

function groupsOfSize(size: number, findings: readonly FindingId[]): readonly (readonly FindingId[])[] {
  if (size === 0) return [[]];
  return findings.flatMap((finding, position) =>
    groupsOfSize(size - 1, findings.slice(position + 1)).map((others) => [finding, ...others]),
  );
}

/** `routes`: those by which the set classifies as assessed, whatever the score. */
function noticeOf(finding: FindingId, loss: Loss | undefined, routes: readonly string[], plan: Plan): SetNotice {
  const { set } = plan;
  const { findings } = plan.definitions;
  const code = "no-exclusion-printed";
  const { label } = findings[finding];
  const many = isPlural(label);
  const [count, have, it] = many ? ["count", "they have", "them"] : ["counts", "it has", "it"];
  const counts = `${label} ${count} although ${have} another explanation: ${set.short} prints no exclusion for ${it}.`;
  if (!loss) return { code, finding, message: counts };
  const { met, notMet } = set.outcome;
  const isMet = classifies(loss.left, plan);
  // A set that classifies by a route does not rest on its score.
  const route = !isMet && routes.length > 0 ? `, and classification by ${list(routes)} would not hold` : "";
  const would = `the score would be ${loss.left.points}${route}: ${inSentence(isMet ? met : notMet)}.`;
  const others = loss.lost.filter((other) => other !== finding);
  if (others.length === 0) {
    return {
      code,
      finding,
      decides: true,
      message: `${counts} ${many ? "They decide" : "It decides"} the outcome: without ${it} ${would}`,
    };
  }
  const named = list(others.map((other) => inSentence(findings[other].label)));
  return {
    code,
    finding,
    decidesWith: others,
    message: `${counts} Together with ${named} ${many ? "they decide" : "it decides"} the outcome: without them ${would}`,
  };
}

/** Of a finding that the set would count, and that adds nothing by the rules of the set. */
function addsNothing(finding: FindingId, { set }: Plan, { findings }: Definitions): SetNotice {
  const { label } = findings[finding];
  const many = isPlural(label);
  const message = `${label} ${many ? "have" : "has"} another explanation, for which ${set.short} prints no exclusion; by ${many ? "themselves they add" : "itself it adds"} nothing here.`;
  return { code: "no-exclusion-printed", finding, message };
}

/** The findings that help a criterion to count, the entry criterion to open or a route to be met. */
function countingFindings(set: CriteriaSet, facts: Facts, domains: readonly DomainResult[]): ReadonlySet<FindingId> {
  const read = asAssessed(set, facts);
  const counted = new Set(
    domains.flatMap(({ criteria }) => criteria.flatMap(({ id, state }) => (state === "counted" ? [id] : []))),
  );
  const conditions = [
    ...[...criteriaOf(set)].flatMap(({ criterion }) => (counted.has(criterion.id) ? [criterion.when] : [])),
    ...[...(set.entry ? [set.entry] : []), ...routesOf(set)].flatMap(({ when }) =>
      truthOf(when, read) === TRUE ? [when] : [],
    ),
  ];
  return new Set(conditions.flatMap((when) => positiveFindings(when)));
}

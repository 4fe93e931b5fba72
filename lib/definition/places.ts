import type {
  Assumption,
  Condition,
  FindingId,
  Implication,
  ReferenceCriterion,
  ReferenceDefinitions,
  ReferenceDomain,
  ReferenceSet,
} from "../../criteria/types.ts";
import { widerThan } from "./implications.ts";
import { askedInPlaceOf } from "./ties.ts";
import { FALSE, TRUE, truthOf } from "./truth.ts";
import { criteriaOf, findingsIn, leaves, routesOf } from "./walk.ts";

/** What one finding does inside one condition. */
export interface Part {
  /** Present by itself, with nothing else present, it meets the condition. */
  readonly alone: boolean;
  /** The least further findings that meet the condition with it and not without it; empty when it is enough alone. */
  readonly companions: readonly (readonly FindingId[])[];
  /** Present, it takes the condition out. */
  readonly takesOut: boolean;
  /** It is read whatever is said to explain it. */
  readonly evenIfExplained: boolean;
}

/** One place of a set that reads a finding. */
export type Place = { readonly part: Part } & (
  | { readonly kind: "criterion"; readonly criterion: ReferenceCriterion; readonly domain: ReferenceDomain }
  | { readonly kind: "entry"; readonly title: string; readonly definition: string }
  | { readonly kind: "route"; readonly title: string }
);

/** Where one set reads a finding, or what stands in for it there. */
export interface SetReading {
  readonly set: ReferenceSet;
  readonly places: readonly Place[];
  /** When the set does not read the finding itself: findings that follow from it and that the set does read. */
  readonly through: readonly FindingId[];
  /** When nothing follows from it for certain: what the set reads and what is assumed present from it. */
  readonly assumed: readonly FindingId[];
  /** When nothing acts through it: what the set reads that a test or a relation ties to it. */
  readonly instead: readonly FindingId[];
  /** Why the set does not read it, where the definitions say so. */
  readonly whyNot?: string;
}

/** For every set, in the registry's order, what it makes of the finding being present. */
export function readingsOf(finding: FindingId, definitions: ReferenceDefinitions): readonly SetReading[] {
  const followers = [...widerThan(finding, definitions)];
  return definitions.sets.map((set) => {
    const places = placesIn(set, finding);
    const through = places.length > 0 ? [] : followers.filter((follower) => placesIn(set, follower).length > 0);
    const reads = (one: FindingId) => placesIn(set, one).length > 0;
    const assumed = places.length > 0 || through.length > 0 ? [] : assumedFrom(finding, definitions).filter(reads);
    const acts = places.length > 0 || through.length > 0 || assumed.length > 0;
    const instead = acts ? [] : askedInPlaceOf(finding, set, definitions);
    const whyNot = set.notItems[finding] ?? definitions.findings[finding].countsNowhere;
    return { set, places, through, assumed, instead, ...(places.length === 0 && whyNot !== undefined && { whyNot }) };
  });
}

/** What is assumed present from a present finding, or from what follows from it. */
function assumedFrom(finding: FindingId, definitions: ReferenceDefinitions): readonly FindingId[] {
  const present = new Set([finding, ...widerThan(finding, definitions)]);
  return definitions.assumptions
    .filter(({ when, then }) => present.has(when.finding) && when.status === "present" && then.status === "present")
    .map(({ then }) => then.finding);
}

/** The criteria, entry criterion and routes of a set that read the finding, in the set's order. */
function placesIn(set: ReferenceSet, finding: FindingId): readonly Place[] {
  const places: Place[] = [];
  if (set.entry && findingsIn(set.entry.when).includes(finding)) {
    const { title, definition, when } = set.entry;
    places.push({ kind: "entry", title, definition, part: partOf(when, finding) });
  }
  for (const { criterion, domain } of criteriaOf(set)) {
    if (!findingsIn(criterion.when).includes(finding)) continue;
    places.push({ kind: "criterion", criterion, domain, part: partOf(criterion.when, finding) });
  }
  for (const route of routesOf(set)) {
    if (!findingsIn(route.when).includes(finding)) continue;
    places.push({ kind: "route", title: route.title, part: partOf(route.when, finding) });
  }
  return places;
}

function partOf(condition: Condition, finding: FindingId): Part {
  const others = findingsIn(condition).filter((other) => other !== finding);
  const meets = (present: readonly FindingId[]) =>
    truthOf(condition, (leaf) => (present.includes(leaf.finding) ? TRUE : FALSE)) === TRUE;
  const own = [...leaves(condition)].filter(({ leaf }) => leaf.finding === finding);
  const takesOut = own.some(({ negated }) => negated);
  const alone = meets([finding]) && !takesOut;
  return {
    alone,
    companions:
      alone || takesOut ? [] : smallest(others, (companions) => meets([finding, ...companions]) && !meets(companions)),
    takesOut,
    evenIfExplained: own.some(({ leaf }) => leaf.kind === "recorded"),
  };
}

/** The smallest selections of at most two findings that pass; larger ones are left to the printed condition. */
function smallest(findings: readonly FindingId[], passes: (selection: readonly FindingId[]) => boolean) {
  const singles = findings.filter((one) => passes([one]));
  const rest = findings.filter((one) => !singles.includes(one));
  const pairs = rest.flatMap((one, position) => rest.slice(position + 1).map((other) => [one, other]));
  return [...singles.map((one) => [one]), ...pairs.filter(passes)];
}

/** The relations that a finding takes part in. */
export interface Relations {
  readonly follows: readonly Implication[];
  readonly followsFrom: readonly Implication[];
  readonly assumes: readonly Assumption[];
  readonly assumedFrom: readonly Assumption[];
}

export function relationsOfFinding(finding: FindingId, { implications, assumptions }: ReferenceDefinitions): Relations {
  return {
    follows: implications.filter(({ from }) => from === finding),
    followsFrom: implications.filter(({ to }) => to === finding),
    assumes: assumptions.filter(({ when }) => when.finding === finding),
    assumedFrom: assumptions.filter(({ then }) => then.finding === finding),
  };
}

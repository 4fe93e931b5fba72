/** Misreadings of the entry criterion, of routes that need no score, and of the rule that classifies. */
import type { DerivedKind, Misreading } from "../../../criteria/practice/types.ts";
import type { Classification, CriteriaSet, DomainGroup, FindingId } from "../../../criteria/types.ts";
import { closure, implied } from "../../definition/implications.ts";
import { amountWords } from "../../definition/vocabulary.ts";
import {
  clauses,
  criteriaOf,
  findingsIn,
  leaves,
  positiveFindings,
  routesOf,
  thresholdOf,
} from "../../definition/walk.ts";
import { capitalize, inSentence, list } from "../../explain/values.ts";
import { asked, type Context, derived, GROUPS, nearness, partsOf } from "./draft.ts";

export function entryMisread(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const { entry } = set;
  if (!entry) return [];
  const own = findingsIn(entry.when);
  const asks = `The entry criterion asks for ${asked(entry.when, definitions)}.`;
  // What belongs to the entry by kind: what is near it, and what else the set counts of the same, immunologic, side.
  const immunologic = [...criteriaOf(set)]
    .filter(({ domain }) => domain.group === "immunologic")
    .flatMap(({ criterion }) => findingsIn(criterion.when));
  const others = (Object.keys(definitions.findings) as FindingId[]).filter(
    (finding) =>
      !own.includes(finding) &&
      (immunologic.includes(finding) ||
        [...own, ...immunologic].some((other) => nearness(finding, other, context) !== undefined)),
  );
  const recorded = [...leaves(entry.when)].some(({ leaf }) => leaf.kind === "recorded");
  return [
    derived(context, {
      id: "entry-skipped",
      kind: "entry-skipped",
      says: ["The entry criterion was passed over.", asks],
      changes: [{ kind: "without-entry" }],
      see: own[0],
    }),
    derived(context, {
      id: "points-if-entered",
      kind: "points-if-entered",
      says: [
        "The entry criterion is not met, and no points were given.",
        "The points are added up all the same; without the entry criterion they do not classify.",
      ],
      changes: [{ kind: "points-if-entered" }],
      see: own[0],
    }),
    ...others.map((finding) =>
      derived(context, {
        id: `entry-by:${finding}`,
        kind: "entry-by",
        says: [`“${definitions.findings[finding].label}” was taken to meet the entry criterion.`, asks],
        changes: [{ kind: "entry-by", finding }],
        see: own[0],
      }),
    ),
    ...(recorded
      ? [
          derived(context, {
            id: "entry-attributed",
            kind: "entry-attributed",
            says: [
              "The entry criterion was taken as not met because something else explains the finding.",
              `${capitalize(asked(entry.when, definitions))} meets the entry criterion whatever explains it.`,
            ],
            changes: [{ kind: "entry-attributed" }],
            see: own[0],
          }),
        ]
      : []),
  ];
}

export function routesMisread(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const routes = routesOf(set);
  if (routes.length === 0) return [];
  const rule = routes.map((route) => `${capitalize(route.title)} classifies by itself.`).join(" ");
  const asks = `The route asks for ${list(routes.map(({ when }) => asked(when, definitions)))}.`;
  const read = routes.flatMap(({ when }) => positiveFindings(when));
  const findings = Object.keys(definitions.findings) as FindingId[];
  const others = read.flatMap((inPlaceOf) =>
    findings
      .filter(
        (finding) =>
          !read.includes(finding) &&
          nearness(finding, inPlaceOf, context) !== undefined &&
          !closure([finding], implied(definitions)).has(inPlaceOf),
      )
      .map((finding) =>
        derived(context, {
          id: `route-by:${finding}:${inPlaceOf}`,
          kind: "route-by",
          says: [
            `“${definitions.findings[finding].label}” was taken for ${inSentence(definitions.findings[inPlaceOf].label)} in the route that needs no score.`,
            asks,
          ],
          changes: [{ kind: "route-by", finding, inPlaceOf }],
          see: inPlaceOf,
        }),
      ),
  );
  const several = routes.some(({ when }) => [...partsOf(when)].some(({ kind }) => kind === "all"));
  return [
    derived(context, {
      id: "route-ignored",
      kind: "route-ignored",
      says: ["The route that needs no score was forgotten.", rule],
      changes: [{ kind: "without-route" }],
      see: read[0],
    }),
    ...(several
      ? [
          derived(context, {
            id: "any-of:route",
            kind: "route-by",
            says: ["A part of the route that needs no score was taken as enough.", asks],
            changes: [{ kind: "any-of" }],
            see: read[0],
          }),
        ]
      : []),
    ...others,
  ];
}

export function ruleMisread(context: Context): readonly Misreading[] {
  const { set } = context;
  const all = [...clauses(set.classifiedWhen)];
  const asks = (group: DomainGroup) => all.some((one) => one.kind === "criteriaAtLeast" && one.group === group);
  return [
    ...GROUPS.filter(asks).map((group) =>
      derived(context, {
        id: `group-dropped:${group}`,
        kind: "group-dropped",
        says: [`No ${group} criterion was asked for.`, `At least one ${group} criterion has to count.`],
        changes: [{ kind: "without-group", group }],
      }),
    ),
    ...GROUPS.filter((group) => !asks(group) && isReachedWithout(group, set)).map((group) =>
      derived(context, {
        id: `group-asked:${group}`,
        kind: "group-asked",
        says: [`A criterion of the ${group} kind was asked for.`, `This set asks for no ${group} criterion.`],
        changes: [{ kind: "asked-group", group }],
      }),
    ),
    ...thresholdsMisread(all, context),
  ];
}

/** Whether the set can classify without any criterion of a group. */
function isReachedWithout(group: DomainGroup, set: CriteriaSet): boolean {
  const { threshold, comparison } = thresholdOf(set);
  const others = set.domains.filter((domain) => domain.group !== group);
  const most = others.reduce((sum, { criteria }) => sum + Math.max(0, ...criteria.map(({ weight }) => weight)), 0);
  return comparison === ">" ? most > threshold : most >= threshold;
}

function thresholdsMisread(all: readonly Classification[], context: Context): readonly Misreading[] {
  const { unit } = context.set;
  return all.flatMap((clause) => {
    if (clause.kind !== "scoreAtLeast" && clause.kind !== "scoreAbove") return [];
    const { score } = clause;
    const isAbove = clause.kind === "scoreAbove";
    const rule = isAbove
      ? `More than ${amountWords(score, unit)} are asked for.`
      : `At least ${amountWords(score, unit)} are asked for.`;
    const draft = (id: string, kind: DerivedKind, is: ">=" | ">", at: number, says: string) =>
      derived(context, { id, kind, says: [says, rule], changes: [{ kind: "threshold", is, score: at }] });
    return [
      isAbove
        ? draft("threshold-equal", "threshold-equal", ">=", score, `${amountWords(score, unit)} were taken as enough.`)
        : draft(
            "threshold-equal",
            "threshold-equal",
            ">",
            score,
            `More than ${amountWords(score, unit)} were asked for.`,
          ),
      isAbove
        ? draft(
            "threshold-lower",
            "threshold-off",
            ">",
            score - 1,
            `More than ${amountWords(score - 1, unit)} were taken as enough.`,
          )
        : draft(
            "threshold-lower",
            "threshold-off",
            ">=",
            score - 1,
            `${amountWords(score - 1, unit)} were taken as enough.`,
          ),
      draft("threshold-higher", "threshold-off", ">=", score + 1, `${amountWords(score + 1, unit)} were asked for.`),
    ];
  });
}

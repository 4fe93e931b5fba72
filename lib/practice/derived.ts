import type { Misreading, PracticeMaterial } from "../../criteria/practice/types.ts";
import type { CriteriaSet, Definitions } from "../../criteria/types.ts";
import { criteriaOf, positiveFindings } from "../definition/walk.ts";
import { capitalize, inSentence } from "../explain/values.ts";
import { attributionsMisread } from "./misreadings/attribution.ts";
import { conditionsMisread } from "./misreadings/conditions.ts";
import { type Context, derived } from "./misreadings/draft.ts";
import { borrowed, limitedAsElsewhere, sharedAsElsewhere, weighedAsElsewhere } from "./misreadings/elsewhere.ts";
import { limitsMoved } from "./misreadings/limits.ts";
import { countedAsOthers } from "./misreadings/other-findings.ts";
import { entryMisread, routesMisread, ruleMisread } from "./misreadings/rule.ts";
import { addedWithin, lighterTaken } from "./misreadings/within-domain.ts";

type Known = Pick<PracticeMaterial, "misreadings" | "derivation">;

const known = new WeakMap<Known, WeakMap<CriteriaSet, readonly Misreading[]>>();

/**
 * Every way of misreading a set that is known: the written ones first, with what they cost, then those that its grammar
 * leads to. Worked out once for each set.
 */
export function misreadingsOf(set: CriteriaSet, definitions: Definitions, material: Known): readonly Misreading[] {
  const bySet = known.get(material) ?? new WeakMap<CriteriaSet, readonly Misreading[]>();
  known.set(material, bySet);
  const before = bySet.get(set);
  if (before) return before;
  const written = material.misreadings
    .filter(({ sets }) => sets.includes(set.id))
    .map((one) => ({ ...one, cost: one.cost ?? material.derivation.priors.written }));
  const said = new Set(written.flatMap(({ insteadOf }) => insteadOf ?? []));
  const all = [...written, ...derivedMisreadings(set, definitions, material).filter(({ id }) => !said.has(id))];
  bySet.set(set, all);
  return all;
}

/** The misreading of a set that has this name; in another set the same name can stand for another sentence. */
export function misreadingNamed(
  id: string,
  setId: string,
  definitions: Definitions,
  material: Known,
): Misreading | undefined {
  const set = definitions.sets.find((one) => one.id === setId);
  return set && misreadingsOf(set, definitions, material).find((one) => one.id === id);
}

/** The misreadings that the grammar of a set leads to, whatever the set: each rule of it read in each wrong way. */
export function derivedMisreadings(
  set: CriteriaSet,
  definitions: Definitions,
  { derivation }: Pick<PracticeMaterial, "derivation">,
): readonly Misreading[] {
  const context: Context = { set, definitions, derivation };
  return [
    ...set.domains.flatMap((domain) => [...addedWithin(domain, context), ...lighterTaken(domain, context)]),
    ...limitsMoved(context),
    ...[...criteriaOf(set)].flatMap(({ criterion }) => conditionsMisread(criterion, context)),
    ...attributionsMisread(context),
    ...countedAsOthers(context),
    ...borrowed(context),
    ...sharedAsElsewhere(context),
    ...weighedAsElsewhere(context),
    ...limitedAsElsewhere(context),
    ...entryMisread(context),
    ...ruleMisread(context),
    ...routesMisread(context),
    ...slips(context),
  ];
}

/** Slips of the hand, which explain an answer only where no misreading does. */
function slips(context: Context): readonly Misreading[] {
  const { set } = context;
  return [
    ...set.domains.map((domain) =>
      derived(context, {
        id: `counted-twice:${domain.id}`,
        kind: "counted-twice",
        says: [`${capitalize(inSentence(domain.title))} was counted twice.`, "It counts once."],
        changes: [{ kind: "count-again", domain: domain.id }],
        see: domain.criteria[0] && positiveFindings(domain.criteria[0].when)[0],
      }),
    ),
    derived(context, {
      id: "sum-wrong",
      kind: "sum-wrong",
      says: ["The sum was added wrongly.", "The total is what the domains come to together."],
      changes: [{ kind: "sum-wrong" }],
    }),
  ];
}

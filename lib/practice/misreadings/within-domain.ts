/** Misreadings of what counts within a domain: items added up, or a lighter one taken. */
import type { Change, DerivedKind, Item, Misreading } from "../../../criteria/practice/types.ts";
import type { Criterion, Domain } from "../../../criteria/types.ts";
import { amountWords } from "../../definition/vocabulary.ts";
import { positiveFindings } from "../../definition/walk.ts";
import { capitalize, inSentence, list } from "../../explain/values.ts";
import { branchesOf, itemsOf } from "../misread.ts";
import { type Context, derived, NUMBER_WORDS } from "./draft.ts";

/** What one way to meet a criterion is called: the finding that it reads, or the criterion. */
function itemName({ criterion: id, branch }: Item, { criteria }: Domain): string {
  const criterion = criteria.find((one) => one.id === id);
  const ways = criterion ? branchesOf(criterion) : [];
  const when = ways[branch];
  if (ways.length < 2) return id;
  return when?.kind === "present" ? when.finding : `${id}-combined`;
}

function itemWords(item: Item, domain: Domain, { set, definitions }: Context): string {
  const criterion = domain.criteria.find(({ id }) => id === item.criterion);
  const when = criterion && branchesOf(criterion)[item.branch];
  const name = when?.kind === "present" ? definitions.findings[when.finding].label : (criterion?.title ?? "");
  return `${inSentence(name)} (${amountWords(criterion?.weight ?? 0, set.unit)})`;
}

export function addedWithin(domain: Domain, context: Context): readonly Misreading[] {
  const items = itemsOf(domain);
  if (items.length < 2) return [];
  const id = `add-within:${domain.id}`;
  const [only] = domain.criteria;
  if (domain.criteria.length === 1 && only) return countedApart(id, domain, only, context);
  const name = inSentence(domain.title);
  const rule = `Of the ${name} domain only the heaviest item counts.`;
  const add = (kind: DerivedKind, suffix: string, title: string, change: Change): Misreading =>
    derived(context, { id: `${id}${suffix}`, kind, says: [title, rule], changes: [change] });
  const added = add("add-all", "", `The items of the ${name} domain were added up.`, {
    kind: "sum-domains",
    domains: [domain.id],
  });
  const each = add("add-each", ":each", `Everything found in the ${name} domain was counted by itself and added up.`, {
    kind: "add-each",
    domain: domain.id,
  });
  const some = subsets(items)
    .filter((chosen) => isTold(chosen, items, domain))
    .map((chosen) =>
      add(
        "add-some",
        `:${chosen.map((item) => itemName(item, domain)).join("+")}`,
        `${capitalize(list(chosen.map((item) => itemWords(item, domain, context))))} were added up.`,
        { kind: "add-items", domain: domain.id, items: chosen },
      ),
    );
  const several = items.length > domain.criteria.length;
  return [added, ...(several ? [each] : []), ...some];
}

/** The alternatives of one criterion counted as if each were a criterion: all that are met, or only so many. */
function countedApart(id: string, domain: Domain, criterion: Criterion, context: Context): readonly Misreading[] {
  const ways = branchesOf(criterion).length;
  const weight = amountWords(criterion.weight, context.set.unit);
  const rule = `All that meets the criterion ${inSentence(criterion.title)} counts ${weight} together.`;
  const title = inSentence(criterion.title);
  const some = Array.from({ length: Math.max(ways - 2, 0) }, (_, position) => position + 2).map((most) =>
    derived(context, {
      id: `${id}:${most}`,
      kind: "add-some",
      says: [
        `${capitalize(NUMBER_WORDS[most] ?? String(most))} findings of the criterion ${title} were counted by themselves.`,
        rule,
      ],
      changes: [{ kind: "count-items", criterion: criterion.id, most }],
    }),
  );
  return [
    derived(context, {
      id,
      kind: "add-all",
      says: [`Every finding of the criterion ${title} was counted by itself.`, rule],
      changes: [{ kind: "add-each", domain: domain.id }],
    }),
    ...some,
  ];
}

/**
 * Whether a sum of some items can be told from the right points, and from the sum of one item of each criterion, which
 * is said otherwise: some other item has to be there that is left out of it.
 */
function isTold(chosen: readonly Item[], items: readonly Item[], { criteria }: Domain): boolean {
  const weightOf = ({ criterion: id }: Item) => criteria.find((one) => one.id === id)?.weight ?? 0;
  const summed = new Set(chosen.map(({ criterion }) => criterion));
  const isOneOfEach = summed.size === chosen.length;
  const sum = chosen.reduce((points, item) => points + weightOf(item), 0);
  return items
    .filter((item) => !chosen.includes(item) && !(isOneOfEach && summed.has(item.criterion)))
    .some((item) => sum !== Math.max(...[...chosen, item].map(weightOf)));
}

/** Every choice of two or more, but for all of them. */
function subsets<T>(of: readonly T[]): readonly (readonly T[])[] {
  const chosen: T[][] = [];
  for (let bits = 1; bits < 2 ** of.length - 1; bits += 1) {
    const one = of.filter((_, position) => (bits >> position) % 2 === 1);
    if (one.length > 1) chosen.push(one);
  }
  return chosen.toSorted((a, b) => a.length - b.length);
}

export function lighterTaken(domain: Domain, context: Context): readonly Misreading[] {
  const heaviest = Math.max(...domain.criteria.map(({ weight }) => weight));
  const lighter = domain.criteria.filter(({ weight }) => weight < heaviest);
  return lighter.map((criterion) =>
    derived(context, {
      id: `take-lighter:${domain.id}:${criterion.id}`,
      kind: "take-lighter",
      says: [
        `A lighter item was taken: ${inSentence(criterion.title)} (${amountWords(criterion.weight, context.set.unit)}).`,
        `Of the ${inSentence(domain.title)} domain the heaviest item counts.`,
      ],
      changes: [{ kind: "only-criterion", domain: domain.id, criterion: criterion.id }],
      see: positiveFindings(criterion.when)[0],
    }),
  );
}

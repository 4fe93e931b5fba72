/** What holds in another set, taken over into this one. */
import type { Misreading } from "../../../criteria/practice/types.ts";
import type { CriteriaSet, Domain, FindingId, Rule } from "../../../criteria/types.ts";
import { amountWords } from "../../definition/vocabulary.ts";
import { criteriaOf, findingsRead, positiveFindings } from "../../definition/walk.ts";
import { inSentence, list } from "../../explain/values.ts";
import { inSharedOrder } from "../misread.ts";
import { type Context, derived, GROUPS, nearness } from "./draft.ts";
import { limitRule } from "./limits.ts";

/** Whether a set reads a finding in one form or another. */
function isKin(finding: FindingId, read: ReadonlySet<FindingId>, context: Context): boolean {
  return [...read].some((other) => other === finding || nearness(finding, other, context) === "kin");
}

/** What another set counts and this one does not read, counted all the same. */
export function borrowed(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const read = new Set(findingsRead(set));
  const seen = new Set<string>();
  return definitions.sets.flatMap((other) =>
    other === set
      ? []
      : [...criteriaOf(other)].flatMap(({ criterion, domain }) => {
          const findings = positiveFindings(criterion.when);
          // What a weighted set would give for an item that only counting sets have, nobody can say.
          const weight = set.unit === "criteria" ? 1 : other.unit === "points" ? criterion.weight : undefined;
          const key = `${[...findings].sort().join("+")} ${weight}`;
          const isRead = findings.some((one) => isKin(one, read, context));
          if (weight === undefined || weight < 0 || isRead || seen.has(key)) return [];
          seen.add(key);
          return [
            derived(context, {
              id: `borrowed:${other.id}:${criterion.id}`,
              kind: "borrowed",
              says: [
                `“${criterion.title}” was counted (${amountWords(weight, set.unit)}), as in ${other.short}.`,
                `${set.short} has no such item.`,
              ],
              changes: [
                {
                  kind: "extra-criterion",
                  criterion: `borrowed-${criterion.id}`,
                  group: domain.group,
                  weight,
                  when: criterion.when,
                },
              ],
              see: findings[0],
            }),
          ];
        }),
  );
}

/** Whether a finding is one of these, or one in another form. */
function isOneOf(finding: FindingId, others: readonly FindingId[], context: Context): boolean {
  return others.some((other) => other === finding || nearness(finding, other, context) === "kin");
}

/** The domains that another set counts as one, counted so here. */
export function sharedAsElsewhere(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const found = new Map<string, { readonly domains: readonly Domain[]; readonly in: readonly [CriteriaSet, Domain] }>();
  for (const other of definitions.sets) {
    if (other === set) continue;
    for (const whole of other.domains) {
      const findings = whole.criteria.flatMap(({ when }) => positiveFindings(when));
      for (const group of GROUPS) {
        const domains = set.domains.filter(
          (domain) =>
            domain.group === group &&
            domain.criteria.some(
              ({ when, weight }) =>
                weight > 0 && positiveFindings(when).some((finding) => isOneOf(finding, findings, context)),
            ),
        );
        const key = domains.map(({ id }) => id).join("+");
        if (domains.length > 1 && !found.has(key)) found.set(key, { domains, in: [other, whole] });
      }
    }
  }
  return [...found.values()].flatMap(({ domains, in: [other, whole] }) => {
    const ids = domains.map(({ id }) => id);
    const names = list(domains.map(({ title }) => inSentence(title)));
    const rule = `Each of them counts by itself in ${set.short}.`;
    const as = `as in ${other.short}, where they share points (“${whole.title}”)`;
    const [first] = inSharedOrder(set, ids);
    const others = domains.filter(({ criteria }) => first && !criteria.includes(first));
    return [
      derived(context, {
        id: `shared:${other.id}:${whole.id}`,
        kind: "shared",
        says: [`Of ${names} only one was counted, ${as}.`, rule],
        changes: [{ kind: "share", domains: ids }],
        see: first && positiveFindings(first.when)[0],
      }),
      ...others.map(({ id, title, criteria }) =>
        derived(context, {
          id: `shared:${other.id}:${whole.id}:${id}`,
          kind: "shared-before",
          says: [`Of ${names} only ${inSentence(title)} was counted, ${as}.`, rule],
          changes: [{ kind: "share", domains: ids, before: id }],
          see: criteria[0] && positiveFindings(criteria[0].when)[0],
        }),
      ),
    ];
  });
}

/** The weight that another weighted set gives to what a criterion reads; and all of its weights at once. */
export function weighedAsElsewhere(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  if (set.unit === "criteria") return [];
  const weighted = definitions.sets.filter((other) => other !== set && other.unit === "points");
  const weights = weighted.map((other) => {
    const found = [...criteriaOf(set)].flatMap(({ criterion }) => {
      const read = positiveFindings(criterion.when);
      const same = [...criteriaOf(other)].filter((one) =>
        positiveFindings(one.criterion.when).some((finding) => read.includes(finding)),
      );
      const others = new Set(same.map((one) => one.criterion.weight).filter((weight) => weight !== criterion.weight));
      return [...others].map((weight) => ({ criterion, weight }));
    });
    return { other, found };
  });
  const one = weights.flatMap(({ other, found }) =>
    found.map(({ criterion, weight }) =>
      derived(context, {
        id: `weight-of:${other.id}:${criterion.id}:${weight}`,
        kind: "weight-of",
        says: [
          `“${criterion.title}” was given ${amountWords(weight, set.unit)}, as in ${other.short}.`,
          `Here it weighs ${amountWords(criterion.weight, set.unit)}.`,
        ],
        changes: [{ kind: "weights", weights: { [criterion.id]: weight } }],
        see: positiveFindings(criterion.when)[0],
      }),
    ),
  );
  const own = `${set.short} has weights of its own.`;
  const all = weights.flatMap(({ other, found }) =>
    found.length < 2
      ? []
      : [
          derived(context, {
            id: `weights-of:${other.id}`,
            kind: "weights-of",
            says: [`The weights of ${other.short} were used.`, own],
            changes: [
              {
                kind: "weights",
                weights: Object.fromEntries(found.map(({ criterion, weight }) => [criterion.id, weight])),
              },
            ],
          }),
        ],
  );
  const positive = [...criteriaOf(set)].filter(({ criterion }) => criterion.weight > 0);
  const counting = definitions.sets.filter(({ unit }) => unit === "criteria");
  const ones = derived(context, {
    id: "weights-of:counting",
    kind: "weights-of",
    says: [`Every item was counted as 1, as in ${list(counting.map(({ short }) => short))}.`, own],
    changes: [{ kind: "weights", weights: Object.fromEntries(positive.map(({ criterion }) => [criterion.id, 1])) }],
  });
  return [...one, ...all, ...(counting.length > 0 ? [ones] : [])];
}

/** Each finding that a value decides judged by the limits of the form that another set reads. */
export function limitedAsElsewhere(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const read = findingsRead(set);
  const rulesFor = (finding: FindingId): readonly Rule[] => definitions.findings[finding].decidedBy ?? [];
  const seen = new Set<string>();
  return definitions.sets.flatMap((other) =>
    other === set
      ? []
      : findingsRead(other).flatMap((from) =>
          read.flatMap((finding) => {
            const tests = [...new Set(rulesFor(finding).map(({ test }) => test))].filter((test) =>
              rulesFor(from).some((rule) => rule.test === test),
            );
            const ofTests = (id: FindingId) => rulesFor(id).filter(({ test }) => tests.includes(test));
            const id = `limit-of:${finding}:${from}`;
            if (read.includes(from) || tests.length === 0 || seen.has(id)) return [];
            if (isSaidOtherwise(ofTests(finding), ofTests(from))) return [];
            seen.add(id);
            const { label } = definitions.findings[finding];
            const limited = rulesFor(finding).map((rule) => ({ finding, rule }));
            return [
              derived(context, {
                id,
                kind: "limit-of",
                says: [
                  `“${label}” was judged as ${other.short} judges ${inSentence(definitions.findings[from].label)}.`,
                  limitRule(limited, context),
                ],
                changes: [{ kind: "limits-of", finding, from, tests }],
                see: finding,
              }),
            ];
          }),
        ),
  );
}

/** Rules that differ only in whether they count their limit in, or in that one occasion is enough, are said otherwise. */
function isSaidOtherwise(own: readonly Rule[], others: readonly Rule[]): boolean {
  const withoutSide = (rules: readonly Rule[]) =>
    JSON.stringify(rules.map((rule) => ({ ...rule, is: rule.is === ">=" ? ">" : rule.is })));
  const once = (rules: readonly Rule[]) => rules.map(({ occasions: _, ...rule }) => rule);
  const isFewer = others.every(({ occasions = 1 }) => occasions === 1);
  return (
    withoutSide(own) === withoutSide(others) || (isFewer && JSON.stringify(once(own)) === JSON.stringify(once(others)))
  );
}

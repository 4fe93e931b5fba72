import type { Change, Item, Misreading } from "../../criteria/practice/types.ts";
import type {
  Attribution,
  Classification,
  Condition,
  CriteriaSet,
  Criterion,
  Definitions,
  Domain,
  Finding,
  FindingId,
  Measurement,
  Rule,
  SleRecord,
  TestId,
} from "../../criteria/types.ts";
import type { Leaf } from "../definition/walk.ts";
import { statementOf } from "../record/edit.ts";
import { TITER } from "../record/titer.ts";
import { factsOf, PART_OF } from "./answer.ts";

/** A patient and a set as somebody reads them: correctly at first, then with one misreading after another. */
export interface View {
  readonly record: SleRecord;
  readonly set: CriteriaSet;
  readonly definitions: Definitions;
}

/** Whether cases turn on a misreading. A sum that is added up wrongly is misread of no case in particular. */
export function isPracticed({ changes }: Misreading): boolean {
  return changes.some(({ kind }) => kind !== "sum-wrong");
}

/** The same patient and set, misread. A misreading that is not made in this set changes nothing. */
export function misread(view: View, { sets, changes }: Misreading): View {
  return sets.includes(view.set.id) ? changes.reduce(changed, view) : view;
}

function changed(view: View, change: Change): View {
  const { set, record } = view;
  switch (change.kind) {
    case "sum-domains":
      return inDomains(view, (domain) => (change.domains.includes(domain.id) ? perCriterion(domain) : [domain]));
    case "split-criterion":
      return inDomains(view, (domain) =>
        domain.criteria.some(({ id }) => id === change.criterion) ? perAlternative(domain, change.criterion) : [domain],
      );
    case "condition":
      return inCriteria(view, (criterion) => [
        criterion.id === change.criterion ? { ...criterion, when: change.when } : criterion,
      ]);
    case "weights":
      return inCriteria(view, (criterion) => [weighing(criterion, change.weights[criterion.id] ?? criterion.weight)]);
    case "round-weights": {
      const round = change.to === "up" ? Math.ceil : Math.floor;
      return inCriteria(view, (criterion) => [weighing(criterion, round(criterion.weight))]);
    }
    case "without-criterion":
      return inCriteria(view, (criterion) => (criterion.id === change.criterion ? [] : [criterion]));
    case "extra-criterion":
      return inDomains(view, (domain) => [domain], extraDomain(change));
    case "without-entry": {
      const { entry: _, ...open } = set;
      return { ...view, set: open };
    }
    case "with-entry":
      return {
        ...view,
        set: { ...set, entry: { title: "", when: change.when } },
      };
    case "without-group":
      return withRule(view, (clause) => clause.kind !== "criteriaAtLeast" || clause.group !== change.group);
    case "without-route":
      return withRule(view, (clause) => clause.kind !== "route");
    case "threshold":
      return { ...view, set: { ...set, classifiedWhen: rethreshold(set.classifiedWhen, change) } };
    case "attribution":
      return { ...view, set: { ...set, attribution: readAttribution(change.reading) } };
    case "taken-as":
      return { ...view, record: takenAs(view, change) };
    case "limit":
      return withRules(view, change.finding, (rule) =>
        rule.test === change.test && "value" in rule ? { ...rule, is: change.is, value: change.value } : rule,
      );
    case "one-occasion":
      return withRules(view, change.finding, (rule) => ({ ...rule, occasions: 1 }));
    case "add-each":
      return inDomains(view, (domain) => (domain.id === change.domain ? parts(domain, itemsOf(domain)) : [domain]));
    case "add-items":
      return inDomains(view, (domain) => (domain.id === change.domain ? parts(domain, change.items) : [domain]));
    case "count-items":
      return inDomains(view, (domain) =>
        domain.criteria.some(({ id }) => id === change.criterion) ? countedParts(domain, change) : [domain],
      );
    case "only-criterion":
      return inDomains(view, (domain) => [
        domain.id === change.domain
          ? { ...domain, criteria: domain.criteria.filter(({ id }) => id === change.criterion) }
          : domain,
      ]);
    case "limit-equal":
      return withRulesOf(view, change, withLimitMoved);
    case "limit-at":
      return withRulesOf(view, change, (rule) =>
        "value" in rule ? { ...rule, ...scaled(rule, change.value), is: change.is } : rule,
      );
    case "any-of": {
      const { criterion } = change;
      return criterion === undefined
        ? inRoutes(view, anyOfAll)
        : inCriterion(view, criterion, (when) => anyOfAll(when));
    }
    case "count-off":
      return inCriterion(view, change.criterion, (when) =>
        inParts(when, (part) => (part.kind === "atLeast" ? { ...part, count: part.count + change.by } : part)),
      );
    case "without-not":
      return inCriterion(view, change.criterion, (when) =>
        inParts(when, (part) =>
          part.kind === "all" ? { ...part, of: part.of.filter(({ kind }) => kind !== "not") } : part,
        ),
      );
    case "counted-as":
      return countedAs(view, change);
    case "not-counted":
      return everywhere(view, (leaf) => (leaf.finding === change.finding ? NEVER : leaf));
    case "explained-counted":
      return everywhere(view, (leaf) => (leaf.finding === change.finding ? { ...leaf, kind: "recorded" } : leaf));
    case "entry-by":
      return withEntry(view, (when) => ({ kind: "any", of: [when, { kind: "recorded", finding: change.finding }] }));
    case "entry-attributed":
      return withEntry(view, (when) => inLeaves(when, (leaf) => ({ ...leaf, kind: "present" })));
    case "route-by": {
      const also: Condition = { kind: "present", finding: change.finding };
      return inRoutes(view, (when) =>
        inLeaves(when, (leaf) => (leaf.finding === change.inPlaceOf ? { kind: "any", of: [leaf, also] } : leaf)),
      );
    }
    case "asked-group": {
      const asked: Classification = { kind: "criteriaAtLeast", count: 1, group: change.group };
      return { ...view, set: { ...set, classifiedWhen: { kind: "allOf", of: [set.classifiedWhen, asked] } } };
    }
    case "share":
      return { ...view, set: sharing(set, change) };
    case "count-again":
      return inDomains(view, (domain) =>
        domain.id === change.domain ? [domain, { ...domain, id: `${domain.id}${PART_OF}again` }] : [domain],
      );
    case "limits-of":
      return withRulesFrom(view, change);
    case "convert":
      return withRulesOf(view, change, (rule) => {
        if (!("value" in rule)) return rule;
        const { perUnit: _, ...exact } = rule;
        return exact;
      });
    case "points-if-entered": {
      const { entry } = set;
      return entry ? inCriteria(view, (one) => [{ ...one, when: both(entry.when, one.when) }]) : view;
    }
    case "sum-wrong":
      return view;
    case "latest-value":
      return { ...view, record: { ...record, measurements: latest(record.measurements ?? []) } };
    case "unit-ignored":
      return withoutUnits(view);
  }
}

function inDomains(view: View, each: (domain: Domain) => readonly Domain[], extra: readonly Domain[] = []): View {
  return { ...view, set: { ...view.set, domains: [...view.set.domains.flatMap(each), ...extra] } };
}

function inCriteria(view: View, each: (criterion: Criterion) => readonly Criterion[]): View {
  return inDomains(view, (domain) => {
    const criteria = domain.criteria.flatMap(each);
    // A domain in which nothing is changed stays the one that it was: what is not touched need not be worked out again.
    const isSame =
      criteria.length === domain.criteria.length && criteria.every((one, at) => one === domain.criteria[at]);
    return [isSame ? domain : { ...domain, criteria }];
  });
}

function weighing(criterion: Criterion, weight: number): Criterion {
  return weight === criterion.weight ? criterion : { ...criterion, weight };
}

/** What is never met. */
const NEVER: Condition = { kind: "any", of: [] };

/** A condition with each of its parts changed, the innermost first. */
function inParts(when: Condition, each: (part: Condition) => Condition): Condition {
  switch (when.kind) {
    case "present":
    case "recorded":
      return each(when);
    case "all":
    case "any":
    case "atLeast":
      return each({ ...when, of: when.of.map((part) => inParts(part, each)) });
    case "not":
      return each({ ...when, of: inParts(when.of, each) });
  }
}

function inLeaves(when: Condition, each: (leaf: Leaf) => Condition): Condition {
  return inParts(when, (part) => (part.kind === "present" || part.kind === "recorded" ? each(part) : part));
}

/** Each "all", read as "any"; what has to be absent is not part of what is asked for. */
function anyOfAll(when: Condition): Condition {
  return inParts(when, (part) =>
    part.kind === "all" ? { kind: "any", of: part.of.filter(({ kind }) => kind !== "not") } : part,
  );
}

function inCriterion(view: View, id: string, each: (when: Condition) => Condition): View {
  return inCriteria(view, (criterion) => [
    criterion.id === id ? { ...criterion, when: each(criterion.when) } : criterion,
  ]);
}

function inRoutes(view: View, each: (when: Condition) => Condition): View {
  const read = (rule: Classification): Classification => {
    if (rule.kind === "route") {
      const when = each(rule.when);
      return isSame(when, rule.when) ? rule : { ...rule, when };
    }
    if (rule.kind !== "allOf" && rule.kind !== "anyOf") return rule;
    const of = rule.of.map(read);
    return of.every((part, at) => part === rule.of[at]) ? rule : { ...rule, of };
  };
  return { ...view, set: { ...view.set, classifiedWhen: read(view.set.classifiedWhen) } };
}

function withEntry(view: View, each: (when: Condition) => Condition): View {
  const { entry } = view.set;
  if (!entry) return view;
  const when = each(entry.when);
  return isSame(when, entry.when) ? view : { ...view, set: { ...view.set, entry: { ...entry, when } } };
}

/** Each leaf of the set changed: of its criteria, its entry criterion and its routes. */
function everywhere(view: View, each: (leaf: Leaf) => Condition): View {
  const read = (when: Condition) => inLeaves(when, each);
  const criteria = inCriteria(view, (criterion) => {
    const when = read(criterion.when);
    return [isSame(when, criterion.when) ? criterion : { ...criterion, when }];
  });
  return withEntry(inRoutes(criteria, read), read);
}

const isSame = (one: Condition, other: Condition) => JSON.stringify(one) === JSON.stringify(other);

/** The ways to meet a criterion: the alternatives of an "any", or the whole. */
export function branchesOf({ when }: Criterion): readonly Condition[] {
  return when.kind === "any" ? when.of : [when];
}

/** Every way to meet every criterion of a domain. */
export function itemsOf({ criteria }: Domain): readonly Item[] {
  return criteria.flatMap((criterion) =>
    branchesOf(criterion).map((_, branch) => ({ criterion: criterion.id, branch })),
  );
}

/** A domain in which each of these items scores by itself. */
function parts(domain: Domain, items: readonly Item[]): readonly Domain[] {
  return items.flatMap(({ criterion: id, branch }) => {
    const criterion = domain.criteria.find((one) => one.id === id);
    const when = criterion && branchesOf(criterion)[branch];
    if (!criterion || !when) return [];
    return [{ ...domain, id: `${domain.id}${PART_OF}${id}-${branch}`, criteria: [{ ...criterion, when }] }];
  });
}

/** A domain in which the first, second, third ... way to meet the criterion scores each, up to so many. */
function countedParts(domain: Domain, { criterion: id, most }: { criterion: string; most: number }): readonly Domain[] {
  const criterion = domain.criteria.find((one) => one.id === id);
  if (!criterion) return [domain];
  const of = branchesOf(criterion);
  const others = domain.criteria.filter((one) => one !== criterion);
  const counted = Array.from({ length: most }, (_, position) => ({
    ...domain,
    id: `${domain.id}${PART_OF}${id}-${position}`,
    criteria: [{ ...criterion, when: { kind: "atLeast" as const, count: position + 1, of } }],
  }));
  return others.length > 0 ? [{ ...domain, criteria: others }, ...counted] : counted;
}

function countedAs(view: View, change: Extract<Change, { kind: "counted-as" }>): View {
  const leaf: Condition = { kind: "present", finding: change.finding };
  return inCriteria(view, (criterion) => {
    if (criterion.id === change.criterion) {
      return [{ ...criterion, when: { kind: "any", of: [...branchesOf(criterion), leaf] } }];
    }
    if (!change.instead) return [criterion];
    const when = inLeaves(criterion.when, (one) => (one.finding === change.finding ? NEVER : one));
    return [isSame(when, criterion.when) ? criterion : { ...criterion, when }];
  });
}

const both = (...of: readonly Condition[]): Condition => ({ kind: "all", of });

/**
 * The domains as if they were one: a criterion counts only where none of the others' that goes before it is met. What goes
 * first is the heavier, unless one is named. Each keeps its own domain, so that it is seen which was left out.
 */
function sharing(set: CriteriaSet, { domains, before }: Extract<Change, { kind: "share" }>): CriteriaSet {
  const shared = inSharedOrder(set, domains, before);
  const read = set.domains.map((domain) => {
    if (!domains.includes(domain.id)) return domain;
    const criteria = domain.criteria.map((criterion) => {
      const first = shared.slice(0, shared.indexOf(criterion)).filter((one) => !domain.criteria.includes(one));
      if (first.length === 0) return criterion;
      const none: Condition = { kind: "not", of: { kind: "any", of: first.map(({ when }) => when) } };
      return { ...criterion, when: both(criterion.when, none) };
    });
    return { ...domain, criteria };
  });
  return { ...set, domains: read };
}

/** The criteria of some domains, those that go first where they share points before the others. */
export function inSharedOrder(
  { domains }: CriteriaSet,
  shared: readonly string[],
  before?: string,
): readonly Criterion[] {
  const place = (domain: Domain) => (domain.id === before ? 0 : 1);
  return domains
    .filter(({ id }) => shared.includes(id))
    .flatMap((domain) => domain.criteria.map((criterion) => ({ criterion, place: place(domain) })))
    .toSorted((a, b) => a.place - b.place || b.criterion.weight - a.criterion.weight)
    .map(({ criterion }) => criterion);
}

function perCriterion(domain: Domain): readonly Domain[] {
  return domain.criteria.map((criterion) => ({
    ...domain,
    id: `${domain.id}${PART_OF}${criterion.id}`,
    criteria: [criterion],
  }));
}

function perAlternative(domain: Domain, criterionId: string): readonly Domain[] {
  const others = domain.criteria.filter(({ id }) => id !== criterionId);
  const parts = domain.criteria.flatMap((criterion) => {
    if (criterion.id !== criterionId || criterion.when.kind !== "any") return [];
    return criterion.when.of.map((when, position) => ({
      ...domain,
      id: `${domain.id}${PART_OF}${criterion.id}-${position}`,
      criteria: [{ ...criterion, when }],
    }));
  });
  return others.length > 0 ? [{ ...domain, criteria: others }, ...parts] : parts;
}

function extraDomain({
  criterion,
  group,
  weight,
  when,
}: Extract<Change, { kind: "extra-criterion" }>): readonly Domain[] {
  const added: Criterion = {
    id: criterion,
    title: criterion,
    weight,
    when,
  };
  return [{ id: criterion, title: criterion, group, criteria: [added] }];
}

function withRule(view: View, keep: (clause: Classification) => boolean): View {
  return { ...view, set: { ...view.set, classifiedWhen: pruned(view.set.classifiedWhen, keep) } };
}

function pruned(rule: Classification, keep: (clause: Classification) => boolean): Classification {
  if (rule.kind !== "allOf" && rule.kind !== "anyOf") return rule;
  return { ...rule, of: rule.of.filter(keep).map((part) => pruned(part, keep)) };
}

function rethreshold(rule: Classification, change: Extract<Change, { kind: "threshold" }>): Classification {
  switch (rule.kind) {
    case "scoreAtLeast":
    case "scoreAbove":
      return { kind: change.is === ">=" ? "scoreAtLeast" : "scoreAbove", score: change.score };
    case "allOf":
    case "anyOf":
      return { ...rule, of: rule.of.map((part) => rethreshold(part, change)) };
    case "criteriaAtLeast":
    case "route":
      return rule;
  }
}

function readAttribution(reading: "ignored" | "everywhere"): Attribution {
  return reading === "everywhere" ? { kind: "any-other-cause" } : { kind: "as-printed", excludes: {} };
}

function takenAs({ record, definitions }: View, change: Extract<Change, { kind: "taken-as" }>): SleRecord {
  const facts = factsOf(record, definitions);
  const from = facts?.[change.from];
  const as = facts?.[change.as];
  if (!from || from.status !== change.status || as?.status === "present") return record;
  const explainedBy = from.explainedBy ?? statementOf(record, change.from).explainedBy;
  const findings = { ...record.findings, [change.as]: explainedBy ? { status: "present", explainedBy } : "present" };
  return { ...record, findings } as SleRecord;
}

function withRules(view: View, finding: FindingId, each: (rule: Rule) => Rule): View {
  const { definitions } = view;
  const definition = definitions.findings[finding];
  const reread = { ...definition, decidedBy: definition.decidedBy?.map(each) ?? [] };
  return { ...view, definitions: { ...definitions, findings: { ...definitions.findings, [finding]: reread } } };
}

/** The rules of a finding for some tests taken from another finding. */
function withRulesFrom(view: View, { finding, from, tests }: Extract<Change, { kind: "limits-of" }>): View {
  const { findings } = view.definitions;
  const isOf = ({ test }: Rule) => tests.includes(test);
  const definition: Finding = findings[finding];
  const own = definition.decidedBy?.filter((rule) => !isOf(rule)) ?? [];
  const others = findings[from].decidedBy?.filter(isOf) ?? [];
  const reread = { ...definition, decidedBy: [...own, ...others] };
  return { ...view, definitions: { ...view.definitions, findings: { ...findings, [finding]: reread } } };
}

/** The rules of some findings changed, of one test or of all. */
function withRulesOf(
  view: View,
  { findings, test }: { readonly findings: readonly FindingId[]; readonly test?: TestId },
  each: (rule: Rule) => Rule,
): View {
  const { definitions } = view;
  const reread = Object.fromEntries(
    findings.map((id) => {
      const definition: Finding = definitions.findings[id];
      const rules = definition.decidedBy ?? [];
      return [
        id,
        {
          ...definition,
          decidedBy: rules.map((rule) => (test === undefined || rule.test === test ? each(rule) : rule)),
        },
      ];
    }),
  );
  return { ...view, definitions: { ...definitions, findings: { ...definitions.findings, ...reread } } };
}

/**
 * Nobody writes a value that lies this little above a limit, in parts of the limit: a value below the limit so raised
 * is one that lies below it or at it.
 */
const A_TRIFLE = 1e-9;

/** The limit itself counted in where it is left out, and left out where it is counted in. */
function withLimitMoved(rule: Rule): Rule {
  if (rule.is === ">") return { ...rule, is: ">=" };
  if (rule.is === ">=") return { ...rule, is: ">" };
  if ("value" in rule) return { ...rule, ...scaled(rule, rule.value * (1 + A_TRIFLE)) };
  return { ...rule, times: (rule.times ?? 1) * (1 + A_TRIFLE) };
}

/** A fixed limit moved to another number, and its equivalents in other units by as much. */
function scaled(rule: Extract<Rule, { value: number }>, value: number): Pick<typeof rule, "value" | "perUnit"> {
  const perUnit = rule.perUnit?.map((one) => ({ ...one, value: (one.value * value) / rule.value }));
  return { value, ...(perUnit && { perUnit }) };
}

/** Of each test with dated values, the last; values without a date only where no date is given. */
function latest(measurements: readonly Measurement[]): readonly Measurement[] {
  const last = new Map<TestId, string>();
  for (const { test, date } of measurements) {
    if (date !== undefined && date > (last.get(test) ?? "")) last.set(test, date);
  }
  return measurements.filter(({ test, date }) => !last.has(test) || date === last.get(test));
}

/** Every number as if it stood in the test's first unit, and every number believable. A titer is no number of units. */
function withoutUnits(view: View): View {
  const { record, definitions } = view;
  const tests = Object.fromEntries(
    Object.entries(definitions.tests).map(([id, test]) => [id, { ...test, plausible: [-1e12, 1e12] as const }]),
  ) as Definitions["tests"];
  const measurements = (record.measurements ?? []).map((one) => ({
    ...one,
    unit: one.unit === TITER ? one.unit : definitions.tests[one.test].units[0].unit,
  }));
  return { ...view, record: { ...record, measurements }, definitions: { ...definitions, tests } };
}

import type { Change, DerivedKind, Item, Misreading, PracticeMaterial } from "../../criteria/practice/types.ts";
import type {
  Assumption,
  Classification,
  Condition,
  CriteriaSet,
  Criterion,
  Definitions,
  Domain,
  DomainGroup,
  FindingId,
  Rule,
  TestId,
} from "../../criteria/types.ts";
import { assumed, backward, closure, implied } from "../definition/implications.ts";
import { amountWords } from "../definition/vocabulary.ts";
import {
  clauses,
  criteriaOf,
  findingsIn,
  findingsRead,
  leaves,
  positiveFindings,
  routesOf,
  thresholdOf,
} from "../definition/walk.ts";
import { limitOf } from "../explain/limits.ts";
import { capitalize, inSentence, list, writeCause } from "../explain/values.ts";
import { branchesOf, inSharedOrder, itemsOf } from "./misread.ts";

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

interface Context extends Pick<PracticeMaterial, "derivation"> {
  readonly set: CriteriaSet;
  readonly definitions: Definitions;
}

interface Draft {
  readonly id: string;
  readonly kind: DerivedKind;
  /** What was done, and what the set says instead. */
  readonly says: readonly [title: string, rule: string];
  readonly changes: readonly Change[];
  readonly see?: FindingId | undefined;
}

function derived({ set, derivation }: Context, { id, kind, says: [title, rule], changes, see }: Draft): Misreading {
  const cost = derivation.priors.derived[kind];
  return { id, title, rule, sets: [set.id], changes, cost, ...(see && { see }) };
}

// ---------------------------------------------------------------- domains

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

function addedWithin(domain: Domain, context: Context): readonly Misreading[] {
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
        `${capitalize(NUMBERS[most] ?? String(most))} findings of the criterion ${title} were counted by themselves.`,
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

const NUMBERS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight"];

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

function lighterTaken(domain: Domain, context: Context): readonly Misreading[] {
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

// ---------------------------------------------------------------- limits

/** The findings that decide something in the set: those that it reads, and those that these follow from or lead to. */
function reaching({ set, definitions }: Context): ReadonlySet<FindingId> {
  const steps = [...implied(definitions), ...assumed(definitions)];
  return closure(findingsRead(set), [...steps, ...backward(steps)]);
}

interface Limited {
  readonly finding: FindingId;
  readonly rule: Rule;
}

/**
 * The rules by which each test decides something in the set, those of the findings that it reads first. A finding that it
 * does not read decides only what follows from it, or what is taken for granted beside it.
 */
function limitsByTest(context: Context): ReadonlyMap<TestId, readonly Limited[]> {
  const { definitions, set } = context;
  const byTest = new Map<TestId, Limited[]>();
  for (const finding of new Set([...findingsRead(set), ...reaching(context)])) {
    if (!shows(finding, context) && !assumptionFrom(finding, context)) continue;
    for (const rule of definitions.findings[finding].decidedBy ?? []) {
      byTest.set(rule.test, [...(byTest.get(rule.test) ?? []), { finding, rule }]);
    }
  }
  return byTest;
}

/** Whether something that the set reads is there wherever this finding is. */
function shows(finding: FindingId, { set, definitions }: Context): boolean {
  const reached = closure([finding], implied(definitions));
  return findingsRead(set).some((read) => reached.has(read));
}

/** The assumption by which a finding decides something in a set of which it shows nothing by itself. */
function assumptionFrom(finding: FindingId, context: Context): Assumption | undefined {
  const { definitions } = context;
  if (shows(finding, context)) return undefined;
  const reached = closure([finding], implied(definitions));
  return definitions.assumptions.find(
    ({ when, then }) =>
      when.status === "present" &&
      reached.has(when.finding) &&
      then.status === "present" &&
      shows(then.finding, context),
  );
}

function limitsMoved(context: Context): readonly Misreading[] {
  const { set, definitions, derivation } = context;
  const byTest = limitsByTest(context);
  const read = findingsRead(set);
  // Of several findings that a test decides, those that the set reads: what they follow from is not asked about.
  const decided = (limited: readonly Limited[]) => {
    const all = [...new Set(limited.map(({ finding }) => finding))];
    const own = all.filter((finding) => read.includes(finding));
    return own.length > 0 ? own : all;
  };
  // The first titer that a laboratory calls positive is positive by definition: there is no other side of it.
  const movable = [...byTest].flatMap(([test, limited]) => {
    const own = limited.filter(({ rule }) => "value" in rule || !definitions.tests[test].titer);
    return own.length > 0 ? [{ test, limited: own }] : [];
  });
  const equal = movable.map(({ test, limited }) =>
    derived(context, {
      id: `limit-equal:${test}`,
      kind: "limit-equal",
      says: [
        `A value exactly at the ${isAssumed(limited, context) ? "limit that is assumed" : "limit"} was taken the other way (${inSentence(definitions.tests[test].label)}).`,
        limitRule(limited, context),
      ],
      changes: [{ kind: "limit-equal", test, findings: decided(limited) }],
      see: limited[0]?.finding,
    }),
  );
  const every = derived(context, {
    id: "limit-equal:every-test",
    kind: "every-limit-equal",
    says: [
      "Values exactly at a limit were taken the other way.",
      "Below and above leave the limit out; at least counts it in.",
    ],
    changes: [{ kind: "limit-equal", findings: [...new Set(movable.flatMap(({ limited }) => decided(limited)))] }],
  });
  const wrong = derivation.wrongLimits.flatMap(({ test, is, value, why }) => {
    const limited = (byTest.get(test) ?? []).filter(({ rule }) => "value" in rule);
    const own = decided(limited);
    const judged = limited.filter(({ finding }) => own.includes(finding));
    // Whoever takes a fixed limit for another passes over what else would decide: the rule says all of it.
    const every = (byTest.get(test) ?? []).filter(({ finding }) => own.includes(finding));
    const [first] = judged;
    if (!first || judged.every(({ rule }) => "value" in rule && rule.value === value)) return [];
    const { unit } = definitions.tests[test].units[0];
    const { words } = limitOf({ test, is, value, unit }, definitions.tests[test]);
    return [
      derived(context, {
        id: `limit-at:${test}:${value}`,
        kind: "limit-at",
        says: [
          `${definitions.tests[test].label} was judged by another limit, ${words} (${inSentence(why).replace(/\.$/, "")}).`,
          limitRule(every, context),
        ],
        changes: [{ kind: "limit-at", test, is, value, findings: own }],
        see: first.finding,
      }),
    ];
  });
  const once = read.flatMap((finding) => {
    const { decidedBy, label } = definitions.findings[finding];
    if (!decidedBy?.some(({ occasions = 1 }) => occasions > 1)) return [];
    const limited = decidedBy.map((rule) => ({ finding, rule }));
    return [
      derived(context, {
        id: `one-occasion:${finding}`,
        kind: "one-occasion",
        says: [`A single value was taken as enough for ${inSentence(label)}.`, limitRule(limited, context)],
        changes: [{ kind: "one-occasion", finding }],
        see: finding,
      }),
    ];
  });
  const converted = movable.flatMap(({ test, limited }) => {
    const own = limited.filter(({ rule }) => "value" in rule && rule.perUnit);
    if (own.length === 0) return [];
    return [
      derived(context, {
        id: `convert:${test}`,
        kind: "convert",
        says: [
          `The limit was converted exactly to the unit of the value (${inSentence(definitions.tests[test].label)}).`,
          limitRule(own, context),
        ],
        // Also of what it follows from, which is judged by the same value.
        changes: [{ kind: "convert", test, findings: decidedBy(test, definitions) }],
        see: own[0]?.finding,
      }),
    ];
  });
  return [...equal, ...(equal.length > 1 ? [every] : []), ...wrong, ...once, ...converted];
}

/** Every finding that a test decides, whether or not the set reads it. */
function decidedBy(test: TestId, { findings }: Definitions): readonly FindingId[] {
  return (Object.keys(findings) as FindingId[]).filter((id) =>
    findings[id].decidedBy?.some((rule) => rule.test === test),
  );
}

/** Whether what a test decides first is nothing that the set reads, and only taken for it. */
function isAssumed([first]: readonly Limited[], context: Context): boolean {
  return first !== undefined && assumptionFrom(first.finding, context) !== undefined;
}

/**
 * What a test's limit is, for the first finding that it decides here: each way in which a value of it is judged. Where
 * the set does not read that finding and it is only taken for one that it reads, the set has no such limit, and it says so.
 */
function limitRule(limited: readonly Limited[], context: Context): string {
  const { definitions } = context;
  const [first] = limited;
  if (!first) return "";
  const all = limited
    .filter(({ finding }) => finding === first.finding)
    .map(({ rule }) => {
      const { words, conditions } = limitOf(rule, definitions.tests[rule.test]);
      return [`${words}${otherwisePrinted(rule, context)}`, ...conditions].join(", ");
    });
  const ways = [...new Set(all)].join("; or ");
  const assumption = assumptionFrom(first.finding, context);
  if (assumption) {
    const read = inSentence(definitions.findings[assumption.then.finding].label);
    return `What counts is ${read}; a value of ${ways} is only taken for it (${assumption.why}).`;
  }
  return `For ${inSentence(definitions.findings[first.finding].label)} the value has to be ${ways}.`;
}

/** The limits that are published for single units, which are not the fixed one converted: " (50 mg/mmol ...)". */
function otherwisePrinted(rule: Rule, { definitions }: Context): string {
  if (!("value" in rule) || !rule.perUnit) return "";
  const { units } = definitions.tests[rule.test];
  const printed = rule.perUnit.map(
    ({ unit, value }) => `${value.toLocaleString("en-US")} ${units.find((one) => one.unit === unit)?.label ?? unit}`,
  );
  return ` (${list(printed, "or")})`;
}

// ---------------------------------------------------------------- conditions

/** What a condition asks for, in words. */
function asked(when: Condition, definitions: Definitions): string {
  switch (when.kind) {
    case "present":
    case "recorded":
      return inSentence(definitions.findings[when.finding].label);
    case "all":
      return list(when.of.map((part) => asked(part, definitions)));
    case "any":
      return list(
        when.of.map((part) => asked(part, definitions)),
        "or",
      );
    case "atLeast":
      return `at least ${NUMBERS[when.count] ?? when.count} of ${list(when.of.map((part) => asked(part, definitions)))}`;
    case "not":
      return `no ${asked(when.of, definitions)}`;
  }
}

function* partsOf(when: Condition): Generator<Condition> {
  yield when;
  if (when.kind === "not") yield* partsOf(when.of);
  else if (when.kind !== "present" && when.kind !== "recorded") for (const part of when.of) yield* partsOf(part);
}

function conditionsMisread(criterion: Criterion, context: Context): readonly Misreading[] {
  const { definitions } = context;
  const all = [...partsOf(criterion.when)];
  const title = inSentence(criterion.title);
  const [see] = positiveFindings(criterion.when);
  const draft = (id: string, kind: DerivedKind, says: readonly [string, string], change: Change) =>
    derived(context, { id: `${id}:${criterion.id}`, kind, says, changes: [change], see });
  const words = (when: readonly Condition[]) => when.map((part) => asked(part, definitions));
  return [
    ...all.flatMap((part) => {
      const together = part.kind === "all" ? part.of.filter(({ kind }) => kind !== "not") : [];
      if (together.length < 2) return [];
      const rule = `${capitalize(list(words(together)))} have to be there together.`;
      const says = `A part of what ${title} asks for was taken as enough.`;
      return [draft("any-of", "any-of", [says, rule], { kind: "any-of", criterion: criterion.id })];
    }),
    ...all.flatMap((part) => {
      if (part.kind !== "atLeast") return [];
      const rule = `${capitalize(asked(part, definitions))} are asked for.`;
      const count = (id: string, kind: DerivedKind, by: 1 | -1, says: string) =>
        draft(id, kind, [says, rule], { kind: "count-off", criterion: criterion.id, by });
      return [
        count("count-fewer", "count-fewer", -1, `For ${title} one sign fewer was taken as enough.`),
        count("count-more", "count-more", 1, `For ${title} one sign more was asked for.`),
      ];
    }),
    ...all.flatMap((part) => {
      const out = part.kind === "all" ? part.of.flatMap((one) => (one.kind === "not" ? [one.of] : [])) : [];
      if (out.length === 0) return [];
      const says = `“${criterion.title}” was counted beside ${list(words(out))}.`;
      const rule = `It counts only where there is no ${list(words(out), "or")}.`;
      return [
        draft("without-exclusion", "without-not", [says, rule], { kind: "without-not", criterion: criterion.id }),
      ];
    }),
    ...(criterion.weight < 0 ? negativeMisread(criterion, context) : []),
  ];
}

function negativeMisread(criterion: Criterion, context: Context): readonly Misreading[] {
  const { id, weight } = criterion;
  const title = inSentence(criterion.title);
  const rule = `${capitalize(title)} subtracts ${amountWords(-weight, context.set.unit)}.`;
  const draft = (kind: DerivedKind, says: string, change: Change) =>
    derived(context, {
      id: `${kind}:${id}`,
      kind,
      says: [says, rule],
      changes: [change],
      see: positiveFindings(criterion.when)[0],
    });
  return [
    draft("negative-dropped", `What ${title} takes away was forgotten.`, { kind: "without-criterion", criterion: id }),
    draft("negative-added", `What ${title} takes away was added.`, { kind: "weights", weights: { [id]: -weight } }),
  ];
}

// ---------------------------------------------------------------- attribution

function attributionsMisread(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const read = new Set([...criteriaOf(set)].flatMap(({ criterion }) => findingsIn(criterion.when)));
  const gates = [...(set.entry ? [set.entry.when] : []), ...routesOf(set).map(({ when }) => when)].flatMap(findingsIn);
  const every = [...new Set([...read, ...gates])];
  const excluding = set.attribution;
  const printed =
    excluding.kind === "as-printed" ? every.filter((finding) => excluding.excludes[finding] !== "any") : [];
  const excluded = printed.map((finding) =>
    derived(context, {
      id: `explained-left-out:${finding}`,
      kind: "explained-not-counted",
      says: [
        `“${definitions.findings[finding].label}” was left out because something else explains it.`,
        "Only what the item prints takes an explained finding out.",
      ],
      changes: [{ kind: "not-counted", finding, explained: true }],
      see: finding,
    }),
  );
  const left = every.map((finding) => {
    const { label } = definitions.findings[finding];
    return derived(context, {
      id: `not-counted:${finding}`,
      kind: "not-counted",
      says: [
        `“${label}” was left out, as if it were not there or something else explained it.`,
        "It is there, and it counts here.",
      ],
      changes: [{ kind: "not-counted", finding }],
      see: finding,
    });
  });
  const counted = [...read].flatMap((finding) => {
    const causes = excluding.kind === "as-printed" ? excluding.excludes[finding] : "any";
    if (causes === undefined) return [];
    const explains = causes === "any" ? "something else" : list(causes.map(writeCause), "or");
    const { label } = definitions.findings[finding];
    return [
      derived(context, {
        id: `explained-counted:${finding}`,
        kind: "explained-counted",
        says: [
          `“${label}” was counted although something else explains it better.`,
          `Where ${explains} explains it, it does not count in this set.`,
        ],
        changes: [{ kind: "explained-counted", finding }],
        see: finding,
      }),
    ];
  });
  return [...excluded, ...left, ...counted];
}

// ---------------------------------------------------------------- one finding for another

type Nearness = "kin" | "neighbor";

/** How near a finding is to others: by definition or by one test, or under one heading. */
function nearness(finding: FindingId, other: FindingId, { definitions, derivation }: Context): Nearness | undefined {
  const { findings, implications, assumptions, otherForms } = definitions;
  const tied =
    implications.some(({ from, to }) => (from === finding && to === other) || (from === other && to === finding)) ||
    assumptions.some(
      ({ when, then }) =>
        (when.finding === finding && then.finding === other) || (when.finding === other && then.finding === finding),
    ) ||
    otherForms.some((forms) => forms.findings.includes(finding) && forms.findings.includes(other));
  const testsOf = (id: FindingId) => findings[id].decidedBy?.map(({ test }) => test) ?? [];
  if (tied || testsOf(finding).some((test) => testsOf(other).includes(test))) return "kin";
  const groups = [findings[finding].group, ...(derivation.takenFor[finding] ?? [])];
  return groups.includes(findings[other].group) ? "neighbor" : undefined;
}

/** Whether a finding that is present meets the criterion by itself. */
function meets(when: Condition, finding: FindingId, { definitions }: Context): boolean {
  const reached = closure([finding], implied(definitions));
  const holds = (part: Condition): boolean => {
    switch (part.kind) {
      case "present":
      case "recorded":
        return reached.has(part.finding);
      case "all":
        return part.of.every(holds);
      case "any":
        return part.of.some(holds);
      case "atLeast":
        return part.of.filter(holds).length >= part.count;
      case "not":
        return !holds(part.of);
    }
  };
  return holds(when);
}

/** Each finding counted for each criterion that reads a near one. */
function countedAsOthers(context: Context): readonly Misreading[] {
  const { set, definitions } = context;
  const findings = Object.keys(definitions.findings) as FindingId[];
  return [...criteriaOf(set)].flatMap(({ criterion, domain }) => {
    const read = positiveFindings(criterion.when);
    return findings.flatMap((finding) => {
      // What a criterion reads of several things is misread as one of them ("any-of"), and not as another finding.
      if (read.includes(finding) || meets(criterion.when, finding, context)) return [];
      const near = read.map((other) => nearness(finding, other, context));
      if (!near.some((one) => one !== undefined)) return [];
      const own = [...criteriaOf(set)].filter((one) => positiveFindings(one.criterion.when).includes(finding));
      const inDomain = own.filter((one) => one.domain === domain);
      const isOfDomain = inDomain.length > 0;
      // An item of the same weight in the same domain gives the same points.
      if (isOfDomain && inDomain.every((one) => one.criterion.weight === criterion.weight)) return [];
      const label = definitions.findings[finding].label;
      const as = `${inSentence(criterion.title)} (${amountWords(criterion.weight, set.unit)})`;
      const draft = (suffix: string, kind: DerivedKind, title: string, instead: boolean) =>
        derived(context, {
          id: `counted-as:${finding}:${criterion.id}${suffix}`,
          kind,
          says: [title, `Only ${asked(criterion.when, definitions)} counts there.`],
          changes: [{ kind: "counted-as", finding, criterion: criterion.id, instead }],
          see: finding,
        });
      if (own.length === 0) {
        const kind = near.includes("kin") ? "counted-as-kin" : "counted-as-neighbor";
        return [draft("", kind, `“${label}” was counted as ${as}.`, false)];
      }
      return [
        draft(
          isOfDomain ? "" : ":instead",
          "counted-instead",
          `“${label}” was counted as ${as} in place of ${list(own.map((one) => inSentence(one.criterion.title)))}.`,
          true,
        ),
        ...(isOfDomain ? [] : [draft("", "counted-also", `“${label}” was counted as ${as} as well.`, false)]),
      ];
    });
  });
}

/** Whether a set reads a finding in one form or another. */
function isKin(finding: FindingId, read: ReadonlySet<FindingId>, context: Context): boolean {
  return [...read].some((other) => other === finding || nearness(finding, other, context) === "kin");
}

/** What another set counts and this one does not read, counted all the same. */
function borrowed(context: Context): readonly Misreading[] {
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
function sharedAsElsewhere(context: Context): readonly Misreading[] {
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
function weighedAsElsewhere(context: Context): readonly Misreading[] {
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
function limitedAsElsewhere(context: Context): readonly Misreading[] {
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

// ---------------------------------------------------------------- slips

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

// ---------------------------------------------------------------- entry, routes and rule

function entryMisread(context: Context): readonly Misreading[] {
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

function routesMisread(context: Context): readonly Misreading[] {
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

const GROUPS: readonly DomainGroup[] = ["clinical", "immunologic"];

function ruleMisread(context: Context): readonly Misreading[] {
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

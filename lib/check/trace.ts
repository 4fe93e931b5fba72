import type {
  Cause,
  Classification,
  Condition,
  CriteriaSet,
  FindingId,
  Provenance,
  ReferenceCriterion,
  ReferenceDefinitions,
  ReferenceSet,
  Rule,
  SourceId,
  WorkedLimit,
} from "../../criteria/types.ts";
import { assessmentPlanOf } from "../assess.ts";
import { excludedCauses } from "../definition/excluded-causes.ts";
import { FALSE, TRUE, truthOf } from "../definition/truth.ts";
import { clauses, criteriaOf, findingsRead, type Leaf, leaves, routesOf, thresholdOf } from "../definition/walk.ts";
import { CAUSES } from "../record/causes.ts";
import { interpret } from "../record/interpret.ts";
import { limitPerUnit } from "../record/measure.ts";
import { compare, type Rational, rational, times } from "../record/rational.ts";
import { canonicalFrom } from "../record/units.ts";
import { asAssessed, explainedAway } from "../scoring/leaf-truth.ts";
import type { CriterionState } from "../scoring/result.ts";
import { type Evidence, judged, limitRecords, type WorkedRecord } from "./worked.ts";

/** Where something of a set was read. A sentence without a check state of its own is traced to the set's publications. */
type Origin = Pick<Provenance, "source" | "toConfirm"> & { readonly checked: Provenance["checked"] | "with its set" };

/** One thing that a set says, with where it was read and which worked records exercise it, by way of standing. */
export interface Traced extends Origin {
  readonly kind:
    | "domain"
    | "criterion"
    | "weight"
    | "finding"
    | "entry"
    | "attribution"
    | "threshold"
    | "count"
    | "route"
    | "caution"
    | "not read"
    | "sentence";
  /** Its place in the definitions, such as `eular-acr-2019.fever`. */
  readonly path: string;
  readonly title: string;
  /** Ids of worked records by what they show; each way that is named needs one. */
  readonly worked: Readonly<Record<string, readonly string[]>>;
}

/** One limit in one unit, with the values that were worked out around it. */
export interface TracedLimit {
  readonly finding: FindingId;
  readonly path: string;
  readonly title: string;
  /** The sets that read the finding, at once or by what follows from it. */
  readonly sets: readonly string[];
  readonly source: readonly SourceId[];
  readonly below: readonly number[];
  readonly at: readonly number[];
  readonly above: readonly number[];
}

/** What follows from a finding by definition, or is assumed, with the worked records in which it does. */
export interface TracedRelation {
  readonly path: string;
  readonly why: string;
  readonly worked: Readonly<Record<string, readonly string[]>>;
}

export interface Trace {
  readonly sets: readonly { readonly set: ReferenceSet; readonly rows: readonly Traced[] }[];
  readonly limits: readonly TracedLimit[];
  readonly relations: readonly TracedRelation[];
  /** What has no source, no worked record, or not both sides of a limit. Empty when everything is traced. */
  readonly gaps: readonly string[];
}

/** What was worked out by hand, and is asserted by the test suite. */
export interface WorkedMaterial {
  readonly records: readonly WorkedRecord[];
  readonly limits: readonly WorkedLimit[];
}

/** Everything that the sets say, from its source to the records that exercise it, and what is missing on the way. */
export function traceOf(definitions: ReferenceDefinitions, { records, limits }: WorkedMaterial): Trace {
  const plan = assessmentPlanOf(definitions);
  const { evidence, disagreements } = judged(records, plan);
  const sets = definitions.sets.map((set) => ({ set, rows: rowsOf(set, evidence.get(set.id) ?? []) }));
  const wrongLimits = limits.flatMap((limit) =>
    limitRecords(limit)
      .filter(({ record, status }) => interpret(plan.record, record).facts?.[limit.finding].status !== status)
      .map(({ value, status }) => `${limit.finding}: ${limit.test} ${value} ${limit.unit} is not ${status}`),
  );
  const tracedLimits = limitsOf(definitions, limits);
  const relations = relationsOf(definitions, evidence);
  return {
    sets,
    limits: tracedLimits,
    relations,
    gaps: [
      ...disagreements,
      ...wrongLimits,
      ...sets.flatMap(({ rows }) => rows.flatMap((row) => gapsOf(row, definitions))),
      ...tracedLimits.flatMap((limit) => limitGaps(limit, definitions)),
      ...relations.flatMap(({ path, worked }) => withoutRecord(path, worked)),
    ],
  };
}

function gapsOf(
  { kind, path, source, checked, toConfirm, worked }: Traced,
  definitions: ReferenceDefinitions,
): string[] {
  const where = `${kind} ${path}`;
  return [
    ...sourceGaps(where, source, definitions),
    ...(checked === "partly" || checked === "from-memory"
      ? toConfirm
        ? []
        : [`${where}: what awaits a check is not said`]
      : []),
    ...withoutRecord(where, worked),
  ];
}

function sourceGaps(where: string, source: readonly SourceId[], { sources }: ReferenceDefinitions): string[] {
  if (source.length === 0) return [`${where}: no source`];
  return source.filter((id) => !(id in sources)).map((id) => `${where}: there is no source "${id}"`);
}

function withoutRecord(where: string, worked: Traced["worked"]): string[] {
  return Object.entries(worked)
    .filter(([, ids]) => ids.length === 0)
    .map(([way]) => `${where}: no worked record (${way})`);
}

function limitGaps(limit: TracedLimit, definitions: ReferenceDefinitions): string[] {
  const where = `limit ${limit.path}`;
  const sides = (["below", "at", "above"] as const).filter((side) => limit[side].length === 0);
  return [
    ...sourceGaps(where, limit.source, definitions),
    ...sides.map((side) => `${where}: no value ${side} it (${limit.title})`),
  ];
}

// ---------------------------------------------------------------- what a set says

function rowsOf(set: ReferenceSet, evidence: readonly Evidence[]): readonly Traced[] {
  const ids = (holds: (one: Evidence) => boolean) => evidence.filter(holds).map(({ id }) => id);
  return [
    ...entryRows(set, ids),
    ...set.domains.flatMap((domain) => domainRows(set, domain, ids)),
    ...findingRows(set, ids),
    ...attributionRows(set, ids),
    ...ruleRows(set, ids),
    ...cautionRows(set, ids),
    ...notReadRows(set, ids),
    ...sentenceRows(set),
  ];
}

type Ids = (holds: (one: Evidence) => boolean) => readonly string[];

const originOf = ({ source, checked, toConfirm }: Provenance): Origin => ({
  source,
  checked,
  ...(toConfirm !== undefined && { toConfirm }),
});

const ofSet = ({ citations }: ReferenceSet): Origin => ({ source: citations, checked: "with its set" });

function entryRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  const { entry } = set;
  if (!entry) return [];
  const stand = (state: "met" | "not-met" | "unknown") => ids(({ result }) => result.entry === state);
  const explained = ids(
    ({ facts, result }) =>
      result.entry === "met" && [...leaves(entry.when)].some(({ leaf }) => facts[leaf.finding].explainedBy),
  );
  const anyway = [...leaves(entry.when)].some(({ leaf }) => leaf.kind === "recorded");
  return [
    {
      ...originOf(entry),
      kind: "entry",
      path: `${set.id}.entry`,
      title: entry.title,
      worked: {
        met: stand("met"),
        "not met": stand("not-met"),
        unknown: stand("unknown"),
        ...(anyway && { "met although explained": explained }),
      },
    },
  ];
}

function domainRows(set: ReferenceSet, domain: ReferenceSet["domains"][number], ids: Ids): readonly Traced[] {
  const points = ({ result }: Evidence) => result.domains.find(({ id }) => id === domain.id)?.points ?? 0;
  const source = [...new Set(domain.criteria.flatMap((criterion) => criterion.source))];
  return [
    {
      source,
      checked: "with its set",
      kind: "domain",
      path: `${set.id}.${domain.id}`,
      title: `${domain.title}, ${domain.group}`,
      worked: { "with points": ids((one) => points(one) !== 0), "without points": ids((one) => points(one) === 0) },
    },
    ...domain.criteria.flatMap((criterion) => criterionRows(set, domain, criterion, ids)),
  ];
}

function criterionRows(
  set: ReferenceSet,
  domain: ReferenceSet["domains"][number],
  criterion: ReferenceCriterion,
  ids: Ids,
): readonly Traced[] {
  const inState = (...states: CriterionState[]) => ids((one) => states.includes(stateOf(one, criterion.id)));
  const heavier = domain.criteria.some(({ weight }) => weight > criterion.weight);
  const negates = [...leaves(criterion.when)].some(({ negated }) => negated);
  const kept = positive(criterion.when).some((finding) => {
    const causes = excludedCauses(set, finding);
    return causes === "any" || causes.length > 0;
  });
  const path = `${set.id}.${criterion.id}`;
  return [
    {
      ...originOf(criterion),
      kind: "criterion",
      path,
      title: criterion.title,
      worked: {
        counted: inState("counted"),
        "not met": inState("not-met"),
        ...(kept && { "explained, not counted": inState("explained") }),
        ...(heavier && { outranked: inState("outranked") }),
        ...(negates && { excluded: inState("excluded") }),
      },
    },
    {
      ...originOf(criterion),
      kind: "weight",
      path: `${path}.weight`,
      title: `${criterion.title}: ${criterion.weight}`,
      worked: {
        "in a score": ids((one) => one.scored && stateOf(one, criterion.id) === "counted"),
      },
    },
    ...[...clausesOf(criterion.when)].flatMap((condition) => atLeastRows(path, criterion, condition, set, ids)),
  ];
}

/** "At least n of": a record with one fewer, and one with as many. */
function atLeastRows(
  path: string,
  criterion: ReferenceCriterion,
  condition: Condition,
  set: CriteriaSet,
  ids: Ids,
): readonly Traced[] {
  if (condition.kind !== "atLeast") return [];
  const found = ({ facts }: Evidence) => {
    const read = asAssessed(set, facts);
    return condition.of.filter((part) => truthOf(part, read) === TRUE).length;
  };
  return [
    {
      ...originOf(criterion),
      kind: "count",
      path: `${path}.atLeast`,
      title: `at least ${condition.count} of ${condition.of.length}`,
      worked: {
        [`${condition.count - 1} of them`]: ids((one) => found(one) === condition.count - 1),
        [`${condition.count} of them`]: ids((one) => found(one) === condition.count),
      },
    },
  ];
}

function* clausesOf(condition: Condition): Generator<Condition> {
  yield condition;
  if (condition.kind === "not") yield* clausesOf(condition.of);
  else if (condition.kind !== "present" && condition.kind !== "recorded")
    for (const part of condition.of) yield* clausesOf(part);
}

const stateOf = ({ result }: Evidence, criterion: string): CriterionState =>
  result.domains.flatMap(({ criteria }) => criteria).find(({ id }) => id === criterion)?.state ?? "unknown";

const positive = (condition: Condition): readonly FindingId[] =>
  [...leaves(condition)].filter(({ negated }) => !negated).map(({ leaf }) => leaf.finding);

// ---------------------------------------------------------------- each finding that a set reads

interface Reader {
  readonly when: Condition;
  readonly origin: Origin;
  /** Whether the reader itself counts: of a criterion, that it is not outranked. */
  readonly counts: (one: Evidence) => boolean;
}

function readersOf(set: ReferenceSet): readonly Reader[] {
  const always = () => true;
  return [
    ...[...criteriaOf(set)].map(({ criterion }) => ({
      when: criterion.when,
      origin: originOf(criterion),
      counts: (one: Evidence) => stateOf(one, criterion.id) === "counted",
    })),
    ...(set.entry ? [{ when: set.entry.when, origin: originOf(set.entry), counts: always }] : []),
    ...routesOf(set).map(({ when }) => ({ when, origin: ofSet(set), counts: always })),
  ];
}

/** Whether the condition stands or falls with this finding, with all else as it is. */
function turnsOn(finding: FindingId, condition: Condition, read: (leaf: Leaf) => 0 | 1 | 2): boolean {
  const now = truthOf(condition, read) === TRUE;
  const otherwise = (leaf: Leaf) => (leaf.finding !== finding ? read(leaf) : read(leaf) === TRUE ? FALSE : TRUE);
  return (truthOf(condition, otherwise) === TRUE) !== now;
}

/** For each finding, records in which what it is decides whether something of the set is met. */
function findingRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  const readers = readersOf(set);
  return findingsRead(set).map((finding): Traced => {
    const own = readers.filter(({ when }) => positive(when).includes(finding));
    const decides = (one: Evidence, met: boolean) => {
      const read = asAssessed(set, one.facts);
      return own.some(
        ({ when, counts }) =>
          (truthOf(when, read) === TRUE) === met && turnsOn(finding, when, read) && (!met || counts(one)),
      );
    };
    const away = ({ facts }: Evidence) => explainedAway(set, finding, facts[finding]);
    const explained = ({ facts }: Evidence) => facts[finding].explainedBy !== undefined;
    const causes = excludedCauses(set, finding);
    const recordedOnly = readers.every(({ when }) =>
      [...leaves(when)].every(({ leaf }) => leaf.finding !== finding || leaf.kind === "recorded"),
    );
    const canGo = !recordedOnly && (causes === "any" || causes.length > 0);
    const canStay = recordedOnly || (causes !== "any" && causes.length < CAUSES.length);
    const source = [...new Set(own.flatMap(({ origin }) => origin.source))];
    return {
      source,
      checked: "with its set",
      kind: "finding",
      path: `${set.id}.${finding}`,
      title: finding,
      worked: {
        present: ids((one) => one.facts[finding].status === "present" && !explained(one) && decides(one, true)),
        absent: ids((one) => one.facts[finding].status === "absent" && decides(one, false)),
        ...(canGo && { "explained, not counted": ids((one) => away(one) && decides(one, false)) }),
        ...(canStay && {
          "explained, counted": ids((one) => explained(one) && (recordedOnly || !away(one)) && decides(one, true)),
        }),
      },
    };
  });
}

// ---------------------------------------------------------------- attribution, rule, cautions

/** Each cause that keeps a finding from counting, and where only some do, another cause that does not. */
function attributionRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  const { attribution } = set;
  const keptBy = (cause: Cause, finding?: FindingId) =>
    ids(({ facts }) =>
      findingsRead(set).some(
        (one) =>
          (finding === undefined || one === finding) &&
          facts[one].explainedBy?.cause === cause &&
          explainedAway(set, one, facts[one]),
      ),
    );
  const row = (path: string, title: string, worked: Traced["worked"]): Traced => ({
    ...originOf(attribution),
    kind: "attribution",
    path: `${set.id}.attribution${path}`,
    title,
    worked,
  });
  if (attribution.kind === "any-other-cause") {
    return [
      row("", attribution.summary, Object.fromEntries(CAUSES.map((cause) => [`by ${cause}`, keptBy(cause)] as const))),
    ];
  }
  const counts = ids(({ facts }) =>
    findingsRead(set).some((one) => facts[one].explainedBy && !explainedAway(set, one, facts[one])),
  );
  const excludes = Object.entries(attribution.excludes) as [FindingId, "any" | readonly Cause[]][];
  return [
    row("", attribution.summary, { "counted although explained": counts }),
    ...excludes.map(([finding, causes]) => {
      const listed = causes === "any" ? [] : causes.map((cause) => [`by ${cause}`, keptBy(cause, finding)] as const);
      const any = [...new Set(CAUSES.flatMap((cause) => keptBy(cause, finding)))];
      const otherwise = ids(
        ({ facts }) => facts[finding].explainedBy !== undefined && !explainedAway(set, finding, facts[finding]),
      );
      return row(`.${finding}`, `${finding}: ${causes === "any" ? "any other cause" : causes.join(", ")}`, {
        ...(causes === "any" ? { "by another cause": any } : Object.fromEntries(listed)),
        ...(causes !== "any" && { "counted for another cause": otherwise }),
      });
    }),
  ];
}

/** The threshold at its three sides, each number of criteria asked for, and each route, with all else met. */
function ruleRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  const { threshold, comparison } = thresholdOf(set);
  const weights = [...criteriaOf(set)].map(({ criterion }) => criterion.weight);
  const step = weights.every(Number.isInteger) ? 1 : 0.5;
  const byRoute = ({ facts }: Evidence) =>
    routesOf(set).some(({ when }) => truthOf(when, asAssessed(set, facts)) === TRUE);
  const entered = ({ result }: Evidence) => result.entry === "met" || result.entry === "none";
  const counted = ({ result }: Evidence, group: string) =>
    result.domains
      .filter((domain) => domain.group === group)
      .flatMap(({ criteria }) => criteria)
      .filter(({ state }) => state === "counted").length;
  const asked = [...clauses(set.classifiedWhen)].filter((clause) => clause.kind === "criteriaAtLeast");
  const enough = (one: Evidence, except?: Classification) =>
    asked.every((clause) => clause === except || counted(one, clause.group) >= clause.count);
  const scores = (one: Evidence) =>
    comparison === ">" ? one.result.score.value > threshold : one.result.score.value >= threshold;
  const at = (value: number, met: boolean) =>
    ids(
      (one) =>
        one.result.score.value === value &&
        entered(one) &&
        !byRoute(one) &&
        enough(one) &&
        (one.result.asAssessed === "classified") === met,
    );
  return [
    {
      ...ofSet(set),
      kind: "threshold",
      path: `${set.id}.classifiedWhen`,
      title: `score ${comparison} ${threshold}`,
      worked: {
        [`${threshold - step}, not met`]: at(threshold - step, false),
        [`${threshold}, ${comparison === ">=" ? "met" : "not met"}`]: at(threshold, comparison === ">="),
        [`${threshold + step}, met`]: at(threshold + step, true),
      },
    },
    ...asked.map(
      (clause): Traced => ({
        ...ofSet(set),
        kind: "count",
        path: `${set.id}.classifiedWhen.${clause.group}`,
        title: `at least ${clause.count} ${clause.group}`,
        worked: {
          [`${clause.count - 1}, not classified`]: ids(
            (one) =>
              counted(one, clause.group) === clause.count - 1 &&
              scores(one) &&
              entered(one) &&
              enough(one, clause) &&
              one.result.asAssessed === "not-classified",
          ),
          [`${clause.count}, classified`]: ids(
            (one) =>
              counted(one, clause.group) === clause.count && !byRoute(one) && one.result.asAssessed === "classified",
          ),
        },
      }),
    ),
    ...routesOf(set).map(({ title, when }): Traced => {
      const met = ({ facts }: Evidence) => truthOf(when, asAssessed(set, facts)) === TRUE;
      return {
        ...ofSet(set),
        kind: "route",
        path: `${set.id}.route`,
        title,
        worked: {
          "met without the score": ids((one) => met(one) && !scores(one) && one.result.asAssessed === "classified"),
          "not met": ids((one) => !met(one) && !scores(one) && one.result.asAssessed === "not-classified"),
        },
      };
    }),
  ];
}

function cautionRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  return set.cautions.map(({ code, message, when }) => {
    const said = ({ result }: Evidence) => result.notices.some((notice) => notice.code === code);
    return {
      ...ofSet(set),
      kind: "caution",
      path: `${set.id}.cautions.${code}`,
      title: message,
      worked: { said: ids(said), ...(when && { "not said": ids((one) => !said(one)) }) },
    };
  });
}

/** A finding that the set does not read: a record that has it. */
function notReadRows(set: ReferenceSet, ids: Ids): readonly Traced[] {
  return (Object.entries(set.notItems) as [FindingId, string][]).map(([finding, why]) => ({
    ...ofSet(set),
    kind: "not read",
    path: `${set.id}.notItems.${finding}`,
    title: why,
    worked: { present: ids(({ facts }) => facts[finding].status === "present") },
  }));
}

/** Every sentence of the set, with the source that stands beside it, or else the set's publications. */
function sentenceRows(set: ReferenceSet): readonly Traced[] {
  const row = (path: string, title: string, origin: Origin): Traced => ({
    ...origin,
    kind: "sentence",
    path: `${set.id}.${path}`,
    title,
    worked: {},
  });
  const list = (name: string, sentences: readonly string[]) =>
    sentences.map((sentence, position) => row(`${name}.${position}`, sentence, ofSet(set)));
  return [
    row("rule", set.rule, ofSet(set)),
    row("purpose", set.purpose, ofSet(set)),
    ...list("notFor", set.notFor),
    ...list("mistakes", set.mistakes),
    ...(set.entry ? [row("entry.definition", set.entry.definition, originOf(set.entry))] : []),
    row("attribution.summary", set.attribution.summary, originOf(set.attribution)),
    ...[...criteriaOf(set)].flatMap(({ criterion }) => [
      row(`${criterion.id}.definition`, criterion.definition, originOf(criterion)),
      ...(criterion.notes ?? []).map((note, position) =>
        row(`${criterion.id}.notes.${position}`, note, originOf(criterion)),
      ),
    ]),
    ...set.decisions.map((one, position) =>
      row(`decisions.${position}`, `${one.question} ${one.decision}`, originOf(one)),
    ),
    ...set.performance.map((one, position) => row(`performance.${position}`, one.cohort, originOf(one))),
    ...(set.remarks ?? []).map((one, position) => row(`remarks.${position}`, one.text, originOf(one))),
  ];
}

// ---------------------------------------------------------------- limits and relations

function limitsOf(definitions: ReferenceDefinitions, worked: readonly WorkedLimit[]): readonly TracedLimit[] {
  const findings = Object.keys(definitions.findings) as FindingId[];
  return findings.flatMap((finding) => {
    const { decidedBy = [], perUnitSource } = definitions.findings[finding];
    const readers = readBy(finding, definitions);
    const source = [...new Set([...readers.flatMap((one) => one.source), ...(perUnitSource?.source ?? [])])];
    return decidedBy.flatMap((rule, position) =>
      definitions.tests[rule.test].units.map(({ unit }): TracedLimit => {
        const values = sidesOf(finding, rule, unit, definitions, worked);
        return {
          finding,
          path: `findings.${finding}.decidedBy.${position}`,
          title: limitWords(rule, unit),
          sets: readers.map(({ set }) => set),
          source,
          ...values,
        };
      }),
    );
  });
}

/** The sets that read a finding or what strictly follows from it, with the sources of what reads it there. */
function readBy(finding: FindingId, { sets }: ReferenceDefinitions): { set: string; source: readonly SourceId[] }[] {
  return sets.flatMap((set) => {
    const own = readersOf(set).filter(({ when }) => positive(when).includes(finding));
    return own.length > 0 ? [{ set: set.id, source: own.flatMap(({ origin }) => origin.source) }] : [];
  });
}

function limitWords(rule: Rule, unit: string): string {
  const per = limitPerUnit(rule, unit);
  const limit =
    "value" in rule
      ? per
        ? `${per.value} ${unit}`
        : `${rule.value} ${rule.unit}, in ${unit}`
      : `${rule.times ? `${rule.times} times ` : ""}the laboratory's ${rule.limit}, in ${unit}`;
  const methods = rule.methods
    ? `, by ${rule.methods.join(" or ")}`
    : rule.notMethods
      ? `, not by ${rule.notMethods.join(" or ")}`
      : "";
  return `${rule.test} ${rule.is} ${limit}${methods}${rule.occasions ? `, on ${rule.occasions} occasions` : ""}`;
}

/** The worked values around one limit in one unit, by their side of it. */
function sidesOf(
  finding: FindingId,
  rule: Rule,
  unit: string,
  { tests }: ReferenceDefinitions,
  worked: readonly WorkedLimit[],
): Pick<TracedLimit, "below" | "at" | "above"> {
  const sides = { below: [] as number[], at: [] as number[], above: [] as number[] };
  for (const one of worked) {
    if (one.finding !== finding || one.test !== rule.test || one.unit !== unit) continue;
    if ((one.occasions ?? 1) < (rule.occasions ?? 1) || !judges(rule, one)) continue;
    const limit = limitIn(rule, one);
    for (const value of [...one.present, ...one.absent]) {
      const exact = canonicalFrom(value, unit, tests[rule.test]);
      const against = limit && canonicalFrom(limit.value, limit.unit, tests[rule.test]);
      if (!exact || !against) continue;
      const side = compare(exact, scaled(against, rule));
      sides[side < 0 ? "below" : side > 0 ? "above" : "at"].push(value);
    }
  }
  return sides;
}

const scaled = (limit: Rational, rule: Rule): Rational =>
  "limit" in rule ? times(limit, rational(rule.times ?? 1)) : limit;

function judges(rule: Rule, { beside }: WorkedLimit): boolean {
  if (rule.methods && !(beside?.method !== undefined && rule.methods.includes(beside.method))) return false;
  if (rule.notMethods && (beside?.method === undefined || rule.notMethods.includes(beside.method))) return false;
  return true;
}

function limitIn(
  rule: Rule,
  { unit, beside }: WorkedLimit,
): { readonly value: number; readonly unit: string } | undefined {
  if ("value" in rule) return limitPerUnit(rule, unit) ?? rule;
  const value = beside?.[rule.limit];
  return value === undefined ? undefined : { value, unit };
}

function relationsOf(
  { implications, assumptions }: ReferenceDefinitions,
  evidence: ReadonlyMap<string, readonly Evidence[]>,
): readonly TracedRelation[] {
  const all = [...new Map([...evidence.values()].flat().map((one) => [one.id, one])).values()];
  const ids = (holds: (one: Evidence) => boolean) => all.filter(holds).map(({ id }) => id);
  const impliedBy = ({ facts }: Evidence, finding: FindingId, by: FindingId, status: string) => {
    const { origin, status: found } = facts[finding];
    return origin.kind === "implied" && origin.by === by && found === status;
  };
  return [
    ...implications.map(({ from, to, why }) => ({
      path: `${from} implies ${to}`,
      why,
      worked: {
        "present forward": ids((one) => impliedBy(one, to, from, "present")),
        "absent backward": ids((one) => impliedBy(one, from, to, "absent")),
      },
    })),
    ...assumptions.map(({ when, then, why }) => ({
      path: `${when.finding} ${when.status} assumes ${then.finding} ${then.status}`,
      why,
      worked: {
        assumed: ids(({ facts }) => {
          const { origin } = facts[then.finding];
          return origin.kind === "assumed" && origin.by === when.finding;
        }),
        "answered otherwise": ids(
          ({ facts }) =>
            facts[when.finding].status === when.status &&
            facts[then.finding].status !== then.status &&
            facts[then.finding].status !== "unknown",
        ),
      },
    })),
  ];
}

/**
 * What a letter says of a patient: every set at once, each fact once with its values and days, what was left out and
 * why, and what is not known and would matter. Gathered from the reports of the sets and from what they traced; a note
 * and paper render it.
 */
import type { CriteriaSet, FindingId, Measurement } from "../../criteria/types.ts";
import { narrowerThan } from "../definition/implications.ts";
import { unitWord } from "../definition/vocabulary.ts";
import { findingsRead, routesOf } from "../definition/walk.ts";
import type { Facts } from "../record/facts.ts";
import { asStatement } from "../record/interpret.ts";
import { eachResultOnce, resultKey } from "../record/same-result.ts";
import type { CriterionResult, SetResult, Trace } from "../scoring/result.ts";
import { clausesOf } from "../scoring/trace.ts";
import { criterionById, explainedAllTheSame, totalPhrase, tracedLeaves } from "./reasons.ts";
import { type Assessed, recordReport, type SetReport, setReport } from "./report.ts";
import {
  COUNT,
  capitalize,
  inSentence,
  list,
  writeExplanation,
  writeMeasurement,
  writeResult,
  writeValue,
} from "./values.ts";
import { routeTaken, verdictInList } from "./verdict.ts";

/** What one set says, in a few words. */
export interface LetterVerdict {
  readonly set: CriteriaSet;
  /** With its year: "SLERPI (2021)". */
  readonly name: string;
  /** "classified by biopsy". */
  readonly verdict: string;
  /** "19 points, 10 needed". */
  readonly score: string;
}

/** Things that have in common in which sets something holds of them. */
export interface LetterGroup {
  readonly sets: readonly CriteriaSet[];
  /** What is said to explain them, in words, where something is. */
  readonly by?: string;
  /** Each with what is known of it: "malar rash (first seen 2024-02-02)". */
  readonly items: readonly string[];
}

export interface Letter {
  readonly verdicts: readonly LetterVerdict[];
  /** What a verdict rests on although something else is said to explain it, and what another reading would give. */
  readonly beside: readonly string[];
  /** What opened an entry criterion or a route and adds to no score. */
  readonly opened: readonly string[];
  /** What counted, those that counted in most sets first. */
  readonly counted: readonly LetterGroup[];
  /** What took points off. */
  readonly subtracted: readonly LetterGroup[];
  /** What did not count because something else explains it. */
  readonly explained: readonly LetterGroup[];
  /** What else was entered and did not count, each with the reason: parts of a sentence. */
  readonly leftOut: readonly string[];
  /** What has to be known of what counted or did not: whole sentences. */
  readonly remarks: readonly string[];
  /** The sets whose verdict is open, and what is not known and could change one, the most decisive first. */
  readonly open: { readonly sets: readonly CriteriaSet[]; readonly findings: readonly FindingId[] };
}

/** What is to be said in a letter; undefined when the record has an error. */
export function letterOf(assessed: Assessed): Letter | undefined {
  const { definitions, interpreted } = assessed;
  const { facts } = interpreted;
  const reports = definitions.sets.flatMap((set) => setReport(set, assessed) ?? []);
  if (!facts || reports.length === 0) return undefined;
  const reader: Reader = { ...assessed, facts };
  const roles = reports.flatMap((report) => rolesIn(report, reader));
  const left = explainedAwayIn(reports, reader);
  return {
    verdicts: reports.map(verdictOf),
    beside: reports.flatMap(({ set, deciding, otherReadings }) => [
      ...deciding,
      ...otherReadings.map((sentence) => `${set.short}: ${sentence}`),
    ]),
    opened: openedOnly(roles, reader),
    counted: grouped("counts", roles, reader),
    subtracted: grouped("subtracts", roles, reader),
    explained: explainedGroups(left, roles, reader),
    leftOut: [...withoutRole(roles, reports, reader), ...undecidedValues([...roles, ...left], reports, reader)],
    remarks: remarksOf(reports, assessed),
    open: openAcross(reports),
  };
}

/**
 * The values and days behind each criterion that counts in a set, by its id, and from what it is assumed where it is:
 * in short, for a list beside which the record stands in full. Empty for one of which neither is known.
 */
export function evidenceIn({ result }: SetReport, assessed: Assessed): ReadonlyMap<string, readonly string[]> {
  const { facts } = assessed.interpreted;
  if (!facts) return new Map();
  const reader: Reader = { ...assessed, facts };
  const counted = result.domains.flatMap(({ criteria }) => criteria.filter(({ state }) => state === "counted"));
  return new Map(
    counted.map(({ id, trace }) => {
      const holding = tracedLeaves(trace).filter(({ truth }) => truth === "true");
      const sources = holding.flatMap(({ finding }) => sourcesOf(finding, reader));
      const words = sources.flatMap(({ finding, as }) => [
        ...(as === finding ? [] : [`assumed from ${inSentence(assessed.definitions.findings[finding].label)}`]),
        ...inShort(finding, reader),
        ...(byOf(as, reader) ? [`although explained by ${byOf(as, reader)}`] : []),
      ]);
      return [id, [...new Set(words)]];
    }),
  );
}

/** The short name of a set with its year. */
export function nameWithYear({ short, year }: Pick<CriteriaSet, "short" | "year">): string {
  return short.includes(String(year)) ? short : `${short} (${year})`;
}

function verdictOf({ set, result }: SetReport): LetterVerdict {
  const { value, threshold, comparison } = result.score;
  const clauses = clausesOf(result.rule);
  const needed = comparison === ">=" ? `${threshold} needed` : `more than ${threshold} needed`;
  const isReached = clauses.some(({ kind, met }) => kind === "score" && met === "true");
  // A score that is reached and does not classify would look like a mistake without what is missing.
  const missing = isReached && result.asAssessed !== "classified" ? clauses : [];
  const parts = [
    totalPhrase(value, set),
    ...(routeTaken(result, set) ? [] : [needed]),
    ...(result.entry === "not-met" ? ["entry criterion not met"] : []),
    ...missing.flatMap((clause) => {
      if (clause.kind !== "criteria" || clause.met === "true") return [];
      const size = clause.found === 0 ? "no" : `only ${clause.found} of ${clause.count}`;
      return [`but ${size} ${clause.group} ${unitWord(clause.found === 0 ? 1 : clause.count, "criteria")}`];
    }),
  ];
  return { set, name: nameWithYear(set), verdict: inSentence(verdictInList(result, set)), score: parts.join(", ") };
}

// ---------------------------------------------------------------- what acted, and in which sets

interface Reader extends Assessed {
  readonly facts: Facts;
}

/** Something that was entered, as a letter names it: findings that the same values decide are one. */
interface Source {
  readonly key: string;
  readonly finding: FindingId;
  /** What acts: the finding, or what is assumed from it. */
  readonly as: FindingId;
}

interface InSet {
  readonly set: CriteriaSet;
  readonly source: Source;
}

interface Role extends InSet {
  readonly kind: "counts" | "subtracts" | "opens";
  /** What is opened: "entry criterion of", "classification by biopsy in". */
  readonly what?: string;
}

/** What each thing that was entered did in a set. What adds to the score is not also said to open something. */
function rolesIn({ set, result }: SetReport, reader: Reader): readonly Role[] {
  const holding = (trace: Trace) =>
    tracedLeaves(trace)
      .filter(({ truth }) => truth === "true")
      .flatMap(({ finding }) => sourcesOf(finding, reader));
  const scored = result.domains
    .flatMap(({ criteria }) => criteria.filter(({ state }) => state === "counted"))
    .flatMap(({ trace, weight }): Role[] =>
      holding(trace).map((source) => ({ kind: weight < 0 ? "subtracts" : "counts", set, source })),
    );
  const adds = new Set(scored.map(({ source }) => source.key));
  const opened = gatesOf(result, set).flatMap(({ trace, what }) =>
    holding(trace).flatMap((source): Role[] => (adds.has(source.key) ? [] : [{ kind: "opens", set, source, what }])),
  );
  return [...scored, ...opened];
}

/** The entry criterion and the route through which a set classifies, where the record meets them. */
function gatesOf(result: SetResult, set: CriteriaSet): readonly { readonly trace: Trace; readonly what: string }[] {
  const route = routeTaken(result, set);
  return clausesOf(result.rule).flatMap((clause) => {
    if (clause.kind === "entry" && clause.met === "true") return [{ trace: clause.trace, what: "entry criterion of" }];
    if (clause.kind !== "route" || clause.met !== "true" || !route) return [];
    return [{ trace: clause.trace, what: `classification by ${route} in` }];
  });
}

/** What was entered that makes a finding present: itself, what implies it, or what it is assumed from. */
function sourcesOf(finding: FindingId, reader: Reader): readonly Source[] {
  const { facts, definitions } = reader;
  const { origin, explainedBy } = facts[finding];
  const alike = (other: FindingId) => (facts[other].explainedBy !== undefined) === (explainedBy !== undefined);
  switch (origin.kind) {
    case "stated":
    case "measured":
      return [sourceOf(finding, finding, reader)];
    case "implied": {
      const own = [...narrowerThan(finding, definitions)].filter((one) => isEntered(one, facts));
      const routes = own.filter(alike);
      return (routes.length > 0 ? routes : own).map((one) => sourceOf(one, one, reader));
    }
    case "assumed": {
      const from = definitions.assumptions.filter(
        ({ when, then }) => then.finding === finding && facts[when.finding].status === when.status,
      );
      const route = from.find(({ when }) => alike(when.finding))?.when.finding ?? origin.by;
      return [sourceOf(route, finding, reader)];
    }
    case "not-answered":
      return [];
  }
}

function isEntered(finding: FindingId, facts: Facts): boolean {
  const { status, origin } = facts[finding];
  return status === "present" && (origin.kind === "stated" || origin.kind === "measured");
}

function sourceOf(finding: FindingId, as: FindingId, { facts, interpreted }: Reader): Source {
  const byValues = facts[finding].origin.kind === "measured";
  const key = byValues ? `values ${interpreted.measured.get(finding)?.by.join(" ")}` : finding;
  return { key, finding, as };
}

/** What has a role, each thing once, in groups of the same sets and of what is said to explain it. */
function grouped(kind: Role["kind"], roles: readonly Role[], reader: Reader): readonly LetterGroup[] {
  const acting = roles.filter((role) => role.kind === kind);
  const opening = roles.filter((role) => role.kind === "opens");
  const entries = [...Map.groupBy(acting, ({ source }) => `${source.key}, ${byOf(source.as, reader)}`).values()];
  return inGroups(
    inOrder(entries, reader).map((same) => {
      const key = same[0]?.source.key;
      const more = openingWords(
        opening.filter(({ source }) => source.key === key),
        reader,
      );
      return { sets: setsOf(same, reader), ...explanation(same, reader), item: itemWords(same, reader, more) };
    }),
  );
}

/** What opens something and adds to no score, as sentences without their stop. */
function openedOnly(roles: readonly Role[], reader: Reader): readonly string[] {
  const acting = new Set(roles.flatMap(({ kind, source }) => (kind === "opens" ? [] : [source.key])));
  const only = roles.filter(({ kind, source }) => kind === "opens" && !acting.has(source.key));
  const entries = inOrder([...Map.groupBy(only, ({ source }) => source.key).values()], reader);
  return entries.map((same) => {
    const { by } = explanation(same, reader);
    const item = itemWords(same, reader, by ? [explainedAllTheSame(by)] : []);
    return `${capitalize(list(openingWords(same, reader)))}: ${item}`;
  });
}

/** "entry criterion of EULAR/ACR 2019", for each thing that is opened. */
function openingWords(opening: readonly Role[], reader: Reader): readonly string[] {
  return [...Map.groupBy(opening, ({ what }) => what ?? "")].map(
    ([what, same]) => `${what} ${list(setsOf(same, reader).map(({ short }) => short))}`,
  );
}

function inOrder<In extends InSet>(entries: readonly (readonly In[])[], { definitions }: Reader) {
  const order = Object.keys(definitions.findings);
  const place = (entry: readonly In[]) => order.indexOf(entry[0]?.source.finding ?? "");
  return entries.toSorted((a, b) => place(a) - place(b));
}

/** In words, what is said to explain a finding; empty where nothing is. */
function byOf(finding: FindingId, { facts }: Reader): string {
  const { explainedBy } = facts[finding];
  return explainedBy ? writeExplanation(explainedBy) : "";
}

function explanation(same: readonly InSet[], reader: Reader): { readonly by?: string } {
  const by = same[0] && byOf(same[0].source.as, reader);
  return by ? { by } : {};
}

function setsOf(some: readonly { readonly set: CriteriaSet }[], { definitions }: Reader): readonly CriteriaSet[] {
  return definitions.sets.filter((set) => some.some((one) => one.set === set));
}

function inGroups(
  named: readonly { readonly sets: readonly CriteriaSet[]; readonly by?: string; readonly item: string }[],
): readonly LetterGroup[] {
  const groups = Map.groupBy(named, ({ sets, by }) => `${sets.map(({ id }) => id).join(" ")}, ${by}`);
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      return first
        ? [{ sets: first.sets, ...(first.by && { by: first.by }), items: same.map(({ item }) => item) }]
        : [];
    })
    .toSorted((a, b) => b.sets.length - a.sets.length);
}

// ---------------------------------------------------------------- in words

/** One thing that acted, with its values and days, what is assumed from it, and `more`. */
function itemWords(same: readonly InSet[], reader: Reader, more: readonly string[]): string {
  const [first] = same;
  if (!first) return "";
  const { finding } = first.source;
  const details = detailsOf(finding, reader);
  const assumed = Map.groupBy(
    same.filter(({ source }) => source.as !== source.finding),
    ({ source }) => source.as,
  );
  const after = [
    ...[...assumed].map(([as, those]) => {
      const name = inSentence(reader.definitions.findings[as].label);
      const { status } = reader.facts[finding];
      const since = status === "present" ? "" : ` since this is ${status}`;
      return `for ${list(setsOf(those, reader).map(({ short }) => short))} assumed${since}: ${name}`;
    }),
    ...more,
  ];
  // One result can decide several findings, each read by other sets: then the result speaks for all of them.
  const isOne = new Set(same.map(({ source }) => source.finding)).size === 1;
  const label = inSentence(reader.definitions.findings[finding].label);
  return isOne ? inBrackets(label, [...details, ...after]) : inBrackets(details.join(" and "), after);
}

/** The values behind a finding and the day on which it was first seen. */
function detailsOf(finding: FindingId, reader: Reader): readonly string[] {
  return [...valueWords(valuesBehind(finding, reader), reader), ...firstSeen(finding, reader)];
}

function firstSeen(finding: FindingId, { record }: Reader): readonly string[] {
  const { status, date } = asStatement(record.findings?.[finding]);
  return date && status === "present" ? [`first seen ${date}`] : [];
}

function inBrackets(name: string, details: readonly string[]): string {
  return details.length > 0 ? `${name} (${details.join("; ")})` : name;
}

/** "WBC 3.1 ×10⁹/L 2024-03-04", and the day on which it was first seen. */
function inShort(finding: FindingId, reader: Reader): readonly string[] {
  const { tests } = reader.definitions;
  const values = byDay(valuesBehind(finding, reader));
  const words = values.slice(0, MOST_VALUES).map((value) => {
    const written = value.unit === COUNT ? `${value.value}` : writeValue(value, reader.definitions);
    return [tests[value.test].short, written, ...(value.date ? [value.date] : [])].join(" ");
  });
  return [...words, ...moreValues(values), ...firstSeen(finding, reader)];
}

/** So many values of one finding are written out; of more, these of the earliest days. */
const MOST_VALUES = 4;

/** Values in words, the test named once: "white cell count 3.1 ×10⁹/L, 2024-03-04", "3.4 ×10⁹/L, 2024-04-02". */
function valueWords(values: readonly Measurement[], { definitions }: Reader): readonly string[] {
  const days = byDay(values);
  const words = days
    .slice(0, MOST_VALUES)
    .map((value, position) =>
      days[position - 1]?.test === value.test
        ? writeResult(value, definitions)
        : inSentence(writeMeasurement(value, definitions)),
    );
  return [...words, ...moreValues(values)];
}

function byDay(values: readonly Measurement[]): readonly Measurement[] {
  return values.toSorted((a, b) => (a.date ?? "9").localeCompare(b.date ?? "9"));
}

function moreValues({ length }: readonly Measurement[]): readonly string[] {
  const more = length - MOST_VALUES;
  return more > 0 ? [`${more} more ${more === 1 ? "value" : "values"}`] : [];
}

/** The values that meet a rule of the finding, each result once. */
function valuesBehind(finding: FindingId, { record, interpreted }: Reader): readonly Measurement[] {
  const measured = interpreted.measured.get(finding);
  if (measured?.status !== "present") return [];
  const all = record.measurements ?? [];
  const keys = new Set(measured.by.flatMap((position) => (all[position] ? [resultKey(all[position])] : [])));
  return eachResultOnce(all).flatMap(({ measurement }) => (keys.has(resultKey(measurement)) ? [measurement] : []));
}

// ---------------------------------------------------------------- what did not count

/** What a set leaves out because something else explains it. What is only assumed goes with what it is assumed from. */
function explainedAwayIn(reports: readonly SetReport[], reader: Reader): readonly InSet[] {
  return reports.flatMap(({ set, result }) =>
    [
      ...result.domains.flatMap(({ criteria }) => criteria.map(({ trace }) => trace)),
      ...routesIn(result).map(({ trace }) => trace),
    ]
      .flatMap((trace) => tracedLeaves(trace))
      .filter(({ explainedAway }) => explainedAway)
      .flatMap(({ finding }) => sourcesOf(finding, reader))
      .map((source) => ({ set, source })),
  );
}

/** What is left out, by the sets and by what explains it. What counts elsewhere is named only: its values stand there. */
function explainedGroups(left: readonly InSet[], roles: readonly Role[], reader: Reader): readonly LetterGroup[] {
  const told = new Set(roles.map(({ source }) => source.key));
  const entries = [...Map.groupBy(left, ({ source }) => source.finding).values()];
  return inGroups(
    inOrder(entries, reader).flatMap((same) => {
      const source = same[0]?.source;
      const by = source && byOf(source.finding, reader);
      if (!source || !by) return [];
      const label = inSentence(reader.definitions.findings[source.finding].label);
      const item = told.has(source.key) ? label : inBrackets(label, detailsOf(source.finding, reader));
      return [{ by, sets: setsOf(same, reader), item }];
    }),
  );
}

/** What is present, read by a set, explained by nothing, and did nothing in any set: with what kept it from counting. */
function withoutRole(roles: readonly Role[], reports: readonly SetReport[], reader: Reader): readonly string[] {
  const { facts, definitions } = reader;
  const acted = new Set(roles.map(({ source }) => source.key));
  const read = new Set(reports.flatMap(({ set }) => findingsRead(set)));
  const idle = (Object.keys(definitions.findings) as FindingId[]).filter(
    (finding) =>
      isEntered(finding, facts) &&
      !facts[finding].explainedBy &&
      read.has(finding) &&
      !acted.has(sourceOf(finding, finding, reader).key),
  );
  return idle.map((finding) => {
    const words = inBrackets(inSentence(definitions.findings[finding].label), detailsOf(finding, reader));
    const own = reports.flatMap((report) => whyIdle(finding, report, reader));
    const why = [...new Set(own.length > 0 ? own : reports.flatMap((report) => whyNoRoute(finding, report, reader)))];
    return `${words}: ${why.length > 0 ? list(why) : "counts in no set by itself"}`;
  });
}

function whyIdle(finding: FindingId, { set, result }: SetReport, reader: Reader): readonly string[] {
  const criteria = result.domains.flatMap((domain) => domain.criteria);
  return criteria.filter(({ trace }) => isBehind(finding, trace, reader)).flatMap((one) => whyNot(one, set));
}

/** What a finding that no criterion reads lacks to classify by a route. */
function whyNoRoute(finding: FindingId, { set, result }: SetReport, reader: Reader): readonly string[] {
  const lacking = routesIn(result).filter(({ met, trace }) => met !== "true" && isBehind(finding, trace, reader));
  return lacking.map(({ title }) => {
    const by = routesOf(set).find((route) => route.title === title)?.by ?? inSentence(title);
    return `not enough alone for classification by ${by} in ${set.short}`;
  });
}

/** Whether something in a trace holds because this was entered. */
function isBehind(finding: FindingId, trace: Trace, reader: Reader): boolean {
  return tracedLeaves(trace).some(
    (leaf) => leaf.truth === "true" && sourcesOf(leaf.finding, reader).some((source) => source.finding === finding),
  );
}

/** The routes of a set that need no score, with what the record made of each. */
function routesIn({ rule }: SetResult) {
  return clausesOf(rule).filter((clause) => clause.kind === "route");
}

function whyNot({ id, state, outrankedBy }: CriterionResult, set: CriteriaSet): readonly string[] {
  const other = outrankedBy === undefined ? undefined : criterionById(set, outrankedBy);
  switch (state) {
    case "outranked":
      return other ? [`${set.short} counts ${inSentence(other.title)} instead`] : [];
    case "excluded":
      return [`a rule of ${set.short} takes it out`];
    // What explains is said of another finding: this one is explained by nothing.
    case "explained":
    case "not-met":
    case "unknown":
      return [`not enough alone for ${inSentence(criterionById(set, id)?.title ?? id)} in ${set.short}`];
    case "counted":
      return [];
  }
}

/** Values that decide nothing that counts, with what they lack: sets that read them differently lack different things. */
function undecidedValues(told: readonly InSet[], reports: readonly SetReport[], reader: Reader): readonly string[] {
  const all = reader.record.measurements ?? [];
  const known = new Set(told.flatMap(({ source }) => valuesBehind(source.finding, reader).map(resultKey)));
  const lacking = new Map<string, { readonly entered: string; readonly whys: Map<string, string> }>();
  for (const { position, entered, why, finding } of reports.flatMap(({ undecided }) => undecided)) {
    const value = position === undefined ? undefined : all[position];
    if (!value || known.has(resultKey(value))) continue;
    const key = resultKey(value);
    const { whys } = lacking.get(key) ?? { whys: new Map<string, string>() };
    if (!lacking.has(key)) lacking.set(key, { entered, whys });
    // The same of another finding says nothing new.
    const reason = why.replace(inSentence(reader.definitions.findings[finding].label), "");
    if (!whys.has(reason)) whys.set(reason, inSentence(why));
  }
  return [...lacking.values()].map(
    ({ entered, whys }) => `${inSentence(entered)}: ${[...whys.values()].join(", and ")}`,
  );
}

function remarksOf(reports: readonly SetReport[], assessed: Assessed): readonly string[] {
  const shut = reports.flatMap(({ set, result, opening }) =>
    result.entry === "not-met" ? opening.map((sentence) => `${set.short}: ${sentence}`) : [],
  );
  const twins = reports.flatMap(({ explainedYetCounts }) =>
    explainedYetCounts.flatMap(({ why, sentence }) => (why === "same-result" ? [sentence] : [])),
  );
  const against = recordReport(assessed).againstValues.map(({ sentence }) => sentence);
  return [...new Set([...shut, ...twins, ...against].map(capitalize))];
}

/** By the place that it takes in the set that asks for it most, then by how many sets ask. */
function openAcross(reports: readonly SetReport[]): Letter["open"] {
  const places = new Map<FindingId, number[]>();
  for (const { open } of reports) {
    for (const [place, finding] of open.entries()) places.set(finding, [...(places.get(finding) ?? []), place]);
  }
  const findings = [...places]
    .toSorted(([, a], [, b]) => Math.min(...a) - Math.min(...b) || b.length - a.length)
    .map(([finding]) => finding);
  return { sets: reports.flatMap(({ set, open }) => (open.length > 0 ? [set] : [])), findings };
}

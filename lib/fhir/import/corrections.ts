import { specimenOf } from "./comments.ts";
import type { Moment } from "./days.ts";
import { Groups } from "./groups.ts";
import { worthOf } from "./identifiers.ts";
import { readReference } from "./reference.ts";
import { codesOf, type Json, object, objects, short, text } from "./resources.ts";
import { identityOf, type Source } from "./source.ts";

/** One result of one test or question: an Observation, or a component of it. */
export interface Result {
  readonly source: Source;
  /** The codes by which it was recognized, and which of several parts with these codes it is. */
  readonly codes: string;
  /** The tests and findings that the codes stand for, and whether it matters by which method they were done. */
  readonly asked: string;
  readonly hasMethods: boolean;
  readonly part: number;
  readonly moment: Moment;
  readonly method: string;
  /** What it says, so that two that say the same need not be told apart. */
  readonly says: () => string;
  /** Whether there is a value in it. One without takes none away, unless it is a correction or a later version. */
  readonly isReadable: boolean;
}

/** What becomes of a result beside others. */
export type Fate =
  /** Another stands in its place; the words say which. */
  | { readonly kind: "replaced"; readonly by: Result; readonly why: string }
  /** It is one of several of which at most one is right, and nothing says which. */
  | { readonly kind: "choice"; readonly group: string }
  /** It stands by itself, but something makes it doubtful. */
  | { readonly kind: "doubtful"; readonly why: string };

/** Statuses of a result that stands. */
export const FINAL: ReadonlySet<unknown> = new Set(["final", "amended", "corrected"]);

const TAKEN_BACK: ReadonlySet<unknown> = new Set(["entered-in-error", "cancelled"]);

const CORRECTED: ReadonlySet<unknown> = new Set(["amended", "corrected"]);

/**
 * Finds the results that others replace. Versions of one resource are one result, of which the latest stands. Then a
 * result replaces another of the same codes when it says so, when both have the same number of the laboratory and day
 * and it is a correction, or when both are of the same moment, method and specimen. Which is the later one is said by
 * its being a correction, else by when it was issued, else by when it was stored. Where nothing says so, none is chosen.
 * `all` has those as well that are not read or are of somebody else: a later version stands whatever became of it.
 */
export function fatesOf(results: readonly Result[], all: readonly Result[] = results): ReadonlyMap<Result, Fate> {
  const fates = new Map<Result, Fate>();
  for (const versions of groupsBy(results, versionKey)) decideVersions(versions, fates);
  for (const versions of groupsBy(all, ({ source }) => identityOf(source))) decideAcross(versions, fates);
  const left = results.filter((result) => fates.get(result)?.kind !== "replaced");
  decideLinks(left, fates);
  doubtByRetractedLinks(all, left, fates);
  const standing = left.filter(
    (result) =>
      isFinal(result) &&
      !isDiagnosis(result) &&
      (result.isReadable || isCorrection(result)) &&
      fates.get(result)?.kind !== "replaced",
  );
  const kind = kinds(standing);
  const related = new Groups();
  const keys = new Map(
    standing.map((result, place) => [
      result,
      [`result ${place}`, ...momentKeys(result, kind(result)), ...numberKeys(result, kind(result))],
    ]),
  );
  for (const [first = "", ...others] of keys.values()) for (const other of others) related.join(first, other);
  for (const group of Map.groupBy(standing, (result) => related.of(keys.get(result)?.[0] ?? "")).values())
    decide(group, fates);
  correctOtherCodes(all, standing, fates);
  doubtBesideRetracted(all, left, fates);
  doubtBesideOtherDay(standing, fates);
  return fates;
}

function* groupsBy(results: readonly Result[], key: (result: Result) => string | undefined) {
  const groups = Map.groupBy(results, key);
  groups.delete(undefined);
  for (const group of groups.values()) if (group.length > 1) yield group;
}

const isDiagnosis = ({ source }: Result) => source.resource["resourceType"] === "Condition";
const isFinal = (result: Result) => isDiagnosis(result) || FINAL.has(result.source.resource["status"]);
const isCorrection = ({ source }: Result) => CORRECTED.has(source.resource["status"]);
const versionKey = ({ source, codes, part }: Result) => {
  const identity = identityOf(source);
  return identity === undefined ? undefined : `${identity} ${codes} ${part}`;
};
const dayOrNone = ({ moment }: Result) => moment.day ?? "";

/** Of versions of one resource, the latest stands, even where what it says is that nothing does. */
function decideVersions(versions: readonly Result[], fates: Map<Result, Fate>): void {
  decideBy(versions, fates, laterVersion);
}

function laterVersion(a: Result, b: Result): number {
  // A file in which nothing else tells versions apart has the later one after the earlier.
  return versionOrder(a, b) || (dayOrNone(a) === dayOrNone(b) ? a.source.position - b.source.position : 0);
}

function versionOrder(a: Result, b: Result): number {
  return inOrder(versionOf(a), versionOf(b)) || inOrder(storedOf(a), storedOf(b)) || byStatusAndIssue(a, b);
}

/**
 * A later version that has another code, that is of another patient or that is not read takes the earlier one away too:
 * what the laboratory moved is no longer where it was.
 */
function decideAcross(versions: readonly Result[], fates: Map<Result, Fate>): void {
  const bySource = Map.groupBy(versions, ({ source }) => source);
  const [first] = versions;
  if (bySource.size < 2 || first === undefined) return;
  let latest = first;
  for (const [one] of bySource.values()) if (one && laterVersion(one, latest) > 0) latest = one;
  const here = new Map((bySource.get(latest.source) ?? []).map((one) => [placeOf(one), one]));
  const why = "The same id stands for something else as well: check which of the two is meant.";
  for (const one of versions) {
    const isDecided = fates.has(one) || one.source === latest.source;
    // What both versions have was compared by itself.
    if (isDecided || here.get(placeOf(one))?.isReadable === one.isReadable) continue;
    if (versionOrder(latest, one) > 0) {
      fates.set(one, { kind: "replaced", by: latest, why: whyReplaced(one, latest) });
      continue;
    }
    for (const either of [one, ...(bySource.get(latest.source) ?? [])]) {
      if (!fates.has(either)) fates.set(either, { kind: "doubtful", why });
    }
  }
}

const placeOf = ({ codes, part }: Result) => `${codes} ${part}`;

/** Related results of one day. Two times of it are two results, unless one corrects the other. */
function decide(group: readonly Result[], fates: Map<Result, Fate>): void {
  if (group.length < 2) return;
  for (const together of Map.groupBy(group, pointIn).values()) decideBy(together, fates, laterOf);
  const left = group.filter((result) => fates.get(result)?.kind !== "replaced");
  const corrections = left.filter(isCorrection);
  const originals = left.filter((result) => !isCorrection(result));
  const [first] = corrections;
  if (first) {
    const latest = corrections.reduce((best, one) => (laterOf(one, best) > 0 ? one : best), first);
    for (const one of originals) fates.set(one, { kind: "replaced", by: latest, why: whyReplaced(one, latest) });
  } else if (originals.some(isBare)) decideBy(originals, fates, (a, b) => (isBare(a) || isBare(b) ? 0 : undefined));
}

function laterOf(a: Result, b: Result): number {
  return byStatusAndIssue(a, b) || inOrder(storedOf(a), storedOf(b));
}

/** Whether a result has a day and no time of it: it may be of any. */
function isBare({ moment }: Result): boolean {
  return moment.day !== undefined && moment.written === moment.day;
}

function byStatusAndIssue(a: Result, b: Result): number {
  return Number(isCorrection(a)) - Number(isCorrection(b)) || inOrder(issuedOf(a), issuedOf(b));
}

/** `order` is above 0 when the first is later, 0 when nothing tells, undefined where the two have nothing to do with each other. */
function decideBy(
  group: readonly Result[],
  fates: Map<Result, Fate>,
  order: (a: Result, b: Result) => number | undefined,
): void {
  let [latest] = group;
  if (latest === undefined) return;
  for (const one of group) if ((order(one, latest) ?? 0) > 0) latest = one;
  const tied: Result[] = [];
  for (const one of group) {
    const after = one === latest ? undefined : order(latest, one);
    if (after === undefined || (isFinal(one) && isFinal(latest) && one.says() === latest.says())) continue;
    if (after > 0) fates.set(one, { kind: "replaced", by: latest, why: whyReplaced(one, latest) });
    else tied.push(one);
  }
  if (tied.length === 0) return;
  const choice = { kind: "choice", group: `${latest.source.position} ${latest.codes} ${latest.part}` } as const;
  for (const one of [latest, ...tied]) fates.set(one, choice);
}

function whyReplaced(one: Result, latest: Result): string {
  if (isDiagnosis(one)) return "it is an earlier version of a diagnosis";
  const status = short(text(latest.source.resource["status"]) ?? "missing", 30);
  const identity = identityOf(one.source);
  return identity !== undefined && identity === identityOf(latest.source)
    ? `it is an earlier version of a result whose later one has the status ${status}`
    : `it was replaced by a later result (${status})`;
}

/** A result that says which one it replaces, or of which it was made. */
function decideLinks(results: readonly Result[], fates: Map<Result, Fate>): void {
  const linking = results.filter((result) => isFinal(result) && linksOf(result.source.resource).length > 0);
  if (linking.length === 0) return;
  const named = namedIn(results);
  for (const result of linking) {
    for (const { reference, isPlain } of linksOf(result.source.resource)) {
      const others = named(reference, result.source).filter((other) => other.source !== result.source);
      const alike = others.filter(({ codes }) => codes === result.codes);
      // What is replaced in so many words is replaced under whatever code.
      for (const other of isPlain && alike.length === 0 ? others : alike.slice(-1)) {
        if (!isPlain && pointIn(other) !== pointIn(result)) continue;
        if (fates.get(other)?.kind === "replaced") continue;
        fates.set(other, { kind: "replaced", by: result, why: whyReplaced(other, result) });
      }
    }
  }
}

/** Finds results by what a reference names. */
function namedIn(results: readonly Result[]): (reference: unknown, from: Source) => readonly Result[] {
  const byName = Map.groupBy(results, ({ source }) => identityOf(source));
  const byUrl = Map.groupBy(results, ({ source }) => source.fullUrl?.toLowerCase());
  return (reference, from) => {
    const named = readReference(reference, from.fullUrl);
    if (named?.kind === "resource") return byName.get(`${named.base ?? ""} ${named.type}/${named.id}`) ?? [];
    return named?.kind === "urn" ? (byUrl.get(named.urn.toLowerCase()) ?? []) : [];
  };
}

/** One that replaced another and was then taken back, or is not final, leaves the other in doubt. */
function doubtByRetractedLinks(all: readonly Result[], results: readonly Result[], fates: Map<Result, Fate>): void {
  const linking = all.filter(
    (result) => !isFinal(result) && linksOf(result.source.resource).some(({ isPlain }) => isPlain),
  );
  if (linking.length === 0) return;
  const named = namedIn(results);
  for (const { source } of linking) {
    for (const { reference } of linksOf(source.resource).filter(({ isPlain }) => isPlain)) {
      for (const other of named(reference, source)) {
        if (other.source === source || fates.has(other)) continue;
        const status = short(text(source.resource["status"]) ?? "missing", 30);
        fates.set(other, {
          kind: "doubtful",
          why: `Another result says that it replaces this one, and has the status ${status}: check whether this one stands.`,
        });
      }
    }
  }
}

function linksOf(resource: Json): readonly { readonly reference: unknown; readonly isPlain: boolean }[] {
  const replaced = objects(resource["extension"])
    .filter(({ url }) => /(replaces|supersedes)$/i.test(text(url) ?? ""))
    .map(({ valueReference }) => ({ reference: object(valueReference)?.["reference"], isPlain: true }));
  const derived = objects(resource["derivedFrom"]).map(({ reference }) => ({ reference, isPlain: false }));
  return [...replaced, ...derived];
}

/** The point in time of a result: a moment where there is one, else a day, else nothing. */
function pointIn({ moment }: Result): string {
  return moment.instant === undefined ? (moment.written ?? "") : String(moment.instant);
}

/**
 * Tells which results of one day can be of one another: of the same codes, and where that day's results name several
 * methods or specimens, of the same. Results by different methods are not corrections of each other.
 */
function kinds(results: readonly Result[]): (result: Result) => string {
  const days = new Map<string, { methods: Set<string>; specimens: Set<string>; isBare: boolean }>();
  const key = (result: Result) => `${result.codes} of ${dayOrNone(result)}`;
  for (const result of results) {
    const known = days.get(key(result)) ?? { methods: new Set(), specimens: new Set(), isBare: false };
    days.set(key(result), known);
    known.isBare ||= isBare(result);
    if (result.method !== "") known.methods.add(result.method);
    const specimen = specimenOf(result.source);
    if (specimen !== "") known.specimens.add(specimen);
  }
  return (result) => {
    const known = days.get(key(result));
    const method = (known?.methods.size ?? 0) > 1 ? result.method : "";
    const specimen = (known?.specimens.size ?? 0) > 1 ? specimenOf(result.source) : "";
    return JSON.stringify([result.codes, method, specimen, known?.isBare]);
  };
}

/** Names that results of one moment share. Where the day of one is all that is known, it may be of any time of it. */
function momentKeys(result: Result, kind: string): readonly string[] {
  if (result.moment.day === undefined) return [];
  return [kind.endsWith("true]") ? `${kind} on ${result.moment.day}` : `${kind} at ${pointIn(result)}`];
}

/** Names that results share which have a number of the laboratory in common, and the day. */
function numberKeys(result: Result, kind: string): readonly string[] {
  return identifiersOf(result).map((number) => `${kind} number ${number} on ${dayOrNone(result)}`);
}

function identifiersOf({ source }: Result): readonly string[] {
  return objects(source.resource["identifier"]).flatMap((identifier) => {
    const { system, value } = identifier;
    const number = text(value)?.trim();
    // A number that stands for none is shared by results that have nothing to do with each other.
    return number === undefined || worthOf(identifier) === "nothing"
      ? []
      : [JSON.stringify([text(system)?.trim() ?? "", number])];
  });
}

/**
 * A correction under the same number of the laboratory, of the same moment and test, replaces a result under another
 * code for that test. Where the methods of a test are told apart, or the code of the correction is not known here and
 * its unit is the same, a person has to say.
 */
function correctOtherCodes(all: readonly Result[], standing: readonly Result[], fates: Map<Result, Fate>): void {
  const corrections = Map.groupBy(
    all
      .filter((result) => isCorrection(result) && !fates.has(result))
      .flatMap((result) => identifiersOf(result).map((number) => ({ key: `${number} ${pointIn(result)}`, result }))),
    ({ key }) => key,
  );
  if (corrections.size === 0) return;
  for (const result of standing) {
    if (isCorrection(result) || fates.has(result)) continue;
    const others = identifiersOf(result)
      .flatMap((number) => (corrections.get(`${number} ${pointIn(result)}`) ?? []).slice(0, 10))
      .map((one) => one.result)
      .filter((one) => one.codes !== result.codes && one.source !== result.source);
    const same = others.find(({ asked }) => asked === result.asked);
    if (same && !result.hasMethods) {
      fates.set(result, { kind: "replaced", by: same, why: whyReplaced(result, same) });
    } else if (same || others.some((one) => one.asked === "" && isOfUnit(one, result))) {
      const why =
        "A correction under another code has the same number of the laboratory: check whether this one stands.";
      fates.set(result, { kind: "doubtful", why });
    }
  }
}

/** Whether two results were sent in the same unit, so that they may be of one test. */
function isOfUnit(one: Result, other: Result): boolean {
  const [a, b] = [one, other].map(({ source }) => {
    const { code, unit } = object(source.resource["valueQuantity"]) ?? {};
    return text(code) ?? text(unit);
  });
  return a !== undefined && a === b;
}

/**
 * A result under the same number as one that was taken back may be meant as well, unless it is known to be the later
 * one. What is taken back often has lost its value, its day and its code.
 */
function doubtBesideRetracted(all: readonly Result[], results: readonly Result[], fates: Map<Result, Fate>): void {
  const retracted = Map.groupBy(
    all.filter(isRetracted).flatMap((result) => identifiersOf(result).map((number) => ({ number, result }))),
    ({ number }) => number,
  );
  if (retracted.size === 0) return;
  for (const other of results) {
    if (!isFinal(other) || isDiagnosis(other) || fates.has(other)) continue;
    const mayBeMeant = identifiersOf(other).some((number) =>
      (retracted.get(number) ?? []).slice(0, 10).some(({ result }) => mayTakeBack(result, other)),
    );
    if (!mayBeMeant) continue;
    fates.set(other, {
      kind: "doubtful",
      why: "A result under the same number of the laboratory was taken back or has no value: check that this one stands.",
    });
  }
}

function mayTakeBack(retracted: Result, other: Result): boolean {
  if (retracted.source === other.source) return false;
  if (retracted.asked !== "" && retracted.asked !== other.asked) return false;
  const isTakenBack = TAKEN_BACK.has(retracted.source.resource["status"]);
  // A code that is not known here may be one of the same test where the unit is; what was taken back may have none.
  if (retracted.asked === "" && (!isTakenBack || (hasCode(retracted) && !isOfUnit(retracted, other)))) return false;
  if (retracted.moment.day !== undefined && other.moment.day !== undefined && retracted.moment.day !== other.moment.day)
    return false;
  const order = inOrder(issuedOf(retracted), issuedOf(other)) || inOrder(storedOf(retracted), storedOf(other));
  // A preliminary result stands under the same number as the final one that followed it.
  return order > 0 || (order === 0 && (isTakenBack || FINAL.has(retracted.source.resource["status"])));
}

const hasCode = ({ source }: Result) => codesOf(source.resource["code"]).length > 0;

function isRetracted({ source, isReadable }: Result): boolean {
  const { status, resourceType } = source.resource;
  return resourceType === "Observation" && (TAKEN_BACK.has(status) || !isReadable);
}

/**
 * A correction without its partner of the same day, beside a result of another day that has its number of the
 * laboratory, its specimen, or its order and is of the day before or after: it may be its.
 */
function doubtBesideOtherDay(results: readonly Result[], fates: Map<Result, Fate>): void {
  const keys = Map.groupBy(
    results.flatMap((result) =>
      [...identifiersOf(result), ...drawsOf(result)].map((name) => ({ key: `${result.asked} ${name}`, name, result })),
    ),
    ({ key }) => key,
  );
  for (const shared of keys.values()) {
    const days = Map.groupBy(shared, ({ result }) => dayOrNone(result));
    if (days.size < 2) continue;
    const alone = [...days.values()].flatMap((of) =>
      of.length === 1 && of[0] && isCorrection(of[0].result) ? of : [],
    );
    if (alone.length === 0) continue;
    const corrected = new Set(alone.map(({ result }) => dayNumber(result)));
    for (const { name, result } of shared) {
      if (fates.has(result)) continue;
      const isNear = [-1, 1].some((apart) => corrected.has(dayNumber(result) + apart));
      if (name.startsWith("order ") && !isNear) continue;
      fates.set(result, {
        kind: "doubtful",
        why: "A correction of another day has the same number of the laboratory, specimen or order: check which of them stands.",
      });
    }
  }
}

const dayNumber = ({ moment }: Result) => Date.parse(moment.day ?? "") / (24 * 60 * 60 * 1000);

/** Names of the specimen and of the orders that a result refers to. Two draws can be of one order, not of one specimen. */
function drawsOf({ source }: Result): readonly string[] {
  const { specimen, basedOn } = source.resource;
  const named = (prefix: string, one: Json | undefined) => {
    const reference = readReference(one?.["reference"], source.fullUrl);
    const identifier = object(one?.["identifier"]);
    return [
      ...(reference && reference.kind !== "contained" ? [`${prefix} ${JSON.stringify(reference)}`] : []),
      ...(identifier && worthOf(identifier) !== "nothing"
        ? [`${prefix} ${JSON.stringify([identifier["system"], identifier["value"]])}`]
        : []),
    ];
  };
  return [...named("specimen", object(specimen)), ...objects(basedOn).flatMap((order) => named("order", order))];
}

function meta({ source }: Result): Json {
  return object(source.resource["meta"]) ?? {};
}

function momentIn(value: unknown): number | undefined {
  const written = text(value);
  const instant = written === undefined ? Number.NaN : Date.parse(written);
  return Number.isNaN(instant) ? undefined : instant;
}

const issuedOf = ({ source }: Result) => momentIn(source.resource["issued"]);
const storedOf = (result: Result) => momentIn(meta(result)["lastUpdated"]);
function versionOf(result: Result): number | undefined {
  const version = text(meta(result)["versionId"]);
  return version !== undefined && /^\d{1,15}$/.test(version) ? Number(version) : undefined;
}

/** Above 0 when the first is later; 0 when both are the same or one is not known. */
function inOrder(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : a - b;
}

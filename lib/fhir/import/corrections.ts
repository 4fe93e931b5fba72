import { specimenOf } from "./comments.ts";
import type { Moment } from "./days.ts";
import { Groups } from "./groups.ts";
import { readReference } from "./reference.ts";
import { type Json, object, objects, short, text } from "./resources.ts";
import { identityOf, type Source } from "./source.ts";

/** One result of one test or question: an Observation, or a component of it. */
export interface Result {
  readonly source: Source;
  /** The codes by which it was recognized, and which of several parts with these codes it is. */
  readonly codes: string;
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

const CORRECTED: ReadonlySet<unknown> = new Set(["amended", "corrected"]);

/**
 * Finds the results that others replace. Versions of one resource are one result, of which the latest stands. Then a
 * result replaces another of the same codes when it says so, when both have the same number of the laboratory and day
 * and it is a correction, or when both are of the same moment, method and specimen. Which is the later one is said by
 * its being a correction, else by when it was issued, else by when it was stored. Where nothing says so, none is chosen.
 */
export function fatesOf(results: readonly Result[]): ReadonlyMap<Result, Fate> {
  const fates = new Map<Result, Fate>();
  for (const versions of groupsBy(results, versionKey)) decideVersions(versions, fates);
  const left = results.filter((result) => fates.get(result)?.kind !== "replaced");
  decideLinks(left, fates);
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
  doubtBesideRetracted(left, fates);
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
  decideBy(versions, fates, (a, b) => {
    const known = inOrder(versionOf(a), versionOf(b)) || inOrder(storedOf(a), storedOf(b)) || byStatusAndIssue(a, b);
    // A file in which nothing else tells versions apart has the later one after the earlier.
    return known || (dayOrNone(a) === dayOrNone(b) ? a.source.position - b.source.position : 0);
  });
}

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
  return versionKey(one) !== undefined && versionKey(one) === versionKey(latest)
    ? `it is an earlier version of a result whose later one has the status ${status}`
    : `it was replaced by a later result (${status})`;
}

/** A result that says which one it replaces, or of which it was made. */
function decideLinks(results: readonly Result[], fates: Map<Result, Fate>): void {
  const linking = results.filter((result) => isFinal(result) && linksOf(result.source.resource).length > 0);
  if (linking.length === 0) return;
  const byName = new Map(
    results.flatMap((result) => {
      const identity = identityOf(result.source);
      return identity === undefined ? [] : [[`${identity} ${result.codes}`, result] as const];
    }),
  );
  const byUrl = new Map(results.map((result) => [`${result.source.fullUrl?.toLowerCase()} ${result.codes}`, result]));
  for (const result of linking) {
    for (const { reference, isPlain } of linksOf(result.source.resource)) {
      const named = readReference(reference, result.source.fullUrl);
      const other =
        named?.kind === "resource"
          ? byName.get(`${named.base ?? ""} ${named.type}/${named.id} ${result.codes}`)
          : named?.kind === "urn" && byUrl.get(`${named.urn.toLowerCase()} ${result.codes}`);
      if (!other || other === result || (!isPlain && pointIn(other) !== pointIn(result))) continue;
      if (fates.get(other)?.kind === "replaced") continue;
      fates.set(other, { kind: "replaced", by: result, why: whyReplaced(other, result) });
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
  return objects(source.resource["identifier"]).flatMap(({ system, value }) => {
    const number = text(value)?.trim();
    return number === undefined ? [] : [JSON.stringify([text(system)?.trim() ?? "", number])];
  });
}

/** A result under the same number as one that was taken back later may be meant as well. */
function doubtBesideRetracted(results: readonly Result[], fates: Map<Result, Fate>): void {
  const keys = Map.groupBy(
    results.flatMap((result) => numberKeys(result, result.codes).map((key) => ({ key, result }))),
    ({ key }) => key,
  );
  for (const shared of keys.values()) {
    for (const { result } of shared.length > 1 ? shared.filter((one) => isRetracted(one.result)).slice(0, 10) : []) {
      for (const { result: other } of shared) {
        if (!isFinal(other) || fates.has(other)) continue;
        if ((inOrder(issuedOf(result), issuedOf(other)) || inOrder(storedOf(result), storedOf(other))) <= 0) continue;
        fates.set(other, {
          kind: "doubtful",
          why: "A later result under the same number of the laboratory was taken back or has no value: check that this one stands.",
        });
      }
    }
  }
}

function isRetracted({ source, isReadable }: Result): boolean {
  return !isReadable || source.resource["status"] === "entered-in-error" || source.resource["status"] === "cancelled";
}

/** A correction without its partner of the same day, under the number of a result of another day: it may be its. */
function doubtBesideOtherDay(results: readonly Result[], fates: Map<Result, Fate>): void {
  const keys = Map.groupBy(
    results.flatMap((result) => identifiersOf(result).map((number) => ({ key: `${result.codes} ${number}`, result }))),
    ({ key }) => key,
  );
  for (const shared of keys.values()) {
    const days = Map.groupBy(shared, ({ result }) => dayOrNone(result));
    if (days.size < 2) continue;
    const alone = [...days.values()].some((of) => of.length === 1 && of[0] && isCorrection(of[0].result));
    if (!alone) continue;
    for (const { result } of shared) {
      if (fates.has(result)) continue;
      fates.set(result, {
        kind: "doubtful",
        why: "A correction of another day has the same number of the laboratory: check which of them stands.",
      });
    }
  }
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

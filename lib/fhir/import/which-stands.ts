import { short, text } from "./resources.ts";
import { isBare, isCorrection, isDiagnosis, isFinal, pointIn, type Result } from "./result.ts";
import { identityOf } from "./source.ts";
import { laterOf, laterVersion } from "./which-is-later.ts";

/** What becomes of a result beside others. */
export type Fate =
  /** Another stands in its place; the words say which. */
  | { readonly kind: "replaced"; readonly by: Result; readonly why: string }
  /** It is one of several of which at most one is right, and nothing says which. */
  | { readonly kind: "choice"; readonly group: string }
  /** It stands by itself, but something makes it doubtful. */
  | { readonly kind: "doubtful"; readonly why: string };

/** Of versions of one resource, the latest stands, even where what it says is that nothing does; else none is chosen. */
export function decideVersions(versions: readonly Result[], fates: Map<Result, Fate>): void {
  decideBy(versions, fates, laterVersion);
  // One chooses between values: beside a version without one, or that does not stand, the other is doubtful.
  const open = versions.filter((one) => fates.get(one)?.kind === "choice");
  if (open.every((one) => one.isReadable && isFinal(one) && !isDiagnosis(one))) return;
  for (const one of open) fates.set(one, SAME_ID);
}

const SAME_ID: Fate = {
  kind: "doubtful",
  why: "The same id stands for something else as well: check which of the two is meant.",
};

/**
 * A later version that has another code, that is of another patient or that is not read takes the earlier one away too:
 * what the laboratory moved is no longer where it was.
 */
export function decideAcross(versions: readonly Result[], fates: Map<Result, Fate>): void {
  const bySource = Map.groupBy(versions, ({ source }) => source);
  const [first] = versions;
  if (bySource.size < 2 || first === undefined) return;
  let latest = first;
  for (const [one] of bySource.values()) if (one && laterVersion(one, latest) > 0) latest = one;
  const here = new Map((bySource.get(latest.source) ?? []).map((one) => [placeOf(one), one]));
  for (const one of versions) {
    const isDecided = fates.has(one) || one.source === latest.source;
    // What both versions have was compared by itself.
    if (isDecided || here.get(placeOf(one))?.isReadable === one.isReadable) continue;
    if (laterVersion(latest, one) > 0) {
      fates.set(one, { kind: "replaced", by: latest, why: whyReplaced(one, latest) });
      continue;
    }
    for (const either of [one, ...(bySource.get(latest.source) ?? [])]) {
      if (!fates.has(either)) fates.set(either, SAME_ID);
    }
  }
}

const placeOf = ({ codes, part }: Result) => `${codes} ${part}`;

/** Related results of one day. Two times of it are two results, unless one corrects the other. */
export function decide(group: readonly Result[], fates: Map<Result, Fate>): void {
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
  const same: Result[] = [];
  for (const one of group) {
    const after = one === latest ? undefined : order(latest, one);
    if (after === undefined) continue;
    if (isFinal(one) && isFinal(latest) && one.says() === latest.says()) {
      same.push(one);
      continue;
    }
    if (after > 0) fates.set(one, { kind: "replaced", by: latest, why: whyReplaced(one, latest) });
    else tied.push(one);
  }
  if (tied.length === 0) return;
  const choice = { kind: "choice", group: `${latest.source.position} ${latest.codes} ${latest.part}` } as const;
  // What says the same as one of them is as open as that one.
  for (const one of [latest, ...same, ...tied]) fates.set(one, choice);
}

/** In words, why a later result stands in place of this one. */
export function whyReplaced(one: Result, latest: Result): string {
  if (isDiagnosis(one)) return "it is an earlier version of a diagnosis";
  const status = short(text(latest.source.resource["status"]) ?? "missing", 30);
  const identity = identityOf(one.source);
  return identity !== undefined && identity === identityOf(latest.source)
    ? `it is an earlier version of a result whose later one has the status ${status}`
    : `it was replaced by a later result (${status})`;
}

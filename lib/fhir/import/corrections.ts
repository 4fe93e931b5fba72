import { correctOtherCodes, doubtBesideOtherDay } from "./corrections-elsewhere.ts";
import { Groups } from "./groups.ts";
import { decideLinks, doubtByRetractedLinks } from "./replacing-links.ts";
import { isCorrection, isDiagnosis, isFinal, type Result } from "./result.ts";
import { doubtBesideRetracted } from "./retractions.ts";
import { kinds, momentKeys, numberKeys } from "./same-occasion.ts";
import { identityOf } from "./source.ts";
import { decide, decideAcross, decideVersions, type Fate } from "./which-stands.ts";

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

const versionKey = ({ source, codes, part }: Result) => {
  const identity = identityOf(source);
  return identity === undefined ? undefined : `${identity} ${codes} ${part}`;
};

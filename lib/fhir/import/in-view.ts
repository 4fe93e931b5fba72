import type { Groups } from "./groups.ts";
import { isLocal, type Naming, recordOf } from "./naming.ts";
import { disagree, type Facts, keysOf } from "./patient-facts.ts";
import { baseOf, serverOf } from "./reference.ts";
import type { Source } from "./source.ts";

/** The patient whose chart is open: the id on the record's own server, whose address may not be known. */
export interface InView {
  readonly id: string;
  readonly server?: string | undefined;
}

/** The server of the patient in view: the one that was named, else the only one on which the bundle says to be. */
export function homeOf(sources: readonly Source[], inView: InView): string | undefined {
  if (inView.server !== undefined) return serverOf(inView.server);
  const bases = new Set(sources.map(({ fullUrl }) => baseOf(fullUrl)).filter((base) => base !== undefined));
  return bases.size === 1 ? [...bases][0] : undefined;
}

interface Known {
  readonly records: Groups;
  readonly described: ReadonlyMap<string, readonly Facts[]>;
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The records that an identifier is said to be of. */
export function ownersOf(
  described: ReadonlyMap<string, readonly Facts[]>,
  namings: Iterable<Naming>,
  records: Groups,
): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  const add = (identifier: string, record: string) =>
    owners.set(identifier, (owners.get(identifier) ?? new Set()).add(records.of(record)));
  for (const [record, facts] of described) {
    for (const { identifiers } of facts) for (const key of keysOf(identifiers)) add(key, record);
  }
  for (const { record, identifiers } of namings) {
    if (record !== undefined && !isLocal(record)) for (const key of identifiers) add(key, record);
  }
  return owners;
}

/**
 * Tells why a subject is not proven to be the patient in view. A reference must lead to that patient's record, or to
 * one that a Patient resource links with it; an identifier must be one that only this patient is said to have. A
 * contained patient, whose id is local, is known by such an identifier only, and a name alone is no proof. What stands
 * beside a result need not prove anything, but it must not be of another patient.
 */
export function strangers(inView: InView, home: string | undefined, { records, described, owners }: Known) {
  const id = inView.id.trim().replace(/^Patient\//, "");
  const target = records.of(recordOf({ kind: "resource", base: home, type: "Patient", id }, home) ?? id);
  const own = described.get(target) ?? [];
  const isUnclear = disagree(own);
  const isOnlyOwner = (key: string) => {
    const those = owners.get(key);
    return those?.size === 1 && those.has(target);
  };
  const isOther = ({ record, identifiers, facts }: Naming): boolean =>
    (record !== undefined && !isLocal(record) && records.of(record) !== target) ||
    disagree([...own, ...facts]) ||
    identifiers.some((key) => {
      const those = owners.get(key);
      return those !== undefined && !those.has(target);
    });
  const stranger = ({ record, identifiers, facts }: Naming): string | undefined => {
    if (isUnclear) return "the patient in view is described in two ways that cannot be of one person";
    if (record !== undefined && !isLocal(record)) {
      if (records.of(record) !== target) return "it names another patient than the one in view";
      const isShared = identifiers.some((key) => (owners.get(key)?.size ?? 0) > 1);
      if (isShared || disagree([...own, ...facts])) return "it names another patient beside the one in view";
      return undefined;
    }
    if (!identifiers.some(isOnlyOwner)) return "it does not say that it is of the patient in view";
    return disagree([...own, ...facts]) ? "it names another patient beside the one in view" : undefined;
  };
  return { stranger, isOther };
}

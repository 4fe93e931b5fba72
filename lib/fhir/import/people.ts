import { besidesOf } from "./besides.ts";
import { countOf } from "./count-people.ts";
import { addTo, Groups } from "./groups.ts";
import { homeOf, type InView, ownersOf, strangers } from "./in-view.ts";
import { isNamed, NOBODY, namesOf, namingOf, recordOf } from "./naming.ts";
import { contradict, type Facts, factsOf, type Person, personFrom } from "./patient-facts.ts";
import { readReference } from "./reference.ts";
import { type Json, object, objects } from "./resources.ts";
import { isResult, type Source } from "./source.ts";

/** Whose the results are, as far as what was read says it. */
export interface People {
  /** How many patients they are of, at least. */
  readonly count: number;
  /** Why a result is not known to be of the patient in view; undefined when it is, or when none is in view. */
  readonly stranger: (source: Source) => string | undefined;
  readonly personOf: (source: Source) => Person;
  /** What makes it doubtful whose a result is; undefined where nothing does. */
  readonly doubt: (source: Source) => string | undefined;
}

/** Whose the results are. `isOfPatient` leaves out those that are of a room, a device or a group. */
export function peopleIn(
  sources: readonly Source[],
  find: (reference: unknown, from: Source) => Json | undefined,
  isOfPatient: (source: Source) => boolean,
  inView: InView | undefined,
): People {
  const results = sources.filter((source) => isResult(source) && isOfPatient(source));
  const patients = sources.filter(
    ({ resource, isContained }) => resource["resourceType"] === "Patient" && !isContained,
  );
  const home = inView && homeOf(sources, inView);
  const records = new Groups();
  const facts = new Map<string, Facts[]>();
  const addressed = new Map<string, Facts[]>();
  for (const { resource, fullUrl } of patients) {
    const name = /^urn:/i.test(fullUrl ?? "urn:") ? undefined : recordOf(readReference(fullUrl), home);
    if (name !== undefined) addTo(addressed, name, factsOf(resource));
  }
  for (const patient of patients) {
    // An entry under a UUID that has the id of another patient's record is not that record.
    const [own, byId] = namesOf(patient, home);
    const said = factsOf(patient.resource);
    const isOther = byId !== undefined && (addressed.get(byId) ?? []).slice(0, 10).some((one) => contradict(one, said));
    const names = [own, ...(isOther ? [] : [byId])].filter((name) => name !== undefined);
    const [first = `patient ${patient.position}`] = names;
    for (const name of names) records.join(name, first);
    for (const { other } of objects(patient.resource["link"])) {
      const linked = recordOf(readReference(object(other)?.["reference"], patient.fullUrl), home);
      if (linked) records.join(linked, first);
    }
    addTo(facts, first, said);
  }
  const namings = new Map(results.map((source) => [source, namingOf(source, home)]));
  const described = new Map<string, Facts[]>();
  for (const [name, own] of facts) {
    const root = records.of(name);
    for (const one of own) addTo(described, root, one);
  }
  const owners = ownersOf(described, namings.values(), records);
  const someNamed = [...namings.values()].some(isNamed);
  const besides = besidesOf(sources, results, find, home);
  const inViewIs = inView && strangers(inView, home, { records, described, owners });
  const stranger = (source: Source) => {
    const naming = namings.get(source) ?? namingOf(source, home);
    const others = (besides.get(source) ?? []).some((beside) => inViewIs?.isOther(beside));
    return inViewIs?.stranger(naming) ?? (others ? "what it belongs to names another patient" : undefined);
  };
  const isInView = inViewIs !== undefined && results.some((source) => !stranger(source));
  const counted = isInView
    ? { count: 1, isApart: () => false }
    : countOf(
        results.map((source) => namings.get(source) ?? NOBODY),
        [...besides.values()].flat(),
        described,
        records,
      );
  return {
    count: counted.count,
    stranger: (source) => (inViewIs && isResult(source) ? stranger(source) : undefined),
    doubt: (source) => {
      const naming = namings.get(source) ?? NOBODY;
      if (counted.isApart(naming)) {
        return "Other results name the patient in another way, and nothing says that it is the same one: check whose it is.";
      }
      const isOfNobody = !isNamed(naming) && (besides.get(source) ?? []).length === 0;
      return isOfNobody && someNamed ? "It names no patient, and other results do: check whose it is." : undefined;
    },
    personOf: (source) => {
      const naming = namings.get(source) ?? NOBODY;
      const own = naming.record === undefined ? [] : (described.get(records.of(naming.record)) ?? []);
      // A result that names nobody is of the one patient in the bundle.
      const only = naming.record === undefined && described.size === 1 ? [...described.values()].flat() : [];
      return personFrom([...naming.facts, ...own, ...only]);
    },
  };
}

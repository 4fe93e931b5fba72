import { Groups } from "./groups.ts";
import { worthOf } from "./identifiers.ts";
import { baseOf, readReference, serverOf } from "./reference.ts";
import { type Json, object, objects, text } from "./resources.ts";
import type { Source } from "./source.ts";
import { kindOfSubject } from "./unsafe.ts";

/** The patient whose chart is open: the id on the record's own server, whose address may not be known. */
export interface InView {
  readonly id: string;
  readonly server?: string | undefined;
}

/** What is known of a patient that a range can be bound to. */
export interface Person {
  readonly birthDate?: string;
  readonly gender?: string;
  /** The day of death, as far as it is known. */
  readonly deceased?: string;
}

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

/** What one description of a patient says. */
interface Facts {
  readonly births: string | undefined;
  readonly deceased?: string;
  readonly gender: string | undefined;
  /** Values by system, of those that prove who somebody is. */
  readonly identifiers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly family: string | undefined;
  readonly given: string | undefined;
}

/** The ways in which a subject is named. */
interface Naming {
  /** A name that only this patient's record has: where it is, or the resource that contains it. */
  readonly record?: string;
  readonly identifiers: readonly string[];
  /** A number that tells people apart and proves nothing of whom it is. */
  readonly number?: string;
  readonly display?: string;
  readonly facts: readonly Facts[];
}

const NOBODY: Naming = { identifiers: [], facts: [] };

const isNamed = ({ record, identifiers, number, display }: Naming) =>
  record !== undefined || identifiers.length > 0 || number !== undefined || display !== undefined;

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
    doubt: (source) =>
      counted.isApart(namings.get(source) ?? NOBODY)
        ? "Other results name the patient in another way, and nothing says that it is the same one: check whose it is."
        : undefined,
    personOf: (source) => {
      const naming = namings.get(source) ?? NOBODY;
      const own = naming.record === undefined ? [] : (described.get(records.of(naming.record)) ?? []);
      // A result that names nobody is of the one patient in the bundle.
      const only = naming.record === undefined && described.size === 1 ? [...described.values()].flat() : [];
      return personFrom([...naming.facts, ...own, ...only]);
    },
  };
}

/** What an Observation or Condition refers to that is of somebody as well. */
const BELONGS = ["specimen", "encounter", "basedOn", "partOf", "hasMember", "derivedFrom"];

/** The subjects of what results belong to: what contains them, their reports and panels, specimens, orders and visits. */
function besidesOf(
  sources: readonly Source[],
  results: readonly Source[],
  find: (reference: unknown, from: Source) => Json | undefined,
  home: string | undefined,
): ReadonlyMap<Source, readonly Naming[]> {
  const places = new Map(sources.map((source) => [source.resource, source]));
  const found = (references: unknown, from: Source) =>
    [references].flat().flatMap((one) => places.get(find(object(one)?.["reference"], from) ?? {}) ?? []);
  const holders = new Map<Source, Source[]>();
  for (const source of sources) {
    const { result, hasMember, entry } = source.resource;
    const listed = source.resource["resourceType"] === "List" ? objects(entry).map(({ item }) => item) : [];
    for (const held of [result, hasMember, listed].flatMap((one) => found(one, source))) addTo(holders, held, source);
  }
  const besides = results.map((source) => {
    const whole = source.isContained ? (places.get(source.whole) ?? []) : [];
    const others = [
      ...[whole].flat(),
      ...(holders.get(source) ?? []),
      ...BELONGS.flatMap((name) => found(source.resource[name], source)),
    ];
    const subjects = others
      .filter((other) => other !== source && kindOfSubject(other.resource) === undefined)
      .map((other) => namingOf(other, home));
    return [source, subjects.filter(isNamed)] as const;
  });
  return new Map(besides);
}

function addTo<Value, Name = string>(lists: Map<Name, Value[]>, name: Name, value: Value): void {
  const list = lists.get(name);
  if (list) list.push(value);
  else lists.set(name, [value]);
}

export function isResult({ resource: { resourceType } }: Source): boolean {
  return resourceType === "Observation" || resourceType === "Condition";
}

/** The server of the patient in view: the one that was named, else the only one on which the bundle says to be. */
function homeOf(sources: readonly Source[], inView: InView): string | undefined {
  if (inView.server !== undefined) return serverOf(inView.server);
  const bases = new Set(sources.map(({ fullUrl }) => baseOf(fullUrl)).filter((base) => base !== undefined));
  return bases.size === 1 ? [...bases][0] : undefined;
}

const UNKNOWN = "";

function recordOf(named: ReturnType<typeof readReference>, home: string | undefined): string | undefined {
  switch (named?.kind) {
    case "resource":
      return `${named.type}/${named.id} on ${named.base ?? home ?? UNKNOWN}`;
    case "urn":
      return named.urn;
    case "other":
      return `other ${named.words}`;
    default:
      return undefined;
  }
}

function namesOf({ resource, fullUrl }: Source, home: string | undefined): readonly string[] {
  const id = text(resource["id"])?.trim();
  const own =
    id === undefined ? undefined : recordOf({ kind: "resource", base: baseOf(fullUrl), type: "Patient", id }, home);
  return [recordOf(readReference(fullUrl), home), own].filter((name) => name !== undefined);
}

function namingOf(source: Source, home: string | undefined): Naming {
  // What a resource contains is of whom the whole is of, where it does not say itself.
  const { subject: said, patient: ofOldKind } = source.resource;
  const subject = object(said) ?? (isResult(source) ? undefined : object(ofOldKind)) ?? object(source.whole["subject"]);
  if (!subject) return NOBODY;
  const named = readReference(subject["reference"], source.fullUrl);
  const own = identifiersOf([object(subject["identifier"])]);
  const number = numberOf(object(subject["identifier"]));
  const written = { births: undefined, gender: undefined, family: undefined, given: undefined };
  const given: Facts[] = own.size > 0 ? [{ ...written, identifiers: own }] : [];
  const display = text(subject["display"]);
  const shown = display === undefined ? undefined : wordsIn(display);
  if (named?.kind === "contained") {
    const patient = objects(source.whole["contained"]).find(({ id }) => id === named.id);
    const content = patient && contentOf(patient);
    // A contained patient without any content says as little as no subject.
    if (content === "{}") return { ...number, identifiers: keysOf(own), facts: given };
    const facts = patient ? [...given, factsOf(patient)] : given;
    return {
      // Its id says nothing: the same content, or else the same name, is the same patient.
      record:
        content === undefined ? `missing ${source.position} ${named.id}` : `contained ${nameKey(facts) ?? content}`,
      identifiers: facts.flatMap(({ identifiers }) => keysOf(identifiers)),
      facts,
      ...number,
      ...(shown && { display: shown }),
    };
  }
  const record = recordOf(named, home);
  return {
    ...(record && { record }),
    identifiers: keysOf(own),
    ...number,
    facts: given,
    ...(shown && { display: shown }),
  };
}

/** What a contained patient says beside how it is stored. */
function contentOf({ id: _, meta: _meta, text: _text, resourceType: _type, ...content }: Json): string {
  return JSON.stringify(content);
}

function nameKey(facts: readonly Facts[]): string | undefined {
  const named = facts.find(({ family, given }) => family !== undefined && given !== undefined);
  return named && `named ${wordsIn(`${named.family} ${named.given}`)}`;
}

function factsOf(patient: Json): Facts {
  const names = objects(patient["name"]);
  const name = names.find(({ use }) => use === "official") ?? names[0];
  const given = Array.isArray(name?.["given"]) ? text(name["given"][0]) : undefined;
  const family = text(name?.["family"]);
  const whole = text(name?.["text"]);
  return {
    births: text(patient["birthDate"])?.trim(),
    ...deathOf(patient),
    gender: text(patient["gender"])?.trim(),
    identifiers: identifiersOf(objects(patient["identifier"])),
    family: family === undefined ? whole && wordsIn(whole) : wordsIn(family),
    given: given === undefined ? whole && "" : wordsIn(given),
  };
}

function deathOf(patient: Json): { readonly deceased?: string } {
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?=T|$)/.exec(text(patient["deceasedDateTime"])?.trim() ?? "")?.[0];
  return day === undefined ? {} : { deceased: day };
}

function identifiersOf(identifiers: readonly (Json | undefined)[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const identifier of identifiers) {
    const value = text(identifier?.["value"])?.trim();
    if (!identifier || value === undefined || worthOf(identifier) !== "proof") continue;
    const system = text(identifier?.["system"])?.trim() ?? "";
    found.set(system, (found.get(system) ?? new Set()).add(value));
  }
  return found;
}

/** A number by which a subject is named, although it proves nothing. */
function numberOf(identifier: Json | undefined): { readonly number?: string } {
  const value = text(identifier?.["value"])?.trim();
  if (!identifier || value === undefined || worthOf(identifier) !== "name") return {};
  return { number: `number ${JSON.stringify([text(identifier["system"])?.trim() ?? "", value])}` };
}

function keysOf(identifiers: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...identifiers].flatMap(([system, values]) => [...values].map((value) => JSON.stringify([system, value])));
}

/** The words of a name in any order and case: "Doe, Jane" is "Jane Doe". */
function wordsIn(name: string): string {
  const words =
    name
      .toLowerCase()
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.toSorted().join(" ");
}

/** Whether what is said of a patient cannot be of one person. */
function disagree(all: readonly Facts[]): boolean {
  const different = [
    ...new Map(
      all.map((one) => [JSON.stringify([one, [...one.identifiers].map(([s, v]) => [s, [...v]])]), one]),
    ).values(),
  ];
  // So many descriptions that differ are not of one person, and comparing each with each would take long.
  if (different.length > 100) return true;
  return different.some((one, position) => different.slice(position + 1).some((other) => contradict(one, other)));
}

function contradict(one: Facts, other: Facts): boolean {
  const births = one.births !== undefined && other.births !== undefined && !agree(one.births, other.births);
  const genders = [one.gender, other.gender].filter((gender) => gender !== undefined && gender !== "unknown");
  const names = [one.family, one.given].every(
    (part, position) => part && [other.family, other.given][position] && part !== [other.family, other.given][position],
  );
  const identifiers = [...one.identifiers].some(([system, values]) => {
    const others = other.identifiers.get(system);
    return others !== undefined && ![...values].some((value) => others.has(value));
  });
  return births || (genders.length === 2 && genders[0] !== genders[1]) || names || identifiers;
}

/** A birth date may be known to the month or the year only. */
function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** The records that an identifier is said to be of. */
function ownersOf(
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

/** Whether a name is of a resource that another contains, which is no record of a patient by itself. */
function isLocal(record: string): boolean {
  return record.startsWith("contained ") || record.startsWith("missing ");
}

interface Known {
  readonly records: Groups;
  readonly described: ReadonlyMap<string, readonly Facts[]>;
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Tells why a subject is not proven to be the patient in view. A reference must lead to that patient's record, or to
 * one that a Patient resource links with it; an identifier must be one that only this patient is said to have. A
 * contained patient, whose id is local, is known by such an identifier only, and a name alone is no proof. What stands
 * beside a result need not prove anything, but it must not be of another patient.
 */
function strangers(inView: InView, home: string | undefined, { records, described, owners }: Known) {
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

/**
 * How many patients the results are of, at least. Names of one patient are joined: by a subject that gives two, by a
 * Patient resource, by an identifier. What is left then is told apart when it is named in the same way, since nobody
 * has two such names without a word of it; a bundle of one patient may name one in each way.
 */
function countOf(
  own: readonly Naming[],
  besides: readonly Naming[],
  described: ReadonlyMap<string, readonly Facts[]>,
  records: Groups,
): { readonly count: number; readonly isApart: (naming: Naming) => boolean } {
  const namings = [...own, ...besides];
  const groups = new Groups();
  const people = new Set<string>();
  const facts = new Map<string, Facts[]>();
  const displays = new Map<string, Set<string>>();
  const unnamed = own.some((naming) => !isNamed(naming));
  const add = (name: string, own: readonly Facts[], display?: string) => {
    const known = facts.get(name) ?? [];
    facts.set(name, known);
    known.push(...own);
    if (display) displays.set(name, (displays.get(name) ?? new Set()).add(display));
  };
  const onlyPatient = described.size === 1 ? [...described.keys()][0] : undefined;
  for (const [record, own] of described) {
    add(record, own);
    for (const one of own) for (const key of keysOf(one.identifiers)) groups.join(record, key);
    const name = nameKey(own);
    if (onlyPatient !== undefined && name) groups.join(record, `contained ${name}`);
    if (unnamed) people.add(record);
  }
  const seen = new Set<string>();
  const nameOf = ({ record, identifiers, number, display }: Naming) => {
    const root = record === undefined ? undefined : isLocal(record) ? record : records.of(record);
    return root ?? identifiers[0] ?? number ?? (display && `display ${display}`);
  };
  for (const naming of namings) {
    const { identifiers, display, facts: own } = naming;
    const name = nameOf(naming);
    if (name === undefined) continue;
    people.add(name);
    for (const key of identifiers) groups.join(name, key);
    const told = JSON.stringify([name, identifiers, display, own.map(({ births, gender }) => [births, gender])]);
    if (!seen.has(told)) add(name, own, display);
    seen.add(told);
  }
  joinServers(people, groups);
  const clusters = Map.groupBy(people, (name) => groups.of(name));
  const described2 = Map.groupBy(facts.keys(), (name) => groups.of(name));
  const all = [...clusters].map(([root, names]) => {
    const members = described2.get(root) ?? [];
    const said = members.flatMap((name) => facts.get(name) ?? []);
    return {
      // A number that a Patient resource has leads to that patient.
      isRecord: [...names, ...members].some((name) => !/^(?:\[|number |display )/.test(name)),
      isNumber: names.every((name) => name.startsWith("number ")),
      hasIdentifier: said.some(({ identifiers }) => identifiers.size > 0) || names.some((name) => name.startsWith("[")),
      isDisplay: names.every((name) => name.startsWith("display ")),
      words: new Set(
        [
          ...members.flatMap((name) => [...(displays.get(name) ?? [])]),
          ...said.flatMap(({ family, given }) => [family, given].filter((part) => part)),
        ].flatMap((words) => words?.split(" ") ?? []),
      ),
      isTwo: disagree(said),
    };
  });
  const many = (is: (one: (typeof all)[number]) => boolean) => all.filter(is).length;
  const otherName = all.some(
    (one) =>
      one.isDisplay &&
      all.some(
        (other) => !other.isDisplay && other.words.size > 0 && ![...one.words].some((word) => other.words.has(word)),
      ),
  );
  const count = Math.max(
    many(({ isRecord }) => isRecord),
    many(({ hasIdentifier }) => hasIdentifier),
    many(({ isNumber }) => isNumber),
    many(({ isDisplay }) => isDisplay),
    otherName || many(({ isTwo }) => isTwo) > 0 ? 2 : 0,
  );
  // One is named by a record and one by a number, and nothing says that they are the same: those that are fewer may be
  // another's.
  const rootOf = (naming: Naming) => groups.of(nameOf(naming) ?? "");
  const named = own.filter((naming) => isNamed(naming) && !nameOf(naming)?.startsWith("display "));
  const sizes = Map.groupBy(named, rootOf);
  const most = Math.max(...[...sizes.values()].map(({ length }) => length));
  const alone = [...sizes.values()].filter(({ length }) => length === most).length === 1;
  return {
    count,
    isApart: (naming) => {
      const size = sizes.get(rootOf(naming))?.length;
      return sizes.size > 1 && size !== undefined && !(alone && size === most);
    },
  };
}

/** A record whose server is not named is the one of that id that is, where there is only one. */
function joinServers(people: ReadonlySet<string>, groups: Groups): void {
  const places = Map.groupBy(
    [...people].filter((name) => / on /.test(name)),
    (name) => name.split(" on ")[0],
  );
  for (const names of places.values()) {
    const [unknown] = names.filter((name) => name.endsWith(" on "));
    const known = names.filter((name) => !name.endsWith(" on "));
    if (unknown && known[0] && known.length === 1) groups.join(unknown, known[0]);
  }
}

/** What all descriptions of one patient agree on. */
function personFrom(all: readonly Facts[]): Person {
  const births = new Set(all.map(({ births: one }) => one).filter((one) => one !== undefined));
  const genders = new Set(all.map(({ gender }) => gender).filter((one) => one !== undefined));
  const [birthDate] = births.size === 1 ? births : [];
  const [gender] = genders.size === 1 ? genders : [];
  // Of several days the last: what lies after it lies after all.
  const deceased = all
    .flatMap((one) => one.deceased ?? [])
    .toSorted()
    .at(-1);
  return {
    ...(deceased && { deceased }),
    ...(birthDate && { birthDate }),
    ...(gender && { gender }),
  };
}

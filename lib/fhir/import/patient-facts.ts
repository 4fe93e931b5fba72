import { worthOf } from "./identifiers.ts";
import { type Json, objects, text } from "./resources.ts";

/** What is known of a patient that a range can be bound to. */
export interface Person {
  readonly birthDate?: string;
  readonly gender?: string;
  /** The day of death, as far as it is known. */
  readonly deceased?: string;
}

/** What one description of a patient says. */
export interface Facts {
  readonly births: string | undefined;
  readonly deceased?: string;
  readonly gender: string | undefined;
  /** Values by system, of those that prove who somebody is. */
  readonly identifiers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly family: string | undefined;
  readonly given: string | undefined;
}

/** What a Patient resource says of who somebody is. */
export function factsOf(patient: Json): Facts {
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

/** The identifiers that prove who somebody is, by system. */
export function identifiersOf(identifiers: readonly (Json | undefined)[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const identifier of identifiers) {
    const value = text(identifier?.["value"])?.trim();
    if (!identifier || value === undefined || worthOf(identifier) !== "proof") continue;
    const system = text(identifier?.["system"])?.trim() ?? "";
    found.set(system, (found.get(system) ?? new Set()).add(value));
  }
  return found;
}

/** One name for each identifier. */
export function keysOf(identifiers: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  return [...identifiers].flatMap(([system, values]) => [...values].map((value) => JSON.stringify([system, value])));
}

/** A name for whoever has this family and given name. */
export function nameKey(facts: readonly Facts[]): string | undefined {
  const named = facts.find(({ family, given }) => family !== undefined && given !== undefined);
  return named && `named ${wordsIn(`${named.family} ${named.given}`)}`;
}

/** The words of a name in any order and case: "Doe, Jane" is "Jane Doe". */
export function wordsIn(name: string): string {
  const words =
    name
      .toLowerCase()
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, "")
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.toSorted().join(" ");
}

/** What all descriptions of one patient agree on. */
export function personFrom(all: readonly Facts[]): Person {
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

/** Whether what is said of a patient cannot be of one person. */
export function disagree(all: readonly Facts[]): boolean {
  const different = [
    ...new Map(
      all.map((one) => [JSON.stringify([one, [...one.identifiers].map(([s, v]) => [s, [...v]])]), one]),
    ).values(),
  ];
  // So many descriptions that differ are not of one person, and comparing each with each would take long.
  if (different.length > 100) return true;
  return different.some((one, position) => different.slice(position + 1).some((other) => contradict(one, other)));
}

/** Whether two descriptions cannot be of one person. */
export function contradict(one: Facts, other: Facts): boolean {
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

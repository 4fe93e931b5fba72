import type { FindingId, NamedDefinitions, NamedFinding, NamedLabTest, TestId } from "../../../criteria/types.ts";
import { allWordsOf, type Json } from "./resources.ts";

/** A test or a finding by a name of it, in plain words between spaces. */
interface Named {
  readonly name: string;
  readonly label: string;
  readonly test?: TestId;
}

/** Names of two letters and less are words of too many other things. */
const SHORTEST = 2;

/** The names by which results are recognized that have none of the known codes, the longest first. */
export function lookAlikesOf({ tests, findings }: NamedDefinitions): readonly Named[] {
  const ofTests = (Object.entries(tests) as [TestId, NamedLabTest][]).flatMap(([test, one]) =>
    one.codes ? namesOf([one.label, one.short, ...one.synonyms, ...(one.recordNames ?? [])], one.label, test) : [],
  );
  const ofFindings = (Object.entries(findings) as [FindingId, NamedFinding][]).flatMap(([, one]) =>
    !one.decidedBy && one.codes?.some(({ system }) => system === "loinc")
      ? namesOf([one.label, ...(one.recordNames ?? [])], one.label)
      : [],
  );
  return [...ofTests, ...ofFindings].toSorted((a, b) => b.name.length - a.name.length);
}

function namesOf(names: readonly string[], label: string, test?: TestId): readonly Named[] {
  const plain = new Set(names.map(plainWords).filter((name) => name.trim().length >= SHORTEST));
  return [...plain].map((name) => ({ name, label, ...(test && { test }) }));
}

/** What a result seems to be by the names beside its codes, where its codes say nothing here. */
export function lookAlike(part: Json, names: readonly Named[]): Named | undefined {
  const written = writtenNames(part);
  return names.find(({ name }) => written.some((one) => one.includes(name)));
}

/** In words, that a result is named as something else than its codes stand for, where no name of that stands beside them. */
export function namedOtherwise(part: Json, names: readonly Named[], own: ReadonlySet<string>): string | undefined {
  const written = writtenNames(part);
  const found = names.filter(({ name }) => written.some((one) => one.includes(name)));
  const [other] = found;
  if (!other || found.some(({ label }) => own.has(label))) return undefined;
  return `Its code stands for “${[...own][0]}” and its name looks like “${other.label}”: check which is right.`;
}

function writtenNames(part: Json): readonly string[] {
  return allWordsOf(part["code"]).map((one) => plainWords(one.slice(0, LONGEST_NAME)));
}

/** A name longer than the longest of LOINC is none. */
const LONGEST_NAME = 300;

/** The words of a name between spaces, without case and signs: "Platelets [#/volume] in Blood" has " platelets " in it. */
function plainWords(name: string): string {
  return ` ${
    name
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  } `;
}

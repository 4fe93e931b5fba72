import type {
  ContextTopic,
  FindingId,
  NamedDefinitions,
  NamedFinding,
  NamedLabTest,
  TestId,
  TestNotRead,
} from "../../criteria/types.ts";
import { squeezed, unordered } from "./words.ts";

/** A question to answer, a measurement to enter, a subject to read about, or a test that no set reads. */
export type Target =
  | { readonly kind: "finding"; readonly finding: FindingId }
  | { readonly kind: "test"; readonly test: TestId }
  | { readonly kind: "topic"; readonly topic: ContextTopic }
  | { readonly kind: "not-read"; readonly test: TestNotRead };

/** Everything that can be named in the quick find. */
export interface Nameable {
  readonly definitions: NamedDefinitions;
  readonly topics: readonly ContextTopic[];
  readonly notRead: readonly TestNotRead[];
}

export interface Named {
  readonly target: Target;
  /** The name through which it was found. */
  readonly through: string;
}

/** The label names its finding before the synonyms of others do; a related word names nothing. */
export type NameKind = "label" | "synonym" | "related";

export interface Name extends Named {
  readonly is: NameKind;
}

/** A beginning shorter than this is too little to mean one thing. */
const LEAST_BEGINNING = 4;

/** A name as it is compared with what is typed. */
export interface ComparedName extends Name {
  readonly squeezed: string;
  readonly unordered: string;
}

/** All names, and those that name something by how they are compared. */
export interface ComparedNames {
  readonly all: readonly ComparedName[];
  readonly bySqueezed: ReadonlyMap<string, readonly ComparedName[]>;
  readonly byUnordered: ReadonlyMap<string, readonly ComparedName[]>;
}

export function comparedNamesOf(nameable: Nameable): ComparedNames {
  const all = namesOf(nameable).map(
    (name): ComparedName => ({ ...name, squeezed: squeezed(name.through), unordered: unordered(name.through) }),
  );
  const naming = all.filter(({ is }) => is !== "related");
  return {
    all,
    bySqueezed: Map.groupBy(naming, (name) => name.squeezed),
    byUnordered: Map.groupBy(naming, (name) => name.unordered),
  };
}

/** "Seizure or" goes on, "or seizure" has begun before, and "is seizure present" asks: none is all of a name. */
const OPEN = /^\s*(?:and|n?or|but|is)\s|\s(?:and|n?or|but)\s*$/i;

/**
 * What the whole of a text names, in any order of its words. Nothing is forgiven: what alone is named may be entered
 * unasked.
 */
export function namedWhole({ bySqueezed, byUnordered }: ComparedNames, text: string): readonly Named[] {
  const same = bySqueezed.get(squeezed(text));
  if (same) return distinct(same.some(isLabel) ? same.filter(isLabel) : same);
  return OPEN.test(text) ? [] : distinct(byUnordered.get(unordered(text)) ?? []);
}

/** The finding whose label begins with the text, when nothing else has a name that does. */
export function namedByBeginning({ all }: ComparedNames, text: string): readonly Named[] {
  const typed = squeezed(text);
  if (typed.length < LEAST_BEGINNING) return [];
  const starting = all.filter((name) => name.squeezed.startsWith(typed));
  const label = starting.find(isLabel);
  if (!label || distinct(starting).length > 1) return [];
  // A number is there or it is not: "below 1" is no beginning of "below 1,000".
  const cut = /\d$/.test(typed) && /^[\d.]/.test(label.squeezed.slice(typed.length));
  return cut || !saysLittle(label.through, typed) ? [] : [label];
}

/** Words of a label that whoever knows what is meant leaves out: "malar", "discoid", "interstitial lung". */
const LITTLE = /^(?:rash|lupus|cutaneous|disease|phenomenon|of)$/i;

/**
 * Whether what is not typed of a label says little. "Evidence" is not "of hemolysis", "oral" not "ulcers", and
 * "pericardial pain" not "for more than one day".
 */
function saysLittle(label: string, typed: string): boolean {
  let length = 0;
  for (const word of label.replace(/\s*\(.*/, "").split(/\s+/)) {
    const [from, to] = [length, length + squeezed(word).length];
    length = to;
    if (typed.length >= to) continue;
    // Of the word in which it ends, more than half.
    const isBegun = typed.length > from && typed.length - from > (to - from) / 2;
    if (!isBegun && !LITTLE.test(word)) return false;
  }
  return true;
}

/** What the text is a related word of: it leads there and names nothing. */
export function namedAsRelated({ all }: ComparedNames, text: string): readonly Named[] {
  const whole = squeezed(text);
  return distinct(all.filter((name) => name.is === "related" && name.squeezed === whole));
}

/** Whether the text is a name or a related word of anything. */
export function isAnyName({ all }: ComparedNames, text: string): boolean {
  const whole = squeezed(text);
  return all.some((name) => name.squeezed === whole);
}

/** Of each finding, the names of others that before its own say of which kind it is: "febrile" of seizures. */
export type DescribedBy = ReadonlyMap<FindingId, readonly string[]>;

export function describedByOf({ findings }: Pick<NamedDefinitions, "findings">): DescribedBy {
  return new Map(
    (Object.entries(findings) as [FindingId, NamedFinding][]).flatMap(([finding, { describedBy }]) =>
      describedBy ? [[finding, describedBy.map(squeezed)]] : [],
    ),
  );
}

/** Every name of everything. */
export function namesOf({ definitions, topics, notRead }: Nameable): readonly Name[] {
  const all = (target: Target, is: NameKind, names: readonly string[] = []) =>
    names.map((through): Name => ({ target, is, through }));
  return [
    ...(Object.entries(definitions.findings) as [FindingId, NamedFinding][]).flatMap(([finding, one]) => [
      ...all({ kind: "finding", finding }, "label", [one.label]),
      ...all({ kind: "finding", finding }, "synonym", one.synonyms),
      ...all({ kind: "finding", finding }, "related", one.related),
    ]),
    ...(Object.entries(definitions.tests) as [TestId, NamedLabTest][]).flatMap(([test, { label, short, synonyms }]) =>
      all({ kind: "test", test }, "synonym", [label, short, ...synonyms]),
    ),
    ...topics.flatMap((topic) => all({ kind: "topic", topic }, "synonym", [topic.title, ...topic.synonyms])),
    ...notRead.flatMap((test) => all({ kind: "not-read", test }, "synonym", [test.label, ...test.names])),
  ];
}

function isLabel({ is }: Name): boolean {
  return is === "label";
}

/** One of each target, the first. */
export function distinct(names: readonly Named[]): readonly Named[] {
  const ids = names.map(({ target }) => identity(target));
  return names.filter((name, at) => ids.indexOf(identity(name.target)) === at);
}

/** The same for two targets that are one and the same, and for no others: a finding and a test may share an id. */
export function identity(target: Target): string {
  switch (target.kind) {
    case "finding":
      return `finding ${target.finding}`;
    case "test":
      return `test ${target.test}`;
    case "topic":
      return `topic ${target.topic.id}`;
    case "not-read":
      return `not read ${target.test.label}`;
  }
}

import type {
  Cause,
  Definitions,
  Finding,
  FindingId,
  LabTest,
  NamedFinding,
  NamedLabTest,
  TestId,
} from "../../criteria/types.ts";
import { plain, slipsBetween } from "../definition/spelling.ts";
import { CAUSES } from "./causes.ts";
import { unitsWritten } from "./unit-spelling.ts";

/** Longer texts stand for no id: looking for one would cost more than it could tell. */
const LONGEST = 60;

/** More than these would be a list to search again. */
const MOST = 3;

/** A beginning shorter than this is one of too much. */
const LEAST_BEGINNING = 4;

interface Nameable<Id extends string> {
  readonly id: Id;
  /** Other names and abbreviations, as people write them. */
  readonly names: readonly string[];
}

/**
 * The ids that something may have been meant to be, the likeliest first; none where nothing is near. `exact` takes only
 * what is the same but for case, signs and the order of words.
 */
export type Suggest<Id extends string> = (read: unknown, how?: "exact") => readonly Id[];

interface Compared<Id extends string> {
  readonly id: Id;
  readonly words: readonly string[];
  readonly letters: string;
  readonly sorted: string;
}

/** Suggests by id, names, beginnings and slips of the fingers. The names are prepared when something is first asked. */
export function suggester<Id extends string>(things: readonly Nameable<Id>[]): Suggest<Id> {
  let prepared: readonly Compared<Id>[] | undefined;
  return (read, how) => {
    if (typeof read !== "string" || read.length > LONGEST) return [];
    prepared ??= things.flatMap(({ id, names }) => [id, ...names].map((name) => compared(id, name)));
    const typed = compared(read, read);
    if (typed.letters === "") return [];
    const same = prepared.filter((one) => one.letters === typed.letters || one.sorted === typed.sorted);
    if (same.length > 0 || how === "exact") return firstIds(same);
    return firstIds([...bySlips(typed, prepared), ...byBeginning(typed, prepared), ...byWords(typed, prepared)]);
  };
}

function compared<Id extends string>(id: Id, name: string): Compared<Id> {
  const words = plain(name).match(/[a-z0-9]+/g) ?? [];
  return { id, words, letters: words.join(""), sorted: words.toSorted().join(" ") };
}

function firstIds<Id extends string>(found: readonly Compared<Id>[]): readonly Id[] {
  return [...new Set(found.map(({ id }) => id))].slice(0, MOST);
}

/** Names a slip or two away, the nearest first. A number is there or it is not: 1:80 is no slip of 1:40. */
function bySlips<Id extends string>(typed: Compared<string>, names: readonly Compared<Id>[]): readonly Compared<Id>[] {
  const most = typed.letters.length >= 8 ? 2 : typed.letters.length >= 4 ? 1 : 0;
  const digits = digitsOf(typed.letters);
  return names
    .filter(({ letters }) => Math.abs(letters.length - typed.letters.length) <= most && digitsOf(letters) === digits)
    .map((one) => ({ one, slips: slipsBetween(typed.letters, one.letters, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)
    .map(({ one }) => one);
}

const digitsOf = (letters: string): string => letters.replaceAll(/[a-z]/g, "");

/** Names that begin with what was read, the shortest first. */
function byBeginning<Id extends string>({ letters: typed }: Compared<string>, names: readonly Compared<Id>[]) {
  if (typed.length < LEAST_BEGINNING) return [];
  return names.filter(({ letters }) => letters.startsWith(typed)).sort((a, b) => a.letters.length - b.letters.length);
}

/** Names that share most of their words with what was read, the most alike first: "creatinine" is no ratio of four words. */
function byWords<Id extends string>({ words: typed }: Compared<string>, names: readonly Compared<Id>[]) {
  const read = new Set(typed);
  return names
    .map((one) => ({ one, alike: shared(read, new Set(one.words)) }))
    .filter(({ alike }) => alike > 0.5)
    .sort((a, b) => b.alike - a.alike)
    .map(({ one }) => one);
}

/** Which part of all their words two names have both. */
function shared(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const both = [...some].filter((word) => others.has(word)).length;
  return both / (some.size + others.size - both);
}

/** ` Did you mean "a" or "b"?`, to stand behind a sentence; nothing where there is nothing to suggest. */
export function didYouMean(ids: readonly string[]): string {
  return ids.length === 0 ? "" : ` Did you mean ${ids.map((id) => JSON.stringify(id)).join(" or ")}?`;
}

export interface Suggestions {
  readonly finding: Suggest<FindingId>;
  readonly test: Suggest<TestId>;
  readonly cause: Suggest<Cause>;
  readonly testIds: readonly TestId[];
}

/** The names beside the label, where the definitions at hand have them: the browser loads them apart. */
type PerhapsNamed<Thing, Names> = Thing & Partial<Names>;

/** What the ids in a record may have been meant to be, by the names that these definitions know. */
export function suggestionsFrom({ findings, tests }: Pick<Definitions, "findings" | "tests">): Suggestions {
  const allFindings = Object.entries(findings) as [
    FindingId,
    PerhapsNamed<Finding, Pick<NamedFinding, "synonyms" | "otherExplanations">>,
  ][];
  const explanations = allFindings.flatMap(([, { otherExplanations = [] }]) => otherExplanations);
  return {
    finding: suggester(allFindings.map(([id, { label, synonyms = [] }]) => ({ id, names: [label, ...synonyms] }))),
    test: suggester(
      (Object.entries(tests) as [TestId, PerhapsNamed<LabTest, Pick<NamedLabTest, "synonyms">>][]).map(
        ([id, { label, short, synonyms = [] }]) => ({
          id,
          names: [label, short, ...synonyms],
        }),
      ),
    ),
    cause: suggester(
      CAUSES.map((id) => ({
        id,
        names: [...new Set(explanations.filter(({ cause }) => cause === id).map(({ label }) => label))],
      })),
    ),
    testIds: Object.keys(tests) as TestId[],
  };
}

/** The units of a test that a text may have been meant to be, by their codes. */
export function suggestUnits(read: string, test: LabTest): readonly string[] {
  if (read.length > LONGEST) return [];
  const written = unitsWritten(read, test).map(({ unit }) => unit);
  return written.length > 0 ? written.slice(0, MOST) : unitsOf(test)(read);
}

const unitsOf = ({ units }: LabTest) => suggester(units.map(({ unit, label }) => ({ id: unit, names: [label] })));

/** The methods of a test that a text may have been meant to be, by their ids. Each word of a label tells it from the others. */
export function suggestMethods(read: string, { methods = [] }: LabTest): readonly string[] {
  return suggester(methods.map(({ id, label }) => ({ id, names: [label, ...label.split(/\W+/)] })))(read);
}

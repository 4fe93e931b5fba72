import type { ContextTopic, Definitions, Finding, FindingId, LabTest, TestId } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import { closeness, squeezed, wordsOf } from "./words.ts";

/** What a search can find: a question to answer, a measurement to enter, or a subject to read about. */
export type Target =
  | { readonly kind: "finding"; readonly finding: FindingId }
  | { readonly kind: "test"; readonly test: TestId }
  | { readonly kind: "topic"; readonly topic: ContextTopic };

export type Hit = Target & {
  /** The name, synonym or other words through which it was found. */
  readonly through: string;
};

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly squeezed: string;
  /** How much a match counts: 1 for a name or synonym, less for running text. */
  readonly weight: number;
}

interface Entry {
  readonly target: Target;
  readonly phrases: readonly Phrase[];
  readonly words: ReadonlySet<string>;
  /** How many criteria sets read it: of two equal matches, the one that matters more comes first. */
  readonly read: number;
}

/** A phrase matches from this share of what was typed on; below it, the match is more noise than help. */
const LEAST = 0.4;

/**
 * A search over the names, synonyms, measurements and definitions of all findings, over the measurements themselves,
 * and over the subjects around the criteria, such as newborns. Typing errors and half-typed words are forgiven. The returned function gives the best hits first,
 * and none for a text without letters or digits.
 */
export function searcher(definitions: Definitions, topics: readonly ContextTopic[]): (query: string) => readonly Hit[] {
  const entries = [...entriesOf(definitions), ...topics.map(topicEntry)];
  const vocabulary = [...new Set(entries.flatMap((entry) => [...entry.words]))];
  return (query) => {
    const typed = wordsOf(query).map((word) => weigh(word, vocabulary, entries));
    if (typed.length === 0) return [];
    const whole = squeezed(query);
    return entries
      .map((entry) => ({ entry, ...bestPhrase(entry, typed, whole) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || b.entry.read - a.entry.read)
      .map(({ entry, through }) => ({ ...entry.target, through }));
  };
}

/** A typed word, how close each written word comes to it, and how much it tells: a rare word tells more. */
interface TypedWord {
  readonly close: ReadonlyMap<string, number>;
  readonly tells: number;
}

function weigh(word: string, vocabulary: readonly string[], entries: readonly Entry[]): TypedWord {
  const close = new Map<string, number>();
  for (const written of vocabulary) {
    const value = closeness(word, written);
    if (value > 0) close.set(written, value);
  }
  const having = entries.filter((entry) => [...close.keys()].some((written) => entry.words.has(written))).length;
  return { close, tells: having === 0 ? 1 : Math.log(1 + entries.length / having) };
}

function bestPhrase(entry: Entry, typed: readonly TypedWord[], whole: string): { score: number; through: string } {
  let best = { score: 0, through: "" };
  for (const phrase of entry.phrases) {
    const score = phrase.weight * scoreOf(phrase, typed, whole);
    if (score > best.score) best = { score, through: phrase.text };
  }
  // Words may be spread over several names: "red rash cheeks".
  const spread = 0.6 * share(entry.words, typed);
  return spread > best.score ? { score: spread, through: entry.phrases[0]?.text ?? "" } : best;
}

function scoreOf(phrase: Phrase, typed: readonly TypedWord[], whole: string): number {
  if (phrase.squeezed === whole) return 2;
  if (whole.length >= 3 && phrase.squeezed.startsWith(whole))
    return 1.2 + (0.2 * whole.length) / phrase.squeezed.length;
  const used = phrase.words.filter((word) => typed.some(({ close }) => close.has(word))).length;
  const fit = share(phrase.words, typed) * (0.8 + (0.2 * used) / Math.max(phrase.words.length, 1));
  return whole.length >= 4 && phrase.squeezed.includes(whole) ? Math.max(fit, 0.85) : fit;
}

/** The share of what the typed words tell that these words answer, from 0 to 1. */
function share(words: Iterable<string>, typed: readonly TypedWord[]): number {
  const written = [...words];
  const told = typed.map(({ close, tells }) => tells * Math.max(0, ...written.map((word) => close.get(word) ?? 0)));
  const all = typed.map(({ tells }) => tells);
  return sum(told) / sum(all);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function entriesOf(definitions: Definitions): readonly Entry[] {
  const reads = definitions.sets.map((set) => new Set(findingsRead(set)));
  const findings = (Object.entries(definitions.findings) as [FindingId, Finding][]).map(([finding, one]) =>
    entry(
      { kind: "finding", finding },
      findingPhrases(one, definitions),
      reads.filter((set) => set.has(finding)).length,
    ),
  );
  const tests = (Object.entries(definitions.tests) as [TestId, LabTest][]).map(([test, one]) =>
    // A measurement gives way to the finding of the same name: the finding is what is answered.
    entry({ kind: "test", test }, testPhrases(one, 0.75), 0),
  );
  return [...findings, ...tests];
}

/** A subject gives way to a finding of the same name, which can be answered: nothing reads it. */
function topicEntry(topic: ContextTopic): Entry {
  const remarks = topic.remarks.map(({ text }) => phrase(text, 0.7));
  return entry({ kind: "topic", topic }, [phrase(topic.title, 1), ...remarks], 0);
}

function entry(target: Target, phrases: readonly Phrase[], read: number): Entry {
  return { target, phrases, words: new Set(phrases.flatMap((phrase) => phrase.words)), read };
}

function findingPhrases(finding: Finding, { tests }: Definitions): readonly Phrase[] {
  const deciding = [...new Set((finding.decidedBy ?? []).map((rule) => rule.test))];
  return [
    phrase(finding.label, 1.05),
    ...finding.synonyms.map((synonym) => phrase(synonym, 1)),
    ...deciding.flatMap((test) => testPhrases(tests[test], 0.8)),
    phrase(finding.definition, 0.7),
    ...(finding.details ?? []).map((detail) => phrase(detail, 0.5)),
  ];
}

function testPhrases(test: LabTest, weight: number): readonly Phrase[] {
  return [test.label, test.short, ...test.synonyms].map((name) => phrase(name, weight));
}

function phrase(text: string, weight: number): Phrase {
  return { text, words: wordsOf(text), squeezed: squeezed(text), weight };
}

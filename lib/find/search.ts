import type { Finding, NamedDefinitions, NamedLabTest } from "../../criteria/types.ts";
import { findingsRead } from "../definition/walk.ts";
import { identity, type Name, type Nameable, type Named, type NameKind, namesOf, type Target } from "./names.ts";
import { BEGINNING, closeness, squeezed, wordsOf } from "./words.ts";

export interface Hit extends Named {
  /** All words by which it can be found, running text among them. */
  readonly words: ReadonlySet<string>;
}

interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly squeezed: string;
  /** Words that it denies: "erosive" in "non-erosive arthritis". */
  readonly denied: ReadonlySet<string>;
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

/** Everything that can be found, and every word by which it can. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly vocabulary: readonly string[];
  /** A word is weighed once: of a query that is being typed, only the last one changes. */
  readonly weighed: Map<string, TypedWord>;
}

/**
 * The index over the names, related words and measurements of all findings, over the measurements themselves, and over
 * the subjects around the criteria, such as newborns.
 */
export function searchIndexOf(nameable: Nameable): SearchIndex {
  const entries = entriesOf(nameable);
  return { entries, vocabulary: [...new Set(entries.flatMap((entry) => [...entry.words]))], weighed: new Map() };
}

/**
 * The best hits first, and none for a text without letters. Typing errors and half-typed words are forgiven, so that a
 * hit is never more than an offer.
 */
export function search(index: SearchIndex, query: string): readonly Hit[] {
  const words = wordsOf(query);
  if (!words.some((word) => /[a-z]/.test(word))) return [];
  // A word that is said again tells no more.
  const typed = [...new Set(words)].map((word) => weightOf(word, index));
  const whole = squeezed(query);
  const denied = deniedIn(query);
  return (
    index.entries
      // What is called "non-erosive" is not found by "erosive".
      .filter(({ phrases: [label] }) => !label || !isOpposite(label, words, denied))
      .map((entry) => ({ entry, ...bestPhrase(entry, typed, whole, words, denied) }))
      .filter(({ score }) => score >= LEAST)
      .sort((a, b) => b.score - a.score || b.entry.read - a.entry.read)
      .map(({ entry: { target, words: known }, through }) => ({ target, through, words: known }))
  );
}

function weightOf(word: string, { entries, vocabulary, weighed }: SearchIndex): TypedWord {
  const known = weighed.get(word) ?? weigh(word, vocabulary, entries);
  weighed.set(word, known);
  return known;
}

/** A typed word, how close each written word comes to it, and how much it tells: a rare word tells more. */
interface TypedWord {
  readonly close: ReadonlyMap<string, number>;
  readonly tells: number;
}

function weigh(word: string, vocabulary: readonly string[], entries: readonly Entry[]): TypedWord {
  const all = vocabulary.map((written) => [written, closeness(word, written)] as const);
  // Where the word is written so, no slip is assumed: "fever" is not "never".
  const least = vocabulary.includes(word) ? BEGINNING : Number.MIN_VALUE;
  const close = new Map(all.filter(([, value]) => value >= least));
  const having = entries.filter((entry) => [...close.keys()].some((written) => entry.words.has(written))).length;
  // A number tells classes and thresholds apart, and nothing about what is meant.
  const tells = /^\d+$/.test(word) ? 1 : having === 0 ? 1 : Math.log(1 + entries.length / having);
  return { close, tells };
}

function bestPhrase(
  entry: Entry,
  typed: readonly TypedWord[],
  whole: string,
  words: readonly string[],
  denied: ReadonlySet<string>,
): { score: number; through: string } {
  let best = { score: 0, through: "" };
  for (const phrase of entry.phrases) {
    if (isOpposite(phrase, words, denied)) continue;
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

/** How much a name counts: a related word gives way to a name, and both to the label. */
const WEIGHTS: Readonly<Record<NameKind, number>> = { label: 1.05, synonym: 1, related: 0.9 };

function entriesOf(nameable: Nameable): readonly Entry[] {
  const reads = nameable.definitions.sets.map((set) => new Set(findingsRead(set)));
  const byTarget = new Map<string, Name[]>();
  for (const name of namesOf(nameable)) {
    const of = identity(name.target);
    byTarget.set(of, [...(byTarget.get(of) ?? []), name]);
  }
  return [...byTarget.values()].flatMap((names) => {
    const target = names[0]?.target;
    if (!target || target.kind === "not-read") return [];
    const phrases = [
      ...names.map(({ through, is }) => phrase(through, WEIGHTS[is])),
      ...around(target, nameable.definitions),
    ];
    const read = target.kind === "finding" ? reads.filter((set) => set.has(target.finding)).length : 0;
    return [{ target, phrases, words: new Set(phrases.flatMap(({ words }) => words)), read }];
  });
}

/** What is said of a target beside its names. A number in running text is nobody's search. */
function around(target: Target, { findings, tests }: NamedDefinitions): readonly Phrase[] {
  const text = (words: string, weight: number) => phrase(words.replaceAll(/[\d.,]+/g, " "), weight);
  switch (target.kind) {
    case "finding": {
      const { decidedBy }: Finding = findings[target.finding];
      const deciding = [...new Set((decidedBy ?? []).map(({ test }) => test))].map((test): NamedLabTest => tests[test]);
      return [
        ...deciding.flatMap(({ label, short, synonyms }) =>
          [label, short, ...synonyms].map((name) => phrase(name, 0.8)),
        ),
      ];
    }
    case "topic":
      return target.topic.remarks.map((remark) => text(remark.text, 0.7));
    case "test":
    case "not-read":
      return [];
  }
}

function phrase(text: string, weight: number): Phrase {
  return { text, words: wordsOf(text), squeezed: squeezed(text), denied: deniedIn(text), weight };
}

/** The words of a text that stand after "non" or "without" in it. */
function deniedIn(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  return new Set(
    words.flatMap((word, at) => {
      const [, stem] = /^non(.{4,})$/.exec(word) ?? [];
      if (stem) return [stem];
      return /^(?:non|without)$/.test(words[at - 1] ?? "") ? [word] : [];
    }),
  );
}

/** Whether one of two texts denies a word that the other says. */
function isOpposite(phrase: Phrase, words: readonly string[], denied: ReadonlySet<string>): boolean {
  const says = (said: readonly string[], by: ReadonlySet<string>, word: string) => said.includes(word) && !by.has(word);
  return (
    [...phrase.denied].some((word) => says(words, denied, word)) ||
    [...denied].some((word) => says(phrase.words, phrase.denied, word))
  );
}

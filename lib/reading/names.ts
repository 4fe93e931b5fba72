import type { FindingId, FindingInTexts, NamedFinding, NamedLabTest, TestId } from "../../criteria/types.ts";
import { type Found, type PhraseFinder, phraseFinder, type Spelling, spellingOf } from "./phrases.ts";
import { ORDINARY_WORDS } from "./rules/ordinary-words.ts";
import { sameWord, type Token } from "./tokens.ts";
import type { ReadingWords } from "./types.ts";

/** What a phrase in a text can name. */
export type Name =
  | {
      readonly kind: "finding";
      readonly finding: FindingId;
      /** It names it only in capitals, or only with a sign beside it, or only to say that it is absent. */
      readonly only?: "capitals" | "signed" | "absent" | "denied";
    }
  | { readonly kind: "test"; readonly test: TestId }
  | { readonly kind: "classless" }
  | { readonly kind: "other-test" }
  | { readonly kind: "other-meaning" }
  | { readonly kind: "treponemal" };

export type Mention = Found<Name>;

/** The names of everything, compiled once. */
export interface Names {
  readonly finder: PhraseFinder<Name>;
  readonly inTexts: (finding: FindingId) => FindingInTexts | undefined;
}

export function namesOf({ definitions, notRead, inTexts }: ReadingWords): Names {
  const phrases: (readonly [string, Name])[] = [];
  const add = (list: readonly string[], name: Name): void => {
    for (const phrase of list) phrases.push([phrase, name]);
  };
  const findings = Object.entries(definitions.findings) as [FindingId, NamedFinding][];
  const bearers = countBearers(findings);
  for (const [finding, { label, synonyms }] of findings) {
    const written: FindingInTexts | undefined = inTexts.findings[finding];
    if (!(written?.only || written?.result)) {
      add(
        [label, ...synonyms].filter((name) => isLongName(name) && bearers.get(name.toLowerCase()) === 1).map(asPhrase),
        { kind: "finding", finding },
      );
    }
    if (!written) continue;
    add(written.phrases, { kind: "finding", finding });
    add(written.signed ?? [], { kind: "finding", finding, only: "signed" });
    add(written.capitals ?? [], { kind: "finding", finding, only: "capitals" });
    add(written.absentPhrases ?? [], { kind: "finding", finding, only: "absent" });
    add(written.alsoPhrases ?? [], { kind: "finding", finding, only: "denied" });
  }
  for (const [test, list] of Object.entries(inTexts.tests) as [TestId, readonly string[]][]) {
    const { label, short, synonyms }: NamedLabTest = definitions.tests[test];
    add([label, short, ...synonyms].filter(isLongName).map(asPhrase), { kind: "test", test });
    add(list, { kind: "test", test });
  }
  add(inTexts.classless.phrases, { kind: "classless" });
  add(
    notRead.flatMap(({ names }) => names.map(asPhrase)),
    { kind: "other-test" },
  );
  add(inTexts.otherTests, { kind: "other-test" });
  add(inTexts.otherMeanings, { kind: "other-meaning" });
  add(inTexts.treponemal, { kind: "treponemal" });
  const spelling: Spelling = spellingOf(
    phrases.filter(([, { kind }]) => kind === "finding" || kind === "test").map(([phrase]) => phrase),
    ORDINARY_WORDS,
  );
  return {
    finder: phraseFinder(phrases, spelling),
    inTexts: (finding) => inTexts.findings[finding],
  };
}

/** How many findings have a name: one that names several says none of them. */
function countBearers(findings: readonly (readonly [FindingId, NamedFinding])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, { label, synonyms }] of findings) {
    for (const name of new Set([label, ...synonyms].map((one) => one.toLowerCase())))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A name of one word is in many texts with another meaning; those that are read are listed for texts. */
function isLongName(name: string): boolean {
  // A denial within a name would be read as one: "joint pain without swelling".
  return name.trim().includes(" ") && !/\b(?:without|no|not)\b/i.test(name);
}

/** A name without the signs that mean something in a phrase. */
function asPhrase(name: string): string {
  return name.toLowerCase().replaceAll(/[()[\]|*/,-]/g, " ");
}

/** Every name in a text, those inside a longer name of another meaning left out. */
export function mentionsIn(tokens: readonly Token[], cased: string, { finder }: Names): readonly Mention[] {
  const all: Mention[] = [];
  for (let index = 0; index < tokens.length; index += 1) all.push(...finder.at(tokens, index));
  const covers = all.filter(({ name }) => name.kind === "other-meaning" || name.kind === "other-test");
  const coveredTo = coverage(covers, tokens.length);
  const kept = all.filter((mention) => {
    if (
      mention.name.kind === "other-meaning" ||
      mention.name.kind === "other-test" ||
      mention.name.kind === "treponemal"
    )
      return true;
    if (mention.name.kind === "finding" && mention.name.only === "capitals" && !isCapitals(cased, tokens, mention))
      return false;
    const cover = coveredTo[mention.to - 1];
    return cover === undefined || !isCoveredBy(cover, mention);
  });
  return kept;
}

/**
 * Whether what a name turns on is part of a longer phrase of another meaning. A name of several words in a row that
 * holds such a phrase whole means more than it: "non-scarring alopecia".
 */
function isCoveredBy(cover: Mention, mention: Mention): boolean {
  const length = cover.to - cover.from;
  const own = mention.to - mention.from;
  // Of a value, the longer name is only another one: "low-grade fever of 37.9 °C".
  if (mention.name.kind !== "finding" && length === own) return false;
  return mention.loose ? length > 1 : length >= own && !(mention.from < cover.from);
}

/** For each token the longest phrase of another meaning that covers it. */
function coverage(covers: readonly Mention[], length: number): readonly (Mention | undefined)[] {
  const covered: (Mention | undefined)[] = new Array<Mention | undefined>(length);
  for (const cover of covers) {
    for (let index = cover.from; index < cover.to; index += 1) {
      const there = covered[index];
      if (!there || cover.to - cover.from > there.to - there.from) covered[index] = cover;
    }
  }
  return covered;
}

function isCapitals(cased: string, tokens: readonly Token[], { from, to }: Mention): boolean {
  const written = cased.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return written === written.toUpperCase() && written !== written.toLowerCase();
}

/** Whether a word is one of a list, both as they are compared. */
export function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map(sameWord));
}

/** "Mrs Smith", "Dr. Gold": a person is called so. */
export function isBehindTitle(tokens: readonly Token[], at: number): boolean {
  const title = tokens[at - 1]?.word === "." ? at - 2 : at - 1;
  return /^(?:dr|doctor|prof|professor|mr|mrs|ms|miss)$/.test(tokens[title]?.word ?? "");
}

/** The names of tests in a sentence: which of several is meant, and where the next begins. */
import type { TestId } from "../../../criteria/types.ts";
import { entryOf } from "../../record/entry-of.ts";
import type { Mention } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import { unitAfter } from "../unit-after.ts";

/** Names of tests and of others, the longest where they overlap. */
export function longestNames(mentions: readonly Mention[]): readonly Mention[] {
  const named = mentions
    .filter(({ name }) => name.kind === "test" || name.kind === "classless" || name.kind === "other-test")
    .sort((one, other) => one.from - other.from || other.to - one.to || rank(one) - rank(other));
  const kept: Mention[] = [];
  for (const mention of named) {
    const last = kept.at(-1);
    if (last && mention.from < last.to) continue;
    kept.push(mention);
  }
  return kept;
}

/** Of one place's names, that of a test first. */
function rank({ name }: Mention): number {
  return name.kind === "test" ? 0 : name.kind === "classless" ? 1 : 2;
}

export function isClassTest({ words }: TextState, test: TestId): boolean {
  return Object.values(words.inTexts.classless.tests).includes(test);
}

/** "IgM 12 MPL" behind anticardiolipin: its unit says that it is the same antibody. */
export function isBareClass({ tokens }: TextState, mention: Mention, classless: Mention | undefined): boolean {
  return (
    classless !== undefined && mention.name.kind === "other-test" && /^ig[gma]$/.test(tokens[mention.from]?.word ?? "")
  );
}

export function nextName(mentions: readonly Mention[], mention: Mention, to: number): number {
  return Math.min(mentions.find(({ from }) => from >= mention.to)?.from ?? to, to);
}

/** "Leukopenia <4.0" says what the word means; "WBC <4.0" is a value. */
export function isFindingsName({ findingNames }: TextState, { from, to }: Mention): boolean {
  return findingNames.has(`${from} ${to}`);
}

/** The test that is meant: by its name, or for a name without a class by the class or the unit that follows. */
export function testMeant(
  { tokens, plain, words }: TextState,
  { name, from, to }: Mention,
  at: number,
  behindRange: number | undefined,
): TestId | undefined {
  if (name.kind === "test") return name.test;
  const { tests } = words.inTexts.classless;
  const byUnit = Object.values(tests).find((test) => {
    const accepted = words.definitions.tests[test];
    const read =
      unitAfter(plain.text, at, accepted) ??
      (behindRange === undefined ? undefined : unitAfter(plain.text, behindRange, accepted));
    return read !== undefined && read !== "other";
  });
  if (byUnit) return byUnit;
  return tokens.slice(from, to + 2).flatMap(({ word }) => entryOf(tests, word) ?? [])[0];
}

/** The names of tests by the token at which they begin, the longest of each place. */
const testsAt = new WeakMap<TextState, ReadonlyMap<number, Mention>>();

export function testsOf(state: TextState): ReadonlyMap<number, Mention> {
  const known = testsAt.get(state);
  if (known) return known;
  const byToken = new Map<number, Mention>();
  for (const mention of state.mentions) {
    const { name, from, to } = mention;
    if (name.kind !== "test" && name.kind !== "classless" && name.kind !== "other-test") continue;
    const there = byToken.get(from);
    if (!there || there.to < to || (there.to === to && rank(mention) < rank(there))) byToken.set(from, mention);
  }
  testsAt.set(state, byToken);
  return byToken;
}

/** The findings that are named in a sentence, and what is said of one: what the readers of statements work on. */
import type { ExplainedBy, FindingId, FindingInTexts } from "../../../criteria/types.ts";
import type { SentenceContext } from "../context.ts";
import type { Sentence } from "../document.ts";
import { namesJoint } from "../joints.ts";
import { kidneyClassesIn } from "../kidney-classes.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import type { Token } from "../tokens.ts";

/** What a text says of one finding in one place. Positions are of tokens. */
export interface Statement {
  readonly finding: FindingId;
  readonly status: "present" | "absent";
  readonly from: number;
  readonly to: number;
  readonly sentence: Sentence;
  /** It was said in so many words, and not only named. */
  readonly isPlain: boolean;
  readonly explainedBy?: ExplainedBy;
}

/** What is said of a finding that is named, or why nothing is taken from it; undefined where nothing is said. */
export type Answer =
  | { readonly status: "present" | "absent"; readonly isPlain: boolean }
  | { readonly why: string }
  | undefined;

/** A finding that is named in a sentence. Positions are of tokens. */
export interface Item {
  readonly finding: FindingId;
  readonly from: number;
  readonly to: number;
  readonly written: FindingInTexts | undefined;
  readonly only?: "capitals" | "signed" | "absent" | "denied";
  /** It is this or another, which decides another finding. */
  readonly isEither?: true;
}

/** The findings named in a sentence, in order; of several phrases of one finding that turn on one word, the shortest. */
export function itemsOf(state: TextState, sentence: Sentence): readonly Item[] {
  const byHead = new Map<string, Item>();
  for (const { name, from, to } of state.mentionsOf(sentence)) {
    if (name.kind !== "finding" || to > sentence.to) continue;
    const key = `${name.finding} ${to}`;
    const there = byHead.get(key);
    if (there && (there.to - there.from >= to - from || there.written?.result !== true)) {
      if (!there.only || name.only) continue;
    }
    byHead.set(key, {
      finding: name.finding,
      from,
      to,
      written: state.names.inTexts(name.finding),
      ...(name.only && { only: name.only }),
    });
  }
  for (const one of kidneyClassesIn(state, sentence))
    byHead.set(`${one.finding} ${one.to}`, { ...one, written: undefined });
  const items = [...byHead.values()].sort((one, other) => one.to - other.to || one.from - other.from);
  // A shorter name inside a longer one of the same finding says the same twice.
  const longest = items.filter(
    (item) =>
      !items.some(
        (other) =>
          other !== item &&
          other.finding === item.finding &&
          other.from <= item.from &&
          other.to >= item.to &&
          other.to - other.from > item.to - item.from,
      ),
  );
  return longest.filter(
    (item) =>
      !isPairedElsewhere(item, longest, state) &&
      !longest.some((other) => isPartOf(item, other) || isEndOf(item, other, state.tokens)),
  );
}

/** A result's name within a longer one of another result: "Sm" in "nRNP/Sm", "complement" in "complement C3". */
function isPartOf(item: Item, other: Item): boolean {
  if (item.finding === other.finding || !item.written?.result || !other.written?.result) return false;
  return other.from <= item.from && other.to >= item.to && other.to - other.from > item.to - item.from;
}

/**
 * A name that ends that of another finding: "neuropathy" in "cranial neuropathy", "sensory neuropathy" in "trigeminal
 * sensory neuropathy". In "pericardial and pleural effusion" each stands for itself.
 */
function isEndOf(item: Item, other: Item, tokens: readonly Token[]): boolean {
  if (isOfJointsListed(item, other, tokens)) return true;
  if (item.finding === other.finding || item.to !== other.to || other.from >= item.from) return false;
  const before = tokens.slice(other.from, item.from);
  return (
    item.to - item.from === 1 || !before.some(({ kind, word }) => kind !== "word" || /^(?:and|or|nor)$/.test(word))
  );
}

/** "Wrists, MCPs and left ankle all swollen": the last of the joints that are listed, and no swelling of a leg. */
function isOfJointsListed(item: Item, other: Item, tokens: readonly Token[]): boolean {
  return (
    other.written?.needs === "several-joints" &&
    item.written?.needs === undefined &&
    item.to === other.to &&
    other.from < item.from &&
    namesJoint(tokens, item.from, item.to)
  );
}

/** An abbreviation of two findings, such as LA, is that of the other one where its pair is read just before. */
function isPairedElsewhere(item: Item, items: readonly Item[], { tokens, plain }: TextState): boolean {
  const same = items.filter(
    (other) => other !== item && other.from <= item.from && other.to === item.to && other.finding !== item.finding,
  );
  const rival = same.find((other) => other.only === "capitals" || other.written?.pairedWith);
  if (!rival) return false;
  const pair = item.written?.pairedWith ?? rival.written?.pairedWith;
  const isBesidePair = items.some(
    (other) => other.finding === pair && other.to <= item.from && item.from - other.to <= 4,
  );
  if (item.only === "capitals") return isBesidePair;
  const written = plain.cased.slice(tokens[item.to - 1]?.start, tokens[item.to - 1]?.end);
  return item.to - item.from === 1 && !isBesidePair && written === written.toUpperCase();
}

/** Items joined by nothing but "and", "or", commas and the words of their names share what is said behind or before. */
export function groupOf(
  items: readonly Item[],
  at: number,
  tokens: readonly Token[],
): { readonly first: Item | undefined; readonly last: Item | undefined } {
  const joined = (one: Item | undefined, other: Item | undefined): boolean =>
    one !== undefined &&
    other !== undefined &&
    // Two cells of a row that nothing joins.
    !(other.from === one.to && tokens[other.from]?.gap === "cell") &&
    tokens.slice(one.to, other.from).every(({ word }) => JOINS.has(word));
  let [from, to] = [at, at];
  while (from > 0 && joined(items[from - 1], items[from])) from -= 1;
  while (to < items.length - 1 && joined(items[to], items[to + 1])) to += 1;
  return { first: items[from], last: items[to] };
}

const JOINS = wordSet([
  "ena",
  "a",
  "an",
  ",",
  "and",
  "or",
  "/",
  "&",
  "nor",
  "anti",
  "-",
  "antibody",
  "antibodies",
  "the",
  "any",
  "both",
  "either",
  "igg",
  "igm",
  "(",
  ")",
  "plus",
  "history",
  "of",
  "new",
  "active",
]);

/** What is said of a name: of the word on which it turns, or, where its denial ends within it, of the first: "no synovitis, mild tenderness of the wrists". */
export function saysOf(
  tokens: readonly Token[],
  context: SentenceContext,
  { from, to }: Item,
): ReturnType<SentenceContext["at"]> {
  const [first, head] = [context.at(from), context.at(to - 1)];
  const endsWithin = first.has("denied") && head.size === 0 && tokens.slice(from, to).some(({ word }) => word === ",");
  return endsWithin ? first : head;
}

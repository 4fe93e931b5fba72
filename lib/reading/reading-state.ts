import { type ContextBefore, contextOf, type SentenceContext } from "./context.ts";
import { flowing, type Sentence, type Structure, structureOf, unwrapped } from "./document.ts";
import { type Mention, mentionsIn, type Names } from "./names.ts";
import type { PlainText } from "./plain-text.ts";
import { titersBelow } from "./titers-below.ts";
import { tokensOf } from "./tokens.ts";
import type { ReadingWords } from "./types.ts";

/** A text, cut up and looked through for names and cues: what both readers, of values and of findings, go by. */
export interface TextState extends Structure {
  readonly words: ReadingWords;
  readonly plain: PlainText;
  readonly names: Names;
  /** In the order in which they begin. */
  readonly mentions: readonly Mention[];
  /** Tests of treponemal antibodies, which say of another test whether it is false. */
  readonly treponemal: readonly Mention[];
  /** Places, "from to", of names of findings that are no names of tests. */
  readonly findingNames: ReadonlySet<string>;
  /** The names that begin in a sentence. */
  readonly mentionsOf: (sentence: Sentence) => readonly Mention[];
  readonly contextOf: (sentence: Sentence) => SentenceContext;
  /** The words from one token to another, on one line. */
  readonly textOf: (from: number, to: number) => string;
}

export function textState(written: PlainText, words: ReadingWords, names: Names): TextState {
  const cut = unwrapped(tokensOf(written), written);
  const plain = flowing(written, cut);
  const structure = structureOf(cut, plain);
  const { tokens, sentences, lines } = structure;
  const named = mentionsIn(tokens, plain.cased, names);
  const below = titersBelow(lines, tokens, named, words);
  const mentions = below.length === 0 ? named : [...named, ...below].sort((one, other) => one.from - other.from);
  const bySentence = new Map<Sentence, Mention[]>();
  const contexts = new Map<Sentence, SentenceContext>();
  let next = 0;
  let last: ContextBefore | undefined;
  let lastLine: Sentence["line"] | undefined;
  for (const sentence of sentences) {
    const own: Mention[] = [];
    while (next < mentions.length && (mentions[next]?.from ?? 0) < sentence.to) {
      const mention = mentions[next];
      if (mention && mention.from >= sentence.from) own.push(mention);
      next += 1;
    }
    bySentence.set(sentence, own);
    const before = lastLine === sentence.line ? last : last?.hasChild ? { hasChild: last.hasChild } : undefined;
    last = contextOf(tokens, sentence, before);
    lastLine = sentence.line;
    contexts.set(sentence, last);
  }
  const none: SentenceContext = {
    at: () => new Set(),
    behind: () => undefined,
    whole: undefined,
    isQuestion: false,
    relative: undefined,
  };
  return {
    ...structure,
    words,
    plain,
    names,
    mentions,
    findingNames: new Set(
      mentions.flatMap(({ name, from, to }) =>
        name.kind === "finding" && !names.inTexts(name.finding)?.result ? [`${from} ${to}`] : [],
      ),
    ),
    treponemal: mentions.filter(({ name }) => name.kind === "treponemal"),
    mentionsOf: (sentence) => bySentence.get(sentence) ?? [],
    contextOf: (sentence) => contexts.get(sentence) ?? none,
    textOf: (from, to) => plain.cased.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replaceAll(/\s+/g, " "),
  };
}

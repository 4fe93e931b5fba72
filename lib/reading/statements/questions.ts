/** Questions, forms and scores: what is asked for there, and what answers it. */
import type { BoxSays } from "../boxes.ts";
import type { Sentence } from "../document.ts";
import { wordSet } from "../names.ts";
import type { TextState } from "../reading-state.ts";
import type { Token } from "../tokens.ts";
import { answerBehind, circledBehind, MOST_BEFORE_CELL, NO, printedInColumns, YES } from "./answer-behind.ts";
import { groupOf, type Item } from "./item.ts";

/** Paragraphs in which boxes stand before tests that have a number for their result, "[x] UPCR": there, tests are asked for. */
export function orderSheets({ tokens, lines, mentions }: TextState): ReadonlySet<number> {
  const named = new Set(mentions.filter(({ name }) => name.kind === "finding").map(({ from }) => from));
  const boxed = mentions.filter(
    ({ name, from, to }) =>
      (name.kind === "test" || name.kind === "other-test") &&
      tokens[from - 1]?.kind === "box" &&
      !named.has(from) &&
      (tokens[to]?.gap !== "blank" || tokens[to]?.kind === "box"),
  );
  const starts = new Set(boxed.map(({ from }) => from));
  return new Set(
    lines
      .filter(({ from, to }) => tokens.slice(from, to).some((_, at) => starts.has(from + at)))
      .map(({ paragraph }) => paragraph),
  );
}

const ASKS = wordSet(["do", "does", "did", "have", "has", "had", "is", "are", "any", "ever", "was", "were"]);

const OF_TIME = wordSet([
  "in",
  "the",
  "last",
  "past",
  "over",
  "since",
  "ever",
  "now",
  "today",
  "recently",
  "at",
  "present",
  "day",
  "week",
  "month",
  "year",
  "few",
  "this",
  "currently",
]);

/** Whether a question asks for what it names: "Any mouth ulcers?", "Joint swelling?", but not "Hair loss on that drug?". */
export function asksFor({ tokens }: TextState, { from, to }: Sentence, items: readonly Item[]): boolean {
  return (
    ASKS.has(tokens[from]?.word ?? "") ||
    items.some(
      (item) =>
        to - item.to <= 2 ||
        tokens.slice(item.to, to - 1).every(({ kind, word }) => kind === "number" || OF_TIME.has(word)),
    )
  );
}

/** What answers a question: the word with which the next sentence of its line begins. */
export function replyTo(state: TextState, sentence: Sentence): BoxSays {
  const { tokens, sentences } = state;
  const { index, line, to } = sentence;
  const next = sentences[index + 1];
  if (next && next.line !== line) return replyOfOther(state, sentence, next);
  if (next?.from !== to) return undefined;
  // "Fit? - no."
  const first = tokens[next.from]?.word === "-" && tokens[next.from + 1]?.gap !== "none" ? next.from + 1 : next.from;
  const word = tokens[first]?.word ?? "";
  const isAlone = first + 1 >= next.to || /^[,.;:-]$/.test(tokens[first + 1]?.word ?? "");
  if (/^(?:yes|yeah)$/.test(word) || (word === "y" && isAlone)) return "present";
  if (/^(?:never|none|nil)$/.test(word) || (/^(?:no|n)$/.test(word) && isAlone)) return "absent";
  return /^(?:sometime|maybe|unsure|unknown|perhap|possibly)$/.test(word) ? "unanswered" : undefined;
}

const SPEAKER = /^(?:patient|pt|p|a|answer|client|her|him|me)$/;
const ASKS_OF_TIME = /^(?:since|lately|recently|now|today|still|currently|this)$/;
/** A reply of more words says more than yes or no. */
const SHORT_REPLY = 4;

/** "DOCTOR: Mouth sores?" and on the next line "PATIENT: Nope.": a short reply of who was asked. */
function replyOfOther({ tokens }: TextState, asked: Sentence, { from, to, line }: Sentence): BoxSays {
  const isAsked = tokens[asked.line.body + 1]?.word === ":" && !SPEAKER.test(tokens[asked.line.body]?.word ?? "");
  if (!isAsked || from !== line.body || !SPEAKER.test(tokens[from]?.word ?? "") || tokens[from + 1]?.word !== ":")
    return undefined;
  const said = tokens
    .slice(from + 2, to)
    .filter(({ kind, word }) => kind !== "sign" && !/^(?:god|oh|um+|uh|er|well|ok|okay|hmm)$/.test(word))
    .map(({ word }) => word);
  if (said.length === 0 || said.length > SHORT_REPLY) return undefined;
  if (/^(?:yes|yeah|yep|yup)$/.test(said[0] ?? "")) return "present";
  if (!/^(?:no|nope|nah|never|none)$/.test(said[0] ?? "")) return undefined;
  return tokens.slice(asked.from, asked.to).some(({ word }) => ASKS_OF_TIME.test(word)) ? "unanswered" : "absent";
}

/**
 * "Seizure    0", "Rash: 2", "Fever (1)    0", "Seizure   8   0", "Pericarditis for 6 months: 0": a row of a score, which begins
 * with its name, or nearly, and ends with its points.
 */
export function isScore(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): boolean {
  const { line } = sentence;
  const isPoints = (token: Token | undefined): boolean => token?.kind === "number" && /^\d{1,2}$/.test(token.word);
  const isWeighted = tokens[to]?.word === "(" && isPoints(tokens[to + 1]) && tokens[to + 2]?.word === ")";
  const last = tokens[line.to - 1];
  if (!last || line.to <= to) return false;
  // "Clots: 0. Seizures: 0", "seizures 0, ulcers 2".
  const own = tokens[to]?.word === ":" ? to + 1 : to;
  const isNumbered = isPoints(tokens[own]) && (own > to || tokens[own]?.word === "0");
  if (isOneOfWeights(tokens, to, sentence)) return true;
  if (
    isNumbered &&
    (own + 1 >= line.to || /^[,;.]$/.test(tokens[own + 1]?.word ?? "") || tokens[own + 1]?.gap === "cell")
  )
    return true;
  if (!isPoints(last)) return isWeighted && to + 3 === line.to;
  const isBehindLabel = last.gap === "cell" || tokens[line.to - 2]?.word === ":";
  if (!isBehindLabel || from - line.body > MOST_BEFORE_NAME) return false;
  const behind = tokens.slice(to, line.to - 1);
  const weight = behind.at(-1);
  const cells = behind.filter(({ gap }) => gap === "cell");
  return (
    !behind.some(({ word }) => /^[,;.]$/.test(word)) &&
    (cells.length === 0 || (cells.length === 1 && weight?.gap === "cell" && isPoints(weight)))
  );
}

const MOST_BEFORE_NAME = 4;

/** So many points are a list of them. */
const LEAST_WEIGHTS = 3;

/** "Seizure 8, psychosis 8, vasculitis 8": names with a bare number of points each, which are those of an index. */
function isOneOfWeights(tokens: readonly Token[], at: number, { from, to }: Sentence): boolean {
  const isWeight = (index: number): boolean =>
    tokens[index]?.kind === "number" &&
    /^\d{1,2}$/.test(tokens[index]?.word ?? "") &&
    tokens[index - 1]?.kind === "word" &&
    (index + 1 >= to || /^[,;.]$/.test(tokens[index + 1]?.word ?? ""));
  if (!isWeight(at)) return false;
  let weights = 0;
  for (let index = from; index < to; index += 1) if (isWeight(index)) weights += 1;
  return weights >= LEAST_WEIGHTS;
}

/** "Raynaud: Y     Fits:     Fever: N": a label in columns with nothing behind its colon. */
export function isBlank(tokens: readonly Token[], { to }: Item, { line }: Sentence): boolean {
  if (tokens[to]?.word !== ":") return false;
  if (to + 1 >= line.to) return line.isRow;
  // What stands in the next column is its answer, unless it is a label of its own.
  if (tokens[to + 1]?.gap !== "cell") return false;
  const label = tokens.slice(to + 2, Math.min(line.to, to + 2 + MOST_BEFORE_CELL));
  const end = label.findIndex(({ word, gap }) => /^[:,;.]$/.test(word) || gap === "cell");
  return label[end]?.word === ":";
}

/** "Malar rash  Y / N": both answers are offered, and none is given. */
export function isUnanswered(tokens: readonly Token[], { to }: Item, end: number): boolean {
  let at = to;
  while (at < Math.min(end, to + 3) && /^[(:?[]$/.test(tokens[at]?.word ?? "")) at += 1;
  const [one, sign, other] = tokens.slice(at, at + 3).map(({ word }) => word);
  if (at < end && isPlaceholder(tokens, at)) return true;
  const printed = printedInColumns(tokens, to, end);
  if (printed !== undefined && !circledBehind(tokens, printed, end)) return true;
  if (sign !== "/" || at + 2 >= end) return false;
  const isOffer = OFFERED.some(
    ([yes, no]) => (yes.test(one ?? "") && no.test(other ?? "")) || (no.test(one ?? "") && yes.test(other ?? "")),
  );
  const behind = tokens.slice(at + 3, Math.min(end, at + 6)).find(({ word }) => !/^[)\]:=-]$/.test(word));
  return isOffer && !(behind && behind.gap !== "cell" && (YES.has(behind.word) || NO.has(behind.word)));
}

/** Pairs of answers that a form prints to choose from. */
const OFFERED = [
  [/^y(?:es)?$/, /^no?$/],
  [/^pos(?:itive)?$/, /^neg(?:ative)?$/],
  [/^present$/, /^absent$/],
] as const;

/** "Malar rash: ***", "dsDNA ______": a place that was left to be filled in. */
function isPlaceholder(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? "";
  return (
    /^[*_]$/.test(word) &&
    (word === "_" ? [1] : [1, 2]).every((far) => tokens[at + far]?.word === word && tokens[at + far]?.gap === "none") &&
    // "***positive***": what stands out is the answer.
    !(tokens[at + 3]?.kind === "word" && tokens[at + 3]?.gap === "none")
  );
}

/** "[x] Low C3 or low C4": one box for either, which does not say which. */
export function isAlternative(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
  const item = items[at];
  return items.some((other) => {
    if (!item || other.finding === item.finding) return false;
    const isBoth = other.to === item.to;
    const [first, second] = other.from < item.from ? [other, item] : [item, other];
    const between = isBoth ? tokens.slice(first.from, first.to) : tokens.slice(first.to, second.from);
    return (
      between.length <= MOST_BETWEEN &&
      between.some(({ word }) => word === "or") &&
      !between.some(({ kind }) => kind === "box")
    );
  });
}

const MOST_BETWEEN = 4;

/**
 * "Any clot, Raynaud's or seizures? Yes", "low counts (white cells, platelets)? Yes": that there was one of them, and not
 * which.
 */
export function isYesToOneOf(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  sentence: Sentence,
  reply: BoxSays,
): boolean {
  const item = items[at];
  const last = groupOf(items, at, tokens).last;
  if (!item || !last) return false;
  const own = reply ?? yesBehind(tokens, last.to, sentence.to);
  if (own !== "present") return false;
  return isAlternative(tokens, items, at) || items.some((other) => isListedWith(tokens, item, other, reply));
}

function yesBehind(tokens: readonly Token[], from: number, to: number): BoxSays {
  const answer = answerBehind(tokens, from, to, new Set());
  return answer && "status" in answer && answer.status === "present" ? "present" : undefined;
}

/** Two names that nothing but a comma parts, of a question. */
function isListedWith(tokens: readonly Token[], item: Item, other: Item, reply: BoxSays): boolean {
  if (reply === undefined || other.finding === item.finding) return false;
  const [first, second] = other.from < item.from ? [other, item] : [item, other];
  return second.from === first.to + 1 && /^[,/]$/.test(tokens[first.to]?.word ?? "");
}

/**
 * "{Yes/No} malar rash", "*** joints swollen", "[seizure / psychosis / none]": a place that a form leaves to be filled in.
 */
export function hasChoice(tokens: readonly Token[], { from, to }: Sentence): boolean {
  if (offersOptions(tokens, from, to) || offersVerbs(tokens, from, to)) return true;
  let open: number | undefined;
  let stars = 0;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.word;
    if (word === "{") open = at;
    else if (word === "}" && open !== undefined) {
      if (tokens.slice(open, at).some((token) => token.word === "/" || token.word === ":")) return true;
      open = undefined;
    } else if (
      word === "*" &&
      [1, 2].every((far) => at + far < to && tokens[at + far]?.word === "*" && tokens[at + far]?.gap === "none")
    ) {
      stars += 1;
      at += 2;
    }
  }
  return stars === 1;
}

/** "Rash / ulcers (delete as appropriate)", "circle one": what a form says of names that it prints to choose from. */
export function asksToChoose(tokens: readonly Token[], { from, to }: Sentence): boolean {
  for (let at = from; at + 1 < to; at += 1) {
    const [word, next] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
    if (/^(?:delete|strike|cross)$/.test(word) && /^(?:a|as|where|whichever|what|out|through)$/.test(next)) return true;
    if (
      /^(?:circle|select|choose|pick|tick|check|underline|specify)$/.test(word) &&
      /^(?:one|all|any|which|whichever)$/.test(next)
    )
      return true;
  }
  return false;
}

const OFFERED_VERB =
  /^(?:has|have|had|is|are|was|were|doe|does|do|did|denie|denies|denied|endorse|endorsed|report|reported|admit|with|without|not|no)$/;

/** "Has/has not had fevers", "denies/endorses chest pain": both verbs are printed, and none is chosen. */
function offersVerbs(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at + 1 < to; at += 1) {
    if (tokens[at]?.word !== "/" || tokens[at]?.gap !== "none" || tokens[at + 1]?.gap !== "none") continue;
    if (OFFERED_VERB.test(tokens[at - 1]?.word ?? "") && OFFERED_VERB.test(tokens[at + 1]?.word ?? "")) return true;
  }
  return false;
}

/** So many words and strokes may stand in the brackets of a form. */
const MOST_OPTIONS = 24;

/** "[seizure / psychosis / none]", "[no / mild / severe]": all that may be chosen, in brackets of a form, with a word for none of them. */
function offersOptions(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (!/^[[{]$/.test(tokens[at]?.word ?? "")) continue;
    const inside = tokens.slice(at + 1, to);
    const close = inside.findIndex(({ word }) => /^[\]}]$/.test(word));
    const words = inside.slice(0, Math.max(0, close)).map(({ word }) => word);
    // "[Ask: ulcers, seizures, clots]": what a form reminds of.
    if (
      /^(?:ask|check|document|describe|include|enter|insert|specify|comment|prompt|eg|consider)$/.test(words[0] ?? "")
    )
      return true;
    const strokes = words.filter((word) => word === "/").length;
    const isNone = (word: string | undefined): boolean =>
      /^(?:none|nil|no|normal|neither|other|unknown)$/.test(word ?? "");
    if (strokes > 0 && words.length > 3 && words.length <= MOST_OPTIONS && (isNone(words[0]) || isNone(words.at(-1))))
      return true;
  }
  return false;
}

/** A question mark directly before or behind a name. */
export function isAsked(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): boolean {
  if (tokens[to]?.word === "?" && to < sentence.to) return true;
  for (let index = from - 1; index >= Math.max(sentence.from, from - 3); index -= 1) {
    const word = tokens[index]?.word ?? "";
    if (word === "?") return true;
    if (/^[,.;:]$/.test(word)) return false;
  }
  // "?SLE ?malar rash", but not "Weight change? Lost 5 kg", where the sign ends the question before.
  const endsQuestion = tokens[from - 1]?.gap === "none" && tokens[from]?.gap !== "none";
  return tokens[from - 1]?.word === "?" && from > sentence.line.from && !endsQuestion;
}

import type { ExplainedBy, FindingId, FindingInTexts } from "../../criteria/types.ts";
import { columnAnswers } from "./answer-columns.ts";
import { blockOf } from "./blocks.ts";
import { type BoxSays, boxesOf } from "./boxes.ts";
import { isGenitive, type SentenceContext } from "./context.ts";
import type { Line, Sentence } from "./document.ts";
import { longestIn } from "./durations.ts";
import { explanationBefore, explanationIn, explanationOf, isDrug, isWorkedOut } from "./explained.ts";
import { hasLongStiffness, severalJoints } from "./joints.ts";
import { kidneyClassesIn } from "./kidney-classes.ts";
import { specificOf } from "./methods.ts";
import { isBehindTitle, type Mention, wordSet } from "./names.ts";
import type { TextState } from "./reading-state.ts";
import { type ResultRead, resultBefore, resultBehind, resultInRow, signedBefore } from "./results.ts";
import { CHILDREN, FIRST_DEGREE, OTHER_PEOPLE } from "./rules/people.ts";
import type { Token } from "./tokens.ts";

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

/** What was named and not taken. */
export interface Passed {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

export interface Statements {
  readonly said: readonly Statement[];
  readonly passed: readonly Passed[];
}

type Answer =
  | { readonly status: "present" | "absent"; readonly isPlain: boolean }
  | { readonly why: string }
  | undefined;

interface Item {
  readonly finding: FindingId;
  readonly from: number;
  readonly to: number;
  readonly written: FindingInTexts | undefined;
  readonly only?: "capitals" | "signed" | "absent" | "denied";
  /** It is this or another, which decides another finding. */
  readonly isEither?: true;
}

/** Paragraphs in which boxes stand before tests that have a number for their result, "[x] UPCR": there, tests are asked for. */
function orderSheets({ tokens, lines, mentions }: TextState): ReadonlySet<number> {
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

/** The names of findings on a line that begins with a sentence. */
function namesOnLine(state: TextState, { index, line }: Sentence): readonly Mention[] {
  const names: Mention[] = [];
  for (let at = index; state.sentences[at]?.line === line; at += 1) {
    const sentence = state.sentences[at];
    if (sentence) names.push(...state.mentionsOf(sentence).filter(({ name }) => name.kind === "finding"));
  }
  return names;
}

/** Reads what a text says of findings. `valued` are tokens of names whose value was read, and so needs no word. */
export function statementsIn(state: TextState, valued: ReadonlySet<number>, others: ReadonlySet<Line>): Statements {
  const said: Statement[] = [];
  const passed: Passed[] = [];
  const stiff = hasLongStiffness(state);
  const columns = columnAnswers(state);
  const orders = orderSheets(state);
  let lastLine: Line | undefined;
  let box: (index: number) => BoxSays = () => undefined;
  let earlier: readonly Statement[] = [];
  for (const sentence of state.sentences) {
    if (sentence.line !== lastLine) {
      const answer = columns.get(sentence.line);
      box = answer ? () => answer : boxesOf(state.tokens, sentence.line, () => namesOnLine(state, sentence));
      if (sentence.line.paragraph !== lastLine?.paragraph) earlier = [];
      lastLine = sentence.line;
    }
    const items = itemsOf(state, sentence);
    const context = state.contextOf(sentence);
    const reply = context.isQuestion && asksFor(state, sentence, items) ? replyTo(state, sentence) : undefined;
    // "Do you get mouth ulcers? No": what sounds like advice is a question, and has its answer.
    const isAnswered = reply !== undefined && sentence.section === "plain" && !sentence.line.isOption;
    const blocked = others.has(sentence.line)
      ? "the text says that it is not of this patient"
      : isAnswered
        ? undefined
        : blockOf(state, sentence);
    const own: Statement[] = [];
    own.push(...familyHistory(state, sentence, blocked));
    if (items.length === 0) {
      const explained =
        blocked || context.isQuestion
          ? undefined
          : explanationIn(
              state.tokens,
              sentence,
              { from: earlier[0]?.sentence.from ?? sentence.from, to: sentence.to },
              state.textOf,
            );
      if (explained && (refersBack(state.tokens, sentence) || goesOnWithCause(state.tokens, sentence))) {
        const meant = meantBy(state.tokens, sentence, earlier);
        for (const one of meant.statements) {
          const place = said.indexOf(one);
          if (place < 0) continue;
          said[place] = {
            ...one,
            isPlain: one.isPlain && (meant.isClear || one.explainedBy !== undefined),
            explainedBy: one.explainedBy ?? explained,
          };
        }
      }
    }
    const reader = itemReader(
      state,
      sentence,
      context,
      items,
      isAnswered ? () => reply : box,
      valued,
      stiff,
      isAnswered,
    );
    for (const [at, item] of items.entries()) {
      const read: Answer = blocked ? { why: blocked } : reader(item, at);
      const answer = isForATime(state.tokens, items, at, sentence, read)
        ? { why: DENIED_FOR_A_TIME }
        : item.isEither && read && "status" in read && read.status === "present"
          ? { why: "one class or another, and which is not said" }
          : item.written?.result && orders.has(sentence.line.paragraph) && box(item.to - 1) === "ticked"
            ? { why: "a test that is asked for" }
            : setApart(state.tokens, item, sentence) === "not"
              ? { why: "it is its cause that is denied, or the finding" }
              : read;
      if (!answer) continue;
      if ("why" in answer) passed.push({ from: item.from, to: item.to, why: answer.why });
      else own.push(statementOf(state, sentence, items, at, answer));
    }
    said.push(...own);
    earlier = own.length > 0 ? own : earlier;
  }
  return { said, passed };
}

const DENIED_FOR_A_TIME = "denied up to a time only, which may say that it came then";
/** How far behind what is denied the time stands until which it is. */
const TIME_WITHIN = 6;

/** "Never had pleurisy until last year", "before 2019 no seizures": absent up to then, and so not absent. */
function isForATime(
  tokens: readonly Token[],
  items: readonly Item[],
  at: number,
  { from, to }: Sentence,
  answer: Answer,
): boolean {
  const item = items[at];
  if (!item || !answer || "why" in answer || answer.status !== "absent") return false;
  const last = groupOf(items, at, tokens).last ?? item;
  for (let index = last.to; index < Math.min(to, last.to + TIME_WITHIN); index += 1) {
    const word = tokens[index]?.word ?? "";
    if (/^(?:[,;.)]|and|but|however|though|although)$/.test(word)) break;
    if (isUntil(tokens, index, to)) return true;
  }
  const first = tokens[from]?.word === "up" || tokens[from]?.word === "not" ? from + 1 : from;
  return isUntil(tokens, first, to);
}

/** "Until last year", "before 2019", "prior to treatment": a time, where one follows. "Before or since" is all of it. */
function isUntil(tokens: readonly Token[], index: number, to: number): boolean {
  const word = tokens[index]?.word ?? "";
  const isUpTo =
    word === "up" && tokens[index + 1]?.word === "to" && /^(?:19|20)\d\d/.test(tokens[index + 2]?.word ?? "");
  if (isUpTo) return index + 2 < to;
  const isPrior = word === "prior" && tokens[index + 1]?.word === "to";
  if (!/^(?:until|till|before)$/.test(word) && !isPrior) return false;
  const next = tokens[index + (isPrior ? 2 : 1)];
  if (index + 1 >= to || next === undefined || /^(?:[,;.:)(/]|or|and|nor|during)$/.test(next.word)) return false;
  // "None until now" is none so far; "before today" says nothing of today.
  return !/^(?:now|today)$/.test(next.word) || isPrior || word === "before";
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
function asksFor({ tokens }: TextState, { from, to }: Sentence, items: readonly Item[]): boolean {
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
function replyTo({ tokens, sentences }: TextState, { index, line, to }: Sentence): BoxSays {
  const next = sentences[index + 1];
  if (next?.line !== line || next.from !== to) return undefined;
  // "Fit? - no."
  const first = tokens[next.from]?.word === "-" && tokens[next.from + 1]?.gap !== "none" ? next.from + 1 : next.from;
  const word = tokens[first]?.word ?? "";
  const isAlone = first + 1 >= next.to || /^[,.;:-]$/.test(tokens[first + 1]?.word ?? "");
  if (/^(?:yes|yeah)$/.test(word) || (word === "y" && isAlone)) return "present";
  if (/^(?:never|none|nil)$/.test(word) || (/^(?:no|n)$/.test(word) && isAlone)) return "absent";
  return /^(?:sometimes|maybe|unsure|unknown|perhaps|possibly)$/.test(word) ? "unanswered" : undefined;
}

/**
 * "Seizure    0", "Rash: 2", "Fever (1)    0", "Seizure   8   0", "Pericarditis for 6 months: 0": a row of a score, which begins
 * with its name, or nearly, and ends with its points.
 */
function isScore(tokens: readonly Token[], { from, to }: Item, { line }: Sentence): boolean {
  const isPoints = (token: Token | undefined): boolean => token?.kind === "number" && /^\d{1,2}$/.test(token.word);
  const isWeighted = tokens[to]?.word === "(" && isPoints(tokens[to + 1]) && tokens[to + 2]?.word === ")";
  const last = tokens[line.to - 1];
  if (!last || line.to <= to) return false;
  // "Clots: 0. Seizures: 0", "seizures 0, ulcers 2".
  const own = tokens[to]?.word === ":" ? to + 1 : to;
  const isNumbered = isPoints(tokens[own]) && (own > to || tokens[own]?.word === "0");
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

/** "Raynaud: Y     Fits:     Fever: N": a label in columns with nothing behind its colon. */
function isBlank(tokens: readonly Token[], { to }: Item, { line }: Sentence): boolean {
  if (tokens[to]?.word !== ":") return false;
  if (to + 1 >= line.to) return line.isRow;
  // What stands in the next column is its answer, unless it is a label of its own.
  if (tokens[to + 1]?.gap !== "cell") return false;
  const label = tokens.slice(to + 2, Math.min(line.to, to + 2 + MOST_BEFORE_CELL));
  const end = label.findIndex(({ word, gap }) => /^[:,;.]$/.test(word) || gap === "cell");
  return label[end]?.word === ":";
}

/** "Malar rash  Y / N": both answers are offered, and none is given. */
function isUnanswered(tokens: readonly Token[], { to }: Item, end: number): boolean {
  let at = to;
  while (at < Math.min(end, to + 3) && /^[(:?[]$/.test(tokens[at]?.word ?? "")) at += 1;
  const [one, sign, other] = tokens.slice(at, at + 3).map(({ word }) => word);
  if (sign !== "/" || at + 2 >= end) return false;
  const isOffer =
    (/^y(?:es)?$/.test(one ?? "") && /^no?$/.test(other ?? "")) ||
    (/^no?$/.test(one ?? "") && /^y(?:es)?$/.test(other ?? ""));
  const behind = tokens.slice(at + 3, Math.min(end, at + 6)).find(({ word }) => !/^[)\]:=-]$/.test(word));
  return isOffer && !(behind && behind.gap !== "cell" && (YES.has(behind.word) || NO.has(behind.word)));
}

const BACK = wordSet([
  "this",
  "these",
  "it",
  "they",
  "both",
  "former",
  "latter",
  "all",
  "eruption",
  "rash",
  "lesion",
  "effusion",
  "symptom",
  "abnormality",
  "finding",
  "episode",
]);

/** Of which findings of the sentence before one says the cause: "the former", "both", or the last where it does not say. */
function meantBy(
  tokens: readonly Token[],
  { from, to }: Sentence,
  earlier: readonly Statement[],
): { readonly statements: readonly Statement[]; readonly isClear: boolean } {
  const present = earlier.filter(({ status }) => status === "present");
  const words = tokens.slice(from, Math.min(to, from + SUBJECT)).map(({ word }) => word);
  const isClear = earlier.length === 1 || words.some((word) => OF_SEVERAL.has(word));
  if (words.includes("former")) return { statements: present.slice(0, 1), isClear: earlier.length === 2 };
  if (words.includes("latter")) return { statements: present.slice(-1), isClear };
  const isOfAll = words.some((word) => word === "all") || (words.includes("both") && present.length === 2);
  if (isOfAll) return { statements: present, isClear };
  if (words.some((word) => OF_SEVERAL.has(word))) return { statements: present, isClear: false };
  return { statements: earlier.at(-1)?.status === "present" ? present.slice(-1) : [], isClear: earlier.length === 1 };
}

/** How far from its beginning a sentence says of what it speaks. */
const SUBJECT = 6;
const OF_SEVERAL = wordSet(["former", "latter", "both", "all", "these", "they", "each"]);

function refersBack(tokens: readonly Token[], { from, to }: Sentence): boolean {
  return tokens.slice(from, to).some(({ word }) => BACK.has(word));
}

/** "Thrombocytopenia resolved; attributed to heparin": what stands behind the semicolon has no subject of its own. */
function goesOnWithCause(tokens: readonly Token[], { from, line }: Sentence): boolean {
  if (from <= line.body || !/^[;.]$/.test(tokens[from - 1]?.word ?? "")) return false;
  let at = from;
  while (
    /^(?:the|former|latter|was|were|probably|likely|later|subsequently|both|all|again|since)$/.test(
      tokens[at]?.word ?? "",
    )
  )
    at += 1;
  return /^(?:attributed|ascribed|due|secondary|owing|caused|induced|provoked|precipitated|triggered|explained|felt|thought|considered|judged|put|related)$/.test(
    tokens[at]?.word ?? "",
  );
}

/** The findings named in a sentence, in order; of several phrases of one finding that turn on one word, the shortest. */
function itemsOf(state: TextState, sentence: Sentence): readonly Item[] {
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
      !longest.some((other) => isPartOf(item, other) || isLastWordOf(item, other)),
  );
}

/** A result's name within a longer one of another result: "Sm" in "nRNP/Sm", "complement" in "complement C3". */
function isPartOf(item: Item, other: Item): boolean {
  if (item.finding === other.finding || !item.written?.result || !other.written?.result) return false;
  return other.from <= item.from && other.to >= item.to && other.to - other.from > item.to - item.from;
}

/** A name of one word that ends that of another finding: "neuropathy" in "cranial neuropathy". */
function isLastWordOf(item: Item, other: Item): boolean {
  return item.to - item.from === 1 && item.finding !== other.finding && item.to === other.to && other.from < item.from;
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
function groupOf(
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

type ItemReader = (item: Item, at: number) => Answer;

function itemReader(
  state: TextState,
  sentence: Sentence,
  context: SentenceContext,
  items: readonly Item[],
  box: (index: number) => BoxSays,
  valued: ReadonlySet<number>,
  stiff: boolean,
  isAnswered: boolean,
): ItemReader {
  const { tokens } = state;
  const starts = new Set(items.map(({ from }) => from));
  const ends = new Set(items.map(({ to }) => to));
  const names = new Set(
    state
      .mentionsOf(sentence)
      .flatMap(({ name, from }) =>
        name.kind === "finding" || name.kind === "test" || name.kind === "classless" ? [from] : [],
      ),
  );
  return (item, at) => {
    const head = item.to - 1;
    const says = saysOf(tokens, context, item);
    const boxed = box(head);
    if (boxed === "open") return { why: "a box that is not ticked" };
    if (boxed === "ticked" && isAlternative(tokens, items, at)) return { why: "ticked for one or another" };
    if (boxed === "between") return { why: "a box between two names, of either" };
    // "Mrs Smith denied": no antibody.
    if (isBehindTitle(tokens, item.from)) return undefined;
    if (isBlank(tokens, item, sentence)) return { why: "a question without an answer" };
    if (boxed === undefined && isScore(tokens, item, sentence)) return { why: "a score, which is no answer" };
    if (boxed === "unanswered" || isUnanswered(tokens, item, sentence.to))
      return { why: "a question without an answer" };
    if (sentence.section === "other-fluid" && tokens[item.to]?.word === ":" && item.from === sentence.from)
      return { why: "the name of a sample" };
    if (hasChoice(tokens, sentence)) return { why: "a form in which a choice was not made" };
    if (isPseudo(tokens, item)) return { why: SOMETHING_ELSE };
    if (!item.written?.result && namesPlace(state, item, sentence)) return { why: "the name of a clinic or a service" };
    if (says.has("other-person")) return { why: "another person, not the patient" };
    if (isFreeOf(tokens, item)) return { why: "free of it, which may be for a time" };
    if (isBothSigns(tokens, item, sentence)) return { why: "marked with a plus and a minus" };
    if (!isAnswered && (isAsked(tokens, item, sentence) || (context.isQuestion && boxed === undefined)))
      return { why: "a question, not an answer" };
    for (const [flag, why] of NOT_TAKEN) if (says.has(flag)) return { why };
    const group = groupOf(items, at, tokens);
    if (item.written?.result) return resultAnswer(state, sentence, item, group, context, boxed, valued, names);
    return needed(
      clinicalAnswer(state, sentence, item, group, context, boxed, starts, ends),
      item,
      state,
      sentence,
      stiff,
      boxed,
    );
  };
}

/** "[x] Low C3 or low C4": one box for either, which does not say which. */
function isAlternative(tokens: readonly Token[], items: readonly Item[], at: number): boolean {
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

/** What is said of a name: of the word on which it turns, or, where its denial ends within it, of the first: "no synovitis, mild tenderness of the wrists". */
function saysOf(
  tokens: readonly Token[],
  context: SentenceContext,
  { from, to }: Item,
): ReturnType<SentenceContext["at"]> {
  const [first, head] = [context.at(from), context.at(to - 1)];
  const endsWithin = first.has("denied") && head.size === 0 && tokens.slice(from, to).some(({ word }) => word === ",");
  return endsWithin ? first : head;
}

const PLACES = wordSet([
  "clinic",
  "unit",
  "service",
  "department",
  "team",
  "center",
  "ward",
  "nurse",
  "foundation",
  "registry",
  "mdt",
  "society",
  "helpline",
]);
const BESIDE_IN_PLACE = wordSet([
  "and",
  "&",
  "/",
  ",",
  "-",
  "specialist",
  "follow",
  "up",
  "clinical",
  "outpatient",
  "assessment",
]);

/** "Vasculitis and Lupus Clinic", "the headache service": what a place is called. */
function namesPlace({ tokens, words }: TextState, { to }: Item, sentence: Sentence): boolean {
  const isBeside = (word: string) => BESIDE_IN_PLACE.has(word) || words.inTexts.treatedIn.includes(word);
  let at = to;
  while (at < sentence.to && tokens[at]?.gap !== "cell" && isBeside(tokens[at]?.word ?? "")) at += 1;
  const place = tokens[at];
  return at < sentence.to && place !== undefined && place.gap !== "cell" && PLACES.has(place.word);
}

/** "{Yes/No} malar rash", "*** joints swollen": a place that a form leaves to be filled in. */
function hasChoice(tokens: readonly Token[], { from, to }: Sentence): boolean {
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

/** "Pseudo-seizures", "seizure-like activity": what looks like what it names. */
function isPseudo(tokens: readonly Token[], { from, to }: Item): boolean {
  if (tokens[to]?.word === "-" && tokens[to + 1]?.word === "like" && tokens[to + 1]?.gap === "none") return true;
  const before = tokens[from - 1]?.word === "-" ? tokens[from - 2] : tokens[from - 1];
  return before?.word === "pseudo" && tokens[from]?.gap !== "line";
}

const NOT_TAKEN = [
  ["hypothetical", "what might be, not what is"],
  ["planned", "planned or awaited"],
  ["uncertain", "not certain"],
  ["target", "a target, not a finding"],
  ["prevented", "what is to be prevented, not what is"],
] as const;

const SOMETHING_ELSE = "the text says that it was something else";

const DOUBTED_BEHIND: Readonly<Partial<Record<string, string>>> = {
  uncertain: "not certain, or not known",
  hypothetical: "what might be, not what is",
  "something-else": SOMETHING_ELSE,
};

/** A question mark directly before or behind a name. */
function isAsked(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): boolean {
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

function clinicalAnswer(
  { tokens, names }: TextState,
  sentence: Sentence,
  item: Item,
  group: { readonly first: Item | undefined; readonly last: Item | undefined },
  context: SentenceContext,
  boxed: BoxSays,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): Answer {
  const says = saysOf(tokens, context, item);
  if (boxed === "absent" && isPartOfQuestion(tokens, item)) return { why: PART_DENIED };
  if (boxed === "present" || boxed === "absent") return { status: boxed, isPlain: true };
  if (boxed === "ticked") return { status: "present", isPlain: true };
  if (item.only === "absent") return { status: "absent", isPlain: true };
  const sign = signOf(tokens, item, sentence, starts, ends);
  const isUnclear = sign
    ? sign === "absent" && isDashOrMinus(tokens, item, sentence)
    : isJoinedToMinus(tokens, item, sentence);
  if (isUnclear) return { why: "behind a dash that may be a minus" };
  if (sign) return { status: sign, isPlain: true };
  if (item.only === "signed")
    return (
      answerBehind(tokens, item.to, sentence.to, starts) ??
      (tokens[item.to]?.word === "x" || /^x\d$/.test(tokens[item.to]?.word ?? "")
        ? { status: "present", isPlain: true }
        : undefined)
    );
  const answered = answerBehind(tokens, item.to, sentence.to, starts);
  if (answered && isOfDrug(tokens, item, sentence)) return { why: "in a row on a drug, of which the answer is" };
  if (answered) return answered;
  if (isNeverBehind(tokens, group.last ?? item, sentence)) return { status: "absent", isPlain: true };
  // "Cold does not change the color of his fingers": a denial of the verb with which a name begins.
  const isVerbDenied = says.size === 0 && tokens[item.from - 1]?.word === "not" && context.at(item.from).has("denied");
  const isDenied =
    (says.has("denied") || isVerbDenied || sentence.section === "denied") && !names.inTexts(item.finding)?.namesDenial;
  // "Thrombocytopenia (lupus anticoagulant negative)": what stands behind a test is its result.
  const isBeforeTest =
    group.last?.written?.result === true && !/^(?:and|or|nor)$/.test(tokens[group.last.from - 1]?.word ?? "");
  const last = (isBeforeTest ? item : group.last) ?? item;
  const behind = isBeforeTest
    ? undefined
    : (context.behind(item === last ? item.to : last.to) ?? (item === last ? undefined : context.behind(item.to)));
  const doubted = behind && DOUBTED_BEHIND[behind];
  if (doubted) return { why: doubted };
  if (isDenied || behind === "denied") {
    if (says.has("repeated")) return { why: "said of what is new or other only" };
    if (isPartOfQuestion(tokens, item)) return { why: PART_DENIED };
    return says.has("not-denied") && behind !== "denied"
      ? { status: "present", isPlain: false }
      : { status: "absent", isPlain: true };
  }
  if (says.has("repeated")) return { why: "said of what is new or other only" };
  if (says.has("doubtful") || (says.has("behind-denied") && saysNoMore(tokens, item, last, sentence)))
    return { why: "how far the denial before it reaches is not clear" };
  if (item.only === "denied") return undefined;
  return { status: "present", isPlain: true };
}

/** "Azathioprine    vasculitis    none": of a row on a drug, what stands in the next column is said of the drug. */
function isOfDrug(tokens: readonly Token[], { from, to }: Item, { line }: Sentence): boolean {
  let cell = from;
  while (cell > line.body && tokens[cell]?.gap !== "cell") cell -= 1;
  const isLabel = tokens[to]?.word === ":";
  return !isLabel && cell > line.body && tokens.slice(line.body, cell).some(({ word }) => isDrug(word));
}

/** "Discoid lesions, never." */
function isNeverBehind(tokens: readonly Token[], { to }: Item, sentence: Sentence): boolean {
  if (!/^[,:-]$/.test(tokens[to]?.word ?? "") || tokens[to + 1]?.word !== "never") return false;
  return to + 2 >= sentence.to || /^[.;]$/.test(tokens[to + 2]?.word ?? "");
}

/** "Headache denied, seizures, psychosis": names alone, and not "seizures since May", "has seizures". */
function saysNoMore(tokens: readonly Token[], { from }: Item, last: Item, sentence: Sentence): boolean {
  return /^(?:,|and|or)$/.test(tokens[from - 1]?.word ?? "") && endsAnswer(tokens[last.to], last.to, sentence.to);
}

const PART_DENIED = "a part of the question is denied, not all of it";

/** Whether what is denied is only a part of what is asked: "no DVT", but not "no DVT or PE". */
function isPartOfQuestion(tokens: readonly Token[], { from, to, written }: Item): boolean {
  const parts = written?.presentOnly;
  if (!parts?.includes(tokens[from]?.word ?? "")) return false;
  return !(tokens[from]?.word === "dvt" && tokens[to - 1]?.word === "pe");
}

/** "malar rash +", "fever -", "Seizures: -", "(+) fatigue", "-fever". */
function signOf(
  tokens: readonly Token[],
  item: Item,
  sentence: Sentence,
  starts: ReadonlySet<number>,
  ends: ReadonlySet<number>,
): "present" | "absent" | undefined {
  const labeled = signBehindColon(tokens, item.to, sentence.to, starts);
  if (labeled) return labeled;
  const isOfLabel = isBehindLabel(tokens, item.from - 1, ends);
  if (tokens[item.from - 1]?.word === "-" && !isOfLabel && isListedSign(tokens, item.from - 1, sentence))
    return "absent";
  const first = firstSign(tokens, sentence, starts);
  const before = isOfLabel ? undefined : signBefore(tokens, item, sentence);
  if (first === "before") return before;
  const read = resultBehind(tokens, item.to, Math.min(item.to + 4, sentence.to), (index) => starts.has(index));
  const isSign =
    read &&
    /^[+(-]$/.test(tokens[item.to]?.word ?? "") &&
    tokens.slice(item.to, read.to).every(({ word }) => /^[+()-]$/.test(word));
  if (isSign) return read.result === "positive" ? "present" : "absent";
  return tokens[item.from]?.gap === "none" ? before : undefined;
}

/** "Seizure-free", "fever free for a week": who says so has often had it. */
function isFreeOf(tokens: readonly Token[], { to }: Item): boolean {
  const free = tokens[to]?.word === "-" ? to + 1 : to;
  return tokens[free]?.word === "free" && !/^(?:of|from|-)$/.test(tokens[free + 1]?.word ?? "");
}

/** "Seizures: +/-", "rash (±)", and of "oral ulcers +/- nasal ulcers" the second: neither present nor absent. */
function isBothSigns(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): boolean {
  let at = to;
  while (at < sentence.to && /^[:=([]$/.test(tokens[at]?.word ?? "")) at += 1;
  const end = behindBothSigns(tokens, at);
  if (end !== undefined && end <= sentence.to) {
    const next = tokens[end];
    if (at > to || end >= sentence.to || !next || next.gap === "cell" || next.kind === "sign" || next.word === "ve")
      return true;
  }
  let before = from - 1;
  while (before > sentence.from && /^(?:an?|any|some|mild|of|\(|\))$/.test(tokens[before]?.word ?? "")) before -= 1;
  return [1, 2, 3].some(
    (length) => before - length + 1 >= sentence.from && behindBothSigns(tokens, before - length + 1) === before + 1,
  );
}

/** Behind "+/-", "+-", "-/+" or "±", where one begins at a place. */
function behindBothSigns(tokens: readonly Token[], at: number): number | undefined {
  const [one, other, third] = [0, 1, 2].map((far) => tokens[at + far]?.word ?? "");
  if (one === "±") return at + 1;
  if (!/^[+-]$/.test(one ?? "")) return undefined;
  const isOpposite = (sign = ""): boolean => /^[+-]$/.test(sign) && sign !== one;
  if (isOpposite(other) && tokens[at + 1]?.gap === "none") return at + 2;
  return other === "/" && isOpposite(third) ? at + 3 : undefined;
}

/** "Seizures: -", "Malar rash: (+)": the answer to the name before the colon, and to none behind it. */
function signBehindColon(
  tokens: readonly Token[],
  colon: number,
  to: number,
  starts: ReadonlySet<number>,
): "present" | "absent" | undefined {
  if (!/^[:=]$/.test(tokens[colon]?.word ?? "")) return undefined;
  let at = colon + 1;
  if (/^[([]$/.test(tokens[at]?.word ?? "")) at += 1;
  const sign = tokens[at]?.word;
  if (at >= to || (sign !== "+" && sign !== "-")) return undefined;
  while (at < to && tokens[at]?.word === sign) at += 1;
  if (tokens[at]?.word === "ve" && tokens[at]?.gap === "none") at += 1;
  if (/^[)\]]$/.test(tokens[at]?.word ?? "")) at += 1;
  const next = tokens[at];
  const isEnd = at >= to || !next || /^[,;./(]$/.test(next.word) || next.gap === "cell" || starts.has(at);
  if (!isEnd) return undefined;
  return sign === "+" ? "present" : "absent";
}

/** Whether a sign stands behind a name and its colon, and so is the answer to that name. */
function isBehindLabel(tokens: readonly Token[], sign: number, ends: ReadonlySet<number>): boolean {
  const at = /^[)\]]$/.test(tokens[sign]?.word ?? "") ? sign - 1 : sign;
  const colon = /^[([]$/.test(tokens[at - 1]?.word ?? "") ? at - 2 : at - 1;
  return /^[:=]$/.test(tokens[colon]?.word ?? "") && ends.has(colon);
}

/** Whether the signs of a sentence stand before what they speak of. */
function firstSign(
  tokens: readonly Token[],
  { from, to }: Sentence,
  starts: ReadonlySet<number>,
): "before" | undefined {
  // "+ malar rash - fever - seizures".
  if (isPlus(tokens, from)) return "before";
  for (let index = from; index < to; index += 1) {
    if (starts.has(index)) return undefined;
    const isInBrackets =
      /^[([]$/.test(tokens[index]?.word ?? "") &&
      /^[+-]$/.test(tokens[index + 1]?.word ?? "") &&
      /^[)\]]$/.test(tokens[index + 2]?.word ?? "");
    if (isInBrackets) return "before";
  }
  return undefined;
}

function signBefore(tokens: readonly Token[], { from }: Item, sentence: Sentence): "present" | "absent" | undefined {
  let index = from - 1;
  if (/^[)\]]$/.test(tokens[index]?.word ?? "")) index -= 1;
  const sign = tokens[index];
  if (index < sentence.line.from || !sign || (sign.word !== "+" && sign.word !== "-")) return undefined;
  if (sign.word === "-" && index === from - 1 && (sign.gap === "none" || tokens[from]?.gap !== "none"))
    return undefined;
  return sign.word === "+" ? "present" : "absent";
}

/** A plus that is a sign before a name: not that of "+ve" or "+++". */
function isPlus(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.word === "+" && next?.kind === "word" && !(next.word === "ve" && next.gap === "none");
}

/**
 * "+ malar rash - oral ulcers present", "- seizures in 2019": in a line of signs a dash between two names is a minus, unless
 * more is said of the second, which the dash may only part from the first.
 */
function isDashOrMinus(tokens: readonly Token[], { from, to }: Item, { line, ...sentence }: Sentence): boolean {
  if (tokens[from - 1]?.word !== "-" || from - 1 === line.body || /^[,:;.]$/.test(tokens[from - 2]?.word ?? ""))
    return false;
  const next = tokens[to];
  return !endsAnswer(next, to, sentence.to) && !/^(?:\+|\/|and|or)$/.test(next?.word ?? "");
}

/** "+ malar rash - fever, chills or seizures": whether the minus is of the others as well. */
function isJoinedToMinus(tokens: readonly Token[], { from }: Item, sentence: Sentence): boolean {
  const joins = (at: number): boolean => /^(?:,|or|nor|and|\/)$/.test(tokens[at]?.word ?? "");
  if (!joins(from - 1)) return false;
  let at = from - 2;
  while (at > sentence.line.from && (tokens[at]?.kind === "word" || joins(at))) at -= 1;
  return tokens[at]?.word === "-" && isListedSign(tokens, at, sentence);
}

/**
 * "+ fatigue, - fever": a loose dash is a minus where it begins an item of a line that has loose pluses, too; in a line that
 * begins with one, each does.
 */
function isListedSign(tokens: readonly Token[], index: number, { line }: Sentence): boolean {
  const isSigned = isPlus(tokens, line.body);
  const begins = (at: number): boolean => isSigned || at === line.body || /^[,:;.]$/.test(tokens[at - 1]?.word ?? "");
  // The minus with which the line before ended is none of this line's.
  if (index < line.from || !begins(index)) return false;
  for (let at = line.body; at < line.to; at += 1)
    if (tokens[at]?.word === "+" && tokens[at + 1]?.kind === "word" && begins(at)) return true;
  return false;
}

const YES = wordSet(["yes", "y", "present", "positive", "confirmed", "pos"]);
const NO = wordSet(["no", "n", "none", "nil", "absent", "denied", "negative", "neg", "denies"]);
const UNKNOWN = wordSet(["?", "unsure", "unknown", "unclear"]);
const MOST_BEFORE_COLON = 4;
/** "Fever or infection in the last 7 days     No": a question in a column of its own may be longer. */
const MOST_BEFORE_CELL = 9;

/** A dash with blanks on both its sides. */
function isLoose(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.gap !== "none" && tokens[at + 1]?.gap !== "none";
}

/** "Mouth sores: No", "Raynaud - yes", "Oral ulcers     No". */
function answerBehind(tokens: readonly Token[], from: number, to: number, starts: ReadonlySet<number>): Answer {
  const letter = tokens[from]?.word ?? "";
  const second = tokens[from + 1];
  const isAlone =
    from + 1 >= to ||
    /^[,;./)]$/.test(second?.word ?? "") ||
    second?.gap === "cell" ||
    (second?.word === "-" && isLoose(tokens, from + 1));
  // "Seizures N, psychosis Y" in a circled list.
  if (letter === "n" && isNotApplicable(tokens, from)) return { why: NOT_APPLICABLE };
  if (from < to && isAlone && /^(?:y|n|yes|no)$/.test(letter))
    return { status: letter.startsWith("y") ? "present" : "absent", isPlain: true };
  let index = from;
  let isOpen = false;
  const isCell = (at: number): boolean => tokens[at]?.gap === "cell";
  for (let words = 0; index < to && words <= MOST_BEFORE_CELL; words += 1, index += 1) {
    const word = tokens[index]?.word ?? "";
    // "Malar rash-no" is answered as "malar rash - no" is.
    const isDash = word === "-" && (tokens[index]?.gap !== "none" || isShortAnswer(tokens, index + 1, to));
    if (isCell(index)) break;
    if (words > MOST_BEFORE_COLON) continue;
    if (word === ":" || isDash) {
      // "Seizures :- no".
      index += word === ":" && tokens[index + 1]?.word === "-" && tokens[index + 1]?.gap === "none" ? 2 : 1;
      break;
    }
    if (/^[,.;]$/.test(word)) return undefined;
    // "Fever (infection: no)": the answer to what stands in the brackets.
    if (word === "(" || word === "[") isOpen = true;
    else if (word === ")" || word === "]") isOpen = false;
  }
  if (isOpen && tokens[from]?.word !== ":" && index > from + 1) return undefined;
  const before = tokens[index - 1]?.word ?? "";
  if (!(before === ":" || before === "-" || isCell(index)) || index >= to) return undefined;
  const word = tokens[index]?.word ?? "";
  const next = tokens[index + 1];
  const isEnd = endsAnswer(next, index + 1, to) || next?.kind === "day";
  if (UNKNOWN.has(word)) return { why: "answered as not known" };
  if (word === "n" && next?.word === "/") return { why: NOT_APPLICABLE };
  if (word === "not" && /^(?:sure|known|done|tested|assessed|asked|recorded|examined)$/.test(next?.word ?? ""))
    return { why: "answered as not known" };
  const isLate = saysLately(tokens, index + 1, to) || saysOtherTime(tokens, index + 1, to, starts);
  if (NO.has(word) && !isLate && (isEnd || NOW.has(next?.word ?? ""))) return { status: "absent", isPlain: true };
  // "Seizures: none since 2019", "mouth ulcers: no new ones".
  if (NO.has(word) && isLate) return { why: DENIED_OF_A_TIME };
  if (YES.has(word)) return { status: "present", isPlain: true };
  return undefined;
}

const NOT_APPLICABLE = "answered as not applicable";
const DENIED_OF_A_TIME = "denied of a time, or of new ones, only";

/**
 * "None today, but frequent last year": behind the answer, up to the next name, another time is spoken of. A day that is
 * next to the answer, or in a cell of its own, is that of the answer.
 */
function saysOtherTime(tokens: readonly Token[], from: number, to: number, starts: ReadonlySet<number>): boolean {
  let end = from;
  while (end < to && !starts.has(end)) end += 1;
  return tokens.slice(from, end).some(({ kind, word, gap }, at) => {
    const isTime = kind === "day" || /^(?:19|20)\d\d$/.test(word);
    return OTHER_TIME.has(word) || (isTime && at > 0 && gap !== "cell");
  });
}

const OTHER_TIME = wordSet(["previously", "formerly", "earlier", "later", "last", "past", "before", "ago", "then"]);
/** Behind "none" these leave it a denial of all. */
const NOW = wordSet(["now", "today", "currently", "ever", "known", "seen", "noted", "reported", "found"]);
/** Behind "none" these say of which time, or of which, it is none. */
const LATELY = wordSet([
  "since",
  "recently",
  "recent",
  "lately",
  "new",
  "more",
  "further",
  "other",
  "for",
  "in",
  "this",
]);

/** "None since 2019", "none reported since 2019", "none at diagnosis"; "at present" is now. */
function saysLately(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  while (at < to && NOW.has(tokens[at]?.word ?? "")) at += 1;
  const [word, next] = [tokens[at]?.word ?? "", tokens[at + 1]?.word ?? ""];
  return at < to && (LATELY.has(word) || (word === "at" && !/^(?:all|present|the)$/.test(next)));
}

function isNotApplicable(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.word === "/" && tokens[at + 2]?.word === "a" && tokens[at + 2]?.gap === "none";
}

function endsAnswer(next: Token | undefined, at: number, to: number): boolean {
  return at >= to || !next || /^[,.;()-]$/.test(next.word) || next.gap === "cell";
}

/** "-no": nothing but the answer stands there. */
function isShortAnswer(tokens: readonly Token[], at: number, to: number): boolean {
  return /^(?:yes|no|none|nil|absent|present)$/.test(tokens[at]?.word ?? "") && endsAnswer(tokens[at + 1], at + 1, to);
}

/** What else must be so before a finding is taken, by its entry for texts. */
function needed(
  answer: Answer,
  item: Item,
  state: TextState,
  sentence: Sentence,
  stiff: boolean,
  boxed: BoxSays,
): Answer {
  if (!answer || "why" in answer) return answer;
  const { tokens } = state;
  if (answer.status === "present" && isBesideOther(tokens, item, sentence))
    return { why: "beside words that make it another finding" };
  if (!item.written?.needs) return answer;
  const joints = severalJoints(state, sentence);
  if (item.written.needs === "several-joints") {
    const named = tokens.slice(item.from, item.to).map(({ word }) => word);
    const isGeneral = named.includes("joint") || named.includes("synovitis");
    if (answer.status === "absent") return isGeneral ? answer : { why: "one joint is denied, not all" };
    if (joints === "yes" || (isGeneral && joints === "unsaid" && (boxed !== undefined || named.includes("swollen"))))
      return answer;
    if (joints === "at-most") return { why: "at most so many joints, which may be fewer than two" };
    return { why: joints === "no" ? "one joint, and two or more are asked" : "it does not say how many joints" };
  }
  if (item.written.needs === "morning-stiffness") {
    if (answer.status === "absent") return undefined;
    return stiff && joints === "yes" ? answer : { why: "tender joints without half an hour of morning stiffness" };
  }
  return answer;
}

/** How near such a word stands. */
const BESIDE = 14;

/** "Hair loss with scarring plaques", but not "hair loss without scarring", "non-scarring". */
function isBesideOther(tokens: readonly Token[], { from, to, written }: Item, sentence: Sentence): boolean {
  if (!written?.notBeside) return false;
  for (let index = Math.max(sentence.from, from - BESIDE); index < Math.min(sentence.to, to + BESIDE); index += 1) {
    if (!written.notBeside.includes(tokens[index]?.word ?? "")) continue;
    const before = tokens.slice(Math.max(0, index - 3), index).map(({ word }) => word);
    const isDenied = before.some((word) => /^(?:no|non|not|without|never|nil)$/.test(word));
    if (!isDenied && tokens[index + 1]?.word !== ":") return true;
  }
  return false;
}

function resultAnswer(
  state: TextState,
  sentence: Sentence,
  item: Item,
  group: { readonly first: Item | undefined; readonly last: Item | undefined },
  context: SentenceContext,
  boxed: BoxSays,
  valued: ReadonlySet<number>,
  names: ReadonlySet<number>,
): Answer {
  const { tokens } = state;
  if (boxed === "present" || boxed === "absent")
    return byResult(item, { result: boxed === "present" ? "positive" : "negative", to: item.to }, state);
  if (boxed === "ticked") return { status: "present", isPlain: true };
  if (valued.has(item.to - 1)) return undefined;
  const last = group.last && sharesBehind(tokens, item, group.last) ? group.last : item;
  const first = group.first ?? item;
  const stops = (index: number): boolean => names.has(index);
  const own = resultBehind(tokens, item.to, sentence.to, stops);
  const listed = listedSign(tokens, item, sentence);
  // "+ANA - anti-Sm pending", "- anti-Sm positive": the dash only parts what has a result in words of its own.
  const worded = listed && resultBehind(tokens, item.to, endOfSigned(tokens, item.to, sentence), stops);
  const read =
    (worded && worded.result !== listed?.result ? worded : listed) ??
    signedBefore(tokens, sentence.from, item.from) ??
    own ??
    resultBefore(tokens, sentence.from, item.from) ??
    (last === item ? undefined : resultBehind(tokens, last.to, sentence.to, stops)) ??
    (sentence.line.isRow
      ? resultInRow(
          tokens,
          last.to,
          [...names].filter((start) => start >= last.to).reduce((least, start) => Math.min(least, start), sentence.to),
        )
      : undefined) ??
    resultBefore(tokens, sentence.from, first.from);
  if (!read && item.written?.needs === "treponemal-negative" && hasTiter(tokens, item.to))
    return withTreponemal({ status: "present", isPlain: false }, item, state, sentence);
  if (read && item.only === "capitals" && !isPlainResult(tokens, read.to)) return undefined;
  if (read) return withTreponemal(byResult(item, read, state), item, state, sentence);
  const says = context.at(item.to - 1);
  // "No effusion, LA dilated": two capitals without a result of their own are those of something else.
  if (item.only === "capitals") return undefined;
  const behind = context.behind(last.to);
  if (behind === "uncertain") return { why: "no result yet, or none that is certain" };
  if (behind === "denied" || (says.has("denied") && !item.written?.low)) return { status: "absent", isPlain: true };
  if (isHad(tokens, first.from, last.to, sentence)) return { status: "present", isPlain: false };
  return hasBareNumber(state, item, sentence) ? { why: NO_RESULT_WORD } : undefined;
}

/** "RPR 1:8": diluted it reacts as well. */
function hasTiter(tokens: readonly Token[], from: number): boolean {
  const at = /^(?::|titer|of|=)$/.test(tokens[from]?.word ?? "") ? from + 1 : from;
  return tokens[at]?.word === "1" && tokens[at + 1]?.word === ":" && /^[1-9]\d*$/.test(tokens[at + 2]?.word ?? "");
}

/** Where the next sign of such a line stands. */
function endOfSigned(tokens: readonly Token[], from: number, sentence: Sentence): number {
  const at = tokens.slice(from, sentence.to).findIndex(({ word }) => word === "+" || word === "-");
  return at < 0 ? sentence.to : from + at;
}

/** "+ ANA - anti-Sm", "+ANA, -anti-Sm": the sign before a test, in a line whose signs stand before what they speak of. */
function listedSign(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): ResultRead | undefined {
  const sign = tokens[from - 1]?.word;
  if (sign === "+" && isPlus(tokens, sentence.line.body)) return { result: "positive", to };
  return sign === "-" && isListedSign(tokens, from - 1, sentence) ? { result: "negative", to } : undefined;
}

const NO_RESULT_WORD = "a number, and no word that says whether it is positive";
const UNIT_OF_ANTIBODY = /^\s{0,2}(?:[a-z]{0,3}u|units?|[agm]pl|index|ai)(?![a-z0-9])/;

/** "B2GPI IgG 80 U/mL": a result in figures of what is asked for in words. */
function hasBareNumber(state: TextState, { to, only }: Item, sentence: Sentence): boolean {
  const { tokens, plain } = state;
  // Where the record asks for the figure, too, its own reader says why it was not taken.
  const isMeasured = state
    .mentionsOf(sentence)
    .some(({ name, from, to: end }) => name.kind !== "finding" && name.kind !== "other-test" && from < to && end >= to);
  if (only || isMeasured) return false;
  for (let index = to; index < Math.min(sentence.to, to + 4); index += 1) {
    const token = tokens[index];
    if (token?.kind === "number") return UNIT_OF_ANTIBODY.test(plain.text.slice(token.end, token.end + 12));
    if (!token || !/^(?:igg|igm|iga|antibody|ab|[:=<>(-]|of|was|is|at|level)$/.test(token.word)) return false;
  }
  return false;
}

const PLAIN_RESULT = wordSet([
  "ve",
  "positive",
  "pos",
  "negative",
  "neg",
  "+",
  "-",
  ")",
  "detected",
  "reactive",
  "absent",
  "found",
]);

/** Whether a result that ends here is one that only a test can have: "LA normal" is of an atrium. */
function isPlainResult(tokens: readonly Token[], to: number): boolean {
  return PLAIN_RESULT.has(tokens[to - 1]?.word ?? "");
}

/** "Sm, RNP and La negative" is said of all three; "anti-Ro antibodies, lupus anticoagulant negative" of the last. */
function sharesBehind(tokens: readonly Token[], item: Item, last: Item): boolean {
  const between = tokens.slice(item.to, last.from).map(({ word }) => word);
  return (
    between.some((word) => word === "and" || word === "or" || word === "/" || word === "&" || word === "nor") ||
    !between.includes("antibody")
  );
}

const HAS = wordSet([
  "has",
  "had",
  "carries",
  "carried",
  "carrying",
  "known",
  "with",
  "showed",
  "showing",
  "revealed",
  "positive",
  "demonstrated",
  "found",
]);

/** Before antibodies without a result, these say that the patient has them. */
const IS_OF = wordSet(["with", "show", "showed", "has", "had", "carry", "carries", "carried", "known", "sle", "lupus"]);

/** "With anti-Ro antibodies", "anti-Sm antibodies were found". */
function isHad(tokens: readonly Token[], from: number, to: number, sentence: Sentence): boolean {
  const next = tokens[to]?.word ?? "";
  const leads = /^(?:to|against)$/.test(tokens[from - 1]?.word ?? "") && tokens[from - 2]?.word === "antibody";
  if (leads) return tokens.slice(sentence.from, from).some(({ word }) => HAS.has(word));
  if (next !== "antibody") return false;
  const after = tokens.slice(to + 1, to + 5).map(({ word }) => word);
  if (after.includes("found") || after.includes("present")) return true;
  const before = tokens.slice(Math.max(sentence.from, from - 12), from).map(({ word }) => word);
  const isEnd = to + 1 >= sentence.to || /^(?:[,.;)]|and|but|with|which)$/.test(tokens[to + 1]?.word ?? "");
  return isEnd && before.some((word) => word === ":" || IS_OF.has(word));
}

const VAGUE = "it does not say which component is low";
/** Of what is low or not, "undetectable" says that it is low. */
const NONE_LEFT = wordSet(["undetectable", "undetected", "absent", "nil", "none", "detected", "detectable"]);

function byResult(item: Item, { result, to }: ResultRead, { tokens, mentions }: TextState): Answer {
  if (result === "not-known") return { why: "no result yet, or none that is certain" };
  if (item.written?.low) {
    const isVague = !tokens.slice(item.from, item.to).some(({ word }) => /\d/.test(word));
    if (result === "low") return isVague ? { why: VAGUE } : { status: "present", isPlain: true };
    if (result !== "negative") return undefined;
    const isNone = tokens.slice(Math.max(item.to, to - 2), to).some(({ word }) => NONE_LEFT.has(word));
    if (!isNone) return { status: "absent", isPlain: true };
    return isVague ? { why: VAGUE } : { status: "present", isPlain: true };
  }
  if (result === "low") return undefined;
  if (result === "negative") return { status: "absent", isPlain: true };
  if (item.written?.named) {
    const near = tokens.slice(item.from, Math.max(to, item.to + 2)).map(({ word }) => word);
    if (!item.written.named.some((word) => near.includes(word)))
      return { why: "it does not say of which class the antibody is" };
  }
  return mentions.length > 0 ? { status: "present", isPlain: true } : undefined;
}

const NEAR = 40;

/** A reactive test for reagin is false only beside a treponemal test that is negative. */
function withTreponemal(answer: Answer, item: Item, state: TextState, sentence: Sentence): Answer {
  if (item.written?.needs !== "treponemal-negative" || !answer || "why" in answer || answer.status === "absent")
    return answer;
  const { tokens } = state;
  const other = state.treponemal.find(({ from }) => Math.abs(from - item.from) < NEAR);
  const read = other && resultBehind(tokens, other.to, Math.min(tokens.length, other.to + 8), () => false);
  return read?.result === "negative"
    ? { status: "present", isPlain: false }
    : { why: `no negative treponemal test beside it in "${state.textOf(sentence.from, sentence.to).slice(0, 60)}"` };
}

function statementOf(
  state: TextState,
  sentence: Sentence,
  items: readonly Item[],
  at: number,
  answer: { readonly status: "present" | "absent"; readonly isPlain: boolean },
): Statement {
  const { tokens, words } = state;
  const item = items[at] ?? ({} as Item);
  const group = groupOf(items, at, tokens);
  const next = items
    .slice(at + 1)
    .find((one) => one.from >= (group.last?.to ?? item.to) && !setApart(tokens, one, sentence));
  const stopsAt = Math.min(next?.from ?? sentence.to, sentence.to);
  const [first, last] = [group.first ?? item, group.last ?? item];
  const share =
    answer.status === "present" && !setApart(tokens, item, sentence)
      ? shareOf(tokens, item, first, last, stopsAt)
      : "none";
  const explainedBy =
    share === "none"
      ? undefined
      : explanationOf(
          tokens,
          { from: item.from, to: last.to },
          sentence,
          stopsAt,
          state.textOf,
          item.written?.treatedBy,
        );
  return {
    finding:
      answer.status === "present"
        ? refined(state, sentence, item, stopsAt)
        : specificOf(words, item.finding, tokens, item.from, Math.min(stopsAt, item.to + METHOD_WITHIN)),
    status: answer.status,
    from: item.from,
    to: item.to,
    sentence,
    isPlain:
      answer.isPlain &&
      !(explainedBy && isWorkedOut(tokens, item.from, sentence.from)) &&
      !(explainedBy && tokens.slice(item.to, stopsAt).some(isOnlyLikely)) &&
      !(explainedBy && share === "unclear" && !explanationBefore(tokens, item.from, sentence.from, state.textOf)),
    ...(explainedBy && { explainedBy }),
  };
}

/** "Likely due to heparin": a cause that is not sure. */
function isOnlyLikely({ word }: Token, at: number, all: readonly Token[]): boolean {
  return (
    /^(?:likely|possibly|probably|presumably|maybe|perhaps|suspected)$/.test(word) &&
    /^(?:due|secondary|related|caused|attributed|attributable|triggered|provoked|precipitated)$/.test(
      all[at + 1]?.word ?? "",
    )
  );
}

/** "A, unlike B, was due to C"; "A, but not B, was due to C": what stands between the commas is not what goes on. */
function setApart(tokens: readonly Token[], { from, to }: Item, sentence: Sentence): "unlike" | "not" | undefined {
  const isArticle = /^(?:the|her|his|this)$/.test(tokens[from - 1]?.word ?? "");
  const at = isArticle ? from - 2 : from - 1;
  const word = tokens[at]?.word ?? "";
  const goesOn =
    to + 1 < sentence.to &&
    tokens[to]?.word === "," &&
    /^(?:was|were|is|are|has|had|have)$/.test(tokens[to + 1]?.word ?? "");
  if (at <= sentence.from || !goesOn) return undefined;
  if (word === "unlike") return "unlike";
  return word === "not" && /^(?:but|,|and)$/.test(tokens[at - 1]?.word ?? "") ? "not" : undefined;
}

/**
 * Whether what is said of the cause behind a row of names is said of this one: "A and B, the latter attributed to C" is
 * said of B, "A and B, both due to C" of both. "A and B due to C" can be read either way, and so is only worked out for
 * A. A name that is joined by "plus", or whose relative clause follows, has its cause alone.
 */
function shareOf(
  tokens: readonly Token[],
  item: Item,
  first: Item,
  last: Item,
  stopsAt: number,
): "all" | "unclear" | "none" {
  if (first === last) return "all";
  const behind = tokens.slice(last.to, Math.min(stopsAt, last.to + CAUSE_WITHIN)).map(({ word }) => word);
  const [saysFirst, saysLast] = ["first", "last"].map((place) =>
    behind.some((word, at) => word === place && behind[at - 1] === "the" && !OF_TIMES.has(behind[at + 1] ?? "")),
  );
  if (saysLast || behind.includes("latter")) return item === last ? "all" : "none";
  if (saysFirst || behind.includes("former")) return item === first ? "all" : "none";
  if (item === last || behind.some((word) => OF_ALL.has(word))) return "all";
  const between = tokens.slice(item.to, last.from).map(({ word }) => word);
  const isOwnClause = behind[0] === "that" || (behind[0] === "which" && between.includes(","));
  return isOwnClause || between.includes("plus") ? "none" : "unclear";
}

const CAUSE_WITHIN = 6;
const OF_TIMES = wordSet(["year", "month", "week", "day", "time", "visit", "admission", "episode", "dose", "course"]);
const OF_ALL = new Set(["both", "all", "each", "these", "were", "are", "they"]);
const METHOD_WITHIN = 8;
const MINUTES_OF_A_DAY = 1440;
/** A time so many words away is that of something else. */
const NEAR_A_NAME = 14;
const NEW = wordSet(["new", "worsening", "worsened", "increasing", "increased", "enlarging", "larger", "enlarged"]);

/** The narrower finding that the words beside a name say: longer than a day, new, in a specific assay. */
function refined({ tokens, words }: TextState, sentence: Sentence, item: Item, stopsAt: number): FindingId {
  const { written, finding } = item;
  if (
    written?.over1Day &&
    longestIn(tokens, Math.max(sentence.from, item.from - NEAR_A_NAME), Math.min(sentence.to, item.to + NEAR_A_NAME)) >
      MINUTES_OF_A_DAY
  )
    return written.over1Day;
  if (
    written?.newly &&
    (tokens.slice(Math.max(sentence.from, item.from - 3), item.from).some(({ word }) => NEW.has(word)) ||
      (tokens[item.to]?.word === "," && NEW.has(tokens[item.to + 1]?.word ?? "")))
  )
    return written.newly;
  return specificOf(words, finding, tokens, item.from, Math.min(stopsAt, item.to + METHOD_WITHIN));
}

/** "Her mother has lupus": a relative of the first degree and the disease in one sentence. */
function familyHistory(state: TextState, sentence: Sentence, blocked: string | undefined): readonly Statement[] {
  const { tokens, words } = state;
  const { relative } = state.contextOf(sentence);
  if (relative === undefined || (blocked !== undefined && sentence.section !== "family")) return [];
  const { finding, diseases } = words.inTexts.familyHistory;
  for (let index = sentence.from; index < sentence.to; index += 1) {
    if (!diseases.includes(tokens[index]?.word ?? "")) continue;
    const says = state.contextOf(sentence).at(index);
    if (!says.has("other-person") && sentence.section !== "family") continue;
    if (says.has("denied") || says.has("uncertain") || says.has("hypothetical") || says.has("doubtful")) continue;
    if (tokens[index - 1]?.word === "neonatal" || tokens[index - 1]?.word === "?") continue;
    // "A lupus anticoagulant", "runs the lupus clinic", "lupus-like": the name of something else.
    const next = tokens[index + 1]?.word === "-" ? index + 2 : index + 1;
    if (NOT_THE_DISEASE.has(tokens[next]?.word ?? "")) continue;
    const bearer = nearestPerson(state, sentence, index);
    if (bearer === undefined) continue;
    return [
      {
        finding,
        status: "present",
        from: Math.min(bearer, index),
        to: Math.max(bearer, index) + 1,
        sentence,
        isPlain: true,
      },
    ];
  }
  return [];
}

/**
 * Whether a relative is one of the first degree by blood: no mother-in-law or adoptive mother, and nobody's whom the words
 * beside make a relative of somebody else, "her mother's sister", "the mother of her husband", "on her mother's side".
 */
function isByBlood(tokens: readonly Token[], at: number, { from, to }: Sentence): boolean {
  const person = tokens[at];
  const behind = tokens.slice(at + 1, Math.min(to, at + 6)).map(({ word }) => word);
  const words = behind.filter((word) => word !== "-" && word !== "(");
  if ((words[0] === "in" && words[1] === "law") || NOT_BY_BLOOD.test(words[0] ?? "")) return false;
  const isOfAnother = words[0] === "of" && PEOPLE.all.has(words[1] ?? "");
  if (
    isOfAnother ||
    (words[0] === "of" && /^(?:her|his|the|their|my)$/.test(words[1] ?? "") && PEOPLE.all.has(words[2] ?? ""))
  )
    return false;
  // "Her mother's sister", "her mother's side".
  if (person && isGenitive(person, person.word) && (PEOPLE.all.has(words[0] ?? "") || words[0] === "side"))
    return false;
  let before = at - 1;
  while (
    before > from &&
    /^(?:-|younger|older|elder|eldest|youngest|oldest|little|big|late|own|twin|identical|other|only)$/.test(
      tokens[before]?.word ?? "",
    )
  )
    before -= 1;
  const last = tokens[before];
  if (!last || before < from) return true;
  return !NOT_BY_BLOOD.test(last.word) && !(PEOPLE.all.has(last.word) && isGenitive(last, last.word));
}

const NOT_BY_BLOOD = /^(?:adoptive|adopted|adopting|foster|step|half|god|surrogate|ex|inlaw)$/;
const NOT_THE_DISEASE = wordSet([
  "anticoagulant",
  "inhibitor",
  "pernio",
  "vulgaris",
  "like",
  "clinic",
  "nurse",
  "charity",
  "unit",
]);

/** The last person before the disease, if a relative of the first degree: "mother well, cousin with lupus" is none. */
function nearestPerson(state: TextState, sentence: Sentence, disease: number): number | undefined {
  const { relative } = state.contextOf(sentence);
  if (relative === undefined) return undefined;
  const { first, all } = PEOPLE;
  for (let index = disease; index >= sentence.from; index -= 1) {
    const word = state.tokens[index]?.word ?? "";
    const isInBrackets = state.tokens[index - 1]?.word === "(" && state.tokens[index + 1]?.word === ")";
    if (all.has(word) && word !== "family" && !isInBrackets)
      return first.has(word) && isByBlood(state.tokens, index, sentence) ? index : undefined;
  }
  const isFirst = first.has(state.tokens[relative]?.word ?? "") && isByBlood(state.tokens, relative, sentence);
  return isFirst ? relative : undefined;
}

const PEOPLE = {
  first: wordSet([...FIRST_DEGREE, ...CHILDREN]),
  all: wordSet([...FIRST_DEGREE, ...CHILDREN, ...OTHER_PEOPLE]),
};

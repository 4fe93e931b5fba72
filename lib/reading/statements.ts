import type { FindingId } from "../../criteria/types.ts";
import { columnAnswers } from "./answer-columns.ts";
import { blockOf } from "./blocks.ts";
import { type BoxSays, boxesOf } from "./boxes.ts";
import type { SentenceContext } from "./context.ts";
import type { Line, Sentence } from "./document.ts";
import { longestIn } from "./durations.ts";
import { explanationBefore, explanationIn, explanationOf, isWorkedOut } from "./explained.ts";
import { hasLongStiffness } from "./joints.ts";
import { specificOf } from "./methods.ts";
import { isBehindTitle, type Mention, wordSet } from "./names.ts";
import type { TextState } from "./reading-state.ts";
import { isShareOfGroup } from "./shares.ts";
import { answerBehind } from "./statements/answer-behind.ts";
import {
  goesOnWithCause,
  isOnlyLikely,
  meantBy,
  refersBack,
  setApart,
  shareOf,
} from "./statements/cause-of-several.ts";
import { clinicalAnswer, needed, SOMETHING_ELSE } from "./statements/clinical-answer.ts";
import { deniedInPart } from "./statements/denied-for-a-time.ts";
import { familyHistory } from "./statements/family-history.ts";
import { type Answer, groupOf, type Item, itemsOf, type Statement, saysOf } from "./statements/item.ts";
import { namesPlace } from "./statements/places.ts";
import {
  asksFor,
  asksToChoose,
  hasChoice,
  isAlternative,
  isAsked,
  isBlank,
  isScore,
  isUnanswered,
  isYesToOneOf,
  orderSheets,
  replyTo,
} from "./statements/questions.ts";
import { resultAnswer } from "./statements/result-answer.ts";
import { isBothSigns, isFreeOf } from "./statements/signs.ts";
import { TakenBack } from "./statements/taken-back.ts";
import type { Token } from "./tokens.ts";

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
  const taken = new TakenBack(state.tokens);
  for (const sentence of state.sentences) {
    if (sentence.line !== lastLine) {
      const answer = columns.get(sentence.line);
      box = answer ? () => answer : boxesOf(state.tokens, sentence.line, () => namesOnLine(state, sentence));
      taken.beginLine(said.length);
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
      const inPart = deniedInPart(state.tokens, items, at, sentence, read);
      const answer = inPart
        ? { why: inPart }
        : read &&
            "status" in read &&
            read.status === "present" &&
            isYesToOneOf(state.tokens, items, at, sentence, reply)
          ? { why: "answered with yes for one or another" }
          : item.isEither && read && "status" in read && read.status === "present"
            ? { why: "one class or another, and which is not said" }
            : item.written?.result && orders.has(sentence.line.paragraph) && box(item.to - 1) === "ticked"
              ? { why: "a test that is asked for" }
              : setApart(state.tokens, item, sentence) === "not"
                ? { why: "it is its cause that is denied, or the finding" }
                : read;
      if (!answer) continue;
      if ("why" in answer) {
        passed.push({ from: item.from, to: item.to, why: answer.why });
        if (answer.why === WITHDRAWN || answer.why === SOMETHING_ELSE) taken.takeBack(item.finding, said.length);
      } else own.push(statementOf(state, sentence, items, at, answer));
    }
    taken.putRight(said, own);
    said.push(...own);
    earlier = own.length > 0 ? own : earlier;
  }
  const stands = said.filter((one, at) => !taken.has(one, at));
  for (const [at, { from, to }] of said.entries())
    if (said[at] && taken.has(said[at], at)) passed.push({ from, to, why: WITHDRAWN });
  return { said: stands, passed };
}

const WITHDRAWN = "the text takes it back";

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
  const isOfChoice = asksToChoose(tokens, sentence);
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
    if (hasChoice(tokens, sentence) || (isOfChoice && !answerBehind(tokens, item.to, sentence.to, starts)))
      return { why: "a form in which a choice was not made" };
    if (isPseudo(tokens, item)) return { why: "what looks like it, which is something else" };
    if (!item.written?.result && namesPlace(state, item, sentence)) return { why: "the name of a clinic or a service" };
    if (!item.written?.result && isOfScreen(tokens, item)) return { why: "the name of a test that looks for it" };
    if (says.has("other-person")) return { why: "another person, not the patient" };
    if (isFreeOf(tokens, item)) return { why: "free of it, which may be for a time" };
    if (isBothSigns(tokens, item, sentence)) return { why: "marked with a plus and a minus" };
    if (!isAnswered && (isAsked(tokens, item, sentence) || (context.isQuestion && boxed === undefined)))
      return { why: "a question, not an answer" };
    if (says.has("withdrawn") || context.behind(item.to) === "withdrawn") return { why: WITHDRAWN };
    if (tokens[item.to]?.word === "risk" && tokens[item.to]?.gap === "blank") return { why: "a risk, not a finding" };
    if (isShareOfGroup(tokens, item.to)) return { why: "a share of a group, not of the patient" };
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

/** "Hemolysis screen negative", "a vasculitis screen": what is looked for. */
function isOfScreen(tokens: readonly Token[], { to }: Item): boolean {
  return (
    tokens[to]?.gap === "blank" && /^(?:screen|panel|profile|protocol|questionnaire)$/.test(tokens[to]?.word ?? "")
  );
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

/** What a round came to: for the screen and the exports, and for each phone its own paper. */
import type { Definitions } from "../../criteria/types.ts";
import { assess } from "../assess.ts";
import { verdictWords } from "../explain/verdict.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { recordReadAs } from "./choices.ts";
import type { Consequence, Plan, PlannedQuestion } from "./plan.ts";
import type { Certainty, Room, Vote } from "./room.ts";
import { commonestWrong, lastSpread, type Shift, type Spread, shiftsOf, spreadOf } from "./tally.ts";
import { rightWords } from "./words.ts";

export interface QuestionSummary {
  readonly question: string;
  readonly words: string;
  /** The answers that could be given, so that keys can be read in words. */
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly right: readonly string[];
  readonly first: Spread;
  readonly second: Spread;
  readonly shifts: readonly Shift[];
  /** Of the last vote: how many of those who were this sure were right. */
  readonly sureness: readonly { readonly certainty: Certainty; readonly answered: number; readonly right: number }[];
}

export interface RoomMistake {
  readonly question: string;
  readonly choice: string;
  readonly count: number;
  /** What it probably rests on. */
  readonly misreadings: readonly string[];
}

export interface RoomSummary {
  readonly questions: readonly QuestionSummary[];
  /** Wrong answers of the last votes, the commonest first. */
  readonly mistakes: readonly RoomMistake[];
  /** What the patient comes to as most of the room read the findings, beside what the record comes to. */
  readonly asTheRoomRead: readonly Consequence[];
  readonly asPrepared: readonly Consequence[];
  /** Rules to practice, those of the questions that most got wrong first. */
  readonly practice: readonly string[];
}

/** The questions that were voted on; the others are not spoken of. */
function asked({ plan }: Pick<Room, "plan">, votes: readonly Vote[]): readonly PlannedQuestion[] {
  return plan.questions.filter(({ id }) => votes.some(({ question }) => question === id));
}

export function summaryOf(room: Room, votes: readonly Vote[], definitions: Definitions): RoomSummary {
  const questions = asked(room, votes);
  const wrongShare = (question: PlannedQuestion) => {
    const { answered, bars } = lastSpread(question, votes);
    const right = bars.filter(({ choice }) => question.key.right.includes(choice));
    return answered === 0 ? 0 : 1 - right.reduce((sum, { count }) => sum + count, 0) / answered;
  };
  const mistaken = questions.filter((question) => wrongShare(question) > 0);
  const practice = mistaken.toSorted((a, b) => wrongShare(b) - wrongShare(a)).flatMap(({ key }) => key.practice);
  return {
    questions: questions.map((question) => questionSummary(question, votes)),
    mistakes: questions.flatMap((question) => mistakesIn(question, votes)).toSorted((a, b) => b.count - a.count),
    asTheRoomRead: asTheRoomRead(room.plan, questions, votes, definitions),
    asPrepared: room.plan.asPrepared,
    practice: [...new Set(practice)],
  };
}

function questionSummary(question: PlannedQuestion, votes: readonly Vote[]): QuestionSummary {
  const { id, words, choices, key } = question;
  const { ballot } = lastSpread(question, votes);
  const last = votes.filter((vote) => vote.question === id && vote.ballot === ballot);
  const sureness = ([1, 2, 3] as const).map((certainty) => {
    const own = last.filter((vote) => vote.certainty === certainty);
    return { certainty, answered: own.length, right: own.filter(({ choice }) => key.right.includes(choice)).length };
  });
  return {
    question: id,
    words,
    choices: choices.map((choice) => ({ key: choice.key, label: choice.label })),
    right: key.right,
    first: spreadOf(question, 1, votes),
    second: spreadOf(question, 2, votes),
    shifts: shiftsOf(question, votes),
    sureness,
  };
}

function mistakesIn(question: PlannedQuestion, votes: readonly Vote[]): RoomMistake[] {
  return lastSpread(question, votes)
    .bars.filter(({ choice, count }) => count > 0 && !question.key.right.includes(choice))
    .map(({ choice, count }) => ({
      question: question.id,
      choice,
      count,
      misreadings: question.choices.find(({ key }) => key === choice)?.misreadings ?? [],
    }));
}

/** The record with each finding read as most of the room read it. Where the room is split evenly, as prepared. */
function asTheRoomRead(
  plan: Plan,
  questions: readonly PlannedQuestion[],
  votes: readonly Vote[],
  definitions: Definitions,
): readonly Consequence[] {
  const record = questions.reduce((read, question) => {
    const { asks, key } = question;
    if (asks.kind !== "finding") return read;
    const [most, next] = lastSpread(question, votes).bars.toSorted((a, b) => b.count - a.count);
    if (!most || most.count === 0 || most.count === next?.count || key.right.includes(most.choice)) return read;
    return recordReadAs(most.choice, asks.finding, read, definitions);
  }, plan.round.record);
  const { results } = assess(keptPlanOf(definitions), record);
  // What most said contradicts the values entered: no set can be applied to that.
  if (!results) return [];
  return plan.sets.flatMap(({ id, short }) => {
    const set = definitions.sets.find((one) => one.id === id);
    const result = results[id];
    if (!set || !result) return [];
    const { value: score, threshold, comparison } = result.score;
    const says = verdictWords(result, set);
    return [{ set: id, short, score, threshold, comparison, asAssessed: result.asAssessed, says }];
  });
}

/** One voter's own paper. */
export interface OwnPaper {
  readonly questions: readonly {
    readonly question: string;
    readonly words: string;
    readonly first?: OwnVote;
    readonly second?: OwnVote;
    /** The right answers in words, and the rule; only where the key was shown. */
    readonly key?: { readonly right: string; readonly reading: string };
  }[];
  /** Rules that the voter's last answers missed, to practice. */
  readonly practice: readonly string[];
}

export interface OwnVote {
  readonly choice: string;
  readonly label: string;
  readonly certainty: Certainty;
  /** Only where the key was shown. */
  readonly right?: boolean;
}

export function ownPaper(room: Room, votes: readonly Vote[], voter: number): OwnPaper {
  const own = votes.filter((vote) => vote.voter === voter);
  const missed: string[] = [];
  const questions = asked(room, own).map((question) => {
    const { id, words, key, choices } = question;
    const shown = room.ended || room.phases[id] === "shown";
    const vote = (ballot: 1 | 2): OwnVote | undefined => {
      const given = own.find((one) => one.question === id && one.ballot === ballot);
      if (!given) return undefined;
      const { choice, certainty } = given;
      const label = choices.find((one) => one.key === choice)?.label ?? choice;
      return { choice, label, certainty, ...(shown && { right: key.right.includes(choice) }) };
    };
    const [first, second] = [vote(1), vote(2)];
    if ((second ?? first)?.right === false) missed.push(...key.practice);
    return {
      question: id,
      words,
      ...(first && { first }),
      ...(second && { second }),
      ...(shown && { key: { right: rightWords(key.right, choices), reading: key.reading } }),
    };
  });
  return { questions, practice: [...new Set(missed)] };
}

/** The misreading that the commonest wrong answer of a question stands for; undefined where nobody was wrong. */
export function misreadingOfTheRoom(question: PlannedQuestion, votes: readonly Vote[]): RoomMistake | undefined {
  const wrong = commonestWrong(question, votes);
  return mistakesIn(question, votes).find(({ choice }) => choice === wrong);
}

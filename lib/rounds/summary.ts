/** What a round came to: for the screen and the exports, and for each phone its own paper. */
import type { Definitions, SleRecord } from "../../criteria/types.ts";
import { assess } from "../assess.ts";
import type { Identity } from "../definition/identity.ts";
import { keptPlanOf } from "../practice/kept-plan.ts";
import { causeIn, recordReadAs } from "./choices.ts";
import { type Consequence, consequencesOf, type Plan, type PlannedQuestion } from "./plan.ts";
import type { Certainty, Room, Vote } from "./room.ts";
import { lastSpread, type Shift, type Spread, shiftsOf, spreadOf } from "./tally.ts";
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
  /**
   * What the patient comes to with each finding read as more than half of the room read it, beside what the record comes
   * to. Empty where that contradicts the rest of the record, and where it would be worked out by other criteria
   * (`renewed`).
   */
  readonly asTheRoomRead: readonly Consequence[];
  /** Whether the criteria were renewed after the round was worked out. */
  readonly renewed: boolean;
  readonly asPrepared: readonly Consequence[];
  /** Rules to practice, those of the questions that most got wrong first. */
  readonly practice: readonly string[];
}

/** The questions that were voted on; the others are not spoken of. */
function asked({ plan }: Pick<Room, "plan">, votes: readonly Vote[]): readonly PlannedQuestion[] {
  return plan.questions.filter(({ id }) => votes.some(({ question }) => question === id));
}

/** `app`: by which definitions what is worked out now is worked out. */
export function summaryOf(room: Room, votes: readonly Vote[], definitions: Definitions, app: Identity): RoomSummary {
  const renewed = room.plan.app.definitions !== app.definitions;
  const questions = asked(room, votes);
  const wrongShare = (question: PlannedQuestion) => {
    const { answered, bars } = lastSpread(question, votes);
    const right = bars.filter(({ choice }) => question.key.right.includes(choice));
    return 1 - right.reduce((sum, { count }) => sum + count, 0) / answered;
  };
  const mistaken = questions.filter((question) => wrongShare(question) > 0);
  const practice = mistaken.toSorted((a, b) => wrongShare(b) - wrongShare(a)).flatMap(({ key }) => key.practice);
  return {
    questions: questions.map((question) => questionSummary(question, votes)),
    mistakes: questions.flatMap((question) => mistakesIn(question, votes)).toSorted(commonestFirst),
    asTheRoomRead: renewed ? [] : asTheRoomRead(room.plan, questions, votes, definitions),
    renewed,
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

const commonestFirst = (a: RoomMistake, b: RoomMistake) => b.count - a.count;

/** The wrong answers of the last vote that was taken, the commonest first. */
function mistakesIn(question: PlannedQuestion, votes: readonly Vote[]): RoomMistake[] {
  return lastSpread(question, votes)
    .bars.filter(({ choice, count }) => count > 0 && !question.key.right.includes(choice))
    .map(({ choice, count }) => ({
      question: question.id,
      choice,
      count,
      misreadings: question.choices.find(({ key }) => key === choice)?.misreadings ?? [],
    }))
    .toSorted(commonestFirst);
}

/**
 * What the record comes to with each finding read as more than half of those who answered read it. As prepared where no
 * wrong reading had that many: then the right ones had, or the room was split. What explains a result explains all that
 * it decides, except what the room was asked about by itself.
 */
function asTheRoomRead(
  plan: Plan,
  questions: readonly PlannedQuestion[],
  votes: readonly Vote[],
  definitions: Definitions,
): readonly Consequence[] {
  const { record } = plan.round;
  const readings = questions.flatMap((question) => {
    if (question.asks.kind !== "finding") return [];
    return [{ finding: question.asks.finding, choice: wrongOfMoreThanHalf(question, votes) }];
  });
  const readAs = (read: SleRecord, { finding, choice }: (typeof readings)[number]) =>
    choice === undefined ? read : recordReadAs(choice, finding, read, definitions);
  const asked = readings.map((one) => [one.finding, readAs(record, one).findings?.[one.finding]]);
  const { findings, ...rest } = readings.reduce(readAs, record);
  const read: SleRecord = { ...rest, findings: { ...findings, ...Object.fromEntries(asked) } };
  // Where what they said contradicts the rest of the record, no set can be applied to that.
  const sets = plan.sets.flatMap(({ id }) => definitions.sets.find((one) => one.id === id) ?? []);
  return consequencesOf(assess(keptPlanOf(definitions), read), sets);
}

/**
 * The wrong answer of more than half of those who answered; undefined where there is none. Causes that come to the same
 * in every set are one reading, of which the commonest stands: whoever names one or another says alike that something
 * else explains the finding. No other answers are, whatever they come to in this patient.
 */
function wrongOfMoreThanHalf(question: PlannedQuestion, votes: readonly Vote[]): string | undefined {
  const { key, choices } = question;
  const { answered, bars } = lastSpread(question, votes);
  // One that the record contradicts comes to nothing in any set.
  const comesTo = (choice: string) => JSON.stringify(choices.find((one) => one.key === choice)?.consequences);
  const isCause = (choice: string) => causeIn(choice) !== undefined;
  const wrong = bars.filter(({ choice }) => !key.right.includes(choice));
  const isAlike = (one: string, other: string) =>
    one === other || (isCause(one) && isCause(other) && comesTo(one) === comesTo(other));
  const alike = (choice: string) =>
    wrong.filter((bar) => isAlike(bar.choice, choice)).reduce((sum, { count }) => sum + count, 0);
  return wrong.toSorted((a, b) => b.count - a.count).find(({ choice }) => alike(choice) * 2 > answered)?.choice;
}

/**
 * One voter's own paper, which is given out when the round has ended: with the key of every question that the voter
 * answered, whether or not it was shown to the room before. Who ends a round early is told so.
 */
export interface OwnPaper {
  readonly questions: readonly {
    readonly question: string;
    readonly words: string;
    readonly first?: OwnVote;
    readonly second?: OwnVote;
    /** The right answers in words, and the rule. */
    readonly key: { readonly right: string; readonly reading: string };
  }[];
  /** Rules that the voter's last answers missed, to practice. */
  readonly practice: readonly string[];
}

export interface OwnVote {
  readonly choice: string;
  readonly label: string;
  readonly certainty: Certainty;
  readonly right: boolean;
}

export function ownPaper(room: Room, votes: readonly Vote[], voter: number): OwnPaper {
  const own = votes.filter((vote) => vote.voter === voter);
  const missed: string[] = [];
  const questions = asked(room, own).map((question) => {
    const { id, words, key, choices } = question;
    const vote = (ballot: 1 | 2): OwnVote | undefined => {
      const given = own.find((one) => one.question === id && one.ballot === ballot);
      if (!given) return undefined;
      const { choice, certainty } = given;
      const label = choices.find((one) => one.key === choice)?.label ?? choice;
      return { choice, label, certainty, right: key.right.includes(choice) };
    };
    const [first, second] = [vote(1), vote(2)];
    if ((second ?? first)?.right === false) missed.push(...key.practice);
    return {
      question: id,
      words,
      ...(first && { first }),
      ...(second && { second }),
      key: { right: rightWords(key.right, choices), reading: key.reading },
    };
  });
  return { questions, practice: [...new Set(missed)] };
}

/** The misreading that the commonest wrong answer of a question stands for; undefined where nobody was wrong. */
export function misreadingOfTheRoom(question: PlannedQuestion, votes: readonly Vote[]): RoomMistake | undefined {
  return mistakesIn(question, votes)[0];
}

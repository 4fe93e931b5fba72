/**
 * What a person may see of a room: the only maker of what is sent. A phone is never sent what others answered before a
 * vote is closed, nor the key before it is shown, nor the presenter's notes; nobody is sent who answered what.
 */
import type { Definitions } from "../../criteria/types.ts";
import type { Identity } from "../definition/identity.ts";
import { STATEMENT } from "../explain/statement.ts";
import { writtenCode } from "./code.ts";
import { type Ballot, isOpen, type Move, type Phase, TABLE } from "./phases.ts";
import type { Consequence, Key, PlannedQuestion } from "./plan.ts";
import { type Certainty, KEPT_FOR, phaseOf, type Room, type Vote } from "./room.ts";
import type { Asks, CasePart } from "./round.ts";
import {
  misreadingOfTheRoom,
  type OwnPaper,
  ownPaper,
  type RoomMistake,
  type RoomSummary,
  summaryOf,
} from "./summary.ts";
import { type Shift, type Spread, shiftsOf, spreadOf } from "./tally.ts";

/** Who looks: the presenter's own window, the big screen, or a voter's phone. */
export type Role =
  | { readonly kind: "presenter" }
  | { readonly kind: "screen" }
  | { readonly kind: "voter"; readonly voter: number };

/** Everything that is known of a room. */
export interface Known {
  readonly room: Room;
  readonly votes: readonly Vote[];
  /** How many ever joined. */
  readonly joined: number;
  /** Whether a presenter's window is connected now. */
  readonly presenterHere: boolean;
}

export interface QuestionView {
  readonly id: string;
  /** From 1, in the order of the round. */
  readonly number: number;
  readonly words: string;
  readonly asks: Asks;
  readonly choices: readonly { readonly key: string; readonly label: string }[];
  readonly phase: Phase;
  /** The vote that is being taken. */
  readonly open?: Ballot;
  /** How many have answered the vote that is being taken; how, nobody is sent. For the presenter and the screen. */
  readonly answered?: number;
  /** The votes that are closed and may be seen. */
  readonly spreads: readonly Spread[];
  readonly shifts: readonly Shift[];
  /** For each answer that was given, and once the key is shown a right one: what it makes of the patient. */
  readonly consequences: readonly {
    readonly choice: string;
    readonly contradicts?: string;
    readonly sets: readonly Consequence[];
  }[];
  /** Once it is shown. */
  readonly key?: Key;
  /** The commonest wrong answer, once the key is shown. */
  readonly mistake?: RoomMistake;
}

export interface RoomView {
  readonly format: "sle-room/1";
  readonly statement: string;
  /** By which app and which definitions the round was worked out. */
  readonly app: Identity;
  readonly code: string;
  /** As it is read aloud: in groups. */
  readonly written: string;
  readonly version: number;
  readonly title: string;
  readonly sets: readonly { readonly id: string; readonly short: string; readonly title: string }[];
  readonly numbered: boolean;
  readonly ended: boolean;
  /** Milliseconds since 1970: until when the room is kept at least, if nothing more happens. */
  readonly keptUntil: number;
  readonly presenterHere: boolean;
  /** For the presenter and the screen: a phone is sent nothing that changes with what others do while a vote is open. */
  readonly joined?: number;
  readonly questions: number;
  /** As much of the case as was told. */
  readonly told: readonly CasePart[];
  readonly question?: QuestionView;
  /** The presenter's alone. */
  readonly presenter?: PresenterPart;
  /** A voter's alone. */
  readonly own?: OwnPart;
  /** Once the round has ended, for the presenter and the screen. */
  readonly summary?: RoomSummary;
}

export interface PresenterPart {
  readonly notes: string;
  readonly moves: readonly Move[];
  readonly questions: readonly { readonly id: string; readonly words: string; readonly phase: Phase }[];
  /** The key before it is shown to the room. */
  readonly key?: Key;
}

export interface OwnPart {
  readonly voter: number;
  /** What this phone answered to the question before the room, by ballot. */
  readonly votes: readonly { readonly ballot: Ballot; readonly choice: string; readonly certainty: Certainty }[];
  /** Once the round has ended. */
  readonly paper?: OwnPaper;
}

const HOUR = 3_600_000;

/** `app` and `definitions` are those of now: the end of a round is worked out by them if the round itself was. */
export function view(known: Known, role: Role, definitions: Definitions, app: Identity): RoomView {
  const { room, votes, joined, presenterHere } = known;
  const { plan, code, version, ended, lastActionAt } = room;
  const { round } = plan;
  const question = plan.questions.find(({ id }) => id === room.current);
  const asks = question && !ended;
  const phone = role.kind === "voter";
  return {
    format: "sle-room/1",
    statement: STATEMENT,
    app: plan.app,
    code,
    written: writtenCode(code),
    version,
    title: round.title,
    sets: plan.sets,
    numbered: round.numbered,
    ended,
    // A vote is an action: to the hour, it does not tell a phone when somebody votes.
    keptUntil: phone ? Math.floor((lastActionAt + KEPT_FOR) / HOUR) * HOUR : lastActionAt + KEPT_FOR,
    presenterHere,
    ...(!phone && { joined }),
    questions: plan.questions.length,
    told: ended ? round.parts : round.parts.slice(0, question?.told ?? 0),
    ...(asks && { question: phone ? phonesQuestion(known, question) : questionView(question, room, votes, phone) }),
    ...(role.kind === "presenter" && { presenter: presenterPart(question, room) }),
    ...(role.kind === "voter" && { own: ownPart(role.voter, question, room, votes) }),
    ...(ended && role.kind !== "voter" && { summary: summaryOf(room, votes, definitions, app) }),
  };
}

/** All phones are sent the same of the question: worked out once for a room full of them. */
const phonesQuestions = new WeakMap<Known, QuestionView>();

function phonesQuestion(known: Known, question: PlannedQuestion): QuestionView {
  const made = phonesQuestions.get(known) ?? questionView(question, known.room, known.votes, true);
  phonesQuestions.set(known, made);
  return made;
}

function questionView(question: PlannedQuestion, room: Room, votes: readonly Vote[], phone: boolean): QuestionView {
  const { id, words, asks, choices, key } = question;
  const phase = phaseOf(room, id);
  const { voter: open, seen } = TABLE[phase];
  const spreads = seen.map((ballot) => spreadOf(question, ballot, votes)).filter(({ answered }) => answered > 0);
  const given = new Set(
    spreads.flatMap(({ bars }) => bars.filter(({ count }) => count > 0).map(({ choice }) => choice)),
  );
  const shown = phase === "shown";
  // Where nobody was right, one of the right answers stands there all the same; they come to the same.
  const [missed] = shown && !key.right.some((choice) => given.has(choice)) ? key.right : [];
  const mistake = shown ? misreadingOfTheRoom(question, votes) : undefined;
  return {
    id,
    number: room.plan.questions.indexOf(question) + 1,
    words,
    asks,
    choices: choices.map((choice) => ({ key: choice.key, label: choice.label })),
    phase,
    ...(open && { open }),
    ...(open && !phone && { answered: spreadOf(question, open, votes).answered }),
    spreads,
    shifts: seen.includes(2) ? shiftsOf(question, votes) : [],
    consequences: choices
      .filter((choice) => given.has(choice.key) || choice.key === missed)
      .filter(({ consequences, contradicts }) => consequences.length > 0 || contradicts !== undefined)
      .map(({ key: choice, contradicts, consequences }) => ({
        choice,
        ...(contradicts !== undefined && { contradicts }),
        sets: consequences,
      })),
    ...(shown && { key }),
    ...(mistake && { mistake }),
  };
}

function presenterPart(question: PlannedQuestion | undefined, room: Room): PresenterPart {
  const phase = question && phaseOf(room, question.id);
  const open = phase !== undefined && isOpen(phase);
  return {
    notes: question?.notes ?? "",
    moves: phase && !room.ended ? (Object.keys(TABLE[phase].presenter) as Move[]) : [],
    questions: room.plan.questions.map(({ id, words }) => ({ id, words, phase: phaseOf(room, id) })),
    ...(question && !open && { key: question.key }),
  };
}

function ownPart(voter: number, question: PlannedQuestion | undefined, room: Room, votes: readonly Vote[]): OwnPart {
  const own = votes.filter((vote) => vote.voter === voter && vote.question === question?.id);
  return {
    voter,
    votes: own.map(({ ballot, choice, certainty }) => ({ ballot, choice, certainty })),
    ...(room.ended && { paper: ownPaper(room, votes, voter) }),
  };
}

/**
 * A room: a prepared round that is being held. Everything here is plain data and pure functions; who keeps it is the
 * store's business (`store.ts`), and what each person is sent is made in `view.ts` alone.
 */
import { type Ballot, isOpen, type Move, moved, type Phase, TABLE } from "./phases.ts";
import type { Plan } from "./plan.ts";

/** How sure a voter is: 1 guessing, 2 fairly sure, 3 sure. */
export type Certainty = 1 | 2 | 3;

/** One vote. There is at most one of a voter for each question and ballot; a later one replaces it. */
export interface Vote {
  readonly question: string;
  readonly ballot: Ballot;
  /** The voter's number in this room, from 1 in order of joining. */
  readonly voter: number;
  /** Key of a choice of the question. */
  readonly choice: string;
  readonly certainty: Certainty;
}

export interface Room {
  readonly code: string;
  readonly plan: Plan;
  /** The question before the room; none before the first is opened. */
  readonly current?: string;
  readonly phases: Readonly<Record<string, Phase>>;
  readonly ended: boolean;
  /** Grows by one with each change of the room itself. */
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly lastActionAt: number;
}

/** How long a room is kept after the last action in it: 24 hours, in milliseconds. */
export const KEPT_FOR = 24 * 60 * 60 * 1000;

/** Why something is refused. */
export type Refusal =
  | { readonly refused: "no-such-question" }
  | { readonly refused: "not-now"; readonly phase: Phase }
  | { readonly refused: "no-such-choice"; readonly choices: readonly string[] }
  | { readonly refused: "another-is-open"; readonly question: string }
  | { readonly refused: "ended" };

/** What a presenter asks for: a move from the phase that she sees, so that a press sent twice moves once. */
export type Command =
  | { readonly kind: "move"; readonly question: string; readonly from: Phase; readonly move: Move }
  | { readonly kind: "go-to"; readonly question: string }
  | { readonly kind: "end" };

export function newRoom(code: string, plan: Plan, now: number): Room {
  return { code, plan, phases: {}, ended: false, version: 1, createdAt: now, lastActionAt: now };
}

export function phaseOf({ phases }: Pick<Room, "phases">, question: string): Phase {
  // An id may be the name of what every object has.
  return (Object.hasOwn(phases, question) ? phases[question] : undefined) ?? "draft";
}

/** The room after a command; itself where the command was carried out before. */
export function commanded(room: Room, command: Command, now: number): { readonly room: Room } | Refusal {
  if (room.ended) return command.kind === "end" ? { room } : { refused: "ended" };
  const next = (change: Partial<Room>) => ({
    room: { ...room, ...change, version: room.version + 1, lastActionAt: now },
  });
  if (command.kind === "end") {
    // An open vote ends with the room: what was given counts.
    const phases = Object.entries(room.phases).map(([id, phase]) => [id, moved(phase, "close") ?? phase]);
    return next({ ended: true, phases: Object.fromEntries(phases) });
  }
  const { question } = command;
  if (!room.plan.questions.some(({ id }) => id === question)) return { refused: "no-such-question" };
  const open = Object.keys(room.phases).find((id) => id !== question && isOpen(phaseOf(room, id)));
  if (open !== undefined) return { refused: "another-is-open", question: open };
  if (command.kind === "go-to") return room.current === question ? { room } : next({ current: question });
  const phase = phaseOf(room, question);
  const to = moved(command.from, command.move);
  if (to === undefined) return { refused: "not-now", phase };
  if (phase === to && room.current === question) return { room };
  if (phase !== command.from) return { refused: "not-now", phase };
  return next({ current: question, phases: { ...room.phases, [question]: to } });
}

/** Whether a vote is taken now. */
export function votable(room: Room, vote: Omit<Vote, "voter">): "yes" | Refusal {
  if (room.ended) return { refused: "ended" };
  const question = room.plan.questions.find(({ id }) => id === vote.question);
  if (!question) return { refused: "no-such-question" };
  const phase = phaseOf(room, vote.question);
  if (room.current !== vote.question || TABLE[phase].voter !== vote.ballot) return { refused: "not-now", phase };
  const choices = question.choices.map(({ key }) => key);
  return choices.includes(vote.choice) ? "yes" : { refused: "no-such-choice", choices };
}

/** Whether the room is to be erased. */
export function isOver({ lastActionAt }: Pick<Room, "lastActionAt">, now: number): boolean {
  return now - lastActionAt > KEPT_FOR;
}

/** Votes counted. */
import type { Ballot } from "./phases.ts";
import type { PlannedQuestion } from "./plan.ts";
import type { Certainty, Vote } from "./room.ts";

/** How many gave one answer, and how sure they were. */
export interface Bar {
  readonly choice: string;
  readonly count: number;
  /** Of all who answered, rounded to a whole; 0 where nobody did. */
  readonly percent: number;
  /** Guessing, fairly sure, sure. */
  readonly certainty: readonly [number, number, number];
}

export interface Spread {
  readonly ballot: Ballot;
  readonly answered: number;
  /** One for each choice of the question, in its order. */
  readonly bars: readonly Bar[];
}

export function spreadOf(question: PlannedQuestion, ballot: Ballot, votes: readonly Vote[]): Spread {
  const given = votes.filter((vote) => vote.question === question.id && vote.ballot === ballot);
  const bars = question.choices.map(({ key }): Bar => {
    const own = given.filter(({ choice }) => choice === key);
    const sure = (certainty: Certainty) => own.filter((vote) => vote.certainty === certainty).length;
    const percent = given.length === 0 ? 0 : Math.round((own.length * 100) / given.length);
    return { choice: key, count: own.length, percent, certainty: [sure(1), sure(2), sure(3)] };
  });
  return { ballot, answered: given.length, bars };
}

/** How many went from one answer to another between the votes; those who kept theirs included. */
export interface Shift {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** The way of everybody who voted both times, the most trodden first. */
export function shiftsOf(question: PlannedQuestion, votes: readonly Vote[]): readonly Shift[] {
  const own = votes.filter((vote) => vote.question === question.id);
  const first = new Map(own.filter(({ ballot }) => ballot === 1).map(({ voter, choice }) => [voter, choice]));
  const ways = new Map<string, Shift>();
  for (const { voter, choice: to } of own.filter(({ ballot }) => ballot === 2)) {
    const from = first.get(voter);
    if (from === undefined) continue;
    const way = JSON.stringify([from, to]);
    ways.set(way, { from, to, count: (ways.get(way)?.count ?? 0) + 1 });
  }
  return [...ways.values()].toSorted((a, b) => b.count - a.count);
}

/** The second vote where one was taken, else the first. */
export function lastSpread(question: PlannedQuestion, votes: readonly Vote[]): Spread {
  const second = spreadOf(question, 2, votes);
  return second.answered > 0 ? second : spreadOf(question, 1, votes);
}

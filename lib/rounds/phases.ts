/** The phases of one question, and who may do what in which: one table, without a clock and without input or output. */

export const PHASES = [
  "draft",
  "first-vote",
  "first-closed",
  "discussion",
  "second-vote",
  "second-closed",
  "shown",
] as const;
export type Phase = (typeof PHASES)[number];

/** What a presenter does to a question. */
export const MOVES = ["open", "close", "discuss", "open-again", "reveal"] as const;
export type Move = (typeof MOVES)[number];

/** The first vote is given blind, before anybody speaks; the second after the discussion. */
export type Ballot = 1 | 2;

interface Allowed {
  /** Where each move of the presenter leads. A move that is not listed is refused. */
  readonly presenter: { readonly [M in Move]?: Phase };
  /** Which vote a voter gives now; none is taken where it is not said. */
  readonly voter?: Ballot;
  /** The votes that everybody may see now: no vote is seen while one is open, so that nobody follows the room. */
  readonly seen: readonly Ballot[];
}

export const TABLE: Readonly<Record<Phase, Allowed>> = {
  draft: { presenter: { open: "first-vote" }, seen: [] },
  "first-vote": { presenter: { close: "first-closed" }, voter: 1, seen: [] },
  "first-closed": { presenter: { discuss: "discussion", "open-again": "second-vote", reveal: "shown" }, seen: [1] },
  discussion: { presenter: { "open-again": "second-vote", reveal: "shown" }, seen: [1] },
  "second-vote": { presenter: { close: "second-closed" }, voter: 2, seen: [] },
  "second-closed": { presenter: { reveal: "shown" }, seen: [1, 2] },
  shown: { presenter: {}, seen: [1, 2] },
};

/** Where a move leads from a phase; undefined where it is not allowed. */
export function moved(from: Phase, move: Move): Phase | undefined {
  return TABLE[from].presenter[move];
}

/** Whether a vote is being taken. */
export function isOpen(phase: Phase): boolean {
  return TABLE[phase].voter !== undefined;
}

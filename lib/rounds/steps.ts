/** What a presenter can do next, as the buttons say it: one order of things through a whole round. */
import type { Move } from "./phases.ts";
import type { Command } from "./room.ts";
import type { RoomView } from "./view.ts";

export interface Step {
  readonly words: string;
  readonly command: Command;
}

const WORDS: Readonly<Record<Move, string>> = {
  open: "Open the vote",
  close: "Close the vote",
  discuss: "Discuss",
  "open-again": "Vote again",
  reveal: "Show the key",
};

/** The steps that are open to a presenter, the usual one first. None once the round has ended. */
export function stepsFor({ question, presenter, ended }: RoomView): readonly Step[] {
  if (!presenter || ended) return [];
  const { moves, questions } = presenter;
  const end: Step = { words: "End the round", command: { kind: "end" } };
  if (!question) {
    const [first] = questions;
    return first ? [goTo(first.id, "Begin with question 1"), end] : [end];
  }
  const inQuestion = moves.map((move): Step => {
    const command = { kind: "move", question: question.id, from: question.phase, move } as const;
    return { words: WORDS[move], command };
  });
  if (question.open) return inQuestion;
  const next = questions[question.number];
  return [...inQuestion, ...(next ? [goTo(next.id, `Next: question ${question.number + 1}`)] : []), end];
}

function goTo(question: string, words: string): Step {
  return { words, command: { kind: "go-to", question } };
}

const PHASE_WORDS = {
  draft: "not opened yet",
  "first-vote": "the vote is open",
  "first-closed": "the vote is closed",
  discussion: "discussion",
  "second-vote": "the second vote is open",
  "second-closed": "the second vote is closed",
  shown: "the key is shown",
} as const satisfies Record<NonNullable<RoomView["question"]>["phase"], string>;

/** Where a question stands, in words. */
export function phaseWords(phase: keyof typeof PHASE_WORDS): string {
  return PHASE_WORDS[phase];
}

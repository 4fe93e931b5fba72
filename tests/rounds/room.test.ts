import { describe, expect, it } from "vitest";
import { commanded, isOver, KEPT_FOR, phaseOf, type Room, votable } from "../../lib/rounds/room.ts";
import { prepared, roomFor, vote } from "./support.ts";

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "verdict", set: "slicc-2012" },
]);

function carriedOut(room: Room, ...commands: Parameters<typeof commanded>[1][]): Room {
  return commands.reduce((now, command) => {
    const done = commanded(now, command, 2000);
    if ("refused" in done) throw new Error(JSON.stringify(done));
    return done.room;
  }, room);
}

const open = { kind: "move", question: "q1", from: "draft", move: "open" } as const;
const close = { kind: "move", question: "q1", from: "first-vote", move: "close" } as const;

describe("a room", () => {
  it("moves once however often a press is sent", () => {
    const once = carriedOut(roomFor(ROUND), open);
    expect(carriedOut(once, open, open)).toBe(once);
    expect(once.version).toBe(2);
    expect(phaseOf(once, "q1")).toBe("first-vote");
  });

  it("knows no question that the round does not have", () => {
    const room = roomFor(ROUND);
    const no = { refused: "no-such-question" };
    expect(commanded(room, { ...open, question: "q9" }, 3000)).toEqual(no);
    expect(commanded(room, { kind: "go-to", question: "q9" }, 3000)).toEqual(no);
  });

  it("keeps where every other question stands, also at its end", () => {
    const reveal = { kind: "move", question: "q1", from: "first-closed", move: "reveal" } as const;
    const second = carriedOut(roomFor(ROUND), open, close, reveal, { ...open, question: "q2" });
    expect(["q1", "q2"].map((id) => phaseOf(second, id))).toEqual(["shown", "first-vote"]);
    const ended = carriedOut(second, { kind: "end" });
    expect(["q1", "q2"].map((id) => phaseOf(ended, id))).toEqual(["shown", "first-closed"]);
  });

  it("refuses a press made on a phase that is over", () => {
    const shown = carriedOut(roomFor(ROUND), open, close, {
      kind: "move",
      question: "q1",
      from: "first-closed",
      move: "reveal",
    });
    expect(commanded(shown, open, 3000)).toEqual({ refused: "not-now", phase: "shown" });
    expect(commanded(shown, close, 3000)).toEqual({ refused: "not-now", phase: "shown" });
  });

  it("knows a question by whatever name it has", () => {
    const [question] = ROUND.questions;
    const named = { ...ROUND, questions: question ? [{ ...question, id: "constructor" }] : [] };
    const room = roomFor(named);
    expect(phaseOf(room, "constructor")).toBe("draft");
    const voting = carriedOut(room, { ...open, question: "constructor" });
    expect(phaseOf(voting, "constructor")).toBe("first-vote");
  });

  it("holds one vote at a time", () => {
    const voting = carriedOut(roomFor(ROUND), open);
    const other = { ...open, question: "q2" };
    expect(commanded(voting, other, 3000)).toEqual({ refused: "another-is-open", question: "q1" });
    expect(commanded(voting, { kind: "go-to", question: "q2" }, 3000)).toEqual({
      refused: "another-is-open",
      question: "q1",
    });
    expect(phaseOf(carriedOut(voting, close, other), "q2")).toBe("first-vote");
  });

  it("closes an open vote when it ends, and then takes nothing more", () => {
    const ended = carriedOut(roomFor(ROUND), open, { kind: "end" });
    expect(phaseOf(ended, "q1")).toBe("first-closed");
    expect(votable(ended, vote(1, "counts"))).toEqual({ refused: "ended" });
    expect(commanded(ended, open, 3000)).toEqual({ refused: "ended" });
    expect(carriedOut(ended, { kind: "end" })).toBe(ended);
  });

  it("takes votes for the open ballot of the question before the room alone", () => {
    const room = roomFor(ROUND);
    expect(votable(room, vote(1, "counts"))).toEqual({ refused: "not-now", phase: "draft" });
    const voting = carriedOut(room, open);
    expect(votable(voting, vote(1, "counts"))).toBe("yes");
    expect(votable(voting, vote(1, "counts", { ballot: 2 }))).toEqual({ refused: "not-now", phase: "first-vote" });
    expect(votable(voting, vote(1, "classified", { question: "q2" }))).toEqual({ refused: "not-now", phase: "draft" });
    expect(votable(voting, vote(1, "no", { question: "q9" }))).toEqual({ refused: "no-such-question" });
    expect(votable(voting, vote(1, "points:6"))).toMatchObject({ refused: "no-such-choice" });
    expect(votable(carriedOut(voting, close), vote(1, "counts"))).toEqual({
      refused: "not-now",
      phase: "first-closed",
    });
  });

  it("is over 24 hours after the last action in it, not after it began", () => {
    const room = carriedOut(roomFor(ROUND), open);
    expect(isOver(room, 2000 + KEPT_FOR)).toBe(false);
    expect(isOver(room, 2001 + KEPT_FOR)).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { isOpen, MOVES, moved, PHASES, type Phase, TABLE } from "../../lib/rounds/phases.ts";

describe("phases of a question", () => {
  const ways = PHASES.flatMap((from) =>
    MOVES.flatMap((move) => {
      const to = moved(from, move);
      return to === undefined ? [] : [`${from} ${move} ${to}`];
    }),
  );

  it("lets a presenter make these moves and no other", () => {
    expect(ways).toEqual([
      "draft open first-vote",
      "first-vote close first-closed",
      "first-closed discuss discussion",
      "first-closed open-again second-vote",
      "first-closed reveal shown",
      "discussion open-again second-vote",
      "discussion reveal shown",
      "second-vote close second-closed",
      "second-closed reveal shown",
    ]);
  });

  it("never shows a vote while one is open", () => {
    for (const phase of PHASES) {
      const { voter, seen } = TABLE[phase];
      expect({ phase, both: voter !== undefined && seen.length > 0 }).toEqual({ phase, both: false });
    }
  });

  it("shows every vote that was closed, as soon as it is, and no other", () => {
    const follow = (phase: Phase, closed: readonly number[]) => {
      const { voter, seen, presenter } = TABLE[phase];
      // With the key stand both, whether or not a second was taken.
      if (phase !== "shown") expect(seen, phase).toEqual(voter === undefined ? closed : []);
      else expect(seen).toEqual([1, 2]);
      const after = voter === undefined ? closed : [...closed, voter];
      for (const to of Object.values(presenter)) follow(to, after);
    };
    follow("draft", []);
  });

  it("never goes back to a vote whose answers the room has seen", () => {
    const after = (from: Phase): Phase[] => {
      const next = MOVES.flatMap((move) => moved(from, move) ?? []);
      return [...next, ...next.flatMap(after)];
    };
    for (const phase of PHASES) {
      const later = after(phase).flatMap((one) => TABLE[one].voter ?? []);
      for (const ballot of TABLE[phase].seen) expect(later).not.toContain(ballot);
    }
  });

  it("ends every way at the key, which nothing leads away from", () => {
    expect(PHASES.filter((phase) => Object.keys(TABLE[phase].presenter).length === 0)).toEqual(["shown"]);
    expect(PHASES.filter(isOpen)).toEqual(["first-vote", "second-vote"]);
  });
});

import { describe, expect, test } from "vitest";
import { commanded, type Room } from "../../lib/rounds/room.ts";
import { stepsFor } from "../../lib/rounds/steps.ts";
import { view } from "../../lib/rounds/view.ts";
import { definitions, identity, prepared, roomFor } from "./support.ts";

const seen = (room: Room) =>
  view({ room, votes: [], joined: 0, presenterHere: true }, { kind: "presenter" }, definitions, identity);

describe("the steps of a presenter", () => {
  const round = prepared([
    { kind: "finding", finding: "malar-rash" },
    { kind: "finding", finding: "oral-ulcers" },
  ]);

  test("every step that is offered is carried out, from every place in a round", () => {
    const known = new Set<string>();
    const follow = (room: Room) => {
      const place = JSON.stringify([room.current, room.phases, room.ended]);
      if (known.has(place)) return;
      known.add(place);
      for (const { words, command } of stepsFor(seen(room))) {
        const done = commanded(room, command, 1);
        if ("refused" in done) throw new Error(`${words} was refused: ${done.refused}`);
        expect(done.room, words).not.toBe(room);
        follow(done.room);
      }
    };
    follow(roomFor(round));
    expect(known.size).toBeGreaterThan(20);
  });

  test("the first step, taken again and again, leads through both votes of each question to the end", () => {
    let room = roomFor(round);
    const taken: string[] = [];
    for (let [step] = stepsFor(seen(room)); step; [step] = stepsFor(seen(room))) {
      taken.push(step.words);
      const done = commanded(room, step.command, 1);
      if ("refused" in done) throw new Error(done.refused);
      room = done.room;
    }
    const question = ["Open the vote", "Close the vote", "Discuss", "Vote again", "Close the vote", "Show the key"];
    const whole = ["Begin with question 1", ...question, "Next: question 2", ...question, "End the round"];
    expect(taken).toEqual(whole);
    expect(room.ended).toBe(true);
  });

  test("a round that is opened can be begun or ended, and one without questions ended", () => {
    const words = (asked: Parameters<typeof prepared>[0]) =>
      stepsFor(seen(roomFor(prepared(asked)))).map((step) => step.words);
    expect(words([{ kind: "finding", finding: "fever" }])).toEqual(["Begin with question 1", "End the round"]);
    expect(words([])).toEqual(["End the round"]);
  });

  test("nobody else is offered one", () => {
    const known = { room: roomFor(round), votes: [], joined: 1, presenterHere: true };
    expect(stepsFor(view(known, { kind: "screen" }, definitions, identity))).toEqual([]);
    expect(stepsFor(view(known, { kind: "voter", voter: 1 }, definitions, identity))).toEqual([]);
  });
});

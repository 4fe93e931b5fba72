import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOVES, PHASES, TABLE } from "../../lib/rounds/phases.ts";
import type { Room, Vote } from "../../lib/rounds/room.ts";
import { type Role, type RoomView, view } from "../../lib/rounds/view.ts";
import { definitions, identity, prepared, roomFor, vote } from "./support.ts";

const ROUND = prepared([
  { kind: "finding", finding: "oral-ulcers" },
  { kind: "points", set: "eular-acr-2019", domain: "mucocutaneous" },
]);
const ROOM = roomFor(ROUND);
const VOTES: readonly Vote[] = [
  vote(1, "counts", { certainty: 3 }),
  vote(2, "explained:infection", { certainty: 1 }),
  vote(3, "counts"),
  vote(1, "explained:infection", { ballot: 2 }),
  vote(3, "counts", { ballot: 2 }),
];

const inPhase = (phase: (typeof PHASES)[number], rest: Partial<Room> = {}): Room => ({
  ...ROOM,
  current: "q1",
  phases: { q1: phase },
  ...rest,
});

const see = (room: Room, role: Role, votes = VOTES): RoomView =>
  view({ room, votes, joined: 3, presenterHere: true }, role, definitions, identity);

const PHONE: Role = { kind: "voter", voter: 2 };
const SCREEN: Role = { kind: "screen" };
const PRESENTER: Role = { kind: "presenter" };

describe("what a person sees of a room", () => {
  it.each(PHASES)(
    "is the same to a phone and the screen in phase %s whatever others answered, until the vote is closed",
    (phase) => {
      const { seen } = TABLE[phase];
      const others: readonly Vote[] = VOTES.map((one) =>
        one.voter === 2 ? one : { ...one, choice: "absent", certainty: 1 },
      );
      const hidden = (role: Role) =>
        JSON.stringify(see(inPhase(phase), role)) === JSON.stringify(see(inPhase(phase), role, others));
      expect(hidden(PHONE)).toBe(seen.length === 0);
      expect(hidden(SCREEN)).toBe(seen.length === 0);
      expect(hidden(PRESENTER)).toBe(seen.length === 0);
    },
  );

  it.each(PHASES)("never says who answered what, in phase %s", (phase) => {
    // The same answers given by other people make no difference to anybody but those people.
    const turned = VOTES.map((one) => (one.voter === 2 ? one : { ...one, voter: one.voter + 10 }));
    for (const role of [PHONE, SCREEN, PRESENTER]) {
      expect(see(inPhase(phase), role, turned)).toEqual(see(inPhase(phase), role));
    }
  });

  it.each(PHASES.filter((phase) => phase !== "shown"))(
    "keeps the key and the notes from phones and screen in phase %s",
    (phase) => {
      for (const role of [PHONE, SCREEN]) {
        const sent = JSON.stringify(see(inPhase(phase), role));
        expect(sent).not.toContain("Secret notes");
        expect(sent).not.toContain("was not heeded");
        expect(sent).not.toContain("is said to explain it better");
      }
      expect(JSON.stringify(see(inPhase(phase), PRESENTER))).toContain("Secret notes 1");
    },
  );

  it("shows no part of the case before it is told", () => {
    expect(see(inPhase("first-vote"), PHONE).told.map(({ title }) => title)).toEqual(["History"]);
    expect(see({ ...ROOM }, PHONE).told).toEqual([]);
    expect(see(inPhase("draft", { current: "q2", phases: {} }), PHONE).told).toHaveLength(2);
  });

  it("sends a phone nothing that changes with what others do while a vote is open", () => {
    const many: readonly Vote[] = [...VOTES, vote(4, "absent"), vote(5, "counts")];
    for (const phase of ["first-vote", "second-vote"] as const) {
      expect(see(inPhase(phase), PHONE, many)).toEqual(see(inPhase(phase), PHONE));
      expect(see(inPhase(phase), SCREEN).question?.answered).toBe(phase === "first-vote" ? 3 : 2);
    }
  });

  it("sends a phone its own answer back, and nobody else's", () => {
    expect(see(inPhase("first-vote"), PHONE).own).toEqual({
      voter: 2,
      votes: [{ ballot: 1, choice: "explained:infection", certainty: 1 }],
    });
  });

  it("says of one right answer what it makes of the patient where nobody gave one, and of no other", () => {
    const made = (votes: readonly Vote[], phase: (typeof PHASES)[number]) =>
      see(inPhase(phase), SCREEN, votes).question?.consequences.map((one) => one.choice);
    const wrong = [vote(1, "counts"), vote(2, "absent")];
    expect(made(wrong, "first-closed")).toEqual(["counts", "absent"]);
    expect(made(wrong, "shown")).toEqual(["counts", "explained:drug", "absent"]);
    expect(made([...wrong, vote(3, "explained:infection")], "shown")).toEqual([
      "counts",
      "explained:infection",
      "absent",
    ]);
  });

  it("draws the spread with what each answer that was given makes of the patient", () => {
    const { question } = see(inPhase("first-closed"), SCREEN);
    expect(question?.spreads[0]?.bars.find(({ choice }) => choice === "counts")).toEqual({
      choice: "counts",
      count: 2,
      percent: 67,
      certainty: [0, 1, 1],
    });
    const said = question?.consequences.map(({ choice, sets }) => [
      choice,
      ...sets.map(({ short, score, asAssessed }) => `${short} ${score} ${asAssessed}`),
    ]);
    expect(said).toEqual([
      [
        "counts",
        "EULAR/ACR 2019 10 classified",
        "SLICC 2012 4 classified",
        "ACR 1997 4 classified",
        "SLERPI 11.5 classified",
      ],
      [
        "explained:infection",
        "EULAR/ACR 2019 10 classified",
        "SLICC 2012 3 not-classified",
        "ACR 1997 4 classified",
        "SLERPI 10.5 classified",
      ],
    ]);
  });

  it("draws the shift of those who voted twice", () => {
    expect(see(inPhase("second-closed"), SCREEN).question?.shifts).toEqual([
      { from: "counts", to: "explained:infection", count: 1 },
      { from: "counts", to: "counts", count: 1 },
    ]);
    // Before the second vote is closed there is none.
    for (const phase of ["first-closed", "discussion", "second-vote"] as const)
      expect(see(inPhase(phase), SCREEN).question?.shifts).toEqual([]);
  });

  it("draws no spread of a vote that nobody gave", () => {
    const first = VOTES.filter(({ ballot }) => ballot === 1);
    const ballots = (votes: readonly Vote[]) =>
      see(inPhase("shown"), SCREEN, votes).question?.spreads.map(({ ballot }) => ballot);
    expect([ballots(VOTES), ballots(first), ballots([])]).toEqual([[1, 2], [1], []]);
  });

  it("says what an answer that was given makes of the patient, or why it cannot be, and nothing of points", () => {
    const votes = [vote(1, "points:6", { question: "q2" }), vote(2, "points:2", { question: "q2" })];
    const points = see(inPhase("first-closed", { current: "q2", phases: { q2: "first-closed" } }), SCREEN, votes);
    expect(points.question?.spreads[0]?.answered).toBe(2);
    expect(points.question?.consequences).toEqual([]);
    const one = roomFor(prepared([{ kind: "finding", finding: "thrombocytopenia" }], { sets: ["slerpi"] }));
    const said = see({ ...one, current: "q1", phases: { q1: "first-closed" } }, SCREEN, [
      vote(1, "counts"),
      vote(2, "absent"),
    ]).question?.consequences;
    expect(said).toEqual([
      { choice: "counts", sets: one.plan.asPrepared },
      { choice: "absent", contradicts: expect.stringContaining("85"), sets: [] },
    ]);
    expect(said?.[0]?.sets).toHaveLength(1);
  });

  it("says how many joined to the presenter and on the screen, and not to a phone", () => {
    expect([PHONE, SCREEN, PRESENTER].map((role) => see(inPhase("first-vote"), role).joined)).toEqual([
      undefined,
      3,
      3,
    ]);
  });

  it("shows the key with the misreading that the commonest wrong answer stands for", () => {
    const { question } = see(inPhase("shown"), PHONE);
    expect(question?.key?.right).toContain("explained:infection");
    expect(question?.mistake).toMatchObject({ choice: "counts", count: 1 });
    expect(question?.mistake?.misreadings).toEqual(["What explains the finding better was not heeded."]);
  });

  it("offers a presenter the moves of the phase and nobody else any", () => {
    for (const phase of PHASES) {
      const { presenter } = see(inPhase(phase), PRESENTER);
      expect(presenter?.moves).toEqual(MOVES.filter((move) => TABLE[phase].presenter[move] !== undefined));
      expect(see(inPhase(phase), SCREEN).presenter).toBeUndefined();
    }
  });

  it("ends with a summary for the room and a paper of its own for each phone", () => {
    const ended = inPhase("shown", { ended: true });
    expect(see(ended, SCREEN).summary?.mistakes).toMatchObject([{ question: "q1", choice: "counts", count: 1 }]);
    const { own, summary } = see(ended, { kind: "voter", voter: 3 });
    expect(summary).toBeUndefined();
    expect(own?.paper?.questions[0]?.second).toMatchObject({ choice: "counts", right: false });
    expect(own?.paper?.practice).toContain("slicc-2012/oral-or-nasal-ulcers");
    expect(JSON.stringify(own)).not.toContain('"voter":1');
  });

  it("says by which app and which definitions the round was worked out", () => {
    for (const role of [PHONE, SCREEN, PRESENTER]) expect(see(inPhase("shown"), role).app).toEqual(identity);
  });

  it("shows at the end the key of every question that was asked, on each phone that answered it", () => {
    for (const phase of PHASES) {
      const { own } = see(inPhase(phase, { ended: true }), PHONE);
      const { right } = own?.paper?.questions[0]?.first ?? {};
      expect([phase, right, own?.paper?.questions[0]?.key.reading]).toEqual([
        phase,
        true,
        ROOM.plan.questions[0]?.key.reading,
      ]);
    }
  });

  it("counts no more votes than voters, whatever is given", () => {
    const choices = ROOM.plan.questions[0]?.choices.map(({ key }) => key) ?? [];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { maxLength: 30 }), (given) => {
        const votes = given.map((choice, position) => vote(position + 1, choice));
        const { question } = see(inPhase("first-closed"), SCREEN, votes);
        const counted = question?.spreads.flatMap(({ bars }) => bars).reduce((sum, { count }) => sum + count, 0) ?? 0;
        expect(counted).toBe(given.length);
      }),
      { seed: 20261126, numRuns: 50 },
    );
  });
});

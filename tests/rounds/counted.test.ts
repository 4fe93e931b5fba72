/** What is sent, counted, summed up and exported of a round, number by number. */
import { describe, expect, it } from "vitest";
import { roundCsv, roundExport } from "../../lib/rounds/export.ts";
import { KEPT_FOR } from "../../lib/rounds/room.ts";
import { type Asks, MOST, type PreparedRound, roundSchema, wordsFor } from "../../lib/rounds/round.ts";
import { commandSchema, voteSchema } from "../../lib/rounds/sent.ts";
import { MOST_ROOMS, MOST_VOTERS, UNSEEN_FOR, UNUSED_FOR } from "../../lib/rounds/store.ts";
import { misreadingOfTheRoom, ownPaper, summaryOf } from "../../lib/rounds/summary.ts";
import { lastSpread, shiftsOf, spreadOf } from "../../lib/rounds/tally.ts";
import { view } from "../../lib/rounds/view.ts";
import { definitions, identity, planFor, prepared, roomFor, vote } from "./support.ts";

const ULCERS = { kind: "finding", finding: "oral-ulcers" } as const;

describe("what is sent", () => {
  it("is an answer of at most a hundred characters, and how sure: 1, 2 or 3", () => {
    for (const certainty of [1, 2, 3]) {
      const sent = { choice: "c".repeat(100), certainty };
      expect(voteSchema.safeParse(sent).data).toEqual(sent);
    }
    for (const certainty of [0, 4, -1, 1.5, "1", undefined])
      expect(voteSchema.safeParse({ choice: "counts", certainty }).success, `${certainty}`).toBe(false);
    expect(voteSchema.safeParse({ choice: "c".repeat(101), certainty: 1 }).success).toBe(false);
    expect(voteSchema.safeParse({ choice: "counts", certainty: 1, voter: 7 }).success).toBe(false);
  });

  it("is one of three commands, with what it needs and no more", () => {
    for (const command of [
      { kind: "move", question: "q1", from: "draft", move: "open" },
      { kind: "go-to", question: "q1" },
      { kind: "end" },
    ])
      expect(commandSchema.safeParse(command).data).toEqual(command);
    for (const command of [
      { kind: "move", question: "q1", from: "draft" },
      { kind: "move", question: "q1", from: "nowhere", move: "open" },
      { kind: "move", question: "q1", from: "draft", move: "jump" },
      { kind: "go-to" },
      { kind: "end", question: "q1" },
      { kind: "begin" },
    ])
      expect(commandSchema.safeParse(command).success, JSON.stringify(command)).toBe(false);
  });
});

describe("a prepared round holds", () => {
  const schema = roundSchema(definitions);
  const round = prepared([ULCERS]);
  const isRead = (more: Partial<PreparedRound>) => schema.safeParse({ ...round, ...more }).success;
  const question = (more: object) => ({ questions: round.questions.map((one) => ({ ...one, ...more })) });
  const parts = (count: number, part = { title: "t", text: "t" }) => Array.from({ length: count }, () => part);
  const text = (length: number) => "x".repeat(length);

  it("as much as is said, and no more", () => {
    expect(MOST).toEqual({ questions: 40, parts: 12, words: 300, notes: 4000, title: 200, partText: 8000 });
    const many = (count: number) => ({
      questions: Array.from({ length: count }, (_, at) => ({ ...question({}).questions[0], id: `q${at}` })),
    });
    for (const [fits, not] of [
      [many(40), many(41)],
      [question({ words: text(300) }), question({ words: text(301) })],
      [question({ notes: text(4000) }), question({ notes: text(4001) })],
      [question({ id: text(40) }), question({ id: text(41) })],
      [{ title: text(200) }, { title: text(201) }],
      [{ parts: parts(12) }, { parts: parts(13) }],
      [{ parts: parts(2, { title: text(200), text: "" }) }, { parts: parts(2, { title: text(201), text: "" }) }],
      [{ parts: parts(2, { title: "", text: text(8000) }) }, { parts: parts(2, { title: "", text: text(8001) }) }],
      [question({ words: "?" }), question({ words: " " })],
      [question({ told: 0 }), question({ told: -1 })],
      [question({ told: 2 }), question({ told: 3 })],
      [
        { parts: parts(12), ...question({ told: 12 }) },
        { parts: parts(12), ...question({ told: 13 }) },
      ],
    ] as unknown as readonly (readonly [Partial<PreparedRound>, Partial<PreparedRound>])[]) {
      expect(isRead(fits), JSON.stringify(fits).slice(0, 80)).toBe(true);
      expect(isRead(not), JSON.stringify(not).slice(0, 80)).toBe(false);
    }
  });

  it("a title of a letter, one set, and points of each domain of each set", () => {
    expect(isRead({ title: "A" })).toBe(true);
    expect(isRead({ sets: ["slerpi"] })).toBe(true);
    expect(isRead({ sets: [] })).toBe(false);
    for (const { id: set, domains } of definitions.sets)
      for (const { id: domain } of domains) {
        const asks = { kind: "points", set, domain } as const;
        expect(isRead(question({ asks })), `${set} ${domain}`).toBe(true);
        // Every other set that has no such domain refuses it, and says which it has.
        for (const other of definitions.sets.filter((one) => one.domains.every(({ id }) => id !== domain))) {
          const read = schema.safeParse({ ...round, ...question({ asks: { ...asks, set: other.id } }) });
          expect(read.error?.issues[0]?.message).toBe(
            `${other.id} has the domains ${other.domains.map(({ id }) => id).join(", ")}`,
          );
        }
      }
  });

  it("domains of its sets, and a mistake in one is placed there", () => {
    const asks = { kind: "points", set: "slerpi", domain: "joints" } as const;
    const [issue] = schema.safeParse({ ...round, ...question({ asks }) }).error?.issues ?? [];
    expect(issue?.path).toEqual(["questions", 0, "asks", "domain"]);
    const [twice] =
      schema.safeParse({ ...round, questions: [...round.questions, ...round.questions] }).error?.issues ?? [];
    expect(twice?.path).toEqual(["questions", 1, "id"]);
    const [sets] = schema.safeParse({ ...round, sets: ["slerpi", "slerpi"] }).error?.issues ?? [];
    expect(sets?.path).toEqual(["sets"]);
    const [told] = schema.safeParse({ ...round, ...question({ told: 3 }) }).error?.issues ?? [];
    expect(told?.path).toEqual(["questions", 0, "told"]);
  });
});

it("words for a question name the finding, or the set by its short name and the domain by its title", () => {
  const of = (asks: Asks) => wordsFor(asks, definitions);
  expect(of(ULCERS)).toBe(`${definitions.findings["oral-ulcers"].label}: does it count?`);
  // What is there no longer is named as the round does.
  expect(of({ kind: "verdict", set: "old" })).toBe("What does old make of this patient?");
  expect(of({ kind: "points", set: "old", domain: "skin" })).toBe("How many points does old give for: skin?");
  for (const set of definitions.sets) {
    expect(of({ kind: "verdict", set: set.id })).toBe(`What does ${set.short} make of this patient?`);
    const unit = set.unit === "criteria" ? "criteria" : "points";
    for (const { id, title } of set.domains)
      expect(of({ kind: "points", set: set.id, domain: id })).toBe(
        `How many ${unit} does ${set.short} give for: ${title}?`,
      );
  }
});

const TWO = prepared([ULCERS, { kind: "finding", finding: "malar-rash" }]);
const room = { ...roomFor(TWO), ended: true, phases: { q1: "shown", q2: "shown" } as const };
const votes = [
  vote(1, "counts", { certainty: 1 }),
  vote(2, "counts", { certainty: 3 }),
  vote(3, "explained:infection", { certainty: 3 }),
  vote(1, "counts", { question: "q2" }),
  vote(2, "absent", { question: "q2" }),
  vote(3, "counts", { question: "q2", certainty: 1 }),
];

describe("the end of a round", () => {
  const { questions, mistakes, practice } = summaryOf(room, votes, definitions, identity);

  it("counts who was how sure, and right", () => {
    expect(questions.map(({ sureness }) => sureness)).toEqual([
      [
        { certainty: 1, answered: 1, right: 0 },
        { certainty: 2, answered: 0, right: 0 },
        { certainty: 3, answered: 2, right: 1 },
      ],
      [
        { certainty: 1, answered: 1, right: 1 },
        { certainty: 2, answered: 2, right: 1 },
        { certainty: 3, answered: 0, right: 0 },
      ],
    ]);
    expect(questions[0]?.first.bars.find(({ choice }) => choice === "counts")).toEqual({
      choice: "counts",
      count: 2,
      percent: 67,
      certainty: [1, 0, 1],
    });
    expect(mistakes.map(({ question, choice, count }) => [question, choice, count])).toEqual([
      ["q1", "counts", 2],
      ["q2", "absent", 1],
    ]);
    for (const { misreadings } of mistakes) expect(misreadings).toHaveLength(1);
  });

  it("has the commonest mistakes first, of all questions and of each", () => {
    const given = (question: string, choices: readonly string[]) =>
      choices.map((choice, at) => vote(at + 1, choice, { question }));
    const many = [
      ...given("q1", ["counts", "absent", "absent", "explained:drug"]),
      ...given("q2", ["explained:drug", "absent", "absent", "absent", "counts"]),
    ];
    const counts = summaryOf(room, many, definitions, identity).mistakes.map(({ question, choice, count }) => [
      question,
      choice,
      count,
    ]);
    expect(counts).toEqual([
      ["q2", "absent", 3],
      ["q1", "absent", 2],
      ["q1", "counts", 1],
      ["q2", "explained:drug", 1],
    ]);
    const [question] = room.plan.questions;
    if (!question) throw new Error("a question");
    expect(misreadingOfTheRoom(question, many)).toMatchObject({ choice: "absent", count: 2 });
  });

  it("speaks of no question that nobody answered", () => {
    const first = votes.filter(({ question }) => question === "q1");
    const summed = summaryOf(room, first, definitions, identity);
    expect(summed.questions.map(({ question }) => question)).toEqual(["q1"]);
    expect(ownPaper(room, first, 1).questions.map(({ question }) => question)).toEqual(["q1"]);
    expect(summaryOf(room, [], definitions, identity)).toMatchObject({ questions: [], mistakes: [], practice: [] });
  });

  it("names what to practice, what most got wrong first, and nothing that all got right", () => {
    const [first, second] = room.plan.questions.map(({ key }) => key.practice);
    expect(practice).toEqual([...new Set([...(first ?? []), ...(second ?? [])])]);
    const other = [
      vote(1, "counts"),
      vote(2, "explained:infection"),
      vote(3, "explained:infection"),
      ...[1, 2].map((voter) => vote(voter, "absent", { question: "q2" })),
      vote(3, "counts", { question: "q2" }),
    ];
    expect(summaryOf(room, other, definitions, identity).practice[0]).toBe(second?.[0]);
    expect(second?.[0]).not.toBe(first?.[0]);
    const right = votes.map((one) => ({ ...one, choice: one.question === "q1" ? "explained:infection" : "counts" }));
    expect(summaryOf(room, right, definitions, identity).practice).toEqual([]);
  });

  it("gives each phone its own answers in words, with the key", () => {
    const label = (key: string) => room.plan.questions[0]?.choices.find((one) => one.key === key)?.label;
    const paper = ownPaper(room, votes, 2);
    expect(paper.questions.map(({ question, first, second }) => [question, first, second])).toEqual([
      ["q1", { choice: "counts", label: label("counts"), certainty: 3, right: false }, undefined],
      ["q2", { choice: "absent", label: label("absent"), certainty: 2, right: false }, undefined],
    ]);
    expect(label("counts")).not.toBe(label("absent"));
    expect(ownPaper(room, votes, 3).practice).toEqual([]);
    const [first, second] = room.plan.questions.map(({ key }) => key.practice);
    expect(paper.practice).toEqual([...new Set([...(first ?? []), ...(second ?? [])])]);
    const both = [...votes, vote(3, "absent", { ballot: 2 })];
    expect(ownPaper(room, both, 3).practice).toEqual(room.plan.questions[0]?.key.practice);
  });
});

describe("votes", () => {
  const [question] = room.plan.questions;
  if (!question) throw new Error("a question");

  it("are counted in whole percent of those who answered; of none, none is", () => {
    const percent = (choices: readonly string[]) =>
      spreadOf(
        question,
        1,
        choices.map((choice, at) => vote(at + 1, choice)),
      )
        .bars.filter(({ choice }) => choice === "counts" || choice === "absent")
        .map((bar) => bar.percent);
    expect(percent([])).toEqual([0, 0]);
    expect(percent(["counts"])).toEqual([100, 0]);
    expect(percent(["counts", "absent"])).toEqual([50, 50]);
    expect(percent(["counts", "absent", "absent"])).toEqual([33, 67]);
  });

  it("are followed from the first to the second, the way that most went first", () => {
    const went = [
      ["absent", "counts"],
      ["explained:drug", "counts"],
      ["explained:drug", "counts"],
      ["counts", "counts"],
      ["absent", "explained:drug"],
      ["explained:drug", "counts"],
    ].flatMap(([from = "", to = ""], at) => [vote(at + 1, from), vote(at + 1, to, { ballot: 2 })]);
    // Of another question; and of one who came late.
    const others = [
      vote(1, "absent", { question: "q2" }),
      vote(1, "absent", { question: "q2", ballot: 2 }),
      vote(9, "counts", { ballot: 2 }),
    ];
    expect(shiftsOf(question, [...others, ...went])).toEqual([
      { from: "explained:drug", to: "counts", count: 3 },
      { from: "absent", to: "counts", count: 1 },
      { from: "counts", to: "counts", count: 1 },
      { from: "absent", to: "explained:drug", count: 1 },
    ]);
  });

  it("of the second time stand for the room as soon as there is one", () => {
    const first = [vote(1, "counts"), vote(2, "absent")];
    expect(lastSpread(question, first)).toMatchObject({ ballot: 1, answered: 2 });
    expect(lastSpread(question, [...first, vote(2, "counts", { ballot: 2 })])).toMatchObject({
      ballot: 2,
      answered: 1,
    });
  });
});

it("the export has a line for each answer of the second vote as well, and says how sure each voter was", () => {
  const numbered = { ...roomFor(prepared([ULCERS], { numbered: true })), phases: { q1: "shown" } as const };
  const both = [vote(1, "counts"), vote(2, "absent", { certainty: 3 }), vote(1, "absent", { ballot: 2, certainty: 1 })];
  const rows = roundCsv(numbered, roundExport(numbered, both, 2, definitions, identity)).split("\r\n");
  const offered = numbered.plan.questions[0]?.choices.length ?? 0;
  const ballots = rows.slice(1, -3).map((row) => row.split(",").slice(2, 4).join());
  expect(ballots).toEqual([...Array(offered).fill("1,"), ...Array(offered).fill("2,"), "1,1", "1,2", "2,1"]);
  expect(rows.slice(-6, -3).map((row) => row.split(",").slice(-3).join())).toEqual(["0,1,0", "0,0,1", "1,0,0"]);
});

it("as many rooms and voters are kept, and for so long, as is said where it is decided (docs/decisions/0017)", () => {
  expect([MOST_ROOMS, MOST_VOTERS]).toEqual([2_000, 20_000]);
  const minute = 60 * 1000;
  expect([UNSEEN_FOR, UNUSED_FOR]).toEqual([minute, 60 * minute]);
});

it("a line of the export for each answer, and of a numbered round for each voter, has its numbers", () => {
  const numbered = { ...roomFor(prepared([ULCERS], { numbered: true })), phases: { q1: "shown" } as const };
  const first = votes.filter(({ question }) => question === "q1");
  const csv = roundCsv(numbered, roundExport(numbered, first, 3, definitions, identity)).split("\r\n");
  const [columns = "", ...rows] = csv;
  const names = columns.split(",");
  const cells = rows.slice(0, -3).map((row) => {
    const at = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, one = ""]) => one.replaceAll(/^"|"$/g, ""));
    return (name: string) => at[names.indexOf(name)];
  });
  const label = (key: string) => numbered.plan.questions[0]?.choices.find((one) => one.key === key)?.label;
  const counted = cells.filter((cell) => cell("voter") === "");
  expect(counted.map((cell) => cell("answer"))).toEqual(numbered.plan.questions[0]?.choices.map(({ key }) => key));
  const said = (answer: string) => counted.find((cell) => cell("answer") === answer);
  const numbers = ["count", "percent", "guessing", "fairly sure", "sure", "right"];
  expect(numbers.map((name) => said("counts")?.(name))).toEqual(["2", "67", "1", "0", "1", "no"]);
  expect(numbers.map((name) => said("explained:infection")?.(name))).toEqual(["1", "33", "0", "0", "1", "yes"]);
  expect(numbers.map((name) => said("absent")?.(name))).toEqual(["0", "0", "0", "0", "0", "no"]);
  const single = cells.filter((cell) => cell("voter") !== "");
  expect(single.map((cell) => ["voter", "answer", "guessing", "fairly sure", "sure", "right"].map(cell))).toEqual([
    ["1", "counts", "1", "0", "0", "no"],
    ["2", "counts", "0", "0", "1", "no"],
    ["3", "explained:infection", "0", "0", "1", "yes"],
  ]);
  expect(single[0]?.("label")).toBe(label("counts"));
  expect(counted[0]?.("label")).toBe(label(counted[0]?.("answer") ?? ""));
});

it("a room is kept for a day after what happened last, to a phone by the hour", () => {
  expect(KEPT_FOR).toBe(86_400_000);
  const known = { room: { ...room, lastActionAt: 3_600_000 + 1 }, votes, joined: 3, presenterHere: true };
  expect(view(known, { kind: "screen" }, definitions, identity).keptUntil).toBe(90_000_001);
  expect(view(known, { kind: "voter", voter: 1 }, definitions, identity).keptUntil).toBe(90_000_000);
});

it("the presenter sees the key of a question before the room does, and not while a vote is open", () => {
  const { key } = planFor(prepared([ULCERS])).questions[0] ?? {};
  const seen = (phase: "draft" | "first-vote" | "first-closed") =>
    view(
      { room: { ...room, ended: false, current: "q1", phases: { q1: phase } }, votes, joined: 3, presenterHere: true },
      { kind: "presenter" },
      definitions,
      identity,
    ).presenter;
  expect(seen("draft")?.key?.right).toEqual(key?.right);
  expect(seen("first-vote")?.key).toBeUndefined();
  expect(seen("first-closed")?.key?.right).toEqual(key?.right);
});

import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import { practice } from "../../criteria/practice/index.ts";
import {
  type Draft,
  NEW_DRAFT,
  newSitting,
  nextDraft,
  readSittings,
  replyOf,
  type SavedSitting,
  WHOLE,
  withoutSitting,
  withSitting,
  withTwins,
  writeSittings,
} from "../../lib/practice/saved-sitting.ts";
import { deckOf } from "../../lib/practice/sitting.ts";

const AT = "2026-03-01T09:00:00.000Z";
const begun: SavedSitting = {
  ...newSitting("set=slerpi&seed=7&n=2&difficulty=1", 2, AT),
  position: 1,
  twins: [0],
  outcomes: [{ title: "Case 7.1", set: "slerpi", right: false, pointsRight: true, missed: ["slerpi/ana"] }],
  draft: {
    opened: 2,
    marks: { "test:c3": "short" },
    typed: { ana: "3" },
    verdict: "undetermined",
    sure: 70,
    checked: false,
  },
};

describe("a sitting that is kept", () => {
  test("is read back as it was written, half-given answer and all", () => {
    expect(readSittings(writeSittings([begun]))).toEqual([begun]);
  });

  test.each([
    "",
    "{",
    "[]",
    '{"format":"sle-sittings/2","sittings":[]}',
    '{"format":"sle-sittings/1","sittings":[{}]}',
  ])("the text %j gives none", (text) => {
    expect(readSittings(text)).toEqual([]);
  });

  test("takes the place of its earlier state and goes first; of many, the one left alone longest goes", () => {
    const others = Array.from({ length: 12 }, (_, number) => newSitting(`seed=${number}`, 1, AT));
    const all = withSitting(others, begun);
    expect(all[0]).toBe(begun);
    expect(all).toHaveLength(12);
    expect(all.some(({ query }) => query === "seed=11")).toBe(false);
    expect(withSitting(all, { ...begun, position: 2 })).toHaveLength(12);
    expect(withoutSitting(all, begun.query)).toHaveLength(11);
  });

  test("has the twins that were asked for, each after its own case, and a twin has none of its own", () => {
    const wish = {
      kind: "rules",
      set: "slerpi",
      rules: ["slerpi/proteinuria"],
      seed: "7",
      count: 2,
      difficulty: 1,
    } as const;
    const deck = deckOf(wish, practice, definitions);
    const planned = deck.map((deal) => deal());
    const cases = withTwins(deck, [1, 0]).map((deal) => deal());
    expect(cases.map((one) => one?.practiceCase.id)).toEqual([
      planned[0]?.practiceCase.id,
      planned[0]?.twin?.id,
      planned[1]?.practiceCase.id,
      planned[1]?.twin?.id,
    ]);
    expect(cases.map((one) => one?.twin !== undefined)).toEqual([true, false, true, false]);
    // The same case is made once, however often it is asked for.
    expect(deck.map((deal) => deal())).toEqual(planned);
    expect(deck[0]?.()).toBe(planned[0]);
  });
});

describe("the draft of the next case", () => {
  test("comes opened where the one before was opened at once, and stage by stage otherwise", () => {
    expect(nextDraft({ opened: WHOLE })).toEqual({ ...NEW_DRAFT, opened: WHOLE });
    expect(nextDraft({ opened: 3 })).toEqual(NEW_DRAFT);
  });
});

describe("a case that was answered", () => {
  test("is kept with its reply, and one from before that without", () => {
    const reply = { ...begun.draft, checked: false };
    const outcomes = begun.outcomes.map((one) => ({ ...one, position: 0, reply }));
    expect(readSittings(writeSittings([{ ...begun, outcomes }]))).toEqual([{ ...begun, outcomes }]);
  });
});

describe("the reply of a draft", () => {
  const whole: Draft = {
    ...NEW_DRAFT,
    typed: { ana: "3", alopecia: " 1,5 ", arthritis: "" },
    verdict: "classified",
    sure: 60,
  };

  test("reads points with a comma, and leaves empty fields out", () => {
    expect(replyOf(whole)).toEqual({
      reply: { marks: {}, domains: { ana: 3, alopecia: 1.5 }, verdict: "classified", sure: 60 },
    });
  });

  test("says what is missing, one thing after another", () => {
    const { verdict: _, ...undecided } = whole;
    const { sure: __, ...unsure } = whole;
    expect(replyOf({ ...whole, typed: { ana: "three" } })).toEqual({ problem: "One of the points is not a number." });
    expect(replyOf(undecided)).toEqual({ problem: "Choose a verdict." });
    expect(replyOf(unsure)).toEqual({ problem: "Say how sure you are." });
  });
});

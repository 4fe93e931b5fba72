import { describe, expect, test } from "vitest";
import { readChoice, writeChoice } from "../../lib/practice/kept-choice.ts";

describe("what was last chosen", () => {
  const choice = { source: "due", set: "slerpi", count: 20, difficulty: 3 } as const;

  test("is read back as it was written", () => {
    expect(readChoice(writeChoice(choice))).toEqual(choice);
  });

  test.each([
    undefined,
    "",
    "{",
    "null",
    "[]",
    JSON.stringify(choice),
    JSON.stringify({ ...choice, format: "sle-practice-choice/2" }),
    JSON.stringify({ ...choice, format: "sle-practice-choice/1", count: 0.5 }),
    JSON.stringify({ ...choice, format: "sle-practice-choice/1", source: "all" }),
    JSON.stringify({ ...choice, format: "sle-practice-choice/1", difficulty: "3" }),
  ])("of %j nothing is taken", (text) => {
    expect(readChoice(text)).toBeUndefined();
  });
});

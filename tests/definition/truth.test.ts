import { describe, expect, test } from "vitest";
import type { Condition, FindingId } from "../../criteria/types.ts";
import { all, any, atLeast, FALSE, not, TRUE, type Truth, truthOf, UNKNOWN } from "../../lib/definition/truth.ts";

const OF: Readonly<Record<string, Truth>> = { T: TRUE, F: FALSE, U: UNKNOWN };
const NAME = new Map(Object.entries(OF).map(([name, truth]) => [truth, name]));
const letters = (word: string): Truth[] => [...word].map((letter) => OF[letter] ?? FALSE);
const named = (truth: Truth) => NAME.get(truth);

/** Every word of T, F and U of a length. */
const words = (length: number): string[] =>
  length === 0 ? [""] : words(length - 1).flatMap((word) => ["T", "F", "U"].map((letter) => word + letter));

describe("three truth values", () => {
  test.each([
    ["T", "F"],
    ["F", "T"],
    ["U", "U"],
  ])("not %s is %s", (word, expected) => {
    expect(letters(word).map(not).map(named)).toEqual([expected]);
  });

  test.each([
    ["TT", "T", "T"],
    ["TF", "F", "T"],
    ["TU", "U", "T"],
    ["FT", "F", "T"],
    ["FF", "F", "F"],
    ["FU", "F", "U"],
    ["UT", "U", "T"],
    ["UF", "F", "U"],
    ["UU", "U", "U"],
  ])("%s: all of them is %s, any of them is %s", (word, both, either) => {
    expect(named(all(letters(word)))).toBe(both);
    expect(named(any(letters(word)))).toBe(either);
  });

  test("of nothing, all is true and any is false, and none of nothing is enough", () => {
    expect([all([]), any([]), atLeast(0, []), atLeast(1, [])].map(named)).toEqual(["T", "F", "T", "F"]);
  });

  test.each([
    ["TTF", "T"],
    ["TFF", "F"],
    ["TUF", "U"],
    ["UUF", "U"],
    ["UFF", "F"],
    ["TTU", "T"],
    ["TUU", "U"],
    ["FFF", "F"],
    ["UUU", "U"],
  ])("at least two of %s is %s", (word, expected) => {
    expect(named(atLeast(2, letters(word)))).toBe(expected);
  });
});

/** What a word comes to when each U is once T and once F: the same letter each time, or U. */
function byCompleting(word: string, complete: (bits: readonly boolean[]) => boolean): string | undefined {
  const results = new Set(
    words(word.length)
      .filter((full) => !full.includes("U") && [...word].every((letter, i) => letter === "U" || letter === full[i]))
      .map((full) => complete([...full].map((letter) => letter === "T"))),
  );
  return results.size === 2 ? "U" : results.has(true) ? "T" : "F";
}

describe("on every word of up to four letters, unknown is what both ways of answering leave open", () => {
  const everyWord = [1, 2, 3, 4].flatMap(words);

  test("all, any, and at least 0 to 5", () => {
    for (const word of everyWord) {
      const truths = letters(word);
      expect(named(all(truths)), `all ${word}`).toBe(byCompleting(word, (bits) => bits.every(Boolean)));
      expect(named(any(truths)), `any ${word}`).toBe(byCompleting(word, (bits) => bits.some(Boolean)));
      for (let count = 0; count <= 5; count += 1) {
        const expected = byCompleting(word, (bits) => bits.filter(Boolean).length >= count);
        expect(named(atLeast(count, truths)), `at least ${count} of ${word}`).toBe(expected);
      }
    }
  });

  test("the order of the parts makes no difference", () => {
    for (const word of everyWord) {
      const backwards = letters(word).reverse();
      expect(all(backwards)).toBe(all(letters(word)));
      expect(any(backwards)).toBe(any(letters(word)));
      expect(atLeast(2, backwards)).toBe(atLeast(2, letters(word)));
    }
  });
});

describe("conditions", () => {
  const leaf = (finding: string): Condition => ({ kind: "present", finding: finding as FindingId });
  const [a, b, c] = ["fever", "seizure", "psychosis"].map(leaf) as [Condition, Condition, Condition];
  const truthOfWord = (condition: Condition, word: string) => {
    const [first, second, third] = letters(word);
    const values: Readonly<Record<string, Truth | undefined>> = { fever: first, seizure: second, psychosis: third };
    return named(truthOf(condition, ({ finding }) => values[finding] ?? FALSE));
  };
  const shapes: readonly (readonly [string, Condition, (a: boolean, b: boolean, c: boolean) => boolean])[] = [
    ["all of a, b, c", { kind: "all", of: [a, b, c] }, (x, y, z) => x && y && z],
    ["any of a, b, c", { kind: "any", of: [a, b, c] }, (x, y, z) => x || y || z],
    ["at least two", { kind: "atLeast", count: 2, of: [a, b, c] }, (x, y, z) => Number(x) + Number(y) + Number(z) > 1],
    ["a and not b", { kind: "all", of: [a, { kind: "not", of: b }] }, (x, y) => x && !y],
    ["a or (b and c)", { kind: "any", of: [a, { kind: "all", of: [b, c] }] }, (x, y, z) => x || (y && z)],
    ["not (a or b)", { kind: "not", of: { kind: "any", of: [a, b] } }, (x, y) => !(x || y)],
  ];

  test.each(shapes)("%s, over every answer to its findings", (_name, condition, complete) => {
    for (const word of words(3)) {
      const expected = byCompleting(word, ([x = false, y = false, z = false]) => complete(x, y, z));
      expect(truthOfWord(condition, word), word).toBe(expected);
    }
  });

  test("a finding that is read twice is not seen as one: that is what the completions are for", () => {
    const excludedMiddle: Condition = { kind: "any", of: [a, { kind: "not", of: a }] };
    expect(truthOfWord(excludedMiddle, "UFF")).toBe("U");
  });
});

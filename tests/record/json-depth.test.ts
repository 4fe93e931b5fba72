import fc from "fast-check";
import { expect, test } from "vitest";
import { DEEPEST, isTooDeep } from "../../lib/record/json-depth.ts";

/** How deep lists and objects are nested, read from the value and not from its text. */
function depthOf(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}

/** Strings and keys full of what could be taken for a bracket or for the end of a string. */
const text = fc.string({ unit: fc.constantFrom("[", "]", "{", "}", '"', "\\", "a", ",", ":"), maxLength: 8 });
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 6 }, text, fc.integer(), tie("list"), tie("object")),
  list: fc.array(tie("any"), { maxLength: 3 }),
  object: fc.dictionary(text, tie("any"), { maxKeys: 3 }),
})).any;

test("a text is as deep as the value in it, whatever its strings hold", () => {
  fc.assert(
    fc.property(value, fc.integer({ min: 0, max: 7 }), fc.constantFrom(0, 2), (one, most, indent) => {
      expect(isTooDeep(JSON.stringify(one, undefined, indent), most)).toBe(depthOf(one) > most);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["lists", "[", "]"],
  ["objects", '{"a":', "}"],
])("%s are nested no deeper than %#, unless said", (_, open, close) => {
  const nested = (depth: number) => open.repeat(depth) + (open === "[" ? "" : "1") + close.repeat(depth);
  expect(DEEPEST).toBe(64);
  expect(isTooDeep(nested(64))).toBe(false);
  expect(isTooDeep(nested(65))).toBe(true);
  expect(isTooDeep(`[${nested(1)},${nested(1)}]`, 2)).toBe(false);
});

test("a text that ends anywhere is looked at to its end", () => {
  for (const ended of ["", "[", '"', '"\\', '["\\"', "]", "]]]]", '"]']) expect(isTooDeep(ended, 1)).toBe(false);
  expect(isTooDeep("[[", 1)).toBe(true);
  expect(isTooDeep('["\\"[[[", [', 1)).toBe(true);
  expect(isTooDeep('["\\\\", [', 1)).toBe(true);
});

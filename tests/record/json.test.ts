import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstFlaw } from "../../lib/record/json.ts";

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("where a text stops being JSON", () => {
  test("every JSON value is without a flaw, however it is laid out", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, "\t"), (value, indent) => {
        expect(firstFlaw(JSON.stringify(value, null, indent))).toBeUndefined();
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test("a text has a flaw exactly when JSON.parse refuses it, whatever one character is put in, taken out or changed", () => {
    const character = fc.constantFrom(..."{}[]:,\"\\ \n\t0123456789+-.eEtrufalsn/'\u0000\u00a0\u2028é");
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.boolean(),
      put: fc.option(character),
    });
    // Keys stay different from each other: a repeated key is a flaw of its own, tested below.
    const text = fc
      .jsonValue({ maxDepth: 3 })
      .map((value) => JSON.stringify({ a: value, b: [value, -1.5e-7, "\\\n"] }));
    let refused = 0;
    fc.assert(
      fc.property(text, edit, (before, { at, drop, put }) => {
        const position = Math.floor(at * before.length);
        const after = before.slice(0, position) + (put ?? "") + before.slice(position + (drop ? 1 : 0));
        const flaw = firstFlaw(after);
        if (flaw?.repeated) return;
        refused += flaw ? 1 : 0;
        expect(flaw === undefined).toBe(parses(after));
      }),
      { seed: 2, numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });

  test.each([
    ["", 0, "the end"],
    ["{", 1, "the end"],
    ['{"a":1,}', 7, '"}"'],
    ["{'a':1}", 1, "\"'a'\""],
    ["[1 2]", 3, '"2"'],
    ['{"a" 1}', 5, '"1"'],
    ["[NaN]", 1, '"NaN"'],
    ['"a\nb"', 2, '"\\n"'],
    ['"\\x"', 1, '"\\\\x"'],
    ["[01]", 2, '"1"'],
    ["{} {}", 3, '"{"'],
  ])("%j: position %i, read %s", (text, at, read) => {
    expect(firstFlaw(text)).toMatchObject({ at, read });
  });
});

describe("a key that stands twice in one object", () => {
  test.each([
    ['{"fever":"present","fever":"absent"}', "fever", 19],
    ['{"a":{"x":1},"b":[{"x":1},{"x":1,"x":2}]}', "b.1.x", 33],
    ['{"fever":1,"f\\u0065ver":2}', "fever", 11],
    ['{"__proto__":1,"__proto__":2}', "__proto__", 15],
  ])("%s: %s", (text, path, at) => {
    expect(firstFlaw(text)).toMatchObject({ at, repeated: { path } });
  });

  test("the same key in different objects is no repetition", () => {
    expect(firstFlaw('{"x":{"x":[{"x":1},{"x":2}]},"y":{"x":3}}')).toBeUndefined();
  });
});

test("neither depth nor length is a problem", () => {
  const deep = 200_000;
  expect(firstFlaw("[".repeat(deep) + "]".repeat(deep))).toBeUndefined();
  expect(firstFlaw("[".repeat(deep))).toMatchObject({ at: deep, read: "the end" });
  expect(firstFlaw(`{"a":"${"\\n".repeat(400_000)}"}`)).toBeUndefined();
});

test("a control character inside a string is a flaw, whichever it is, and a blank or a letter is none", () => {
  for (let code = 0; code < 0x80; code += 1) {
    const text = `{"a":"x${String.fromCharCode(code)}y"}`;
    expect(firstFlaw(text) === undefined, `${code}`).toBe(parses(text));
  }
});

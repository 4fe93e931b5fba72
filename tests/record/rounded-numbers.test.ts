import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecordText } from "../../lib/record/parse.ts";
import { withRoundedAsText } from "../../lib/record/rounded-numbers.ts";
import { format } from "../support/assess.ts";
import { growth, repeated } from "../support/growth.ts";

test("a number that would be rounded is left as text, and what stands in text is left as it is", () => {
  for (const [written, kept] of [
    ["3.99999999999999999999", '"3.99999999999999999999"'],
    ["-0.49999999999999999999e1", '"-0.49999999999999999999e1"'],
    ["99.999999999999999999", '"99.999999999999999999"'],
    ["100000000000000000001", '"100000000000000000001"'],
    ["3.2000000000000001", '"3.2000000000000001"'],
    ["0.89999999999999999999", '"0.89999999999999999999"'],
    ["0.30000000000000004", "0.30000000000000004"],
    ["3.3333333333333333", "3.3333333333333333"],
    ["66.66666666666666666667", "66.66666666666666666667"],
    ["0.10000000000000001", "0.10000000000000001"],
    ["3.2000000000000001776356839400250465", "3.2000000000000001776356839400250465"],
    ["3.2000000000000000000000", "3.2000000000000000000000"],
    ["000000000000000000000", "000000000000000000000"],
    ["0.00000000000000000000", "0.00000000000000000000"],
    ["1e400", "1e400"],
    ["123456789012345", "123456789012345"],
  ]) {
    expect(withRoundedAsText(`{"a":[${written}, 1]}`)).toBe(`{"a":[${kept}, 1]}`);
    expect(withRoundedAsText(JSON.stringify({ a: `${written}\\"`, [`${written}"`]: 1 }))).toBe(
      JSON.stringify({ a: `${written}\\"`, [`${written}"`]: 1 }),
    );
  }
});

test("no double is changed, as it is printed or written out to its last digit", () => {
  const double = fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-3, max: 1e9 });
  fc.assert(
    fc.property(double, (value) => {
      for (const written of [String(value), ...[17, 20, 34, 100].map((digits) => value.toPrecision(digits))]) {
        expect(withRoundedAsText(`[${written}]`)).toBe(`[${written}]`);
      }
    }),
  );
});

test("a record says where a number has more digits than can be kept", () => {
  const record = (value: string) =>
    `{"format":"sle-record/1","measurements":[{"test":"platelets","value":${value},"unit":"10*9/L"}]}`;
  const parse = (value: string) => parseRecordText(record(value), format).issues;
  expect(parse("99.99999999999999999")).toMatchObject([
    {
      code: "not-a-number",
      path: "measurements.0.value",
      message: expect.stringContaining("a finite number of at most 15 digits"),
    },
  ]);
  expect(parse("99.9000000000000000000")).toEqual([]);
});

test.each(["111", "0.", '"\\"', '"', '\\"', "\\", "e1234567890123456", "1.1-"])(
  "it takes time in proportion to a text of %s",
  (part) => {
    const textOf = (size: number) => `1234567890123456789,"${repeated(part)(size)}`;
    expect(growth(withRoundedAsText, textOf, 20_000)).toBeLessThan(8);
  },
);

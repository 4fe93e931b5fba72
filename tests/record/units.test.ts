import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { AcceptedUnit, LabTest } from "../../criteria/types.ts";
import { compare, plus, rational, times } from "../../lib/record/rational.ts";
import { convert, differentUnits } from "../../lib/record/units.ts";

const unit = (name: string, more: Partial<AcceptedUnit> = {}): AcceptedUnit => ({ unit: name, label: name, ...more });

describe("an amount in another unit", () => {
  const of = (test: keyof typeof definitions.tests, code: string): AcceptedUnit => {
    const { units }: LabTest = definitions.tests[test];
    const found = units.find((one) => one.unit === code);
    if (!found) throw new Error(`no ${code}`);
    return found;
  };

  test.each([
    ["c3", "mg/dL", "g/L", 62, 0.62],
    ["c3", "g/L", "mg/dL", 0.62, 62],
    ["c3", "g/L", "g/L", 0.1 + 0.2, 0.1 + 0.2],
    ["white-cells", "10*9/L", "/uL", 3.2, 3200],
    ["white-cells", "/uL", "10*9/L", 3200, 3.2],
    ["temperature", "Cel", "[degF]", 38.3, 100.94],
    ["temperature", "[degF]", "Cel", 101, 38.3333333333],
    ["urine-protein-24h", "g/(24.h)", "mg/(24.h)", 0.5, 500],
  ] as const)("of %s, from %s to %s", (test, from, to, value, converted) => {
    expect(convert(value, of(test, from), of(test, to))).toBe(converted);
  });

  test("is none between units that do not convert", () => {
    expect(convert(40, of("anti-dsdna", "{index}"), of("anti-dsdna", "[IU]/mL"))).toBeUndefined();
  });

  test("is exact but for the last of twelve digits, whatever either unit says of itself", () => {
    const [bare, scaled, shifted] = [unit("a"), unit("b", { times: [3, 4] }), unit("c", { plus: 10 })];
    expect(convert(8, scaled, bare)).toBe(6);
    expect(convert(6, bare, scaled)).toBe(8);
    expect(convert(5, bare, shifted)).toBe(-5);
    expect(convert(5, shifted, bare)).toBe(15);
    expect(convert(6, shifted, scaled)).toBe(21.3333333333);
    expect(convert(1, unit("d", { times: [1, 3] }), bare)).toBe(0.333333333333);
    expect(convert(2, unit("d", { times: [1, 3] }), unit("e", { times: [1, 7] }))).toBe(4.66666666667);
    // Nothing is converted where it is the same unit, however long the number is.
    expect(convert(1.234567890123456, bare, bare)).toBe(1.234567890123456);
  });
});

test("units that are the same under two names are one, the first", () => {
  const names = (...units: AcceptedUnit[]) => differentUnits(units).map((one) => one.unit);
  expect(names(unit("a"), unit("b"), unit("c", { times: [1, 1] }), unit("d", { times: [2, 2] }))).toEqual(["a"]);
  expect(names(unit("a"), unit("b", { plus: 0 }), unit("c", { plus: 1 }), unit("d", { plus: -1 }))).toEqual([
    "a",
    "c",
    "d",
  ]);
  expect(names(unit("a", { times: [1, 2] }), unit("b", { times: [2, 1] }), unit("c"))).toEqual(["a", "b", "c"]);
  expect(names(unit("a"), unit("b", { times: [1, 2] }), unit("c", { times: [2, 4] }))).toEqual(["a", "b"]);
});

describe("a number as it was typed", () => {
  test.each([
    [38.3, 383n, 10n],
    [-0.5, -5n, 10n],
    [100, 100n, 1n],
    [1e21, 10n ** 21n, 1n],
    [1.5e22, 15n * 10n ** 21n, 1n],
    [1.5e-7, 15n, 10n ** 8n],
    [0, 0n, 1n],
  ])("%d is an exact fraction", (value, n, d) => {
    const exact = rational(value);
    expect([exact.n * d, exact.d > 0n]).toEqual([n * exact.d, true]);
  });

  test("is finite", () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(() => rational(none)).toThrow("not a finite number");
  });

  test("is added, multiplied and compared exactly", () => {
    const [third, half] = [{ n: 1n, d: 3n }, rational(0.5)];
    const same = (a: typeof half, n: bigint, d: bigint) => expect(compare(a, { n, d })).toBe(0);
    same(plus(third, half), 5n, 6n);
    same(plus({ n: 3n, d: 2n }, { n: 5n, d: 4n }), 11n, 4n);
    same(times(third, half), 1n, 6n);
    expect(compare(third, half)).toBe(-1);
    expect(compare(half, third)).toBe(1);
    expect(compare(plus(rational(0.1), rational(0.2)), rational(0.3))).toBe(0);
  });
});

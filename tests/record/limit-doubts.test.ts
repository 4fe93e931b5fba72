import { describe, expect, test } from "vitest";
import { definitions } from "../../criteria/index.ts";
import type { AcceptedUnit, LabTest, Measurement } from "../../criteria/types.ts";
import { limitDoubts, slipFactors, withoutDoubtedLimits } from "../../lib/record/limit-doubts.ts";

const unit = (name: string, more: Partial<AcceptedUnit> = {}): AcceptedUnit => ({ unit: name, label: name, ...more });
const labOf = (...others: readonly AcceptedUnit[]): LabTest => ({
  ...definitions.tests.c3,
  units: [unit("a"), ...others],
  plausible: [0, 100_000],
  limits: [{ name: "high", label: "upper limit", required: true, believable: [10, 1000] }],
});
/** Units of which one is ten times the other. */
const lab = labOf(unit("b", { times: [1, 10] }));
const value = (value: number, more: Partial<Measurement>): Measurement => ({ test: "c3", value, unit: "a", ...more });
const kinds = (of: Measurement, by = lab) => limitDoubts(of, by).map(({ kind, certain }) => [kind, certain]);

describe("a limit of another unit", () => {
  test("lies more than twenty times from the value, and within three times of it in the other unit", () => {
    const slip = [["another-unit", true]];
    for (const [number, high, doubted] of [
      [2000, 100, false],
      [2001, 100, true],
      [3000, 100, true],
      [3001, 100, false],
      [100, 2000, false],
    ] as const)
      expect(
        kinds(value(number, { high })).filter(([kind]) => kind === "another-unit"),
        `${number} by ${high}`,
      ).toEqual(doubted ? slip : []);
    for (const [number, high, doubted] of [
      [50, 1000, false],
      [49.9, 1000, true],
      [33.4, 1000, true],
      [33.3, 1000, false],
    ] as const)
      expect(kinds(value(number, { high })), `${number} by ${high}`).toEqual(doubted ? slip : []);
  });

  test("is looked for beside the smallest whole numbers as well, and never beside nothing", () => {
    const small = { ...lab, limits: [{ name: "high", label: "", required: true, believable: [0, 1000] }] } as const;
    expect(kinds(value(1, { high: 10 }), small)).toEqual([]);
    expect(kinds(value(25, { high: 1 }), small)).toEqual([["another-unit", true]]);
    expect(kinds(value(1, { high: 25 }), small)).toEqual([["another-unit", true]]);
    expect(kinds(value(0, { high: 25 }), small)).toEqual([]);
  });

  test("is looked for between any two units", () => {
    const factors = (by: LabTest) =>
      slipFactors(by)
        .map(({ n, d }) => Number(n) / Number(d))
        .sort((a, b) => a - b);
    expect(factors(lab)).toEqual([0.1, 10]);
    expect(factors(labOf(unit("b", { times: [1, 10] }), unit("c", { times: [2, 1] })))).toEqual([
      0.05, 0.1, 0.5, 2, 10, 20,
    ]);
    expect(factors(labOf(unit("b", { times: [1, 1] })))).toEqual([]);
  });
});

describe("a limit that no laboratory has", () => {
  test.each([
    [10, []],
    [1000, []],
    [9.9, [["not-believable", false]]],
    [1000.1, [["not-believable", false]]],
    [10_000, [["not-believable", false]]],
    [10_000.1, [["not-believable", true]]],
    [0, [["not-believable", true]]],
    [100_001, [["not-believable", true]]],
  ])("%d", (high, doubts) => {
    // Near it, so that it is in no other unit.
    expect(kinds(value(high || 1, { high }))).toEqual(doubts);
  });

  test("is not looked for where no rule asks for it, unless it cannot be a value either", () => {
    expect(kinds(value(50, { low: 0.001 }))).toEqual([]);
    expect(kinds(value(50, { low: 100_001 }))).toEqual([["not-believable", true]]);
  });
});

describe("a range in reverse", () => {
  test("is one whose lower limit lies above the upper", () => {
    expect(kinds(value(50, { low: 60, high: 50 }))).toEqual([
      ["reversed", true],
      ["reversed", true],
    ]);
    expect(kinds(value(50, { low: 50, high: 50 }))).toEqual([]);
    expect(kinds(value(50, { low: 50 }))).toEqual([]);
  });
});

describe("a value without the limits that are doubted", () => {
  const kept = (more: Partial<Measurement>, number = 50) => withoutDoubtedLimits(value(number, more), lab);

  test("keeps what is not doubted, and all else that is said of it", () => {
    const said = { low: 20, high: 100, date: "2024-05-02", comparator: "<", method: "elisa" } as const;
    expect(kept(said)).toEqual(value(50, said));
    expect(kept({ high: 5000, low: 20, date: "2024-05-02" })).toEqual(value(50, { low: 20, date: "2024-05-02" }));
  });

  test("keeps neither end of a range in reverse or in another unit, and the 99th percentile beside it", () => {
    expect(kept({ low: 100, high: 50, p99: 60 })).toEqual(value(50, { p99: 60 }));
    expect(kept({ low: 20, high: 100 }, 2500)).toEqual(value(2500, {}));
    expect(kept({ high: 100, date: "2024-05-02" }, 2500)).toEqual(value(2500, { date: "2024-05-02" }));
    const byPercentile = {
      ...lab,
      limits: [{ name: "p99", label: "", required: true, believable: [10, 1000] }],
    } as const;
    expect(withoutDoubtedLimits(value(2500, { low: 20, high: 100, p99: 100 }), byPercentile)).toEqual(value(2500, {}));
  });

  test("in a unit that the test does not accept keeps them all", () => {
    const other = { ...value(50, { high: 5000 }), unit: "x" };
    expect(limitDoubts(other, lab)).toEqual([]);
    expect(withoutDoubtedLimits(other, lab)).toEqual(other);
  });
});

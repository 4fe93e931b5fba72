import type { AcceptedUnit, AskedLimit, LabTest, LimitName, Measurement } from "../../criteria/types.ts";
import { LIMIT_NAMES } from "./limit-names.ts";
import { compare, type Rational, rational, times } from "./rational.ts";
import { isDilution, TITER } from "./titer.ts";
import { acceptedUnit, canonical, differentUnits, isPlausible } from "./units.ts";

/** A laboratory's limit that cannot be that of the value beside it, or hardly. */
export interface LimitDoubt {
  readonly limit: LimitName;
  /**
   * `not-believable`: no laboratory has such a limit, as where a placeholder was printed. `reversed`: the lower limit
   * lies above the upper one. `another-unit`: the value lies so far from it that the two are in different units.
   */
  readonly kind: "not-believable" | "reversed" | "another-unit";
  /** Whether it cannot be: the value is then not judged by it. Else it is a limit that some laboratory may have. */
  readonly certain: boolean;
  /** What was read and why it is doubted, to stand inside a sentence. */
  readonly why: string;
}

/** A value so many times above or below a limit is in another unit, if there is one in which it lies near. */
export const FAR = 20;
/** How many times above or below a limit is still near. */
export const NEAR = 3;
/** So many times above the highest limit that a laboratory has, a number is no limit but a placeholder. */
const PLACEHOLDER = 10;

/** What is doubtful about the limits beside a value, in a unit that the test accepts. Empty where nothing is. */
export function limitDoubts(value: Measurement, test: LabTest): readonly LimitDoubt[] {
  const unit = acceptedUnit(test, value.unit);
  if (!unit) return [];
  return LIMIT_NAMES.flatMap((limit): readonly LimitDoubt[] => {
    const number = value[limit];
    if (number === undefined) return [];
    if (limit !== "p99" && isReversed(value)) {
      const why = `its lower limit, ${value.low}, lies above the upper one, ${value.high}`;
      return [{ limit, kind: "reversed", certain: true, why }];
    }
    if (isUnitSlip(canonical(value.value, unit), canonical(number, unit), limit, test)) {
      const why = `${value.value} and its limit of ${number} can hardly both be in ${unit.label}: one of the two is in another unit`;
      return [{ limit, kind: "another-unit", certain: true, why }];
    }
    const belief = beliefIn(number, limit, unit, test);
    if (belief === "believed") return [];
    const why = `${number} ${unit.label} is a limit that no laboratory is likely to have`;
    return [{ limit, kind: "not-believable", certain: belief === "impossible", why }];
  });
}

/**
 * The value without the limits that are doubted: what it says is kept whatever was printed beside it. Of a range in
 * another unit or in reverse, neither end is kept.
 */
export function withoutDoubtedLimits(value: Measurement, test: LabTest): Measurement {
  const doubts = limitDoubts(value, test);
  const range = doubts.some(({ kind }) => kind !== "not-believable") ? ["low", "high"] : [];
  const doubted = new Set<string>([...range, ...doubts.map(({ limit }) => limit)]);
  const { test: id, value: number, unit, ...others } = value;
  const kept = Object.entries(others).filter(([part]) => !doubted.has(part));
  return { test: id, value: number, unit, ...Object.fromEntries(kept) };
}

function isReversed({ low, high }: Measurement): boolean {
  return low !== undefined && high !== undefined && low > high;
}

/** The limit as the rules ask for it; another is printed beside values too, and judges none. */
function asked(name: LimitName, test: LabTest): AskedLimit | undefined {
  return test.limits?.find((limit) => limit.name === name);
}

function beliefIn(
  number: number,
  name: LimitName,
  unit: AcceptedUnit,
  test: LabTest,
): "believed" | "unlikely" | "impossible" {
  if (!isPlausible(number, unit, test)) return "impossible";
  const limit = asked(name, test);
  if (!limit) return "believed";
  // A limit of nothing says that there is none.
  if (number <= 0 || (unit.unit === TITER && !isDilution(number))) return "impossible";
  const [lowest, highest] = limit.believableIn?.[unit.unit] ?? limit.believable ?? test.plausible;
  const exact = canonical(number, unit);
  if (compare(exact, rational(lowest)) >= 0 && compare(exact, rational(highest)) <= 0) return "believed";
  return compare(exact, times(rational(highest), rational(PLACEHOLDER))) > 0 ? "impossible" : "unlikely";
}

/**
 * Whether the two are far apart, and would be near if one of them were in another unit of the test. It is asked of the
 * amounts and not of the numbers, so that it makes no difference in which unit they were entered.
 */
function isUnitSlip(amount: Rational, limit: Rational, name: LimitName, test: LabTest): boolean {
  if (!asked(name, test) || within(amount, limit, FAR)) return false;
  return slipFactors(test).some((factor) => within(times(amount, factor), limit, NEAR));
}

/** By how much amounts of a test grow when one of its units is taken for another. */
export function slipFactors(test: LabTest): readonly Rational[] {
  const units = differentUnits(test.units);
  return units.flatMap((from) => units.filter((to) => to !== from).map((to) => ratio(from, to)));
}

/** By how much an amount grows when a number that is in `from` is taken to be in `to`. */
function ratio({ times: [a, b] = [1, 1] }: AcceptedUnit, { times: [c, d] = [1, 1] }: AcceptedUnit): Rational {
  return { n: BigInt(b) * BigInt(c), d: BigInt(a) * BigInt(d) };
}

/** Whether two amounts above zero differ by no more than this factor. */
function within(a: Rational, b: Rational, factor: number): boolean {
  const many = rational(factor);
  return a.n > 0n && b.n > 0n && compare(a, times(b, many)) <= 0 && compare(b, times(a, many)) <= 0;
}

/** Statistics of counts, each by the method that it names; tests/cohort/statistics.test.ts holds them to published tables. */

/** The 97.5th percentile of the standard normal distribution: for intervals of 95%. */
const Z = 1.959963984540054;
/** So far from a number may be what rounding made of it. */
const ROUNDED = 1e-12;

/** A number with its interval of 95%. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A number without an interval where its formula has an error of nothing, or none: it would be falsely certain. */
export type PointOrEstimate = Estimate | { readonly value: number; readonly low?: never; readonly high?: never };

/** A share with its interval by Wilson's score method (1927), without correction for continuity; undefined of none. */
export function share(count: number, of: number): Estimate | undefined {
  if (of === 0) return undefined;
  const value = count / of;
  const middle = value + Z ** 2 / (2 * of);
  const half = Z * Math.sqrt((value * (1 - value)) / of + Z ** 2 / (4 * of ** 2));
  const scale = 1 + Z ** 2 / of;
  return {
    value,
    low: count === 0 ? 0 : (middle - half) / scale,
    high: count === of ? 1 : (middle + half) / scale,
  };
}

/** How far two readings of the same patients agree. */
export interface Agreement {
  readonly count: number;
  /** The share in which they agree. */
  readonly observed: number;
  /** The share in which they would agree by chance. */
  readonly expected: number;
  /**
   * Undefined where one of the readings says the same of everyone: chance alone then gives all the agreement that there
   * is, and the formula a 0 of which it is falsely certain. Without an interval where its standard error is 0, as where
   * both agree on all.
   */
  readonly kappa: PointOrEstimate | undefined;
}

/**
 * Cohen's kappa (1960) of a square table of counts, rows by the one reading and columns by the other, with the
 * large-sample standard error of Fleiss, Cohen and Everitt (1969). Undefined for a table of nobody.
 */
export function agreement(table: readonly (readonly number[])[]): Agreement | undefined {
  const count = sum(table.map(sum));
  if (count === 0) return undefined;
  const size = table.length;
  const p = (row: number, column: number): number => (table[row]?.[column] ?? 0) / count;
  const places = Array.from({ length: size }, (_, place) => place);
  const rows = places.map((row) => sum(places.map((column) => p(row, column))));
  const columns = places.map((column) => sum(places.map((row) => p(row, column))));
  const observed = sum(places.map((place) => p(place, place)));
  const expected = sum(places.map((place) => (rows[place] ?? 0) * (columns[place] ?? 0)));
  const isConstant = (shares: readonly number[]): boolean => shares.filter((one) => one > 0).length === 1;
  if (isConstant(rows) || isConstant(columns)) return { count, observed, expected, kappa: undefined };
  const value = (observed - expected) / (1 - expected);
  const both = (row: number, column: number): number => (rows[column] ?? 0) + (columns[row] ?? 0);
  const agreeing = sum(places.map((place) => p(place, place) * (1 - both(place, place) * (1 - value)) ** 2));
  const apart = sum(
    places.flatMap((row) => places.map((column) => (row === column ? 0 : p(row, column) * both(row, column) ** 2))),
  );
  const variance =
    (agreeing + (1 - value) ** 2 * apart - (value - expected * (1 - value)) ** 2) / ((1 - expected) ** 2 * count);
  // Where they agree on all, or on none of two halves, the error is 0 but for rounding.
  const agreed = sum(places.map((place) => table[place]?.[place] ?? 0));
  if (agreed === count || value <= ROUNDED - 1 || variance <= 0) {
    return { count, observed, expected, kappa: { value } };
  }
  const error = Math.sqrt(variance);
  const kappa = { value, low: Math.max(-1, value - Z * error), high: Math.min(1, value + Z * error) };
  return { count, observed, expected, kappa };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** How a reading tells those who have something from those who do not. Undefined where there is nobody to tell. */
export interface Accuracy {
  readonly sensitivity: Estimate | undefined;
  readonly specificity: Estimate | undefined;
  /** 0 or infinite, without an interval, where nobody stands above or below the line. */
  readonly positiveRatio: PointOrEstimate | undefined;
  readonly negativeRatio: PointOrEstimate | undefined;
}

/**
 * Sensitivity and specificity with Wilson's intervals, and likelihood ratios with those of Simel, Samsa and Matchar
 * (1991), of a table: rows by the reading (positive, negative), columns by the reference (has it, has it not).
 */
export function accuracy([[hit, falseAlarm], [miss, rightNo]]: readonly [
  readonly [number, number],
  readonly [number, number],
]): Accuracy {
  const [diseased, others] = [hit + miss, falseAlarm + rightNo];
  return {
    sensitivity: share(hit, diseased),
    specificity: share(rightNo, others),
    positiveRatio: ratio(hit, diseased, falseAlarm, others),
    negativeRatio: ratio(miss, diseased, rightNo, others),
  };
}

/**
 * The ratio of two shares; undefined where both are nothing, or one of nobody. Where one is nothing there is no logarithm,
 * and no interval by this method.
 */
function ratio(above: number, aboveOf: number, below: number, belowOf: number): PointOrEstimate | undefined {
  if (aboveOf === 0 || belowOf === 0 || (above === 0 && below === 0)) return undefined;
  if (above === 0 || below === 0) return { value: above === 0 ? 0 : Number.POSITIVE_INFINITY };
  const value = above / aboveOf / (below / belowOf);
  const error = Math.sqrt(1 / above - 1 / aboveOf + 1 / below - 1 / belowOf);
  return { value, low: value * Math.exp(-Z * error), high: value * Math.exp(Z * error) };
}

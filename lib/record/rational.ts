/**
 * Exact fractions for values, limits and unit conversion.
 * 101.0 °F, 8.84 and 1.5 must not meet a limit, or miss it, through binary floating point.
 */

/** A fraction with a positive denominator, not necessarily reduced. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * The decimal number that a person typed, exactly: 38.3 is 383/10.
 * @throws RangeError when the number is not finite.
 */
export function rational(value: number): Rational {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  // A number prints as its shortest decimal, which is what was typed or read from JSON.
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  const scale = Number(exponent) - fraction.length;
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { n: digits * 10n ** BigInt(scale), d: 1n } : { n: digits, d: 10n ** BigInt(-scale) };
}

export function plus(a: Rational, b: Rational): Rational {
  return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
}

export function times(a: Rational, b: Rational): Rational {
  return { n: a.n * b.n, d: a.d * b.d };
}

/** Negative when a < b, zero when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

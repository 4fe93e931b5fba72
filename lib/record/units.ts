import type { AcceptedUnit, LabTest } from "../../criteria/types.ts";
import { compare, plus, type Rational, rational, times } from "./rational.ts";

/** The accepted unit with this UCUM code, or undefined when the test does not accept it. */
export function acceptedUnit(test: LabTest, unit: string): AcceptedUnit | undefined {
  return test.units.find((accepted) => accepted.unit === unit);
}

/** A value in one of the test's units, expressed in its canonical unit, exactly. */
export function canonical(value: number, unit: AcceptedUnit): Rational {
  const shifted = unit.plus === undefined ? rational(value) : plus(rational(value), rational(unit.plus));
  const [numerator, denominator] = unit.times ?? [1, 1];
  return times(shifted, { n: BigInt(numerator), d: BigInt(denominator) });
}

/** As `canonical`, for a unit by its code; undefined when the test does not accept it. */
export function canonicalFrom(value: number, unit: string, test: LabTest): Rational | undefined {
  const accepted = acceptedUnit(test, unit);
  return accepted && canonical(value, accepted);
}

/**
 * An amount in another unit of the same test, exact but for the last of 12 digits; undefined between units that do not
 * convert into each other, such as those of antibodies.
 */
export function convert(value: number, from: AcceptedUnit, to: AcceptedUnit): number | undefined {
  if (from === to) return value;
  if (!(from.times || to.times || from.plus || to.plus)) return undefined;
  const [numerator, denominator] = to.times ?? [1, 1];
  const scaled = times(canonical(value, from), { n: BigInt(denominator), d: BigInt(numerator) });
  const { n, d } = plus(scaled, rational(-(to.plus ?? 0)));
  return Number((Number(n) / Number(d)).toPrecision(12));
}

/** Whether a value in this unit lies in the test's believable range, both ends included. */
export function isPlausible(value: number, unit: AcceptedUnit, test: LabTest): boolean {
  const [lowest, highest] = test.plausible;
  const exact = canonical(value, unit);
  return compare(exact, rational(lowest)) >= 0 && compare(exact, rational(highest)) <= 0;
}

/** The accepted units in which the same number would be believable: what a unit slip was probably meant to be. */
export function unitsThatFit(value: number, test: LabTest): readonly AcceptedUnit[] {
  return test.units.filter((unit) => isPlausible(value, unit, test));
}

/** Of units that are the same under two names, such as /µL and /mm³, the first only: what a person has to choose from. */
export function differentUnits(units: readonly AcceptedUnit[]): readonly AcceptedUnit[] {
  const size = ({ plus: shift = 0, times: [up, down] = [1, 1] }: AcceptedUnit) => `${shift} ${up / down}`;
  return units.filter((unit, position) => units.findIndex((other) => size(other) === size(unit)) === position);
}

import type { AcceptedUnit, LabTest, Measurement, TestId } from "../../criteria/types.ts";
import { limitDoubts } from "../record/limit-doubts.ts";
import { compare, rational } from "../record/rational.ts";
import { isDilution, TITER } from "../record/titer.ts";
import type { TypedNumber } from "../record/typed-number.ts";
import { acceptedUnit, canonical, isPlausible } from "../record/units.ts";
import type { TypedLimit } from "./limits.ts";

/** The parts of a typed measurement, before its unit is known. */
export interface Parts {
  readonly test: TestId;
  readonly value: TypedNumber;
  readonly limits: readonly TypedLimit[];
  readonly method?: string;
  readonly date?: string;
}

/** The two ways of writing numbers, by their positions in `Readings`; for most numbers both are the same. */
export const ENGLISH = 0;
export const CONTINENTAL = 1;
type Way = typeof ENGLISH | typeof CONTINENTAL;

export function readingsIn(
  way: Way,
  units: readonly AcceptedUnit[],
  { test, value, limits, method, date }: Parts,
): readonly Measurement[] {
  return units.map(({ unit }) => ({
    test,
    value: value.readings[way],
    unit,
    ...(value.comparator && { comparator: value.comparator }),
    ...Object.fromEntries(limits.map(({ name, number }) => [name, number.readings[way]])),
    ...(method && { method }),
    ...(date && { date }),
  }));
}

export function believable(
  way: Way,
  units: readonly AcceptedUnit[],
  parts: Parts,
  test: LabTest,
): readonly Measurement[] {
  return readingsIn(way, units, parts).filter((reading) => isBelievable(reading, test));
}

export function isBelievable(reading: Measurement, test: LabTest): boolean {
  return isBelievableValue(reading, test) && limitDoubts(reading, test).length === 0;
}

/** Whether the value lies where nearly every one of the test does. */
export function isUsual({ value, unit: code }: Measurement, test: LabTest): boolean {
  const unit = acceptedUnit(test, code);
  if (!unit || !test.usual) return true;
  const [lowest, highest] = test.usual;
  const exact = canonical(value, unit);
  return compare(exact, rational(lowest)) >= 0 && compare(exact, rational(highest)) <= 0;
}

export function isBelievableValue({ value, unit: code }: Measurement, test: LabTest): boolean {
  const unit = acceptedUnit(test, code);
  return unit !== undefined && isPlausible(value, unit, test) && (code !== TITER || isDilution(value));
}

import type { AcceptedUnit, LabTest, Measurement } from "../../criteria/types.ts";
import { limitDoubts, withoutDoubtedLimits } from "../record/limit-doubts.ts";
import { LIMIT_NAMES } from "../record/limit-names.ts";
import { acceptedUnit, convert } from "../record/units.ts";
import { ENGLISH, isBelievable, isBelievableValue, type Parts, readingsIn } from "./typed-parts.ts";

/**
 * A value whose limit cannot stand as it was typed, in the ways that it can: the limit in another unit than the value,
 * a range the other way round, an upper limit, the limit after all, or none.
 */
export function withOtherLimits(parts: Parts, units: readonly AcceptedUnit[], test: LabTest): readonly Measurement[] {
  if (parts.limits.length === 0) return [];
  const asTyped = new Set(units.map(({ unit }) => unit));
  const inAnyUnit = readingsIn(ENGLISH, test.units, parts).filter((one) => isBelievableValue(one, test));
  const inTyped = inAnyUnit.filter(({ unit }) => asTyped.has(unit));
  const inOtherUnit = inAnyUnit.flatMap((one) =>
    test.units.flatMap((other) =>
      asTyped.has(one.unit) || asTyped.has(other.unit) ? limitsFrom(other, one, test) : [],
    ),
  );
  const ways = [
    ...inOtherUnit.filter((one) => isBelievable(one, test)),
    ...inTyped.map(turnedRound).filter((one) => isBelievable(one, test)),
    ...inTyped.map(asUpper).filter((one) => isBelievable(one, test)),
    ...inTyped.filter((one) => limitDoubts(one, test).every(({ certain }) => !certain)),
    ...inTyped.map((one) => withoutDoubtedLimits(one, test)),
  ];
  const numbers = ways.map((way) => [way.value, ...LIMIT_NAMES.map((name) => way[name])].join());
  return ways.filter((_, position) => numbers.indexOf(numbers[position] ?? "") === position);
}

/** The value with its limits converted from the unit in which they were written. */
function limitsFrom(written: AcceptedUnit, value: Measurement, test: LabTest): readonly Measurement[] {
  const unit = acceptedUnit(test, value.unit);
  if (!unit || unit === written) return [];
  const limits = LIMIT_NAMES.flatMap((name) => {
    const number = value[name];
    return number === undefined ? [] : [[name, convert(number, written, unit)] as const];
  });
  if (limits.some(([, number]) => number === undefined)) return [];
  return [{ ...value, ...Object.fromEntries(limits) }];
}

function turnedRound({ low, high, ...value }: Measurement): Measurement {
  if (low === undefined || high === undefined)
    return { ...value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  return { ...value, low: high, high: low };
}

/** One limit that is no lower one may be the upper. */
function asUpper({ low, high, ...value }: Measurement): Measurement {
  return low === undefined || low <= 0 || high !== undefined
    ? { ...value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) }
    : { ...value, high: low };
}

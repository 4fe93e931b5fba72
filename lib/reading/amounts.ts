import type { LabTest, Measurement, TestId } from "../../criteria/types.ts";
import { limitDoubts } from "../record/limit-doubts.ts";
import { isDilution, TITER } from "../record/titer.ts";
import { acceptedUnit, canonicalFrom, isPlausible } from "../record/units.ts";
import { type LimitsRead, limitsIn } from "./limits-in-text.ts";
import { type NumberRead, type NumberStyle, numberAt } from "./numbers.ts";
import { unitAfter } from "./unit-after.ts";

/** A value as it was read, before it is known whether the record can hold it. */
export interface Amount {
  readonly test: TestId;
  /** Where the number begins. */
  readonly at: number;
  readonly number: NumberRead;
  readonly unit: string;
  readonly times: readonly [number, number];
  /** What is printed as its limits. */
  readonly limits?: string;
  readonly limitsRead?: LimitsRead;
  readonly method?: string;
  readonly day?: string;
}

/**
 * The measurement that an amount stands for. A number that can be written in two ways is read as its text writes
 * numbers, unless only the other way gives a value that anybody has. `why` says what cannot be.
 */
export function measurementOf(
  amount: Amount,
  text: string,
  style: NumberStyle,
  test: LabTest,
): Measurement | { readonly why: string } {
  const ways: readonly NumberStyle[] = style === "english" ? ["english", "continental"] : ["continental", "english"];
  const accepted = acceptedUnit(test, amount.unit);
  if (!accepted) return { why: "its unit is none that the record accepts" };
  if (amount.number.atMost) return { why: '"at most" is no value' };
  for (const way of ways) {
    const number = numberAt(text, amount.at, way);
    if (!number) continue;
    const value = scaled(number.value, amount.times);
    if (!isPlausible(value, accepted, test) || (amount.unit === TITER && !isDilution(value))) continue;
    const printed = amount.limits === undefined || isInOtherUnit(amount, test) ? undefined : amount.limits;
    const limits = amount.limitsRead ?? (printed === undefined ? undefined : limitsIn(printed, way));
    return withLimits(
      {
        test: amount.test,
        value,
        unit: amount.unit,
        ...(number.comparator && { comparator: number.comparator }),
        ...(amount.day && { date: amount.day }),
        ...(amount.method && { method: amount.method }),
      },
      limits,
      amount.times,
      test,
    );
  }
  return { why: "hardly a value that anybody has, in this unit" };
}

/** Whether a unit beside the limits is another than the value's: "1,250 mg/24 h (upper limit 0.15 g/24 h)". */
function isInOtherUnit({ limits = "", unit, times }: Amount, test: LabTest): boolean {
  for (const { index, 0: number } of limits.matchAll(/(?<![\^*\da-z.,])\d[\d.,]*/g)) {
    const read = unitAfter(limits, index + number.length, test);
    if (!read || read === "other" || read.unit === unit) continue;
    const [own, other] = [
      canonicalFrom(scaled(1, times), unit, test),
      canonicalFrom(scaled(1, read.times), read.unit, test),
    ];
    if (!own || !other || own.n * other.d !== other.n * own.d) return true;
  }
  return false;
}

function scaled(value: number, [up, down]: readonly [number, number]): number {
  return up === down ? value : Number(((value * up) / down).toPrecision(12));
}

/** Limits that cannot be those of the value are left out. */
function withLimits(
  value: Measurement,
  limits: LimitsRead | undefined,
  times: readonly [number, number],
  test: LabTest,
): Measurement {
  if (!limits) return value;
  const low = limits.low === undefined ? undefined : scaled(limits.low, times);
  const high = limits.high === undefined ? undefined : scaled(limits.high, times);
  const whole = { ...value, ...(low !== undefined && { low }), ...(high !== undefined && { high }) };
  return limitDoubts(whole, test).some(({ certain }) => certain) ? value : whole;
}

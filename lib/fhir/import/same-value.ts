import type { Definitions, LabTest, Measurement } from "../../../criteria/types.ts";
import { LIMIT_NAMES } from "../../record/limit-names.ts";
import { acceptedUnit, canonical } from "../../record/units.ts";

/** An amount as it is compared: the same in each unit of its test that converts, and bound to its unit in others. */
export function amountKey(value: number, unit: string, test: LabTest): string {
  const accepted = acceptedUnit(test, unit);
  const { n, d } = accepted ? canonical(value, accepted) : { n: 0n, d: 1n };
  const converts = accepted?.times !== undefined || test.units.some((one) => "times" in one);
  return `${(Number(n) / Number(d)).toPrecision(12)} ${converts ? "" : unit}`;
}

/** A measurement as it is compared: one that says the same in another unit is the same. */
export function measurementKey({ value, unit, ...rest }: Measurement, { tests }: Definitions): string {
  const test = tests[rest.test];
  const limits = LIMIT_NAMES.map((name) => {
    const limit = rest[name];
    return limit === undefined ? "" : amountKey(limit, unit, test);
  });
  return JSON.stringify([rest.test, amountKey(value, unit, test), limits, rest.date, rest.comparator, rest.method]);
}

import type { LabTest, Measurement } from "../../../criteria/types.ts";
import { limitDoubts, withoutDoubtedLimits } from "../../record/limit-doubts.ts";
import { acceptedUnit, isPlausible } from "../../record/units.ts";

/** A measurement without the limits that cannot be its own. Its value is kept, whatever was sent beside it. */
export function withBelievedLimits(measurement: Measurement, test: LabTest) {
  const doubts = limitDoubts(measurement, test);
  return {
    measurement: doubts.length === 0 ? measurement : withoutDoubtedLimits(measurement, test),
    doubted: doubts.map(({ limit, why }) => `A limit was left out (${limit} ${measurement[limit]}): ${why}.`),
  };
}

/** Whether a value and its limits are within what is believed of the test. */
export function isBelievable({ unit, value, low, high }: Measurement, test: LabTest): boolean {
  const accepted = acceptedUnit(test, unit);
  const numbers = [value, low, high].filter((one) => one !== undefined);
  return accepted !== undefined && numbers.every((one) => isPlausible(one, accepted, test));
}

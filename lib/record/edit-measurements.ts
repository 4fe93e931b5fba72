import { dequal } from "dequal/lite";
import type { Measurement, SleRecord } from "../../criteria/types.ts";
import { completed } from "./same-result.ts";

/**
 * Adds a measurement. One that is of a result which the record has already, and says of it what was missing there,
 * such as the laboratory's limit, completes it instead: one result is one entry.
 */
export function addMeasurement(record: SleRecord, measurement: Measurement): SleRecord {
  const { measurements = [] } = record;
  for (const one of measurements) {
    const whole = completed(one, measurement);
    if (whole) return replaceMeasurement(record, one, whole);
  }
  return withMeasurements(record, [...measurements, measurement]);
}

/**
 * Replaces a measurement, wherever in the record it stands by now: never another one that has come to its place. One
 * that is no longer there is entered anew, so that what was corrected is not lost.
 */
export function replaceMeasurement(record: SleRecord, before: Measurement, measurement: Measurement): SleRecord {
  const position = positionOf(record, before);
  if (position === -1) return addMeasurement(record, measurement);
  return withMeasurements(record, (record.measurements ?? []).with(position, measurement));
}

/** Takes a measurement out, wherever it stands by now. Where it is gone already, the record is the same. */
export function removeMeasurement(record: SleRecord, measurement: Measurement): SleRecord {
  const position = positionOf(record, measurement);
  if (position === -1) return record;
  return withMeasurements(record, (record.measurements ?? []).toSpliced(position, 1));
}

export function hasMeasurement(record: SleRecord, measurement: Measurement): boolean {
  return positionOf(record, measurement) !== -1;
}

/** Of several that are equal, that very one; read anew, as from another window, it is the first that is equal. */
function positionOf({ measurements = [] }: SleRecord, measurement: Measurement): number {
  const same = measurements.indexOf(measurement);
  return same === -1 ? measurements.findIndex((one) => dequal(one, measurement)) : same;
}

function withMeasurements(record: SleRecord, measurements: readonly Measurement[]): SleRecord {
  return { ...record, measurements };
}

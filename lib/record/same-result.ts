import type { Measurement } from "../../criteria/types.ts";
import { LIMIT_NAMES } from "./limit-names.ts";

/** What is said beside a value of the laboratory that gave it. */
const BESIDE = [...LIMIT_NAMES, "method"] as const;

/** The same for two entries of one result: one test, value and unit, on one day. */
export function resultKey({ test, value, unit, comparator, date }: Measurement): string {
  return JSON.stringify([test, value, unit, comparator, date]);
}

/** Whether an entry says everything that another one of the same result says. */
export function covers(whole: Measurement, part: Measurement): boolean {
  return (
    resultKey(whole) === resultKey(part) &&
    BESIDE.every((name) => part[name] === undefined || part[name] === whole[name])
  );
}

/**
 * An entry with what another one of the same result adds to it. Undefined when that adds nothing, is of another
 * result, or says otherwise of a limit or the method: then both stand.
 */
export function completed(entry: Measurement, by: Measurement): Measurement | undefined {
  if (resultKey(entry) !== resultKey(by) || covers(entry, by)) return undefined;
  const contradicted = BESIDE.some(
    (name) => entry[name] !== undefined && by[name] !== undefined && entry[name] !== by[name],
  );
  return contradicted ? undefined : { ...by, ...entry };
}

/**
 * The entries of a record with each result once, as its fullest entry, where a record from elsewhere has it twice.
 * Each is with its position; the record is left as it is.
 */
export function eachResultOnce(
  measurements: readonly Measurement[],
): readonly { readonly measurement: Measurement; readonly position: number }[] {
  const once: { measurement: Measurement; position: number }[] = [];
  const places = new Map<string, number[]>();
  for (const [position, measurement] of measurements.entries()) {
    const key = resultKey(measurement);
    const alike = places.get(key) ?? [];
    const place = alike.find((one) => {
      const shown = once[one]?.measurement;
      return shown !== undefined && (covers(shown, measurement) || completed(shown, measurement) !== undefined);
    });
    const shown = place === undefined ? undefined : once[place];
    if (shown) shown.measurement = completed(shown.measurement, measurement) ?? shown.measurement;
    else places.set(key, [...alike, once.push({ measurement, position }) - 1]);
  }
  return once;
}

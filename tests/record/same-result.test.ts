import { describe, expect, test } from "vitest";
import type { Measurement } from "../../criteria/types.ts";
import { withConfirmed } from "../../lib/reading/confirm.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { addMeasurement } from "../../lib/record/edit-measurements.ts";
import { completed, eachResultOnce } from "../../lib/record/same-result.ts";

const C3: Measurement = { test: "c3", value: 0.5, unit: "g/L", date: "2024-02-10" };
const DSDNA: Measurement = { test: "anti-dsdna", value: 95, unit: "[IU]/mL" };

/** One entered after the other, by hand or by an import. */
const byHand = (...values: readonly Measurement[]) =>
  values.reduce((record, value) => addMeasurement(record, value), EMPTY_RECORD).measurements;
const imported = (...values: readonly Measurement[]) =>
  values.reduce(
    (record, measurement) =>
      withConfirmed(record, [{ kind: "measurement", measurement } as Parameters<typeof withConfirmed>[1][number]]),
    EMPTY_RECORD,
  ).measurements;

describe.each([
  ["by hand", byHand],
  ["by an import", imported],
])("a result that is entered again %s", (_, entered) => {
  test("to say its limit or its method completes the entry that is there", () => {
    expect(entered(C3, { ...C3, low: 0.9 })).toEqual([{ ...C3, low: 0.9 }]);
    expect(entered(DSDNA, { ...DSDNA, method: "elisa" }, { ...DSDNA, high: 10 })).toEqual([
      { ...DSDNA, method: "elisa", high: 10 },
    ]);
  });

  test("of another day, in another unit, with another sign or another number is another one", () => {
    for (const other of [
      { ...C3, date: "2024-02-11", low: 0.9 },
      { test: "c3", value: 0.5, unit: "g/L", low: 0.9 } as const,
      { ...C3, value: 50, unit: "mg/dL", low: 90 },
      { ...C3, comparator: "<", low: 0.9 } as const,
      { ...C3, value: 0.51, low: 0.9 },
    ]) {
      expect(entered(C3, other)).toEqual([C3, other]);
    }
  });
});

test("a result with another limit contradicts the first, and both stand when a person enters it", () => {
  const [one, other] = [
    { ...C3, low: 0.9 },
    { ...C3, low: 0.8 },
  ];
  expect(completed(one, other)).toBeUndefined();
  expect(byHand(one, other)).toEqual([one, other]);
});

test("an entry that says less adds nothing to the one that is there, and neither does the same again", () => {
  const whole = { ...C3, low: 0.9 };
  expect(completed(whole, C3)).toBeUndefined();
  expect(completed(C3, C3)).toBeUndefined();
});

test("what is in a record twice is told once, at its first place and with all that is said of it", () => {
  const other: Measurement = { ...C3, value: 0.7 };
  expect(eachResultOnce([C3, other, { ...C3, low: 0.9 }, C3])).toEqual([
    { measurement: { ...C3, low: 0.9 }, position: 0 },
    { measurement: other, position: 1 },
  ]);
  const contradicting = [
    { ...C3, low: 0.9 },
    { ...C3, low: 0.8 },
  ];
  expect(eachResultOnce(contradicting).map(({ measurement }) => measurement)).toEqual(contradicting);
});

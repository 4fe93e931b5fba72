"use client";

import { definitions } from "../../criteria/index.ts";
import type { Measurement, TestId } from "../../criteria/types.ts";
import { writeMeasurement } from "../../lib/explain/values.ts";
import { removeMeasurement } from "../../lib/record/edit.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";

/** The values entered for a test, each with the ways to correct it. */
export function MeasurementList({
  test,
  edit,
}: {
  test: TestId;
  edit: (position: number, measurement: Measurement) => void;
}) {
  const store = useRecordStore();
  const values = useRecord(({ measurements = [] }) =>
    measurements.flatMap((measurement, position) => (measurement.test === test ? [{ measurement, position }] : [])),
  );
  if (values.length === 0) return null;
  return (
    <ul className="values">
      {values.map(({ measurement, position }) => {
        const words = writeMeasurement(measurement, definitions);
        return (
          <li key={position} id={`measurement-${position}`} className="value-line">
            <span>{words.slice(definitions.tests[test].label.length + 1)}</span>
            <button
              type="button"
              className="link"
              aria-label={`Edit ${words}`}
              onClick={() => edit(position, measurement)}
            >
              Edit
            </button>
            <button
              type="button"
              className="link"
              aria-label={`Remove ${words}`}
              onClick={() => store.edit((record) => removeMeasurement(record, position))}
            >
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}

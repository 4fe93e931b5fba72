"use client";

import type { TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { writeMeasurement } from "../../lib/explain/values.ts";
import { removeMeasurement } from "../../lib/record/edit.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";
import type { Editing } from "./measurement-entry.tsx";

/** The values entered for a test, each with the ways to correct it. */
export function MeasurementList({
  test,
  edit,
  stopEditing,
}: {
  test: TestId;
  edit: (editing: Editing) => void;
  stopEditing: () => void;
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
              onClick={() => edit({ position, measurement })}
            >
              Edit
            </button>
            <button
              type="button"
              className="link"
              aria-label={`Remove ${words}`}
              onClick={() => {
                stopEditing();
                store.edit((record) => removeMeasurement(record, position));
              }}
            >
              Remove
            </button>
          </li>
        );
      })}
    </ul>
  );
}

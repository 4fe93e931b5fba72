"use client";

import { definitions } from "../../../criteria/core.ts";
import type { TestId } from "../../../criteria/types.ts";
import { LIMITS, limitsLacking } from "../../../lib/explain/decided.ts";
import { writeMeasurement } from "../../../lib/explain/values.ts";
import { removeMeasurement } from "../../../lib/record/edit-measurements.ts";
import { useAssessment, useRecordStore } from "../../_store/use-record.ts";
import { decidedBy } from "../readers.ts";
import type { Editing } from "./entry.tsx";

/** Answers that hold whatever the values of a test are. */
const ANSWERED: readonly string[] = ["stated", "implied", "assumed"];

/** The values entered for a test, each with the ways to complete and to correct it. */
export function MeasurementList({
  test,
  edit,
  removed,
}: {
  test: TestId;
  edit: (editing: Editing) => void;
  removed: () => void;
}) {
  const store = useRecordStore();
  const entered = useAssessment(({ record: { measurements = [] }, interpreted: { facts } }) => {
    const values = measurements.flatMap((measurement, position) =>
      measurement.test === test ? [{ measurement, position }] : [],
    );
    if (values.length === 0) return undefined;
    const unanswered = decidedBy(test).filter((finding) => !ANSWERED.includes(facts?.[finding].origin.kind ?? ""));
    return { values, unanswered };
  });
  if (!entered) return null;
  const { values, unanswered } = entered;
  return (
    <ul className="values">
      {values.map(({ measurement, position }) => {
        const words = writeMeasurement(measurement, definitions);
        return (
          <li key={position} id={`measurement-${position}`} className="value-line">
            <span>{words.slice(definitions.tests[test].label.length + 1)}</span>
            {limitsLacking(measurement, unanswered, definitions).map((limit) => (
              <button
                key={limit}
                type="button"
                className="link"
                aria-label={`Enter ${LIMITS[limit]} for ${words}`}
                onClick={() => edit({ position, measurement, first: limit })}
              >
                Enter {LIMITS[limit]}
              </button>
            ))}
            <button
              type="button"
              className="link"
              aria-label={`Edit ${words}`}
              onClick={() => edit({ position, measurement, first: "value" })}
            >
              Edit
            </button>
            <button
              type="button"
              className="link"
              aria-label={`Remove ${words}`}
              onClick={() => {
                store.edit((record) => removeMeasurement(record, measurement));
                removed();
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

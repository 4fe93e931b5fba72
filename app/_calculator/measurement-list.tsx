"use client";

import type { LimitName, Measurement, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { writeMeasurement } from "../../lib/explain/values.ts";
import { removeMeasurement } from "../../lib/record/edit.ts";
import { judge } from "../../lib/record/measure.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";
import { LIMITS } from "./decided.ts";
import type { Editing } from "./measurement-entry.tsx";
import { decidedBy } from "./readers.ts";

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
            {wantedLimits(measurement).map((limit) => (
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
                store.edit((record) => removeMeasurement(record, position));
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

/** The laboratory's limits without which a value decides nothing of some finding that it could decide. */
function wantedLimits(measurement: Measurement): readonly LimitName[] {
  const wanted = new Set<LimitName>();
  for (const finding of decidedBy(measurement.test)) {
    const rules = (definitions.findings[finding].decidedBy ?? []).filter(({ test }) => test === measurement.test);
    const judged = rules.map((rule) => judge(rule, measurement, definitions.tests[measurement.test]));
    if (judged.some((says) => says !== "not-judged")) continue;
    for (const rule of rules) if ("limit" in rule && measurement[rule.limit] === undefined) wanted.add(rule.limit);
  }
  return [...wanted];
}

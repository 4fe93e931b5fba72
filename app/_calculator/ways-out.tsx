"use client";

import type { FindingId, SleRecord, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { writeValue } from "../../lib/explain/values.ts";
import { answer, removeMeasurement, replaceMeasurement, statementOf } from "../../lib/record/edit.ts";
import type { Issue } from "../../lib/record/issues.ts";
import { differentUnits, unitsThatFit } from "../../lib/record/units.ts";
import { useAssessment, useRecord, useRecordStore } from "../_store/use-record.ts";
import { goToFinding } from "../_store/view-store.ts";

/** A button that solves a problem, or leads to where it is solved. */
interface WayOut {
  readonly words: string;
  readonly edit?: (record: SleRecord) => SleRecord;
  readonly goTo?: FindingId;
}

/** Every error that is about this finding, with a button for each way out. */
export function FindingProblems({ finding }: { finding: FindingId }) {
  const path = `findings.${finding}`;
  return <Problems concerns={(place) => place === path} />;
}

/** Every error that is about a value of this test. */
export function TestProblems({ test }: { test: TestId }) {
  const positions = useRecord(({ measurements = [] }) =>
    measurements.flatMap((measurement, position) => (measurement.test === test ? [position] : [])),
  );
  return <Problems concerns={(place) => positions.some((at) => `${place}.`.startsWith(`measurements.${at}.`))} />;
}

function Problems({ concerns }: { concerns: (place: string) => boolean }) {
  const store = useRecordStore();
  const problems = useAssessment(({ record, interpreted }) =>
    interpreted.issues
      .filter(({ severity, path, related = [] }) => severity === "error" && [path, ...related].some(concerns))
      .map((issue) => ({ issue, places: [issue.path, ...(issue.related ?? [])], record })),
  );
  return problems.map(({ issue, places, record }) => (
    <div key={`${issue.code} ${issue.path}`} className="problem">
      <p>{issue.message}</p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {places
          .flatMap((place) => waysOut(place, issue, record))
          .map(({ words, edit, goTo }) => (
            <button
              key={words}
              type="button"
              className="link"
              onClick={() => (edit ? store.edit(edit) : goTo && goToFinding(goTo))}
            >
              {words}
            </button>
          ))}
      </p>
    </div>
  ));
}

/** What can be done at one of the places that a problem is about. */
function waysOut(place: string, issue: Issue, record: SleRecord): readonly WayOut[] {
  const [list, key = "", field] = place.split(".");
  if (list === "findings") {
    const finding = key as FindingId;
    const { label } = definitions.findings[finding];
    const { status } = statementOf(record, finding);
    if (status === "unknown") return [{ words: `Go to “${label}”`, goTo: finding }];
    return [{ words: `Take back “${label}: ${status}”`, edit: (before) => answer(before, finding, "unknown") }];
  }
  const position = Number(key);
  const value = record.measurements?.[position];
  if (!value) return [];
  const words = `${definitions.tests[value.test].short} ${writeValue(value, definitions)}`;
  const remove: WayOut = { words: `Remove ${words}`, edit: (before) => removeMeasurement(before, position) };
  if (issue.code !== "implausible-value" || field !== "value") return [remove];
  const fits = differentUnits(unitsThatFit(value.value, definitions.tests[value.test])).map(
    ({ unit, label }): WayOut => ({
      words: `It is ${value.value} ${label}`,
      edit: (before) => replaceMeasurement(before, position, { ...value, unit }),
    }),
  );
  return [...fits, remove];
}

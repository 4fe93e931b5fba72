"use client";

import { definitions } from "../../../criteria/core.ts";
import type { FindingId, SleRecord, TestId } from "../../../criteria/types.ts";
import { writeValue } from "../../../lib/explain/values.ts";
import { type DayDoubt, doubtOf } from "../../../lib/record/day.ts";
import { answer, dateFinding, statementOf } from "../../../lib/record/edit.ts";
import { removeMeasurement, replaceMeasurement } from "../../../lib/record/edit-measurements.ts";
import type { Issue } from "../../../lib/record/issues.ts";
import { withoutDoubtedLimits } from "../../../lib/record/limit-doubts.ts";
import { differentUnits, unitsThatFit } from "../../../lib/record/units.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import { today } from "../../_components/today.ts";
import { goToFinding } from "../../_store/go-to.ts";
import { useAssessment, useRecord, useRecordStore } from "../../_store/use-record.ts";
import { standsAt } from "./issue-places.ts";

/** A button that solves a problem, or leads to where it is solved. */
interface WayOut {
  readonly words: string;
  readonly edit?: (record: SleRecord) => SleRecord;
  readonly goTo?: FindingId;
}

/** Says why a day is hard to believe, with the day that may have been meant. */
function StrangeDay({
  id,
  of,
  doubt: { why, instead },
  correct,
}: {
  id?: string;
  /** What has this date, where that is not plain. */
  of?: string;
  doubt: DayDoubt;
  correct: (day: string) => void;
}) {
  return (
    <div id={id} className="problem">
      {of && `${of}: `}
      {why}{" "}
      {instead && (
        <button
          type="button"
          className="link"
          onClick={(event) => {
            const row = event.currentTarget.closest(".attribution, .test");
            correct(instead);
            keepFocus(() => row?.querySelector("input"));
          }}
        >
          It is {instead}
        </button>
      )}
    </div>
  );
}

/** The day on which a finding was first seen, where it is hard to believe. */
export function FirstDayProblem({ id, finding }: { id: string; finding: FindingId }) {
  const store = useRecordStore();
  const date = useRecord((record) => statementOf(record, finding).date);
  const doubt = date ? doubtOf(date, today()) : undefined;
  if (!doubt) return null;
  return (
    <StrangeDay id={id} doubt={doubt} correct={(day) => store.edit((record) => dateFinding(record, finding, day))} />
  );
}

/** Every value of this test whose date is hard to believe. */
export function StrangeDays({ test }: { test: TestId }) {
  const store = useRecordStore();
  const doubted = useRecord(({ measurements = [] }) =>
    measurements.flatMap((measurement, position) => {
      const doubt = measurement.test === test && measurement.date ? doubtOf(measurement.date, today()) : undefined;
      return doubt ? [{ measurement, position, doubt }] : [];
    }),
  );
  return doubted.map(({ measurement, position, doubt }) => (
    <StrangeDay
      key={position}
      of={writeValue(measurement, definitions)}
      doubt={doubt}
      correct={(date) => store.edit((record) => replaceMeasurement(record, measurement, { ...measurement, date }))}
    />
  ));
}

/** Every error and every doubtful limit at a place, with a button for each way out. */
export function Problems({ concerns }: { concerns: (place: string) => boolean }) {
  const store = useRecordStore();
  const problems = useAssessment(({ record, interpreted }) =>
    interpreted.issues
      .filter((issue) => standsAt(issue, concerns))
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
              onClick={(event) => {
                const row = event.currentTarget.closest(".finding, .test");
                if (edit) store.edit(edit);
                else if (goTo) goToFinding(goTo);
                // An answer, or the value itself, before a field: a phone would open its keyboard for that.
                const wanted = ["input:checked", ".value-line button", "input:not([type=radio])"];
                keepFocus(() => wanted.map((one) => row?.querySelector<HTMLElement>(one)).find(Boolean));
              }}
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
  const value = record.measurements?.[Number(key)];
  if (!value) return [];
  const words = `${definitions.tests[value.test].short} ${writeValue(value, definitions)}`;
  const remove: WayOut = { words: `Remove ${words}`, edit: (before) => removeMeasurement(before, value) };
  if (field === "low" || field === "high" || field === "p99") {
    const leaveOut: WayOut = {
      words: `Leave the limit out of ${words}`,
      edit: (before) => replaceMeasurement(before, value, withoutDoubtedLimits(value, definitions.tests[value.test])),
    };
    return [leaveOut, remove];
  }
  if (issue.code !== "implausible-value" || field !== "value") return [remove];
  const fits = differentUnits(unitsThatFit(value.value, definitions.tests[value.test])).map(
    ({ unit, label }): WayOut => ({
      words: `It is ${value.value} ${label}`,
      edit: (before) => replaceMeasurement(before, value, { ...value, unit }),
    }),
  );
  return [...fits, remove];
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { createFormControl, useForm } from "react-hook-form";
import { definitions } from "../../../criteria/core.ts";
import type { Measurement, TestId } from "../../../criteria/types.ts";
import { addMeasurement, hasMeasurement, replaceMeasurement } from "../../../lib/record/edit-measurements.ts";
import { quoted } from "../../../lib/record/one-line.ts";
import { differentUnits, unitsThatFit } from "../../../lib/record/units.ts";
import { enterFor } from "../../_record/session/enter-for.ts";
import type { Session, SessionState } from "../../_record/session/session.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { afterPointer } from "./after-pointer.ts";
import type { Editing } from "./entry.tsx";
import { measurementResolver } from "./resolver.ts";
import { emptyTyped, type Typed, typedOf } from "./typed-measurement.ts";
import { readTyped } from "./typed-value.ts";

interface Standing {
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
}

/** The form of one test over fields that already stand on the page, with what stands in them. */
export function measurementForm(test: TestId, { value = "", unit }: Standing) {
  const checks = { resolver: measurementResolver(test), shouldFocusError: false } as const;
  const form = createFormControl<Typed, unknown, Measurement>({
    ...checks,
    defaultValues: { ...emptyTyped(test, unit), value },
  });
  const fill = (typed: Typed) => form.reset(typed, { keepFieldsRef: true });
  const into = (store: RecordStore, editing: Editing | undefined) => (measurement: Measurement) =>
    store.edit((record) =>
      editing ? replaceMeasurement(record, editing.measurement, measurement) : addMeasurement(record, measurement),
    );
  return {
    ...form,
    checks,
    fill,
    // Needed by nobody before there is a form.
    afterPointer,
    /** Enters what is typed, in place of the value that is corrected. Returns the field that is wrong, if one is. */
    async enter(store: RecordStore, editing: Editing | undefined): Promise<string | undefined> {
      let wrong: string | undefined;
      await form.handleSubmit(into(store, editing), (errors) => {
        [wrong] = Object.keys(errors);
      })();
      return wrong;
    },
    /** Whether the value that is corrected is still in the record. */
    stillHas: (store: RecordStore, { measurement }: Editing) => hasMeasurement(store.getHistory().present, measurement),
    clear: () => fill(emptyTyped(test, form.getValues("unit"))),
    /** The laboratory's limits stay for the next value of the same test. */
    startAgain: () => fill({ ...form.getValues(), value: "", date: "", method: "" }),
  };
}

/** Enters a value for the patient for whom it was typed, who left the page before this code had come. */
export async function enterValueFor(
  session: Session,
  patient: SessionState,
  test: TestId,
  typed: Standing,
): Promise<void> {
  const what = `${definitions.tests[test].label} ${quoted(typed.value?.trim() ?? "")}`;
  await measurementForm(test, typed).handleSubmit(
    (measurement) => enterFor(session, patient, what, (record) => addMeasurement(record, measurement)),
    () => enterFor(session, patient, what, undefined),
  )();
}

/** What a value needs beside its number and unit, once it is begun, and what is wrong with it. */
export function MeasurementMore({
  test,
  id,
  form,
  editing,
  enter,
  cancel,
  markValue,
}: {
  test: TestId;
  id: string;
  form: ReturnType<typeof measurementForm>;
  editing: Editing | undefined;
  enter: () => void;
  cancel: () => void;
  /** Says whether the value's field is wrong. */
  markValue: (wrong: boolean) => void;
}) {
  const { limits = [], methods, hint } = definitions.tests[test];
  const { register, setValue, setFocus, watch, formState } = useForm<Typed, unknown, Measurement>({
    ...form.checks,
    formControl: form.formControl,
  });
  const { errors } = formState;
  const typed = watch();
  const started = typed.value.trim() !== "" || editing !== undefined;
  const wrong = errors.value !== undefined;

  useEffect(() => markValue(wrong), [wrong, markValue]);
  useEffect(() => {
    if (!editing) return;
    form.fill(typedOf(editing.measurement));
    setFocus(editing.first);
  }, [editing, form, setFocus]);

  const read = readTyped(typed.value);
  const slips =
    wrong && read.kind === "number"
      ? differentUnits(unitsThatFit(read.value, definitions.tests[test])).filter(({ unit }) => unit !== typed.unit)
      : [];
  const field = (name: keyof Typed) => ({
    ...register(name),
    "aria-invalid": errors[name] ? true : undefined,
    "aria-describedby": errors[name] ? `${id}-${name}` : undefined,
  });
  const problem = (name: keyof Typed) => errors[name] && <Problem id={`${id}-${name}`}>{errors[name].message}</Problem>;
  return (
    <>
      {started && (
        <div className="test-more">
          {limits.map(({ name, label: words }) => (
            <div key={name} className="stacked">
              <label htmlFor={`${id}-${name}-field`}>{words}</label>
              <input
                {...field(name)}
                id={`${id}-${name}-field`}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                className="field number"
              />
              {problem(name)}
            </div>
          ))}
          {methods && (
            <label className="stacked">
              <span>Method</span>
              <select {...field("method")} className="field">
                <option value="">not stated</option>
                {methods.map((method) => (
                  <option key={method.id} value={method.id}>
                    {method.label}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="stacked">
            <label htmlFor={`${id}-date-field`}>Date</label>
            <input {...field("date")} id={`${id}-date-field`} type="date" className="field" />
            {problem("date")}
          </div>
          <button type="submit" className="button button-main">
            {editing ? "Save" : "Add"}
          </button>
          {editing && (
            <button type="button" className="button" onClick={cancel}>
              Cancel
            </button>
          )}
        </div>
      )}
      {errors.value && (
        <Problem id={`${id}-value`}>
          {errors.value.message}{" "}
          {slips.map(({ unit, label: words }) => (
            <button
              key={unit}
              type="button"
              className="link"
              onClick={() => {
                setValue("unit", unit);
                enter();
              }}
            >
              It is {typed.value} {words}
            </button>
          ))}
        </Problem>
      )}
      {started && hint && <p className="group-hint">{hint}</p>}
    </>
  );
}

function Problem({ id, children }: { id: string; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Whoever has gone on to another field is not fetched back.
    if (!place.current?.closest("form")?.contains(document.activeElement)) return;
    place.current.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={place} id={id} className="problem" role="alert">
      {children}
    </div>
  );
}

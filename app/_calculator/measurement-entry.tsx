"use client";

import { memo, useId, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { definitions } from "../../criteria/index.ts";
import type { Measurement, TestId } from "../../criteria/types.ts";
import { addMeasurement, replaceMeasurement } from "../../lib/record/edit.ts";
import { unitsThatFit } from "../../lib/record/units.ts";
import { useRecordStore } from "../_store/use-record.ts";
import { testRowId } from "../_store/view-store.ts";
import { afterPointer } from "./after-pointer.ts";
import { emptyTyped, measurementResolver, type Typed, typedOf } from "./measurement-form.ts";
import { MeasurementList } from "./measurement-list.tsx";
import { readTyped } from "./typed-value.ts";
import { TestProblems } from "./ways-out.tsx";

/** Asks for the values of one test where they decide something; several dated values make a list. */
export const MeasurementEntry = memo(function MeasurementEntry({ test, hidden }: { test: TestId; hidden: boolean }) {
  const store = useRecordStore();
  const { label, units, limits = [], methods, hint, titre } = definitions.tests[test];
  const [editing, setEditing] = useState<number | undefined>(undefined);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const resolver = useMemo(() => measurementResolver(test), [test]);
  const { register, handleSubmit, reset, setValue, watch, formState } = useForm<Typed, unknown, Measurement>({
    resolver,
    defaultValues: emptyTyped(test),
    shouldFocusError: false,
  });
  const { errors } = formState;
  const typed = watch();
  const started = typed.value.trim() !== "" || editing !== undefined;

  const enter = handleSubmit((measurement) => {
    store.edit((record) =>
      editing === undefined ? addMeasurement(record, measurement) : replaceMeasurement(record, editing, measurement),
    );
    setEditing(undefined);
    reset({ ...emptyTyped(test, measurement.unit), low: typed.low, high: typed.high, p99: typed.p99 });
  });
  const edit = (position: number, measurement: Measurement) => {
    setEditing(position);
    reset(typedOf(measurement));
    form.current?.querySelector("input")?.focus();
  };
  const read = readTyped(typed.value);
  const slips =
    errors.value && read.kind === "number"
      ? unitsThatFit(read.value, definitions.tests[test]).filter(({ unit }) => unit !== typed.unit)
      : [];
  const field = (name: keyof Typed) => ({
    ...register(name),
    id: `${id}-${name}`,
    "aria-invalid": errors[name] ? true : undefined,
    "aria-describedby": errors[name] ? `${id}-${name}-error` : undefined,
  });
  return (
    <div className="test" id={testRowId(test)} hidden={hidden}>
      <form
        ref={form}
        className="test-form"
        aria-label={label}
        noValidate
        onSubmit={enter}
        onBlur={(event) => {
          if (event.currentTarget.contains(event.relatedTarget) || typed.value.trim() === "") return;
          afterPointer(() => enter());
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !started) return;
          setEditing(undefined);
          reset(emptyTyped(test, typed.unit));
        }}
      >
        <div className="test-line">
          <label htmlFor={`${id}-value`} className="test-label">
            {label}
          </label>
          <div className="test-value">
            <input
              {...field("value")}
              type="text"
              inputMode={titre ? "text" : "decimal"}
              autoComplete="off"
              className="field number"
            />
            {units.length > 1 ? (
              <select {...register("unit")} aria-label={`${label}, unit`} className="field unit">
                {units.map(({ unit, label: words }) => (
                  <option key={unit} value={unit}>
                    {words}
                  </option>
                ))}
              </select>
            ) : (
              <span className="unit px-2 text-muted">{units[0].label}</span>
            )}
          </div>
        </div>
        {started && (
          <div className="test-more">
            {limits.map(({ name, label: words }) => (
              <label key={name} className="stacked">
                <span>{words}</span>
                <input {...field(name)} type="text" inputMode="decimal" autoComplete="off" className="field number" />
                {errors[name] && <Problem id={`${id}-${name}-error`}>{errors[name].message}</Problem>}
              </label>
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
            <label className="stacked">
              <span>Date</span>
              <input {...field("date")} type="date" className="field" />
              {errors.date && <Problem id={`${id}-date-error`}>{errors.date.message}</Problem>}
            </label>
            <button type="submit" className="button button-main">
              {editing === undefined ? "Add" : "Save"}
            </button>
          </div>
        )}
        {errors.value && (
          <Problem id={`${id}-value-error`}>
            {errors.value.message}
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
        {started && hint && <p className="text-small text-muted">{hint}</p>}
      </form>
      <MeasurementList test={test} edit={edit} />
      <TestProblems test={test} />
    </div>
  );
});

function Problem({ id, children }: { id: string; children: React.ReactNode }) {
  return (
    <p id={id} className="problem" role="alert">
      {children}
    </p>
  );
}

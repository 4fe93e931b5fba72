"use client";

import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { useForm } from "react-hook-form";
import type { Measurement, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { addMeasurement, replaceMeasurement } from "../../lib/record/edit.ts";
import { unitsThatFit } from "../../lib/record/units.ts";
import { useRecordStore } from "../_store/use-record.ts";
import { afterPointer } from "./after-pointer.ts";
import type { Begun, Editing } from "./measurement-entry.tsx";
import { measurementResolver } from "./measurement-resolver.ts";
import { emptyTyped, type Typed, typedOf } from "./typed-measurement.ts";
import { readTyped } from "./typed-value.ts";
import { ValueLine } from "./value-line.tsx";

/** Enters a value when Enter is pressed or the form is left; what cannot be read stays, with the reason. */
export function MeasurementForm({
  test,
  begun,
  editing,
  stopEditing,
}: {
  test: TestId;
  begun: Begun;
  editing: Editing | undefined;
  stopEditing: () => void;
}) {
  const store = useRecordStore();
  const { label, limits = [], methods, hint } = definitions.tests[test];
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  const resolver = useMemo(() => measurementResolver(test), [test]);
  const { register, handleSubmit, reset, setValue, setFocus, watch, formState } = useForm<Typed, unknown, Measurement>({
    resolver,
    defaultValues: { ...emptyTyped(test, begun.unit), value: begun.value },
    shouldFocusError: false,
  });
  const { errors } = formState;
  const typed = watch();
  const started = typed.value.trim() !== "" || editing !== undefined;

  useEffect(() => {
    if (begun.focused) setFocus(begun.focused);
  }, [begun, setFocus]);
  useEffect(() => {
    if (!editing) return;
    reset(typedOf(editing.measurement));
    setFocus("value");
  }, [editing, reset, setFocus]);

  const enter = handleSubmit((measurement) => {
    store.edit((record) =>
      editing ? replaceMeasurement(record, editing.position, measurement) : addMeasurement(record, measurement),
    );
    stopEditing();
    // The laboratory's limits stay for the next value of the same test.
    reset({ ...emptyTyped(test, measurement.unit), low: typed.low, high: typed.high, p99: typed.p99 });
  });
  const read = readTyped(typed.value);
  const slips =
    errors.value && read.kind === "number"
      ? unitsThatFit(read.value, definitions.tests[test]).filter(({ unit }) => unit !== typed.unit)
      : [];
  const field = (name: keyof Typed) => ({
    ...register(name),
    "aria-invalid": errors[name] ? true : undefined,
    "aria-describedby": errors[name] ? `${id}-${name}` : undefined,
  });
  const problem = (name: keyof Typed) => errors[name] && <Problem id={`${id}-${name}`}>{errors[name].message}</Problem>;
  return (
    <form
      ref={form}
      aria-label={`${label}: enter a value`}
      noValidate
      onSubmit={enter}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget) || typed.value.trim() === "") return;
        afterPointer(() => enter());
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !started) return;
        stopEditing();
        reset(emptyTyped(test, typed.unit));
      }}
    >
      <ValueLine test={test} value={field("value")} unit={register("unit")} />
      {started && (
        <div className="test-more">
          {limits.map(({ name, label: words }) => (
            <label key={name} className="stacked">
              <span>{words}</span>
              <input {...field(name)} type="text" inputMode="decimal" autoComplete="off" className="field number" />
              {problem(name)}
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
            {problem("date")}
          </label>
          <button type="submit" className="button button-main">
            {editing ? "Save" : "Add"}
          </button>
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
    </form>
  );
}

function Problem({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} className="problem" role="alert">
      {children}
    </div>
  );
}

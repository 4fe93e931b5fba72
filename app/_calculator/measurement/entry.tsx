"use client";

import { memo, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { definitions } from "../../../criteria/core.ts";
import type { LimitName, Measurement, TestId } from "../../../criteria/types.ts";
import { fetched } from "../../_components/fetched.ts";
import { useSession } from "../../_record/session/use-session.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { testRowId } from "../../_store/view-store.ts";
import { TestProblems } from "../problems/at-place.tsx";
import { soon } from "../soon.tsx";
import { ValueLine } from "./value-line.tsx";
import "./measurement.css";

const MeasurementList = soon((code) => code.MeasurementList);

type FormCode = typeof import("./form.tsx");

/** What checks a typed value, with a schema: fetched when a value's field is approached or entered. */
const formCode = fetched(() => import("./form.tsx"));

/** A value that is being corrected, by its position in the record, and the field in which that begins. */
export interface Editing {
  readonly position: number;
  readonly measurement: Measurement;
  readonly first: "value" | LimitName;
}

/** The form of one test, once its code has arrived. */
interface Opened extends ReturnType<FormCode["measurementForm"]> {
  readonly More: FormCode["MeasurementMore"];
}

/**
 * Asks for the values of one test where they decide something; several dated values make a list. A value is entered
 * when Enter is pressed or the form is left; what cannot be read stays, with the reason.
 *
 * The fields for the value and its unit are there from the start. What checks them is fetched late, and then takes
 * over these same fields, so that neither the focus nor anything typed is lost.
 */
export const MeasurementEntry = memo(function MeasurementEntry({ test, hidden }: { test: TestId; hidden: boolean }) {
  const store = useRecordStore();
  const session = useSession();
  const entered = useRecord(({ measurements = [] }) => measurements.some((one) => one.test === test));
  const fields = useRef<HTMLFormElement>(null);
  const entering = useRef<Promise<void>>(undefined);
  const opening = useRef<Promise<Opened | undefined>>(undefined);
  const [opened, setOpened] = useState<Opened | undefined>(undefined);
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  const [invalid, setInvalid] = useState(false);
  const [unreachable, setUnreachable] = useState(false);
  const id = useId();
  /** What stands in a field; a test with a single unit has no field for it. */
  const standsIn = (name: "value" | "unit") => new FormData(fields.current ?? undefined).get(name)?.toString();

  const open = (): Promise<Opened | undefined> => {
    opening.current ??= formCode.fetch().then(
      ({ measurementForm, MeasurementMore }) => {
        const form = {
          ...measurementForm(test, { value: standsIn("value"), unit: standsIn("unit") }),
          More: MeasurementMore,
        };
        // At once, so that no key falls between what was read from the fields and the form's taking over.
        flushSync(() => {
          setOpened(form);
          setUnreachable(false);
        });
        return form;
      },
      () => {
        opening.current = undefined;
        setUnreachable(true);
        return undefined;
      },
    );
    return opening.current;
  };
  const valueField = () => fields.current?.elements.namedItem("value") as HTMLInputElement | null;
  const stopEditing = () => {
    const link = editing && document.querySelector<HTMLElement>(`#measurement-${editing.position} [aria-label^=Edit]`);
    setEditing(undefined);
    return link;
  };
  /** Enters what is typed, once: asked for again while its code comes or checks it, it is entered already. */
  const enter = () => {
    entering.current ??= enterTyped().finally(() => {
      entering.current = undefined;
    });
    return entering.current;
  };
  /** Whoever is still in the form stays in it, or returns to the value that was corrected. */
  const enterTyped = async () => {
    const typed = { value: standsIn("value"), unit: standsIn("unit") };
    const patient = session.getState();
    const form = await open();
    if (!fields.current) return (await formCode.fetchInTheEnd()).enterValueFor(session, patient, test, typed);
    if (!form) return;
    const wrong = await form.enter(store, editing);
    const inside = fields.current?.contains(document.activeElement);
    const corrected = wrong ? undefined : stopEditing();
    if (!wrong) form.startAgain();
    const field = wrong ? fields.current?.elements.namedItem(wrong) : (corrected ?? valueField());
    if (inside && field instanceof HTMLElement) field.focus();
  };
  /** What is typed when the form is left is entered, but not a correction of what was removed or taken back meanwhile. */
  const leave = () => {
    if (!editing || opened?.stillHas(store, editing)) return void enter();
    stopEditing();
    opened?.clear();
  };
  const cancel = () => {
    (stopEditing() ?? valueField())?.focus();
    opened?.clear();
  };
  return (
    <div className="test" id={testRowId(test)} hidden={hidden}>
      <form
        ref={fields}
        aria-label={`${definitions.tests[test].label}: enter a value`}
        noValidate
        onPointerEnter={() => void formCode.fetch().catch(() => undefined)}
        onFocus={open}
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
        onBlur={(event) => {
          const { currentTarget: form, relatedTarget } = event;
          // Where another window is looked at, the field keeps its place: what is half typed is not entered by that.
          if ([relatedTarget, document.activeElement].some((one) => form.contains(one))) return;
          if (!standsIn("value")?.trim()) return;
          // Before its code has come, nothing is entered at once that could move what is pressed.
          if (opened) opened.afterPointer(leave);
          else leave();
        }}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !opened || !(editing || standsIn("value")?.trim())) return;
          cancel();
        }}
      >
        <ValueLine
          test={test}
          value={{
            ...(opened?.register("value") ?? { name: "value" }),
            ...(invalid && { "aria-invalid": true, "aria-describedby": `${id}-value` }),
          }}
          unit={opened?.register("unit") ?? { name: "unit" }}
        />
        {opened && (
          <opened.More
            test={test}
            id={id}
            form={opened}
            editing={editing}
            enter={enter}
            cancel={cancel}
            markValue={setInvalid}
          />
        )}
        {unreachable && (
          <p className="problem" role="alert">
            What checks this value could not be fetched. It stays here; press Enter in it to try again.
          </p>
        )}
      </form>
      {entered && (
        <MeasurementList
          test={test}
          edit={async (wanted) => {
            const form = await open();
            // It may have been removed while that came.
            if (form?.stillHas(store, wanted)) setEditing(wanted);
          }}
          removed={() => {
            setEditing(undefined);
            valueField()?.focus();
          }}
        />
      )}
      <TestProblems test={test} />
    </div>
  );
});

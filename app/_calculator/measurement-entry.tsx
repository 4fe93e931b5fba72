"use client";

import { memo, useRef, useState } from "react";
import type { Measurement, TestId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { testRowId } from "../_store/view-store.ts";
import { fetchFormCode, useFormCode } from "./form-code.ts";
import { MeasurementList } from "./measurement-list.tsx";
import { ValueLine } from "./value-line.tsx";
import { TestProblems } from "./ways-out.tsx";

/** A value that is being corrected, by its position in the record. */
export interface Editing {
  readonly position: number;
  readonly measurement: Measurement;
}

/** What stood in the fields before the form's code arrived, and which of them had the focus. */
export interface Begun {
  value: string;
  unit: string;
  focused?: "value" | "unit" | undefined;
}

/** Asks for the values of one test where they decide something; several dated values make a list. */
export const MeasurementEntry = memo(function MeasurementEntry({ test, hidden }: { test: TestId; hidden: boolean }) {
  const code = useFormCode();
  const begun = useRef<Begun>({ value: "", unit: definitions.tests[test].units[0].unit });
  const [editing, setEditing] = useState<Editing | undefined>(undefined);
  return (
    <div className="test" id={testRowId(test)} hidden={hidden}>
      {code ? (
        <code.MeasurementForm
          test={test}
          begun={begun.current}
          editing={editing}
          stopEditing={() => setEditing(undefined)}
        />
      ) : (
        <FieldsAtRest test={test} begun={begun.current} />
      )}
      <MeasurementList test={test} edit={setEditing} stopEditing={() => setEditing(undefined)} />
      <TestProblems test={test} />
    </div>
  );
});

/** The same fields until the form's code has arrived. What is typed in them is handed on. */
function FieldsAtRest({ test, begun }: { test: TestId; begun: Begun }) {
  const keep = (name: "value" | "unit") => ({
    onFocus: () => {
      begun.focused = name;
      fetchFormCode();
    },
    onBlur: () => {
      begun.focused = undefined;
    },
    onChange: (event: { target: { value: string } }) => {
      begun[name] = event.target.value;
    },
  });
  return (
    <form aria-label={`${definitions.tests[test].label}: enter a value`} onSubmit={(event) => event.preventDefault()}>
      <ValueLine test={test} value={keep("value")} unit={keep("unit")} />
    </form>
  );
}

"use client";

import { useEffect, useId, useState } from "react";
import { flushSync } from "react-dom";
import { isEmpty, labelRecord } from "../../../lib/record/edit.ts";
import { oneLine, quoted } from "../../../lib/record/one-line.ts";
import { focusQuickFind } from "../../_find/focus-quick-find.ts";
import { say } from "../../_store/say.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { entriesWords } from "./entries.ts";
import { writeDay } from "./moment.ts";
import "./open-patient.css";

/**
 * Whose record is on the page, always in view: its label, which is edited right there, or when it was begun and how
 * much it holds. Beside it the next patient is begun.
 */
export function OpenPatient() {
  const session = useSession();
  const patientsShown = useSessionState((state) => state.patientsShown);
  return (
    <div className="open-patient">
      {/* What was typed for one patient is no other's, though both may have no label yet. */}
      <Label key={patientsShown} />
      <button
        type="button"
        className="button"
        aria-label="New patient"
        onClick={() => {
          // At once: what is typed next is of that patient.
          flushSync(session.newPatient);
          focusQuickFind();
        }}
      >
        New<span className="open-patient-long"> patient</span>
      </button>
    </div>
  );
}

function Label() {
  const store = useRecordStore();
  const label = useRecord((record) => oneLine(record.label ?? ""));
  const id = useId();
  const [typed, setTyped] = useState(label);
  useEffect(() => setTyped(label), [label]);
  // Typed text is one step, taken when Enter is pressed or the field is left.
  const enter = () => {
    const text = typed.trim();
    if (text === label) return;
    store.edit((record) => labelRecord(record, text));
    say(text ? `The label of this patient is ${quoted(text)}.` : "This patient has no label.");
  };
  return (
    <div className="open-patient-label">
      <input
        type="text"
        dir="auto"
        autoComplete="off"
        className="open-patient-field"
        aria-label="Your own label for this patient"
        aria-describedby={`${id}-begun ${id}-hint`}
        placeholder=" "
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={enter}
        onKeyDown={(event) => {
          if (event.key === "Enter") enter();
          else if (event.key === "Escape") setTyped(label);
        }}
      />
      <Begun id={`${id}-begun`} />
      <p id={`${id}-hint`} className="open-patient-hint">
        Your own label for this patient. Never a name, a birth date or a number from the hospital: the label is in every
        note, file and link.
      </p>
    </div>
  );
}

/** How a patient without a label is told from the next: "Patient begun 25 Nov, 6 entries". */
function Begun({ id }: { id: string }) {
  const begun = useSessionState((state) => state.begun);
  const isNew = useRecord(isEmpty);
  const entries = useRecord(entriesWords);
  return (
    <span id={id} className="open-patient-begun">
      {isNew ? (
        "New patient"
      ) : (
        <>
          <span className="open-patient-long">Patient </span>
          {begun === undefined ? (
            <span className="open-patient-long">with </span>
          ) : (
            <>
              <span className="open-patient-begun-word">begun </span>
              {writeDay(begun)},{" "}
            </>
          )}
          {entries}
        </>
      )}
    </span>
  );
}

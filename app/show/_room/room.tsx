"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId, SleRecord } from "../../../criteria/types.ts";
import { changesBetween } from "../../../lib/explain/changes.ts";
import { othersUnknown } from "../../../lib/explain/others-unknown.ts";
import { recordReport } from "../../../lib/explain/report.ts";
import { isEmpty } from "../../../lib/record/edit.ts";
import { RulerTextures } from "../../_calculator/result/ruler.tsx";
import { CONTENT_ID } from "../../_components/keep-focus.ts";
import { Statement } from "../../_components/statement.tsx";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { QuietNoticesOfRoom, SessionNotice } from "../../_record/notice-kinds.tsx";
import { NoticesIn } from "../../_record/notices-in.tsx";
import { patientName } from "../../_record/patients/patient-name.ts";
import { useSavedRecord } from "../../_record/session/use-saved-record.ts";
import { useReaderFailed, useSessionState } from "../../_record/session/use-session.ts";
import type { Assessment } from "../../_store/assessment.ts";
import { assessmentApart } from "../../_store/assessment.ts";
import { useAssessment, useRecordStore } from "../../_store/use-record.ts";
import { FindingChoice, TryChoice } from "./choices.tsx";
import { SetsInRoom, type Shown, spoken } from "./sets.tsx";
import { triesFor } from "./tries.ts";
import "./room.css";

/**
 * The patient that is open, for a room: large, the four sets side by side, the result hidden until the room has
 * answered, and what one changed answer would do. Nothing of the record changes unless a change is kept.
 */
export function Room() {
  useSavedRecord();
  const assessment = useAssessment((one) => one);
  const patientsShown = useSessionState((state) => state.patientsShown);
  return (
    <div className="room">
      <section className="room-statement" aria-label="What this does and does not do">
        <Statement />
      </section>
      <main id={CONTENT_ID} tabIndex={-1} className="room-main">
        <RulerTextures />
        <div className="room-head">
          <h1>
            <bdi>{patientName(assessment.record)}</bdi>
          </h1>
          <Link href={"/rounds?patient=open" as Route} prefetch={false} className="room-button">
            Let the room vote
          </Link>
          <Link href="/" prefetch={false} className="room-button">
            Back to the calculator
          </Link>
        </div>
        <NoticesIn QuietNotices={QuietNoticesOfRoom} SessionNotice={SessionNotice} />
        {/* What was shown or kept of one patient is no other's. */}
        <Open key={patientsShown} assessment={assessment} />
      </main>
    </div>
  );
}

function Open({ assessment }: { assessment: Assessment }) {
  const { record, result } = assessment;
  const readerFailed = useReaderFailed();
  if (isEmpty(record)) {
    if (readerFailed) return null;
    return <p>Nothing is entered. Enter a patient in the calculator, or open an example there, and come back.</p>;
  }
  const { errors } = recordReport({ ...assessment, definitions });
  return (
    <>
      <Patient assessment={assessment} />
      {result.results ? <ResultInRoom assessment={assessment} /> : <p>No result: {errors.join(" ")}</p>}
    </>
  );
}

/** What is known of the patient, and no word of what the sets make of it. */
function Patient({ assessment }: { assessment: Assessment }) {
  const recorded = recordReport({ ...assessment, definitions });
  const { present, values, absent } = recorded;
  const id = useId();
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Present", present.map(({ label, details }) => (details.length > 0 ? `${label} (${details.join("; ")})` : label))],
    ["Values", values],
  ];
  return (
    <section aria-labelledby={id} className="room-patient">
      <h2 id={id} className="sr-only">
        The patient
      </h2>
      {lines.map(
        ([title, parts]) =>
          parts.length > 0 && (
            <p key={title}>
              <strong>{title}:</strong> <UnbrokenDates>{parts.join(" · ")}</UnbrokenDates>
            </p>
          ),
      )}
      <details>
        <summary>
          Absent: {absent.length}. {othersUnknown(recorded)}
        </summary>
        <p>{absent.length > 0 ? absent.join(" · ") : "Nothing was found absent."}</p>
      </details>
    </section>
  );
}

/** The result and what a change would make of it, each shown when it is asked for. */
function ResultInRoom({ assessment }: { assessment: Assessment }) {
  const { record } = assessment;
  const store = useRecordStore();
  const [shown, setShown] = useState<Shown>("nothing");
  const [finding, setFinding] = useState<FindingId | undefined>(undefined);
  const [tried, setTried] = useState<string | undefined>(undefined);
  const [kept, setKept] = useState<{ readonly words: string; readonly record: SleRecord } | undefined>(undefined);
  /** The record as the undoing of a kept change left it. */
  const [undone, setUndone] = useState<SleRecord | undefined>(undefined);
  // Anything else that was changed since is not the room's to take back.
  const canUndo = kept !== undefined && kept.record === record;
  const next = useRef<HTMLButtonElement>(null);
  const sets = useRef<HTMLElement>(null);
  const id = useId();
  const tries = useMemo(() => (finding ? triesFor(record, finding) : []), [record, finding]);
  const chosen = tries.find((one) => one.id === tried);
  const after = useMemo(() => chosen && assessmentApart(chosen.record), [chosen]);
  const step = () => {
    setShown(followed(shown, chosen !== undefined));
    // What is shown is in view, however much is known of the patient.
    requestAnimationFrame(() => sets.current?.scrollIntoView({ block: "nearest" }));
  };
  useSpace(step);
  // The key that shows the result works at once.
  useEffect(() => next.current?.focus({ preventScroll: true }), []);
  const forget = () => {
    setKept(undefined);
    setUndone(undefined);
  };
  const hideChange = () => setShown(shown === "change" ? "result" : shown);
  const said = canUndo
    ? kept.words
    : undone === record
      ? "Undone. The record is as it was."
      : "Trying changes nothing in the record, unless you keep it.";
  return (
    <>
      <section ref={sets} aria-labelledby={id} className="room-result">
        <div className="room-head">
          <h2 id={id}>Result</h2>
          <button ref={next} type="button" className="room-button room-next" onClick={step}>
            {WORDS[followed(shown, chosen !== undefined)]} <kbd>space</kbd>
          </button>
        </div>
        <p role="status" className="sr-only">
          {spoken(shown, assessment, after)}
        </p>
        <SetsInRoom shown={shown} before={assessment} after={after} finding={finding} />
      </section>
      <section aria-label="Try another answer" className="room-try">
        <FindingChoice
          assessment={assessment}
          isShown={shown !== "nothing"}
          finding={finding}
          choose={(one) => {
            setFinding(one);
            setTried(undefined);
            forget();
            hideChange();
          }}
        />
        {finding && (
          <TryChoice
            tries={tries}
            chosen={chosen?.id}
            choose={(one) => {
              setTried(one);
              forget();
              hideChange();
            }}
          />
        )}
        <div className="room-head">
          <p role="status">{said}</p>
          {chosen && (
            <button
              type="button"
              className="room-button"
              onClick={() => {
                const words = `Kept: ${changesBetween(record, chosen.record, definitions)}.`;
                setKept({ words, record: chosen.record });
                setUndone(undefined);
                setTried(undefined);
                setShown(shown === "nothing" ? "nothing" : "result");
                store.edit(() => chosen.record);
              }}
            >
              Keep this change
            </button>
          )}
          {canUndo && (
            <button
              type="button"
              className="room-button"
              onClick={() => {
                store.undo();
                setKept(undefined);
                setUndone(store.getHistory().present);
              }}
            >
              Undo
            </button>
          )}
        </div>
      </section>
    </>
  );
}

/** What a press shows next. */
function followed(shown: Shown, isTrying: boolean): Shown {
  if (shown === "nothing") return "result";
  return shown === "result" && isTrying ? "change" : "nothing";
}

const WORDS: Readonly<Record<Shown, string>> = {
  nothing: "Hide the result",
  result: "Show the result",
  change: "Show what changes",
};

/** The space bar does the same from wherever it has nothing else to do. */
function useSpace(step: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (event.key !== " " || event.repeat || event.defaultPrevented) return;
      if (target instanceof Element && target.closest("button, a, select, summary, input, textarea")) return;
      event.preventDefault();
      step();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [step]);
}

"use client";

import { memo, useId, useState } from "react";
import { definitions } from "../../criteria/index.ts";
import type { FindingId, Status } from "../../criteria/types.ts";
import { answer, statementOf } from "../../lib/record/edit.ts";
import { ChevronMark, MinusMark, PlusMark, QuestionMark } from "../_components/marks.tsx";
import { useAssessment, useRecord, useRecordStore } from "../_store/use-record.ts";
import { rowId } from "../_store/view-store.ts";
import { answerNote } from "./answer-note.ts";
import { Attribution } from "./attribution.tsx";
import { FindingDefinition } from "./finding-definition.tsx";

const ANSWERS = [
  { status: "present", words: "Present", key: "p", Mark: PlusMark },
  { status: "absent", words: "Absent", key: "a", Mark: MinusMark },
  { status: "unknown", words: "Not known", key: "u", Mark: QuestionMark },
] as const satisfies readonly { status: Status; words: string; key: string; Mark: unknown }[];

/** One question: its answer, what is known of it from elsewhere, its definition, and what explains it. */
export const FindingRow = memo(function FindingRow({ finding, hidden }: { finding: FindingId; hidden: boolean }) {
  const store = useRecordStore();
  const stated = useRecord((record) => statementOf(record, finding).status);
  const fact = useAssessment(({ interpreted }) => interpreted.facts?.[finding]);
  const note = useAssessment((assessment) => answerNote(finding, assessment));
  const [open, setOpen] = useState(false);
  const id = useId();
  const status = fact?.status ?? stated;
  const derived = status !== "unknown" && stated === "unknown";
  const enter = (next: Status) => store.edit((record) => answer(record, finding, next));
  return (
    <div id={rowId(finding)} className="finding" hidden={hidden} data-status={status} data-derived={derived}>
      <div className="finding-line">
        <button
          type="button"
          className="finding-label"
          aria-expanded={open}
          aria-controls={open ? `${id}-definition` : undefined}
          onClick={() => setOpen(!open)}
        >
          <span id={`${id}-label`}>{definitions.findings[finding].label}</span>
          <ChevronMark />
        </button>
        <div
          role="radiogroup"
          aria-labelledby={`${id}-label`}
          aria-describedby={note ? `${id}-note` : undefined}
          className="answers"
          onKeyDown={(event) => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const wanted = ANSWERS.find(({ key }) => key === event.key.toLowerCase());
            if (wanted) enter(wanted.status);
          }}
        >
          {ANSWERS.map(({ status: value, words, Mark }) => (
            <label key={value} className="answer" data-answer={value}>
              <input
                type="radio"
                name={finding}
                value={value}
                aria-label={words}
                checked={status === value}
                onChange={() => enter(value)}
              />
              <Mark />
            </label>
          ))}
        </div>
      </div>
      {note && (
        <p id={`${id}-note`} className="finding-note" data-kind={note.kind}>
          {note.text}
        </p>
      )}
      {open && <FindingDefinition id={`${id}-definition`} finding={finding} />}
      {status === "present" && <Attribution finding={finding} />}
    </div>
  );
});

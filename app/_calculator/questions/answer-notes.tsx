"use client";

import type { FindingId } from "../../../criteria/types.ts";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { useAssessment } from "../../_store/use-record.ts";
import { answerNotes } from "./answer-note.ts";

/** What is known of a finding other than by a plain answer, below its question. */
export function AnswerNotes({ id, finding }: { id: string; finding: FindingId }) {
  const notes = useAssessment((assessment) => answerNotes(finding, assessment));
  if (notes.length === 0) return null;
  return (
    <div id={id} className="finding-notes">
      {notes.map((note) => (
        <p key={note}>
          <UnbrokenDates>{note}</UnbrokenDates>
        </p>
      ))}
    </div>
  );
}

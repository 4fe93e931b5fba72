"use client";

import { memo, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId, Status } from "../../../criteria/types.ts";
import { late } from "../../_components/late.tsx";
import { ChevronMark } from "../../_components/marks.tsx";
import { useRecordStore } from "../../_store/use-record.ts";
import { rowId } from "../../_store/view-store.ts";
import { FindingProblems } from "../problems/at-place.tsx";
import { soon } from "../soon.tsx";
import { AnswerChoice } from "./answer.tsx";
import { answerAgain } from "./answer-again.ts";
import { keepBelow } from "./keep-below.ts";
import { useRow, useRowAtOnce } from "./rows.ts";
import { FindingWorth } from "./worth.tsx";

const AgainstValues = soon((code) => code.AgainstValues);
const AnswerNotes = soon((code) => code.AnswerNotes);
const AskedInstead = soon((code) => code.AskedInstead);
const Attribution = soon((code) => code.Attribution);

// Fetched when the first is shown.
const FindingDefinition = late(() => import("./definition.tsx").then((all) => all.default));

/**
 * One question: its answer, what is known of it from elsewhere, its definition, and what explains it. The answer alone
 * is drawn at once: what stands below it changes the height of the row, and with that the whole column.
 */
export const FindingRow = memo(function FindingRow({ finding, hidden }: { finding: FindingId; hidden: boolean }) {
  const store = useRecordStore();
  const { stated, status, noted, measured, problem } = useRow(finding);
  const [open, setOpen] = useState(false);
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  return (
    <div ref={row} id={rowId(finding)} className="finding" hidden={hidden}>
      <div className="finding-line">
        <button
          type="button"
          className="finding-label"
          aria-expanded={open}
          aria-controls={open ? `${id}-definition` : undefined}
          onClick={() => setOpen(!open)}
        >
          <FindingName id={`${id}-label`} label={definitions.findings[finding].label} />
        </button>
        <Answer
          finding={finding}
          id={id}
          noted={noted}
          enter={(next, pressed) => {
            const place = pressed ? row.current : null;
            const keep = (change: () => void) => (place ? keepBelow(place, change) : change());
            const press = () => {
              const change = () => answerAgain(store.getHistory(), finding, next);
              store.press(change, (tell) => keep(() => flushSync(tell)));
            };
            // Of an opened row, what the answer is worth has as many lines as it needs.
            if (open) keep(press);
            else press();
          }}
        />
      </div>
      {noted && <AnswerNotes id={`${id}-notes`} finding={finding} />}
      {status === "present" && <AskedInstead finding={finding} />}
      {stated === "present" && measured && <AgainstValues finding={finding} />}
      {problem && <FindingProblems finding={finding} />}
      {open && <FindingDefinition id={`${id}-definition`} finding={finding} />}
      {status === "present" && <Attribution finding={finding} />}
    </div>
  );
});

/** The answer, and beside it what it is worth: in the same frame as the press. */
function Answer({
  finding,
  id,
  noted,
  enter,
}: {
  finding: FindingId;
  id: string;
  noted: boolean;
  enter: (next: Status, pressed: boolean) => void;
}) {
  const { stated, status, explained } = useRowAtOnce(finding);
  return (
    <>
      <FindingWorth id={`${id}-worth`} finding={finding} present={status === "present"} />
      <AnswerChoice
        name={finding}
        labelledBy={`${id}-label`}
        describedBy={noted ? `${id}-worth ${id}-notes` : `${id}-worth`}
        status={status}
        derived={status !== "unknown" && stated === "unknown"}
        explained={explained}
        enter={enter}
      />
    </>
  );
}

/** The name with its mark, which never stands alone on a line. */
function FindingName({ id, label }: { id: string; label: string }) {
  const end = label.lastIndexOf(" ") + 1;
  return (
    <span id={id}>
      {label.slice(0, end)}
      <span className="whitespace-nowrap">
        {label.slice(end)}
        <ChevronMark />
      </span>
    </span>
  );
}

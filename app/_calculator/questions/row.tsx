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
import { type Row, useRow, useRowAtOnce } from "./rows.ts";
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
  const shown = useRow(finding);
  const { stated, status, noted, measured, problem } = shown;
  const [open, setOpen] = useState(false);
  const id = useId();
  const row = useRef<HTMLDivElement>(null);
  return (
    <div ref={row} id={rowId(finding)} className="finding" hidden={hidden}>
      <Line
        finding={finding}
        id={id}
        shown={shown}
        enter={(next, pressed) => {
          // What comes with an answer may stand above it, as that there is a problem, and what follows may open its row:
          // a finger finds the next row where it was, and who presses keys finds the answer there.
          const place = pressed ? row.current : row.current?.firstElementChild;
          const keep = (change: () => void) => (place ? keepBelow(place, change) : change());
          const change = () => answerAgain(store.getHistory(), finding, next);
          keep(() => store.press(change, (tell) => keep(() => flushSync(tell))));
        }}
      >
        <button
          type="button"
          className="finding-label"
          aria-expanded={open}
          aria-controls={open ? `${id}-definition` : undefined}
          onClick={() => setOpen(!open)}
        >
          <FindingName id={`${id}-label`} label={definitions.findings[finding].label} />
        </button>
      </Line>
      {noted && <AnswerNotes id={`${id}-notes`} finding={finding} />}
      {status === "present" && <AskedInstead finding={finding} />}
      {stated === "present" && measured && <AgainstValues finding={finding} />}
      {problem && <FindingProblems finding={finding} />}
      {open && <FindingDefinition id={`${id}-definition`} finding={finding} />}
      {status === "present" && <Attribution finding={finding} />}
    </div>
  );
});

/** The name, the answer and its place for what it is worth. The answer is painted in the same frame as the press. */
function Line({
  finding,
  id,
  shown,
  enter,
  children,
}: {
  finding: FindingId;
  id: string;
  /** What stands below it is of this row. */
  shown: Row;
  enter: (next: Status, pressed: boolean) => void;
  children: React.ReactNode;
}) {
  const row = useRowAtOnce(finding);
  const { stated, status, explained } = row;
  // What stands below is of the answer before, until it is drawn anew: it is neither seen nor said.
  const ahead = row !== shown;
  return (
    <div className="finding-line" data-ahead={ahead || undefined}>
      {children}
      <FindingWorth id={`${id}-worth`} finding={finding} present={status === "present"} />
      <AnswerChoice
        name={finding}
        labelledBy={`${id}-label`}
        describedBy={shown.noted && !ahead ? `${id}-worth ${id}-notes` : `${id}-worth`}
        status={status}
        derived={status !== "unknown" && stated === "unknown"}
        explained={explained}
        enter={enter}
      />
    </div>
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

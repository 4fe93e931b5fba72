"use client";

import { memo, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { soon } from "../_calculator/soon.tsx";
import { countEntries } from "../_record/patients/entries.ts";
import { useRecord } from "../_store/use-record.ts";
import { leaveQuickFind } from "./focus-quick-find.ts";
import "./entered.css";

const EnteredLines = soon((code) => code.EnteredLines);

/**
 * All that was entered, the newest first, each with the ways to correct it, to explain it and to take it away. It has
 * the same height with one entry and with thirty, and another one, as fixed, when it is opened.
 */
export function EnteredList({ newest, children }: { newest: unknown; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  // What was just entered is at the top, wherever the list was scrolled to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what makes something new to be seen
  useEffect(() => {
    // In the frame, which lays the page out anyway; here it would be laid out once more.
    const frame = requestAnimationFrame(() => box.current?.scrollTo(0, 0));
    return () => cancelAnimationFrame(frame);
  }, [newest]);
  return (
    <div className="entered" data-open={open}>
      <div ref={box} id={id} className="entered-box">
        {children}
        {LINES}
      </div>
      <div className="entered-side">
        <Opener open={open} setOpen={setOpen} box={id} />
        <button
          type="button"
          className="link entered-back"
          aria-label="Back to where you were"
          onClick={leaveQuickFind}
        >
          Back
        </button>
      </div>
    </div>
  );
}

/** One element for good: what the quick find says anew does not draw the lines anew, which follow a frame later. */
const LINES = <Lines />;

function Lines() {
  const any = useRecord((record) => countEntries(record) > 0);
  return any && <EnteredLines />;
}

const Opener = memo(function Opener({
  open,
  setOpen,
  box,
}: {
  open: boolean;
  setOpen: (open: boolean) => void;
  box: string;
}) {
  const count = useRecord(countEntries);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="link"
      aria-expanded={open}
      aria-controls={box}
      aria-label={`${open ? "Fewer" : `All ${count}`} of what was entered so far`}
      onClick={() => setOpen(!open)}
    >
      {open ? "Fewer" : `All ${count}`}
    </button>
  );
});

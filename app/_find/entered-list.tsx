"use client";

import { memo, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { soon } from "../_calculator/soon.tsx";
import { leaveQuickFind } from "./focus-quick-find.ts";
import "./entered.css";

// Neither is drawn anew by what the quick find says: they follow a frame later.
const EnteredLines = memo(soon((code) => code.EnteredLines));
const EnteredOpener = memo(soon((code) => code.EnteredOpener));

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
        <EnteredLines />
      </div>
      <div className="entered-side">
        <EnteredOpener open={open} setOpen={setOpen} box={id} />
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

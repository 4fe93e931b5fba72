"use client";

import { useEffect, useRef } from "react";
import { showResult, useView } from "../_store/view-store.ts";
import { SetDetail } from "./set-detail.tsx";
import { SetList } from "./set-list.tsx";

/** The result beside the form; on a narrow screen it covers the form when it is opened. */
export function ResultPanel() {
  const open = useView((view) => view.resultOpen);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (open) heading.current?.focus();
  }, [open]);
  return (
    <aside
      className="result-panel"
      data-open={open}
      aria-labelledby="result-heading"
      onKeyDown={(event) => event.key === "Escape" && showResult(false)}
    >
      <div className="flex items-baseline justify-between">
        <h2 id="result-heading" ref={heading} tabIndex={-1} className="text-heading font-semibold">
          Result
        </h2>
        <button type="button" className="button result-close" onClick={() => showResult(false)}>
          Back to the questions
        </button>
      </div>
      <SetList />
      <SetDetail />
    </aside>
  );
}

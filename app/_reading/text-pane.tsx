"use client";

import { memo, useMemo } from "react";
import { partsOf, shownText } from "../../lib/reading/marks.ts";
import type { Review } from "../../lib/reading/review.ts";
import type { Span } from "../../lib/reading/types.ts";
import { reviewRowId } from "./review-row.tsx";
import "./text-pane.css";

/** The id of the place in the text that begins at a position. */
function markId(start: number): string {
  return `mark-${start}`;
}

/** The text as it was brought, with a mark for each place that was read. A mark leads to its proposal. */
export const TextPane = memo(function TextPane({ text, review }: { readonly text: string; readonly review: Review }) {
  const parts = useMemo(() => partsOf(text, review), [text, review]);
  const shown = useMemo(() => shownText(text), [text]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by key as well
    <section className="text-pane" dir="ltr" aria-label="The text" tabIndex={0}>
      {parts.map((part) => {
        const words = shown.slice(...part.from);
        const key = part.from[0];
        if (part.kind === "plain") return <span key={key}>{words}</span>;
        if (part.kind === "passed") {
          return (
            <span key={key} id={markId(key)} className="text-passed">
              {words}
            </span>
          );
        }
        return (
          <a
            key={key}
            id={markId(key)}
            data-mark={part.id}
            className="text-mark"
            href={`#${reviewRowId(part.id)}`}
            onClick={(event) => {
              event.preventDefault();
              leadToRow(part.id);
            }}
          >
            {words}
          </a>
        );
      })}
    </section>
  );
});

function leadToRow(id: string): void {
  const row = document.getElementById(reviewRowId(id));
  row?.scrollIntoView({ block: "center" });
  (row?.querySelector<HTMLElement>("[data-review-take]") ?? row)?.focus({ preventScroll: true });
}

/** Brings a place of the text into view, within the text alone. */
function bringIntoView(mark: HTMLElement): void {
  const pane = mark.closest(".text-pane");
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  const own = mark.getBoundingClientRect();
  if (own.top < top || own.bottom > bottom) pane.scrollTop += own.top - (top + bottom) / 2;
}

/** Shows which place of the text the proposal that is looked at stands in. */
export function showMarkOf(id: string | undefined): void {
  for (const mark of document.querySelectorAll<HTMLElement>("[data-mark]")) {
    if (mark.dataset["mark"] !== id) delete mark.dataset["looked"];
    else {
      mark.dataset["looked"] = "";
      bringIntoView(mark);
    }
  }
}

/** Leads to a place in the text. */
export function leadToPlace([start]: Span): void {
  const mark = document.getElementById(markId(start));
  if (!mark) return;
  mark.scrollIntoView({ block: "center" });
  if (mark instanceof HTMLAnchorElement) mark.focus({ preventScroll: true });
  else {
    mark.tabIndex = -1;
    mark.focus({ preventScroll: true });
  }
}

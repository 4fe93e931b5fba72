"use client";

import { useEffect, useRef } from "react";
import { late } from "../../_components/late.tsx";
import { Tabs } from "../../_components/tabs.tsx";
import { exampleTitle } from "../../_record/patients/example-label.ts";
import { useAssessmentAtOnce, useRecord } from "../../_store/use-record.ts";
import { showPanel, showResult, uncoverQuestions, useView } from "../../_store/view-store.ts";
import { soon } from "../soon.tsx";
import { SetList } from "./set-list.tsx";
import "./result.css";

const LOADING = <p className="py-6 text-muted">Loading</p>;

const BackCloses = soon((code) => code.BackCloses);
const SetDetail = soon(
  (code) => code.SetDetail,
  () => LOADING,
);

// Not needed for the first result, so not part of what the page loads first.
const CompareView = late(() => import("./compare.tsx").then((all) => all.default), LOADING);
const TimelineView = late(() => import("./timeline.tsx").then((all) => all.default), LOADING);

const VIEWS = [
  { id: "reasons", title: "Reasons" },
  { id: "compare", title: "Compare" },
  { id: "timeline", title: "Over time" },
] as const;

const close = () => {
  showResult(false);
  uncoverQuestions();
};

/** The result beside the form; on a narrow screen it covers the form when it is opened. */
export function ResultPanel({ ready }: { ready: boolean }) {
  const open = useView((view) => view.resultOpen);
  const withheld = useAssessmentAtOnce(({ evaluations }) => evaluations === undefined);
  const view = useView(({ panel }) => panel);
  const example = useRecord((record) => exampleTitle(record.label) !== undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const title = heading.current;
    if (!open || !title) return;
    title.focus({ preventScroll: true });
    // Opened at the top of the page, where the header leaves no room for it on a screen that is low or enlarged.
    requestAnimationFrame(() => title.getBoundingClientRect().bottom > window.innerHeight && title.scrollIntoView());
  }, [open]);
  return (
    <section
      className="result-panel"
      aria-labelledby="result-heading"
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <div className="result-head">
        <h2 id="result-heading" ref={heading} tabIndex={-1} className="result-title">
          Result {example && <span className="result-example">Example</span>}
        </h2>
        <button type="button" className="button result-close" onClick={close}>
          Back to the questions
        </button>
      </div>
      {open && <BackCloses close={close} />}
      <fieldset disabled={!ready}>
        <SetList />
        {withheld ? (
          <p className="problem mt-4">
            No result while there is a problem with the record. The questions say where it is and what would solve it.
          </p>
        ) : (
          <Tabs label="The result in detail" tabs={VIEWS} chosen={view} choose={showPanel}>
            {view === "reasons" && <SetDetail />}
            {view === "compare" && <CompareView />}
            {view === "timeline" && <TimelineView />}
          </Tabs>
        )}
      </fieldset>
    </section>
  );
}

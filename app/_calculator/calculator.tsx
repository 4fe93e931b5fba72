"use client";

import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { CONTENT_ID, keepFocus } from "../_components/keep-focus.ts";
import { QuickFind } from "../_find/quick-find.tsx";
import { Notices } from "../_record/notices.tsx";
import { useSessionState } from "../_record/session/use-session.ts";
import { restoreChoice, showQuestions, useView } from "../_store/view-store.ts";
import { ProblemSummary } from "./problems/summary.tsx";
import { Rail } from "./questions/group-list.tsx";
import { Questions } from "./questions/questions.tsx";
import { Announcement } from "./result/announcement.tsx";
import { ResultBar } from "./result/bar.tsx";
import { ResultPanel } from "./result/panel.tsx";
import { fetchSoon, soon } from "./soon.tsx";
import "./calculator.css";

const RulerTextures = soon((code) => code.RulerTextures);

/** The calculator: groups on the left, questions in the middle, the result beside them; `foot` stands below the questions. */
export function Calculator({ foot }: { readonly foot: ReactNode }) {
  const resultOpen = useView((view) => view.resultOpen);
  const patientsShown = useSessionState((state) => state.patientsShown);
  const [ready, setReady] = useState(false);
  const main = useRef<HTMLElement>(null);
  // At once, before anything is fetched that the page can be used without: on a busy machine that would come first.
  useLayoutEffect(() => setReady(true), []);
  useEffect(() => {
    restoreChoice();
    fetchSoon();
  }, []);
  // Another patient is begun at the top. Nothing that was opened or typed for the one before stays.
  useEffect(() => {
    if (patientsShown === 0) return;
    showQuestions();
    for (const scrolled of [document.documentElement, ...(main.current?.children ?? [])]) scrolled.scrollTop = 0;
    keepFocus();
  }, [patientsShown]);
  return (
    <main
      ref={main}
      id={CONTENT_ID}
      tabIndex={-1}
      className="calculator"
      data-ready={ready}
      data-result-open={resultOpen}
    >
      {!ready && <p className="calculator-slow">The form can be used once its scripts have arrived.</p>}
      <RulerTextures />
      <Announcement />
      <Rail />
      <h1 className="sr-only">Classification criteria for one patient</h1>
      <div id="questions" className="questions">
        <Notices />
        {/* Read by everyone, and pressed only once a press does something. */}
        <fieldset disabled={!ready}>
          <Fragment key={patientsShown}>
            <QuickFind />
            <ProblemSummary />
            <Questions />
          </Fragment>
        </fieldset>
        {foot}
      </div>
      <ResultPanel key={patientsShown} ready={ready} />
      <ResultBar ready={ready} />
    </main>
  );
}

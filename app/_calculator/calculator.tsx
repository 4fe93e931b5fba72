"use client";

import { useEffect, useState } from "react";
import { QuickFind } from "../_find/quick-find.tsx";
import { Notices } from "../_record/notices.tsx";
import { useView } from "../_store/view-store.ts";
import { Announcement } from "./announcement.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { Questions } from "./questions.tsx";
import { Rail } from "./rail.tsx";
import { ResultBar } from "./result-bar.tsx";
import { ResultPanel } from "./result-panel.tsx";
import { RulerTextures } from "./ruler.tsx";

/** The calculator: groups on the left, questions in the middle, the result beside them. */
export function Calculator() {
  const resultOpen = useView((view) => view.resultOpen);
  const panel = useView((view) => view.panel);
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <main className="calculator" data-result-open={resultOpen} data-view={panel} inert={!ready}>
      {!ready && <p className="slow">The form can be used once its scripts have arrived.</p>}
      <RulerTextures />
      <Announcement />
      <Rail />
      <h1 className="sr-only">Classification criteria for one patient</h1>
      <div id="questions" className="questions">
        <Notices />
        <QuickFind />
        <ProblemSummary />
        <Questions />
      </div>
      <ResultPanel />
      <ResultBar />
    </main>
  );
}

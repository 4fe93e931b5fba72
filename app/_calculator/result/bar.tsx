"use client";

import { verdictWords } from "../../../lib/explain/verdict.ts";
import { focusQuickFind } from "../../_find/focus-quick-find.ts";
import { OpenPatient } from "../../_record/patients/open-patient.tsx";
import { useAssessment } from "../../_store/use-record.ts";
import { RESULT_BAR_ID, showResult, useView } from "../../_store/view-store.ts";
import { GROUPS_ID } from "../questions/group-list.tsx";
import { setById } from "../readers.ts";
import { Ruler } from "./ruler.tsx";
import { reachedWords } from "./threshold-words.ts";

/** The opened set's result in one line at the bottom of a narrow screen, with the ways to any other question. */
export function ResultBar({ ready }: { ready: boolean }) {
  const set = setById(useView((view) => view.set));
  const open = useView((view) => view.resultOpen);
  const result = useAssessment((assessment) => set && assessment.result.results?.[set.id]);
  if (!set) return null;
  return (
    <fieldset className="result-bar" disabled={!ready}>
      <button
        id={RESULT_BAR_ID}
        type="button"
        className="result-bar-result"
        aria-expanded={open}
        onClick={() => showResult(true)}
      >
        <OpenPatient />
        <span className="flex justify-between gap-4">
          <span>{set.short}</span>
          <span>
            <span className="font-semibold">{result ? result.score.value : "No result"}</span>
            {result && <span className="text-muted">, {reachedWords(result, set)}</span>}
          </span>
        </span>
        {result && (
          <>
            <Ruler result={result} set={set} />
            <span className={`set-line-verdict is-${result.asAssessed}`}>{verdictWords(result, set)}</span>
          </>
        )}
      </button>
      <span className="flex flex-col gap-1">
        <button type="button" className="button" onClick={focusQuickFind}>
          Find
        </button>
        <button type="button" className="button" popoverTarget={GROUPS_ID}>
          Groups
        </button>
      </span>
    </fieldset>
  );
}

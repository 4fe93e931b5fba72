"use client";

import { verdictWords } from "../../lib/explain/verdict.ts";
import { useAssessment } from "../_store/use-record.ts";
import { showResult, useView } from "../_store/view-store.ts";
import { setById } from "./readers.ts";
import { Ruler } from "./ruler.tsx";
import { reachedWords } from "./threshold-words.ts";

/** The opened set's result in one line at the bottom of a narrow screen. */
export function ResultBar() {
  const set = setById(useView((view) => view.set));
  const open = useView((view) => view.resultOpen);
  const result = useAssessment((assessment) => set && assessment.result.results?.[set.id]);
  if (!set) return null;
  return (
    <button type="button" className="result-bar" aria-expanded={open} onClick={() => showResult(true)}>
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
  );
}

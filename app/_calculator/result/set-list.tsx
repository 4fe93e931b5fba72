"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { useAssessmentWhileSeen } from "../../_store/use-record.ts";
import { openSet, seesResult, useView } from "../../_store/view-store.ts";
import { Ruler, RulerMarks } from "./ruler.tsx";
import { neededNumber, reachedWords } from "./threshold-words.ts";

/** All sets at a glance, one line each; the opened one is said loud, with its score on a ruler that has its marks. */
export function SetList() {
  return (
    <ul className="set-list">
      {definitions.sets.map((set) => (
        <SetLine key={set.id} set={set} />
      ))}
    </ul>
  );
}

function SetLine({ set }: { set: CriteriaSet }) {
  const result = useAssessmentWhileSeen(seesResult, ({ result }) => result.results?.[set.id]);
  const opened = useView((view) => view.set === set.id);
  return (
    <li>
      <button type="button" aria-pressed={opened} className="set-line" onClick={() => openSet(set.id)}>
        <span className="set-line-name">{set.short}</span>
        {result ? (
          <>
            <span className="set-line-score">
              <span className="font-semibold">{result.score.value}</span>
              {opened ? (
                <span className="text-muted">, {reachedWords(result, set)}</span>
              ) : (
                <span className="text-muted">
                  <span aria-hidden="true"> / {neededNumber(result.score)}</span>
                  <span className="sr-only">, {reachedWords(result, set)}</span>
                </span>
              )}
            </span>
            <span className={`set-line-verdict is-${result.asAssessed}`}>{verdictWords(result, set)}</span>
            <Ruler result={result} set={set} large={opened} />
            {opened && <RulerMarks result={result} set={set} />}
          </>
        ) : (
          <span className="set-line-verdict">No result</span>
        )}
      </button>
    </li>
  );
}

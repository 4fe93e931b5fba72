"use client";

import { memo } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { useOutlineWhileSeen } from "../../_store/use-record.ts";
import { openSet, seesResult, useView } from "../../_store/view-store.ts";
import { LateRuler } from "./late-ruler.tsx";
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

/** Each part of a line follows what it says: most answers change a score, and few a verdict. */
function SetLine({ set }: { set: CriteriaSet }) {
  const reached = useOutlineWhileSeen(seesResult, set, (result) => reachedWords(result, set));
  const needed = useOutlineWhileSeen(seesResult, set, ({ score }) => neededNumber(score));
  const opened = useView((view) => view.set === set.id);
  return (
    <li>
      <button type="button" aria-pressed={opened} className="set-line" onClick={() => openSet(set.id)}>
        <span className="set-line-name">{set.short}</span>
        {reached ? (
          <>
            <span className="set-line-score">
              <ScoreNumber set={set} />
              {opened ? (
                <span className="text-muted">, {reached}</span>
              ) : (
                <span className="text-muted">
                  <span aria-hidden="true"> / {needed}</span>
                  <span className="sr-only">, {reached}</span>
                </span>
              )}
            </span>
            <Verdict set={set} />
            <LateRuler set={set} large={opened} />
          </>
        ) : (
          <span className="set-line-verdict">No result</span>
        )}
      </button>
    </li>
  );
}

const ScoreNumber = memo(function ScoreNumber({ set }: { set: CriteriaSet }) {
  return <span className="font-semibold">{useOutlineWhileSeen(seesResult, set, ({ score }) => score.value)}</span>;
});

const Verdict = memo(function Verdict({ set }: { set: CriteriaSet }) {
  const asAssessed = useOutlineWhileSeen(seesResult, set, (result) => result.asAssessed);
  const words = useOutlineWhileSeen(seesResult, set, (result) => verdictWords(result, set));
  return <span className={`set-line-verdict is-${asAssessed}`}>{words}</span>;
});

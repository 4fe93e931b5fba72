"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { thresholdOf } from "../../../lib/definition/walk.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { useOutlineWhileSeen } from "../../_store/use-record.ts";
import { openSet, seesResult, useView } from "../../_store/view-store.ts";
import { RulerPlace } from "./ruler-place.tsx";
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
                  <span aria-hidden="true"> / {neededNumber(thresholdOf(set))}</span>
                  <span className="sr-only">, {reached}</span>
                </span>
              )}
            </span>
            <Verdict set={set} />
            <RulerPlace set={set} large={opened} />
          </>
        ) : (
          <span className="set-line-verdict">No result</span>
        )}
      </button>
    </li>
  );
}

function ScoreNumber({ set }: { set: CriteriaSet }) {
  return <span className="font-semibold">{useOutlineWhileSeen(seesResult, set, ({ score }) => score.value)}</span>;
}

function Verdict({ set }: { set: CriteriaSet }) {
  const asAssessed = useOutlineWhileSeen(seesResult, set, (result) => result.asAssessed);
  const words = useOutlineWhileSeen(seesResult, set, (result) => verdictWords(result, set));
  return <span className={`set-line-verdict is-${asAssessed}`}>{words}</span>;
}

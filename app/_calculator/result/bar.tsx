"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { routeTaken } from "../../../lib/explain/verdict.ts";
import type { Outline } from "../../../lib/scoring/evaluate.ts";
import { callQuickFind } from "../../_find/focus-quick-find.ts";
import { Step } from "../../_record/sheet/step.tsx";
import { useAssessmentWhileSeen, useOutlineWhileSeen } from "../../_store/use-record.ts";
import { RESULT_BAR_ID, seesResultBar, showResult, useView } from "../../_store/view-store.ts";
import { GROUPS_ID } from "../questions/group-list.tsx";
import { setById } from "../readers.ts";
import { RulerPlace } from "./ruler-place.tsx";
import { neededNumber, resultWords } from "./threshold-words.ts";
import "./bar.css";

/**
 * At the bottom of a narrow screen, upright or turned: the opened set's result, from which the whole of it opens, the
 * way back, and the ways to any other question.
 */
export function ResultBar({ ready }: { ready: boolean }) {
  const set = setById(useView((view) => view.set));
  const open = useView((view) => view.resultOpen);
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
        <Heard set={set} />
        <span className="result-bar-words" aria-hidden="true">
          <Score set={set} />
          <SetName short={set.short} />
          <ShortVerdict set={set} />
          <SetsMet />
        </span>
        <span aria-hidden="true">
          <RulerPlace set={set} large={false} />
        </span>
      </button>
      <Step way="undo" />
      <button type="button" className="button" onClick={({ currentTarget }) => callQuickFind(currentTarget)}>
        Find
      </button>
      <button type="button" className="button" popoverTarget={GROUPS_ID}>
        Groups
      </button>
    </fieldset>
  );
}

/** What a screen reader gets in place of the words of the bar. */
function Heard({ set }: { set: CriteriaSet }) {
  const words = useAssessmentWhileSeen(seesResultBar, ({ evaluations }) =>
    resultWords(evaluations?.[set.id]?.outline, set),
  );
  return <span className="sr-only">Result: {words}</span>;
}

/** "19 / 10", or "14 / >7" where the number itself is not enough. */
function Score({ set }: { set: CriteriaSet }) {
  const words = useOutlineWhileSeen(seesResultBar, set, ({ score }) => `${score.value} / ${neededNumber(score)}`);
  return <span className="result-bar-score">{words ?? "No result"}</span>;
}

function SetsMet() {
  const met = useAssessmentWhileSeen(
    seesResultBar,
    ({ evaluations }) =>
      evaluations && Object.values(evaluations).filter(({ outline }) => outline.asAssessed === "classified").length,
  );
  if (met === undefined) return null;
  return (
    <span className="result-bar-sets">
      {met} of {definitions.sets.length} sets met
    </span>
  );
}

/** The name of a set, its year only where there is room. */
function SetName({ short }: { short: string }) {
  const [name, year] = short.split(/ (?=\d{4}$)/);
  return (
    <span className="result-bar-set">
      {name}
      {year && <span className="result-bar-year"> {year}</span>}
    </span>
  );
}

function ShortVerdict({ set }: { set: CriteriaSet }) {
  const judged = useOutlineWhileSeen(seesResultBar, set, (outline) => {
    const { verdict, asAssessed, entry } = outline;
    return { verdict, asAssessed, entry, route: routeTaken(outline, set) };
  });
  if (!judged) return null;
  return (
    <span className={`result-bar-verdict is-${judged.asAssessed}`}>
      <ShortVerdictWords judged={judged} set={set} />
    </span>
  );
}

/** The verdict in as few words as say whether an unknown answer could still change it. */
function ShortVerdictWords({
  judged: { verdict, asAssessed, entry, route },
  set,
}: {
  judged: Judged;
  set: CriteriaSet;
}) {
  const { met, notMet } = set.outcome;
  if (verdict === "undetermined" && entry === "unknown") return "Entry not known";
  if (verdict === "undetermined" && asAssessed === "not-classified") {
    return (
      <>
        <span className="result-bar-full">{notMet} so far</span>
        <span className="result-bar-brief">Still open</span>
      </>
    );
  }
  return (
    <>
      {asAssessed === "classified" ? met : notMet}
      {route && <span className="result-bar-full"> by {route}</span>}
      {verdict === "undetermined" && " so far"}
    </>
  );
}

type Judged = Pick<Outline, "verdict" | "asAssessed" | "entry"> & { readonly route: string | undefined };

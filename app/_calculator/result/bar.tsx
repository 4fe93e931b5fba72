"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { routeTaken } from "../../../lib/explain/verdict.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { callQuickFind } from "../../_find/focus-quick-find.ts";
import { Step } from "../../_record/sheet/step.tsx";
import { useAssessmentWhileSeen } from "../../_store/use-record.ts";
import { RESULT_BAR_ID, seesResultBar, showResult, useView } from "../../_store/view-store.ts";
import { GROUPS_ID } from "../questions/group-list.tsx";
import { setById } from "../readers.ts";
import { Ruler } from "./ruler.tsx";
import { resultWords } from "./threshold-words.ts";
import "./bar.css";

/**
 * At the bottom of a narrow screen, upright or turned: the opened set's result, from which the whole of it opens, the
 * way back, and the ways to any other question.
 */
export function ResultBar({ ready }: { ready: boolean }) {
  const set = setById(useView((view) => view.set));
  const open = useView((view) => view.resultOpen);
  const result = useAssessmentWhileSeen(seesResultBar, (assessment) => set && assessment.result.results?.[set.id]);
  const met = useAssessmentWhileSeen(seesResultBar, ({ result: { results } }) =>
    results ? definitions.sets.filter(({ id }) => results[id]?.asAssessed === "classified").length : 0,
  );
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
        <span className="sr-only">Result: {resultWords(result, set)}</span>
        <span className="result-bar-words" aria-hidden="true">
          <span className="result-bar-score">{result ? scoreWords(result) : "No result"}</span>
          <SetName short={set.short} />
          {result && (
            <span className={`result-bar-verdict is-${result.asAssessed}`}>
              <ShortVerdict result={result} set={set} />
            </span>
          )}
          {result && (
            <span className="result-bar-sets">
              {met} of {definitions.sets.length} sets met
            </span>
          )}
        </span>
        {result && (
          <span aria-hidden="true">
            <Ruler result={result} set={set} />
          </span>
        )}
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

/** "19 / 10", or "14 / >7" where the number itself is not enough. */
function scoreWords({ score: { value, threshold, comparison } }: SetResult): string {
  return `${value} / ${comparison === ">" ? ">" : ""}${threshold}`;
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

/** The verdict in as few words as say whether an unknown answer could still change it. */
function ShortVerdict({ result, set }: { result: SetResult; set: CriteriaSet }) {
  const { verdict, asAssessed, entry } = result;
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
  const route = routeTaken(result, set);
  return (
    <>
      {asAssessed === "classified" ? met : notMet}
      {route && <span className="result-bar-full"> by {route}</span>}
      {verdict === "undetermined" && " so far"}
    </>
  );
}

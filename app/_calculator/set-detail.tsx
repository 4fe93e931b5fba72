"use client";

import type { CriteriaSet } from "../../criteria/types.ts";
import { byState, clauseReason, criterionById, criterionReason } from "../../lib/explain/reasons.ts";
import type { Context } from "../../lib/explain/values.ts";
import type { ClauseResult, CriterionResult } from "../../lib/scoring/result.ts";
import { CrossMark, QuestionMark, TickMark } from "../_components/marks.tsx";
import { SecondOpinion } from "../_practice/second-opinion.tsx";
import { useAssessment } from "../_store/use-record.ts";
import { useView } from "../_store/view-store.ts";
import { OpenQuestions } from "./open-questions.tsx";
import { Part } from "./part.tsx";
import { setById } from "./readers.ts";
import { contextOf } from "./result-context.ts";
import { Robustness } from "./robustness.tsx";
import { Score } from "./score.tsx";

/** The opened set: its score against the threshold, and the reason for every item counted and not counted. */
export function SetDetail() {
  const set = setById(useView((view) => view.set));
  const { record, result } = useAssessment((assessment) => assessment);
  const of = set && result.results?.[set.id];
  if (!set || !of) return null;
  const context = contextOf(record);
  const { counted, notCounted, notMet } = byState(of.domains);
  return (
    <section aria-labelledby="opened-set">
      <Score result={of} set={set} />
      <Part title="The rule">
        <ul>
          {topClauses(of.rule).map((clause) => (
            <li key={clauseReason(clause, set, context)} className="clause" data-met={clause.met}>
              {clause.met === "true" ? <TickMark /> : clause.met === "false" ? <CrossMark /> : <QuestionMark />}
              <span>{clauseReason(clause, set, context)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Items title="Counted" items={counted} set={set} context={context} />
      <Items title="Not counted, and why" items={notCounted} set={set} context={context} />
      <Robustness set={set} />
      <OpenQuestions findings={of.open} />
      <Items title="Not met" items={notMet} set={set} context={context} />
      {of.notices.length > 0 && (
        <Part title="To keep in mind">
          <ul>
            {of.notices.map((notice) => (
              <li key={notice.message} className="item text-small">
                {notice.message}
              </li>
            ))}
          </ul>
        </Part>
      )}
      <SecondOpinion record={record} set={set} />
    </section>
  );
}

function topClauses(rule: ClauseResult): readonly ClauseResult[] {
  return rule.kind === "allOf" ? rule.of.flatMap(topClauses) : [rule];
}

function Items({
  title,
  items,
  set,
  context,
}: {
  title: string;
  items: readonly CriterionResult[];
  set: CriteriaSet;
  context: Context;
}) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {items.map((item) => (
          <li key={item.id} className="item" data-state={item.state}>
            <span className="item-title">{criterionById(set, item.id)?.title}</span>
            <span className="item-points">{item.state === "counted" ? item.weight : "0"}</span>
            <span className="item-reason">{criterionReason(item, set, context)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}

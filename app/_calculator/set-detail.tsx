"use client";

import Link from "next/link";
import { memo, useEffect, useState } from "react";
import type { CriteriaSet } from "../../criteria/types.ts";
import { otherNotices } from "../../lib/explain/deciding.ts";
import { otherReadingSentences } from "../../lib/explain/other-readings.ts";
import { byState, clauseReason, criterionById, reasonBesideTitle, topClauses } from "../../lib/explain/reasons.ts";
import type { Context } from "../../lib/explain/values.ts";
import { isEmpty } from "../../lib/record/edit.ts";
import type { CriterionResult } from "../../lib/scoring/result.ts";
import { CrossMark, QuestionMark, TickMark } from "../_components/marks.tsx";
import { SecondOpinion } from "../_practice/second-opinion.tsx";
import { useAssessment } from "../_store/use-record.ts";
import { useView } from "../_store/view-store.ts";
import { Dated } from "./dated.tsx";
import { MoreReasons } from "./more-reasons.tsx";
import { Part } from "./part.tsx";
import { setById } from "./readers.ts";
import { contextOf } from "./result-context.ts";
import { Score } from "./score.tsx";

/** The opened set: its score against the threshold, and the reason for every item counted and not counted. */
export function SetDetail() {
  const set = setById(useView((view) => view.set));
  const { record, result } = useAssessment((assessment) => assessment);
  const of = set && result.results?.[set.id];
  const used = useIsUsed() || !isEmpty(record);
  if (!set || !of) return null;
  const context = contextOf(record);
  const { counted, notCounted, notMet } = byState(of.domains);
  return (
    <section aria-labelledby="opened-set">
      <Score result={of} set={set} />
      {otherReadingSentences(of, set, context.definitions).map((sentence) => (
        <p key={sentence} className="text-small">
          {sentence}
        </p>
      ))}
      <Part title="The rule">
        <ul>
          {topClauses(of.rule).map((clause, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a set has the same clauses in the same order, whatever is answered
            <li key={position} className="clause" data-met={clause.met}>
              {clause.met === "true" ? <TickMark /> : clause.met === "false" ? <CrossMark /> : <QuestionMark />}
              <span>
                <Dated>{clauseReason(clause, set, context)}</Dated>
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Items title="Counted" items={counted} set={set} context={context} />
      <Items title="Not counted, and why" items={notCounted} set={set} context={context} />
      <MoreReasons set={set} result={of} record={record} used={used} />
      <Items title="Not met" items={notMet} set={set} context={context} />
      {otherNotices(of).length > 0 && (
        <Part title="To keep in mind">
          <ul>
            {otherNotices(of).map((notice) => (
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

const BEGINNINGS = ["pointermove", "click", "keyup"] as const;

/** Whether anybody has begun to use the page: until then, nothing that takes long is worked out for it. */
function useIsUsed(): boolean {
  const [used, setUsed] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const begin = (event: Event) => {
      // Between a press and its release an answer is being given.
      if (event.type === "pointermove" && "buttons" in event && event.buttons !== 0) return;
      listening.abort();
      setUsed(true);
    };
    for (const sign of BEGINNINGS) document.addEventListener(sign, begin, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return used;
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
          <Item
            key={item.id}
            set={set.id}
            id={item.id}
            title={criterionById(set, item.id)?.title ?? item.id}
            points={item.state === "counted" ? item.weight : 0}
            reason={reasonBesideTitle(item, set, context)}
          />
        ))}
      </ul>
    </Part>
  );
}

/** A criterion with what it adds and why. Only one that has changed is rendered again. */
const Item = memo(function Item({
  set,
  id,
  title,
  points,
  reason,
}: {
  set: string;
  id: string;
  title: string;
  points: number;
  reason: string;
}) {
  return (
    <li className="item" data-counted={points !== 0}>
      <Link className="item-title" href={`/criteria/${set}#criterion-${id}`} prefetch={false}>
        {title}
      </Link>
      <span className="item-points">{points}</span>
      {reason && (
        <span className="item-reason">
          <Dated>{reason}</Dated>
        </span>
      )}
    </li>
  );
});

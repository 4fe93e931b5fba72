"use client";

import { memo, useEffect, useMemo, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import { type Item as ReportItem, setReport } from "../../../lib/explain/report.ts";
import { isEmpty } from "../../../lib/record/edit.ts";
import { CrossMark, QuestionMark, TickMark } from "../../_components/marks.tsx";
import { PageLink } from "../../_components/page-link.tsx";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { SecondOpinion } from "../../_practice/second-opinion.tsx";
import { afterPaint } from "../../_store/after-paint.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { setById } from "../readers.ts";
import { MoreReasons } from "./more-reasons.tsx";
import { Score } from "./score.tsx";
import { Part } from "./titled-part.tsx";

/** The opened set: its score against the threshold, and the reason for every item counted and not counted. */
export function SetDetail() {
  const set = setById(useView((view) => view.set));
  const assessment = useAssessment((whole) => whole);
  const { record } = assessment;
  const report = useMemo(() => set && setReport(set, { ...assessment, definitions }), [set, assessment]);
  const used = useIsUsed() || !isEmpty(record);
  if (!report) return null;
  const { counted, notCounted, notMet, explainedYetCounts, notices } = report;
  return (
    <section aria-labelledby="opened-set">
      <Score result={report.result} set={report.set} />
      {report.otherReadings.map((sentence) => (
        <p key={sentence} className="text-small">
          {sentence}
        </p>
      ))}
      <Part title="The rule">
        <ul>
          {report.rule.map(({ met, sentence }, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a set has the same clauses in the same order, whatever is answered
            <li key={position} className="clause" data-met={met}>
              {met === "true" ? <TickMark /> : met === "false" ? <CrossMark /> : <QuestionMark />}
              <span>
                <UnbrokenDates>{sentence}</UnbrokenDates>
              </span>
            </li>
          ))}
        </ul>
      </Part>
      <Items title="Counted" items={counted} set={report.set.id} />
      <Items title="Not counted, and why" items={notCounted} set={report.set.id} />
      <Sentences title="Explained, and counts all the same" sentences={explainedYetCounts.map((one) => one.sentence)} />
      <MoreReasons report={report} record={record} used={used} />
      <Items title="Not met" items={notMet} set={report.set.id} />
      <Sentences title="To keep in mind" sentences={notices} />
      <SecondOpinion record={record} set={report.set} />
    </section>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence} className="item text-small">
            {sentence}
          </li>
        ))}
      </ul>
    </Part>
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
      // It may be the first answer.
      afterPaint(() => setUsed(true));
    };
    for (const sign of BEGINNINGS) document.addEventListener(sign, begin, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return used;
}

function Items({ title, items, set }: { title: string; items: readonly ReportItem[]; set: string }) {
  if (items.length === 0) return null;
  return (
    <Part title={title}>
      <ul>
        {items.map(({ id, title: name, state, weight, beside }) => (
          <Item key={id} set={set} id={id} title={name} points={state === "counted" ? weight : 0} reason={beside} />
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
      <PageLink className="item-title" href={`/criteria/${set}#criterion-${id}`}>
        {title}
      </PageLink>
      <span className="item-points">{points}</span>
      {reason && (
        <span className="item-reason">
          <UnbrokenDates>{reason}</UnbrokenDates>
        </span>
      )}
    </li>
  );
});

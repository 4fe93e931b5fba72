"use client";

import { useEffect, useRef, useState } from "react";
import { practice } from "../../../criteria/practice/index.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { definitions } from "../../../criteria/without-examples.ts";
import { mentionsOf, stagesOf } from "../../../lib/practice/case.ts";
import type { Outcome as Mark } from "../../../lib/practice/marking.ts";
import { type Reply, type Review, review } from "../../../lib/practice/review.ts";
import type { SittingCase } from "../../../lib/practice/sitting.ts";
import { addAttempt } from "../_store/progress-store.ts";
import { ReplyForm } from "./reply-form.tsx";
import { ReviewView } from "./review-view.tsx";
import type { Outcome } from "./sitting.tsx";
import { StageView } from "./stage-view.tsx";

/** One case: its stages, the reply, and the review of it. */
export function CaseRound({
  sittingCase,
  set,
  place,
  answered,
  next,
  scoreTwin,
}: {
  sittingCase: SittingCase;
  set: CriteriaSet;
  place: string;
  answered: (outcome: Outcome) => void;
  next: () => void;
  scoreTwin?: () => void;
}) {
  const { practiceCase } = sittingCase;
  const stages = stagesOf(practiceCase, definitions);
  const mentions = mentionsOf(practiceCase, definitions);
  const [opened, setOpened] = useState(1);
  const [marks, setMarks] = useState<Readonly<Record<string, Mark>>>({});
  const [reviewed, setReviewed] = useState<Review>();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);

  const check = (reply: Omit<Reply, "marks">) => {
    const result = review({ ...reply, marks }, practiceCase, set, definitions, practice.misreadings);
    const { singles = [] } = result.recognition ?? {};
    const pointsRight = result.domains.every(({ given, points }) => given === points);
    const missed = result.rules.filter(({ right }) => !right).map(({ rule }) => rule);
    addAttempt({
      at: new Date().toISOString(),
      case: practiceCase.id,
      set: set.id,
      sure: reply.sure,
      right: result.verdictAgrees,
      rules: [...result.rules],
      misreadings: singles.map(({ id }) => id),
    });
    answered({ title: practiceCase.title, set, right: result.verdictAgrees, pointsRight, missed });
    setReviewed(result);
  };
  const mark = (key: string, as: Mark | undefined) => {
    const { [key]: _, ...others } = marks;
    setMarks(as ? { ...others, [key]: as } : others);
  };

  return (
    <article className="practice-case">
      <p className="practice-place">
        {place} · {set.short} · difficulty {practiceCase.difficulty}
      </p>
      <h1 ref={title} tabIndex={-1} className="practice-title">
        {practiceCase.title}
      </h1>
      {stages.slice(0, opened).map((stage, position) => (
        <StageView
          key={stage.stage}
          stage={stage}
          mentions={mentions.filter((mention) => mention.stage === stage.stage)}
          marks={marks}
          mark={mark}
          locked={reviewed !== undefined}
          focusWhenOpened={position > 0}
        />
      ))}
      {opened < stages.length ? (
        <p className="practice-open">
          <button type="button" className="button button-main" onClick={() => setOpened(opened + 1)}>
            Open {stages[opened]?.stage}
          </button>
          <button type="button" className="button" onClick={() => setOpened(stages.length)}>
            Open all
          </button>
        </p>
      ) : (
        <>
          {practiceCase.otherwise === "absent" && (
            <p className="practice-note">Everything else that the sets ask was looked for and is absent.</p>
          )}
          {reviewed ? (
            <ReviewView
              review={reviewed}
              practiceCase={practiceCase}
              set={set}
              next={next}
              {...(scoreTwin && { scoreTwin })}
            />
          ) : (
            <ReplyForm set={set} check={check} />
          )}
        </>
      )}
    </article>
  );
}

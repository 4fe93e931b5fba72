"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { PracticeCase } from "../../../criteria/practice/types.ts";
import { mentionsOf, restWords, stagesOf } from "../../../lib/practice/case.ts";
import { misreadingsOf } from "../../../lib/practice/derived.ts";
import type { Outcome as Mark } from "../../../lib/practice/marking.ts";
import { momentOf } from "../../../lib/practice/progress.ts";
import { likeliestMistakes } from "../../../lib/practice/recognize.ts";
import { type Reply, type Review, type ReviewedSet, review } from "../../../lib/practice/review.ts";
import { type CaseOutcome, type Draft, replyOf, WHOLE } from "../../../lib/practice/saved-sitting.ts";
import type { SittingCase } from "../../../lib/practice/sitting.ts";
import { addAttempt } from "../_store/progress-store.ts";
import { MarkFindings } from "./mark-findings.tsx";
import { ReplyForm } from "./reply-form.tsx";
import { ReviewView } from "./review-view.tsx";
import { StageView } from "./stage-view.tsx";

/** The last review of each case: what a reply is counted by is what is shown, and the search is made once. */
const reviews = new WeakMap<PracticeCase, { readonly key: string; readonly found: Review }>();

function reviewOf(reply: Reply, practiceCase: PracticeCase, set: ReviewedSet): Review {
  const key = JSON.stringify([set.id, reply]);
  const before = reviews.get(practiceCase);
  if (before?.key === key) return before.found;
  const known = misreadingsOf(set, definitions, practice);
  const found = review(reply, practiceCase, set, definitions, known, practice.derivation.priors);
  reviews.set(practiceCase, { key, found });
  return found;
}

/** One case: its stages, the reply, and the review of it. */
export function CaseRound({
  sittingCase,
  set,
  place,
  last,
  again,
  draft,
  change,
  answered,
  next,
  scoreTwin,
}: {
  sittingCase: SittingCase;
  set: ReviewedSet;
  place: string;
  /** Whether no case follows. */
  last: boolean;
  /** Whether it was answered before and is looked at once more. */
  again?: boolean;
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
  answered: (outcome: CaseOutcome) => void;
  next: () => void;
  scoreTwin?: () => void;
}) {
  const { practiceCase } = sittingCase;
  const { opened, marks, checked } = draft;
  const stages = useMemo(() => stagesOf(practiceCase, definitions), [practiceCase]);
  const mentions = useMemo(() => mentionsOf(practiceCase, definitions), [practiceCase]);
  // A draft that is taken up again from the device is reviewed anew; nothing is counted twice.
  const reviewed = useMemo(() => {
    const replied = checked ? replyOf(draft) : undefined;
    return replied && "reply" in replied ? reviewOf(replied.reply, practiceCase, set) : undefined;
  }, [checked, draft, practiceCase, set]);
  const title = useRef<HTMLHeadingElement>(null);
  /** The first of the stages that were opened last: reading goes on there. */
  const [goOn, setGoOn] = useState<number>();
  const open = (upTo: number) => {
    setGoOn(opened);
    change({ opened: upTo });
  };
  /** Whether this case came opened as whole as the one before. */
  const [cameWhole] = useState(opened === WHOLE && !checked);
  const startsReviewed = useRef(checked);
  useEffect(() => {
    if (!startsReviewed.current) title.current?.focus();
  }, []);

  const check = (): string | undefined => {
    const replied = replyOf(draft);
    if ("problem" in replied) return replied.problem;
    const { reply } = replied;
    const result = reviewOf(reply, practiceCase, set);
    addAttempt({
      at: momentOf(new Date()),
      case: practiceCase.id,
      set: set.id,
      sure: reply.sure,
      right: result.verdictAgrees,
      rules: [...result.rules],
      misreadings: [...likeliestMistakes(result.recognition)],
    });
    answered({
      title: practiceCase.title,
      set: set.id,
      right: result.verdictAgrees,
      pointsRight: result.pointsAgree,
      missed: result.rules.filter(({ right }) => !right).map(({ rule }) => rule),
    });
    return undefined;
  };
  const mark = (key: string, as: Mark | undefined) => {
    const { [key]: _, ...others } = marks;
    change({ marks: as ? { ...others, [key]: as } : others });
  };

  return (
    <article className="practice-case">
      <p className="practice-place">
        {place} · {set.short} · difficulty {practiceCase.difficulty}
      </p>
      <h1 ref={title} tabIndex={-1} className="practice-title">
        {practiceCase.title}
      </h1>
      <p className="practice-rest">{restWords(practiceCase)}</p>
      {cameWhole && !checked && opened === WHOLE && (
        <button type="button" className="link practice-note" onClick={() => change({ opened: 1 })}>
          Open it stage by stage instead
        </button>
      )}
      {stages.slice(0, opened).map((stage, position) => (
        <StageView key={stage.stage} stage={stage} focusWhenOpened={position === goOn} />
      ))}
      {opened < stages.length ? (
        <p className="practice-open">
          <button type="button" className="button button-main" onClick={() => open(opened + 1)}>
            Open {stages[opened]?.stage}
          </button>
          <button type="button" className="button" onClick={() => open(WHOLE)}>
            Open all
          </button>
        </p>
      ) : reviewed ? (
        <ReviewView
          review={reviewed}
          practiceCase={practiceCase}
          set={set}
          onward={again ? "Back to the list" : last ? "See how it went" : "Next case"}
          next={next}
          {...(scoreTwin && { scoreTwin })}
        />
      ) : (
        <ReplyForm set={set} draft={draft} change={change} check={check}>
          <MarkFindings mentions={mentions} marks={marks} mark={mark} />
        </ReplyForm>
      )}
    </article>
  );
}

"use client";

import { useEffect, useRef } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { PracticeCase } from "../../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import type { Review } from "../../../lib/practice/review.ts";
import { Ruler } from "../../_calculator/result/ruler.tsx";
import { thresholdWords } from "../../_calculator/result/threshold-words.ts";
import { CrossMark, QuestionMark, TickMark } from "../../_components/marks.tsx";
import { Mistake } from "../../_practice/mistake.tsx";
import { scoreWords } from "../../_practice/words.ts";
import { DomainReview } from "./domain-review.tsx";
import { MentionReview } from "./mention-review.tsx";

/** Item by item what agreed, what did not and which rule says so; then what the other sets make of the patient. */
export function ReviewView({
  review,
  practiceCase,
  set,
  last,
  next,
  scoreTwin,
}: {
  review: Review;
  practiceCase: PracticeCase;
  set: CriteriaSet;
  /** Whether no case follows. */
  last: boolean;
  next: () => void;
  scoreTwin?: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const { result, recognition } = review;
  const pointsAgree = review.domains.every(({ given, points }) => given === points);
  return (
    <div className="practice-review">
      <h2 ref={heading} tabIndex={-1} className="practice-outcome" data-agrees={review.verdictAgrees && pointsAgree}>
        {headline(review.verdictAgrees, pointsAgree)}
      </h2>
      <p>
        {set.short}: {scoreWords(result.score.value, set.unit)}, {thresholdWords(result.score)}. {review.settled}
      </p>
      <Ruler result={result} set={set} large />
      <ul className="practice-rule">
        {review.rule.map(({ met, says }) => (
          <li key={says} className="clause" data-met={met}>
            {met === "true" ? <TickMark /> : met === "false" ? <CrossMark /> : <QuestionMark />}
            <span>{says}</span>
          </li>
        ))}
      </ul>
      {recognition && <Mistake recognition={recognition} set={set} />}
      <DomainReview domains={review.domains} set={set} />
      <MentionReview mentions={review.mentions} set={set} />
      {practiceCase.notes.length > 0 && (
        <section>
          <h3>About this patient</h3>
          <ul className="practice-notes">
            {practiceCase.notes.map(({ finding, says }) => (
              <li key={`${finding} ${says}`}>
                <a href={`/findings/${finding}`}>{definitions.findings[finding].label}</a>: {says}
              </li>
            ))}
          </ul>
        </section>
      )}
      {practiceCase.patient.age < 18 && <p className="problem">{practice.childCaveat}</p>}
      <section>
        <h3>The four sets</h3>
        <ul className="practice-sets">
          {definitions.sets.map((one) => {
            const each = review.results[one.id];
            return (
              each && (
                <li key={one.id}>
                  <span className="font-semibold">{one.short}</span>
                  <span>
                    {each.score.value}, {thresholdWords(each.score)}
                  </span>
                  <Ruler result={each} set={one} />
                  <span className={`is-${each.asAssessed}`}>{verdictWords(each, one)}</span>
                </li>
              )
            );
          })}
        </ul>
      </section>
      <p className="practice-open">
        <button type="button" className="button button-main" onClick={next}>
          {last ? "See how it went" : "Next case"}
        </button>
        {scoreTwin && (
          <button type="button" className="button" onClick={scoreTwin}>
            Score the twin: one fact is different
          </button>
        )}
      </p>
    </div>
  );
}

function headline(verdictAgrees: boolean, pointsAgree: boolean): string {
  if (verdictAgrees) return pointsAgree ? "You agree with the set." : "The verdict agrees, the points do not.";
  return pointsAgree ? "The points agree, the verdict does not." : "Verdict and points differ.";
}

"use client";

import { useEffect, useRef } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { PracticeCase } from "../../../criteria/practice/types.ts";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import { concerns } from "../../../lib/practice/case.ts";
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
  onward,
  next,
  scoreTwin,
}: {
  review: Review;
  practiceCase: PracticeCase;
  set: CriteriaSet;
  /** The words of the way on. */
  onward: string;
  next: () => void;
  scoreTwin?: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "start" });
  }, []);
  const { result, recognition, pointsAgree, verdictAgrees, verdictWhy, objections, defensible } = review;
  const wrongMarks = review.mentions.filter(({ agrees }) => !agrees).length;
  const notes = practiceCase.notes.filter((note) => concerns(note, set.id));
  const known = recognition && (recognition.singles.length > 0 || recognition.pairs.length > 0);
  return (
    <div className="practice-review">
      <h2
        ref={heading}
        tabIndex={-1}
        className="practice-outcome"
        data-agrees={verdictAgrees && pointsAgree && wrongMarks === 0}
      >
        {headline(verdictAgrees, pointsAgree, wrongMarks, objections.length > 0)}
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
      {objections.length > 0 && verdictAgrees && (
        <p className="practice-accept">
          You depart from the letter of {set.short} in a way that can be defended, and that is accepted.
        </p>
      )}
      {review.asItStands && (
        <p className="practice-accept">
          Right as it stands. {objections.length > 0 ? review.asItStands : "What could still change it is named above."}
        </p>
      )}
      {verdictWhy.length > 0 && (
        <p className="practice-why">
          <strong>Why not the verdict that you gave:</strong> {verdictWhy.join(" ")}
        </p>
      )}
      {recognition && (!pointsAgree || known) && <Mistake recognition={recognition} set={set} />}
      <DomainReview domains={review.domains} set={set} />
      <MentionReview mentions={review.mentions} set={set} />
      {defensible.length > 0 && (
        <section>
          <h3>What can be argued</h3>
          <ul className="practice-notes">
            {defensible.map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </section>
      )}
      {notes.length > 0 && (
        <section>
          <h3>About this patient</h3>
          <ul className="practice-notes">
            {notes.map(({ finding, says }) => (
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
      <p className="practice-note">
        <a href={`/rounds?case=${encodeURIComponent(practiceCase.id)}`}>Hold a round about this patient</a>
      </p>
      <p className="practice-open">
        <button type="button" className="button button-main" onClick={next}>
          {onward}
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

function headline(verdictAgrees: boolean, pointsAgree: boolean, wrongMarks: number, objects: boolean): string {
  if (verdictAgrees && pointsAgree) {
    if (wrongMarks === 0) return objects ? "A reasoned objection, accepted." : "You agree with the set.";
    return `Points and verdict agree; ${wrongMarks} ${wrongMarks === 1 ? "mark does" : "marks do"} not.`;
  }
  if (verdictAgrees) return "The verdict agrees, the points do not.";
  return pointsAgree ? "The points agree, the verdict does not." : "Verdict and points differ.";
}

"use client";

import { useEffect, useId, useRef } from "react";
import { capitalize } from "../../../lib/explain/values.ts";
import type { Mention, OpenedStage } from "../../../lib/practice/case.ts";
import { OUTCOMES, type Outcome } from "../../../lib/practice/marking.ts";
import { outcomeWords } from "../../_practice/words.ts";

/** One stage of the story, and a mark for each thing that it mentions. */
export function StageView({
  stage: { stage, segments },
  mentions,
  marks,
  mark,
  locked,
  hint,
  focusWhenOpened,
}: {
  stage: OpenedStage;
  mentions: readonly Mention[];
  marks: Readonly<Record<string, Outcome>>;
  mark: (key: string, as: Outcome | undefined) => void;
  locked: boolean;
  /** How to mark, said once. */
  hint?: string;
  focusWhenOpened: boolean;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focusWhenOpened) heading.current?.focus();
  }, [focusWhenOpened]);
  return (
    <section aria-labelledby={id} className="practice-stage">
      <h2 id={id} ref={heading} tabIndex={-1}>
        {stage}
      </h2>
      <p className="practice-story">
        {segments.map((segment, position) => (
          // The segments of a case never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <span key={position} data-kind={segment.kind}>
            {segment.text}
          </span>
        ))}
      </p>
      {hint && !locked && <p className="practice-note">{hint}</p>}
      {!locked && mentions.length > 0 && (
        <ul className="practice-marks">
          {mentions.map((mention) => (
            <li key={mention.key}>
              <label htmlFor={`${id}-${mention.key}`}>{capitalize(mention.words.join(" … "))}</label>
              <select
                id={`${id}-${mention.key}`}
                className="field"
                value={marks[mention.key] ?? ""}
                onChange={({ target }) =>
                  mark(
                    mention.key,
                    OUTCOMES.find((one) => one === target.value),
                  )
                }
              >
                <option value="">not marked</option>
                {OUTCOMES.map((outcome) => (
                  <option key={outcome} value={outcome}>
                    {outcomeWords(outcome)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

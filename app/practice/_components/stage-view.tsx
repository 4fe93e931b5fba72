"use client";

import { useEffect, useId, useRef } from "react";
import type { OpenedStage } from "../../../lib/practice/case.ts";

/** One stage of the story. */
export function StageView({
  stage: { stage, segments },
  focusWhenOpened,
}: {
  stage: OpenedStage;
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
    </section>
  );
}

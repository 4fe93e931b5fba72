"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { CaseOutcome } from "../../../lib/practice/saved-sitting.ts";

/** What a sitting came to, and the way back into each of its cases. */
export function SittingEnd({
  outcomes,
  again,
  open,
}: {
  outcomes: readonly CaseOutcome[];
  again: () => void;
  /** Shows an answered case once more, by its place in the list. */
  open: (place: number) => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const right = outcomes.filter((one) => one.right).length;
  const missed = [...new Set(outcomes.flatMap((one) => one.missed))].slice(0, 10);
  const points = outcomes.filter(({ pointsRight }) => pointsRight).length;
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="practice-title">
        {right} of {outcomes.length} verdicts right
      </h1>
      <p className="practice-lead">
        Every point was right in {points} of {outcomes.length}.
      </p>
      <ol className="practice-outcomes">
        {outcomes.map(({ title, set, right: verdict, pointsRight, reply }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list only grows, and a case may come twice
          <li key={position}>
            <span>
              {reply ? (
                <button type="button" className="link" onClick={() => open(position)}>
                  {title}
                </button>
              ) : (
                title
              )}{" "}
              · {definitions.sets.find(({ id }) => id === set)?.short}
            </span>
            <span>
              {verdict ? "verdict right" : "verdict wrong"}, {pointsRight ? "points right" : "points wrong"}
            </span>
          </li>
        ))}
      </ol>
      <p className="practice-open">
        {missed.length > 0 && (
          <Link
            className="button button-main practice-button"
            href={`/practice/sitting?rule=${missed.join(",")}&n=${missed.length}` as Route}
          >
            Practice the {missed.length === 1 ? "rule" : `${missed.length} rules`} you missed
          </Link>
        )}
        <button type="button" className="button" onClick={again}>
          Score these again
        </button>
        <Link className="button practice-button" href="/practice">
          Practice more
        </Link>
        <Link className="button practice-button" href="/practice/progress">
          Progress
        </Link>
      </p>
    </>
  );
}

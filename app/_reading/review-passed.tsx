"use client";

import type { ReviewPassed } from "../../lib/reading/review.ts";
import { useSteps } from "./use-steps.tsx";

interface Parts {
  readonly of: readonly ReviewPassed[];
  readonly show: ((from: readonly [number, number]) => void) | undefined;
}

/** What was seen and not taken, each with why. */
export function Passed({ of, show }: Parts) {
  const { visible, more } = useSteps(of);
  return (
    <section aria-label="Not taken" className="border-t border-hairline pt-3">
      <h3 className="font-semibold">Not taken</h3>
      <ul className="text-small">
        {visible.map(({ what, why, count: times, place }) => (
          <li key={`${what} ${why} ${place.kind === "text" ? place.from.join() : ""}`} className="break-words py-1">
            {place.kind === "text" ? (
              <>
                <button
                  type="button"
                  className="link text-muted"
                  aria-label={`Line ${place.line}: show what was not taken in the text`}
                  onClick={() => show?.(place.from)}
                >
                  Line {place.line}
                </button>
                : “<bdi>{what}</bdi>” {sentence(why)}
              </>
            ) : (
              `${what}${times > 1 ? ` (${times} times, first in ${place.name})` : ` (${place.name})`}: ${why}.`
            )}
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function sentence(why: string): string {
  return /[.!?]$/.test(why) ? why : `${why}.`;
}

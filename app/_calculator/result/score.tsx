import type { CriteriaSet } from "../../../criteria/types.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { Deciding } from "./deciding.tsx";

const LEGEND = [
  ["clinical", "clinical"],
  ["immunologic", "immunologic"],
  ["ghost", "still possible"],
] as const;

/** What belongs to the verdict and the score of the opened set, which stand above (set-list.tsx). */
export function Score({ result, set }: { result: SetResult; set: CriteriaSet }) {
  const { upper, lower } = result.score;
  const range =
    result.entry === "not-met"
      ? "The entry criterion is not met, so that no score classifies."
      : lower === upper
        ? "Nothing unknown can change the score."
        : `With the unknowns answered: ${lower} to ${upper}.`;
  return (
    <div className="score">
      <ul className="ruler-legend">
        {LEGEND.map(([name, words]) => (
          <li key={name}>
            <svg aria-hidden="true" width="16" height="12">
              <rect className={`ruler-${name}`} x="0.5" y="0.5" width="15" height="11" />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <Deciding of={result} />
      <h3 id="opened-set" className="score-set">
        {set.title}
      </h3>
      <p className="score-range">{range}</p>
    </div>
  );
}

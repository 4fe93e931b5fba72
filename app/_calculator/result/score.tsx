import type { CriteriaSet } from "../../../criteria/types.ts";
import { verdictWords } from "../../../lib/explain/verdict.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { Deciding } from "./deciding.tsx";
import { highestScore } from "./highest-score.ts";
import { Ruler } from "./ruler.tsx";
import { reachedWords } from "./threshold-words.ts";

const LEGEND = [
  ["clinical", "clinical"],
  ["immunologic", "immunologic"],
  ["ghost", "still possible"],
] as const;

/** The score as the picture of the page: the number, the verdict in words, and the ruler with its marks. */
export function Score({ result, set }: { result: SetResult; set: CriteriaSet }) {
  const { value, threshold, upper, lower } = result.score;
  const highest = highestScore(set.id);
  const range =
    result.entry === "not-met"
      ? "The entry criterion is not met, so that no score classifies."
      : lower === upper
        ? "Nothing unknown can change the score."
        : `With the unknowns answered: ${lower} to ${upper}.`;
  return (
    <div className="score">
      <h3 id="opened-set" className="text-small text-muted">
        {set.title}
      </h3>
      <p className="score-line">
        <span className="score-value">{value}</span>
        <span>
          <span className="score-verdict">{verdictWords(result, set)}</span>
          <span className="score-needs">
            {set.unit}, {reachedWords(result, set)}
          </span>
        </span>
      </p>
      <Deciding of={result} />
      <Ruler result={result} set={set} large />
      <svg className="ruler-marks" width="100%" height="20" aria-hidden="true">
        <text x="0" y="14">
          0
        </text>
        <text x={`${(100 * threshold) / highest}%`} y="14" textAnchor="middle" className="ruler-mark-threshold">
          {threshold}
        </text>
        <text x="100%" y="14" textAnchor="end">
          {highest}
        </text>
      </svg>
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
      <p className="text-small text-muted">{range}</p>
    </div>
  );
}

import type { CriteriaSet } from "../../../criteria/types.ts";
import { routeTaken, verdictWords } from "../../../lib/explain/verdict.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { highestScore } from "./highest-score.ts";
import { reachedWords } from "./threshold-words.ts";

/** A length of the ruler that one domain fills. */
interface Segment {
  readonly id: string;
  readonly title: string;
  readonly group: "clinical" | "immunologic";
  readonly from: number;
  readonly points: number;
}

/** Clinical domains first, then immunologic ones, end to end from 0. */
function segmentsOf(result: SetResult, set: CriteriaSet): readonly Segment[] {
  const titles = new Map(set.domains.map((domain) => [domain.id, domain.title]));
  const scoring = result.domains.filter(({ points }) => points > 0);
  const inOrder = [
    ...scoring.filter(({ group }) => group === "clinical"),
    ...scoring.filter(({ group }) => group === "immunologic"),
  ];
  let from = 0;
  return inOrder.map(({ id, group, points }) => {
    const segment = { id, title: titles.get(id) ?? id, group, from, points };
    from += points;
    return segment;
  });
}

/**
 * The score as a length. A segment for each domain, the threshold as a line across, and behind them a ghost for what
 * the unknown findings could still add. Points that are taken off are drawn open at the end of the segments.
 */
export function Ruler({ result, set, large = false }: { result: SetResult; set: CriteriaSet; large?: boolean }) {
  const { value, threshold } = result.score;
  const possible = possibleScore(result);
  const highest = highestScore(set.id);
  const at = (points: number) => `${(100 * Math.max(0, points)) / highest}%`;
  const segments = segmentsOf(result, set);
  const gained = segments.reduce((sum, { points }) => sum + points, 0);
  const unit = set.unit === "points" ? "points" : "criteria";
  const name = `${set.short}: ${value} ${unit}, ${reachedWords(result, set)}, ${possible === undefined ? "the entry criterion is not met" : `at most ${possible} still possible`}. ${verdictWords(result, set)}.`;
  return (
    <div className={large ? "ruler ruler-large" : "ruler"}>
      <svg role="img" aria-label={name} width="100%" height="100%">
        <rect className="ruler-track" x="0" y="30%" width="100%" height="40%" />
        {possible !== undefined && possible > value && (
          <rect className="ruler-ghost" x={at(value)} y="30%" width={at(possible - value)} height="40%" />
        )}
        {segments.map(({ id, title, group, from, points }) => (
          <rect
            key={id}
            className={group === "clinical" ? "ruler-clinical" : "ruler-immunologic"}
            x={at(from)}
            y="15%"
            width={at(points)}
            height="70%"
          >
            <title>{`${title}: ${points}`}</title>
          </rect>
        ))}
        {gained > value && (
          <rect className="ruler-taken-off" x={at(value)} y="15%" width={at(gained - value)} height="70%" />
        )}
        <line className="ruler-threshold-gap" x1={at(threshold)} x2={at(threshold)} y1="0" y2="100%" />
        <line className="ruler-threshold" x1={at(threshold)} x2={at(threshold)} y1="0" y2="100%" />
        {routeTaken(result, set) && (
          // Past the line by another way than the score.
          <g className="ruler-route">
            <line x1={at(gained)} x2={at(threshold)} y1="50%" y2="50%" />
            <circle
              cx={at(threshold)}
              cy="50%"
              r={large ? 6 : 4}
              transform={large ? "translate(12 0)" : "translate(8 0)"}
            />
          </g>
        )}
      </svg>
    </div>
  );
}

/** Where a ruler begins, what the score has to reach, and where it ends. */
export function RulerMarks({ result, set }: { result: SetResult; set: CriteriaSet }) {
  const { threshold } = result.score;
  const highest = highestScore(set.id);
  return (
    <svg className="ruler-marks" width="100%" aria-hidden="true">
      <text x="0" y="13">
        0
      </text>
      <text x={`${(100 * threshold) / highest}%`} y="13" textAnchor="middle" className="ruler-mark-threshold">
        {threshold}
      </text>
      <text x="100%" y="13" textAnchor="end">
        {highest}
      </text>
    </svg>
  );
}

/** How far the score can still go; undefined where the entry criterion is not met and none would classify. */
function possibleScore({ entry, score }: SetResult): number | undefined {
  return entry === "not-met" ? undefined : score.upper;
}

/** The textures that rulers refer to; once on a page. */
export function RulerTextures() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      <defs>
        <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-ground" width="5" height="5" />
          <rect className="hatch-line" width="2.5" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}

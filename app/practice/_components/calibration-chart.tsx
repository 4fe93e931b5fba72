import type { Calibration } from "../../../lib/practice/progress.ts";

/** Where a certainty or a share from 50 or 0 to 100 percent lies across the chart, as a percentage. */
const across = (percent: number) => `${percent}%`;

/** From this many verdicts on, a share says something. */
const ENOUGH = 5;

/** For each certainty: the share of right verdicts as a bar, and a line where the certainty itself lies. */
export function CalibrationChart({ levels }: { levels: readonly Calibration[] }) {
  return (
    <>
      <p className="practice-note">
        The line is how sure you were, the bar how often you were right. A bar that ends short of its line means: more
        sure than right; one that ends beyond it: more right than sure. Below {ENOUGH} verdicts a bar is pale, because
        chance alone moves it that far.
      </p>
      <table className="grid-table practice-calibration">
        <caption className="sr-only">Share of right verdicts at each certainty</caption>
        <thead>
          <tr>
            <th scope="col">Sure</th>
            <th scope="col">Right</th>
            <th scope="col" className="practice-number">
              Verdicts
            </th>
          </tr>
        </thead>
        <tbody>
          {levels.map(({ sure, right, given }) => {
            const share = Math.round((100 * right) / given);
            return (
              <tr key={sure}>
                <th scope="row">{sure}%</th>
                <td>
                  <svg aria-hidden="true" width="100%" height="20">
                    <rect className="ruler-track" x="0" y="5" width="100%" height="10" />
                    <rect
                      className={given < ENOUGH ? "practice-pale" : "ruler-clinical"}
                      x="0"
                      y="3"
                      width={across(share)}
                      height="14"
                    />
                    <line className="ruler-threshold" x1={across(sure)} x2={across(sure)} y1="0" y2="20" />
                  </svg>
                  {given < ENOUGH ? "too few to say" : `${share}%`}
                </td>
                <td className="practice-number">
                  {right} of {given}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

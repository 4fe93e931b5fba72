import type { Shift } from "../../../../lib/rounds/tally.ts";
import type { QuestionView } from "../../../../lib/rounds/view.ts";

const WIDTH = 100;
const ROW = 12;

/** Who went where between the votes: a ribbon as thick as the number of people, and the same in words. */
export function Shifts({ shifts, choices }: { shifts: readonly Shift[]; choices: QuestionView["choices"] }) {
  const label = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  const used = choices.filter(({ key }) => shifts.some(({ from, to }) => from === key || to === key));
  const most = Math.max(...shifts.map(({ count }) => count));
  const row = (key: string) => used.findIndex((one) => one.key === key) * ROW + ROW / 2;
  const moved = shifts.filter(({ from, to }) => from !== to);
  const kept = shifts.filter(({ from, to }) => from === to).reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="stage-shift">
      <h3>From the first vote to the second</h3>
      <div className="stage-shift-parts">
        <svg viewBox={`0 0 ${WIDTH} ${used.length * ROW}`} preserveAspectRatio="none" aria-hidden="true">
          {shifts.map(({ from, to, count }) => (
            <path
              key={`${from} ${to}`}
              d={`M0 ${row(from)}C${WIDTH / 2} ${row(from)} ${WIDTH / 2} ${row(to)} ${WIDTH} ${row(to)}`}
              data-moved={from !== to}
              strokeWidth={Math.max(0.6, (count / most) * (ROW - 3))}
            />
          ))}
        </svg>
        <ol style={{ gridTemplateRows: `repeat(${used.length}, 1fr)` }}>
          {used.map(({ key, label: words }) => (
            <li key={key}>{words}</li>
          ))}
        </ol>
      </div>
      <ul>
        <li>
          <strong>{kept}</strong> kept their answer
        </li>
        {moved.map(({ from, to, count }) => (
          <li key={`${from} ${to}`}>
            <strong>{count}</strong> went from “{label(from)}” to “{label(to)}”
          </li>
        ))}
      </ul>
    </section>
  );
}

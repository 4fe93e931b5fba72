import type { Shift } from "../../../../lib/rounds/tally.ts";
import type { QuestionView } from "../../../../lib/rounds/view.ts";

const WIDTH = 100;
const ROW = 12;
/** Between the ribbons of one row and those of the next. */
const GAP = 2;

/** Where a ribbon begins and ends, and how thick it is: those of one answer lie beside each other. */
function ribbons(shifts: readonly Shift[], rows: readonly string[]) {
  const at = (key: string) => rows.indexOf(key);
  const sum = (side: "from" | "to", key: string) =>
    shifts.reduce((total, shift) => total + (shift[side] === key ? shift.count : 0), 0);
  const most = Math.max(...rows.flatMap((key) => [sum("from", key), sum("to", key)]));
  const each = (ROW - GAP) / most;
  /** The middle of a ribbon at one side: after those of the same answer that go further up at the other. */
  const middle = (shift: Shift, side: "from" | "to", other: "from" | "to") => {
    const before = shifts.filter((one) => one[side] === shift[side] && at(one[other]) < at(shift[other]));
    const above = before.reduce((total, { count }) => total + count, 0);
    const start = at(shift[side]) * ROW + (ROW - sum(side, shift[side]) * each) / 2;
    return start + (above + shift.count / 2) * each;
  };
  return shifts.map((shift) => ({
    ...shift,
    start: middle(shift, "from", "to"),
    end: middle(shift, "to", "from"),
    thick: shift.count * each,
  }));
}

/** Who went where between the votes: a ribbon as thick as the number of people, and the same in words. */
export function Shifts({ shifts, choices }: { shifts: readonly Shift[]; choices: QuestionView["choices"] }) {
  const label = (key: string) => choices.find((one) => one.key === key)?.label ?? key;
  const used = choices.filter(({ key }) => shifts.some(({ from, to }) => from === key || to === key));
  const drawn = ribbons(
    shifts,
    used.map(({ key }) => key),
  );
  const moved = shifts.filter(({ from, to }) => from !== to);
  const kept = shifts.filter(({ from, to }) => from === to).reduce((sum, { count }) => sum + count, 0);
  return (
    <section className="stage-shift">
      <h3>From the first vote to the second</h3>
      <div className="stage-shift-parts">
        <svg viewBox={`0 0 ${WIDTH} ${used.length * ROW}`} preserveAspectRatio="none" aria-hidden="true">
          {drawn.map(({ from, to, start, end, thick }) => (
            <path
              key={`${from} ${to}`}
              d={`M0 ${start}C${WIDTH / 2} ${start} ${WIDTH / 2} ${end} ${WIDTH} ${end}`}
              data-moved={from !== to}
              strokeWidth={thick}
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

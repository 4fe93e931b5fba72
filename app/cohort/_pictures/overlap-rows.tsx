import type { BasisSummary } from "../../../lib/cohort/summary.ts";
import { counted } from "../_page/numbers.ts";
import { TEXT } from "./parts.tsx";

const COLUMN = 20;
const ROW = 24;
const NAME = 20;
/** Room behind a bar for its number. */
const NUMBER = 118;

/** Every combination of sets that classifies somebody and no other set does: a row each, after Lex and others (2014). */
export function OverlapRows({
  sets,
  summary: { overlaps, open },
  of,
  nameOf,
  width,
}: {
  sets: readonly string[];
  summary: BasisSummary;
  of: number;
  nameOf: (set: string) => string;
  width: number;
}) {
  const top = sets.length * NAME + 8;
  const rows = overlaps.length + (open > 0 ? 1 : 0);
  const height = top + rows * ROW + 4;
  const from = sets.length * COLUMN + 8;
  const most = Math.max(1, open, ...overlaps.map(({ count }) => count));
  const long = (count: number) => Math.max(1, (count / most) * (width - from - NUMBER));
  const middle = (column: number) => column * COLUMN + 9;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={[
        ...overlaps.map(
          ({ sets: own, count }) => `${own.length === 0 ? "none" : own.map(nameOf).join(" and ")}: ${count}.`,
        ),
        ...(open > 0 ? [`undetermined in at least one: ${open}.`] : []),
      ].join(" ")}
    >
      {sets.map((set, column) => (
        <g key={set}>
          <line
            x1={middle(column)}
            x2={middle(column)}
            y1={column * NAME + 16}
            y2={top + overlaps.length * ROW - 4}
            stroke="var(--hairline)"
          />
          <text x={middle(column) - 5} y={column * NAME + 13} fontSize={TEXT} fill="var(--ink)">
            {nameOf(set)}
          </text>
        </g>
      ))}
      {overlaps.map(({ sets: own, count }, row) => {
        const y = top + row * ROW + ROW / 2;
        const filled = sets.flatMap((set, column) => (own.includes(set) ? [middle(column)] : []));
        return (
          <g key={own.join(" ")}>
            {filled.length > 1 && (
              <line x1={filled[0]} x2={filled.at(-1)} y1={y} y2={y} stroke="var(--accent)" strokeWidth="2" />
            )}
            {sets.map((set, column) => (
              <circle
                key={set}
                cx={middle(column)}
                cy={y}
                r="5"
                fill={own.includes(set) ? "var(--accent)" : "var(--paper)"}
                stroke={own.includes(set) ? "var(--accent)" : "var(--control)"}
              />
            ))}
            <Bar
              x={from}
              y={y}
              long={long(count)}
              words={counted(count, of)}
              fill={own.length === 0 ? "var(--control)" : "var(--accent)"}
            />
          </g>
        );
      })}
      {open > 0 && (
        <g>
          <text x="4" y={top + overlaps.length * ROW + ROW / 2 + 5} fontSize={TEXT} fill="var(--ink)">
            ?
          </text>
          <Bar
            x={from}
            y={top + overlaps.length * ROW + ROW / 2}
            long={long(open)}
            words={counted(open, of)}
            fill="var(--accent-soft)"
          />
        </g>
      )}
    </svg>
  );
}

function Bar({ x, y, long, words, fill }: { x: number; y: number; long: number; words: string; fill: string }) {
  return (
    <>
      <rect x={x} y={y - 7} width={long} height="14" fill={fill} stroke="var(--control)" strokeWidth="0.5" />
      <text x={x + long + 6} y={y + 5} fontSize={TEXT} fill="var(--ink)">
        {words}
      </text>
    </>
  );
}

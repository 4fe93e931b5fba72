import { useId } from "react";
import type { SetSummary } from "../../../lib/cohort/summary.ts";
import { sharePlain } from "../_page/numbers.ts";
import { Hatch, Legend, legendHeight, PartRect, TEXT } from "./parts.tsx";

const ROW = 58;
const BAR = 22;

/** For each set a bar of all patients: classified whatever the unknowns are, undetermined, not classified. */
export function VerdictBars({
  sets,
  nameOf,
  width,
}: {
  sets: readonly SetSummary[];
  nameOf: (set: string) => string;
  width: number;
}) {
  const hatch = useId();
  const height = sets.length * ROW + legendHeight(width, 1) + 6;
  const words = sets.map(
    ({ id, exact, asAssessed }) =>
      `${nameOf(id)}: ${exact.classified} classified, ${exact.undetermined} undetermined, ${exact.notClassified} not classified; ${asAssessed.classified} classified as assessed.`,
  );
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.join(" ")}>
      <Hatch id={hatch} />
      {sets.map(({ id, exact, asAssessed }, position) => {
        const all = exact.classified + exact.undetermined + exact.notClassified;
        const x = (count: number) => (all === 0 ? 0 : (count / all) * (width - 2)) + 1;
        const y = position * ROW + 22;
        const most = exact.classified + exact.undetermined;
        return (
          <g key={id}>
            <text x="0" y={y - 7} fontSize={TEXT} fontWeight="600" fill="var(--ink)">
              {nameOf(id)}
            </text>
            <text x={width} y={y - 7} fontSize={TEXT} textAnchor="end" fill="var(--muted)">
              {exact.undetermined === 0
                ? `${sharePlain(exact.classified, all)} classified`
                : `${sharePlain(exact.classified, all)} to ${sharePlain(most, all)} classified`}
            </text>
            <PartRect part="not-classified" hatch={hatch} x={x(0)} y={y} width={width - 2} height={BAR} />
            {exact.undetermined > 0 && (
              <PartRect
                part="undetermined"
                hatch={hatch}
                x={x(exact.classified)}
                y={y}
                width={x(most) - x(exact.classified)}
                height={BAR}
              />
            )}
            {exact.classified > 0 && (
              <PartRect part="classified" hatch={hatch} x={x(0)} y={y} width={x(exact.classified) - 1} height={BAR} />
            )}
            <line
              x1={x(asAssessed.classified)}
              x2={x(asAssessed.classified)}
              y1={y - 3}
              y2={y + BAR + 3}
              stroke="var(--paper)"
              strokeWidth="6"
            />
            <line
              x1={x(asAssessed.classified)}
              x2={x(asAssessed.classified)}
              y1={y - 3}
              y2={y + BAR + 3}
              stroke="var(--ink)"
              strokeWidth="2"
            />
          </g>
        );
      })}
      <Legend y={sets.length * ROW + 4} width={width} hatch={hatch} mark="as assessed" />
    </svg>
  );
}

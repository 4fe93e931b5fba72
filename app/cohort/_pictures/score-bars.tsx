import { useId } from "react";
import type { SetSummary } from "../../../lib/cohort/summary.ts";
import { whole } from "../_page/numbers.ts";
import type { PageSet } from "../_page/page-set.ts";
import { Hatch, Legend, legendHeight, type Part, PartRect, TEXT } from "./parts.tsx";

const TOP = 28;
const PLOT = 110;
const ROW = TOP + PLOT + 40;

/** For each set how many patients have each score, and where the threshold is. */
export function ScoreBars({
  sets,
  known,
  width,
}: {
  sets: readonly SetSummary[];
  known: readonly PageSet[];
  width: number;
}) {
  const hatch = useId();
  const drawn = sets.flatMap((summary) => {
    const set = known.find(({ id }) => id === summary.id);
    return set && summary.scores.length > 0 ? [{ set, summary }] : [];
  });
  const height = drawn.length * ROW + legendHeight(width, 1);
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={drawn.map(({ set, summary }) => `${set.short}: ${spread(summary)}.`).join(" ")}
    >
      <Hatch id={hatch} />
      {drawn.map(({ set, summary }, position) => (
        <g key={set.id} transform={`translate(0 ${position * ROW})`}>
          <OneSet set={set} summary={summary} width={width} hatch={hatch} />
        </g>
      ))}
      <Legend y={drawn.length * ROW} width={width} hatch={hatch} mark="threshold" />
    </svg>
  );
}

const countOf = ({ classified, notClassified, undetermined }: SetSummary["scores"][number]): number =>
  classified + notClassified + undetermined;

function spread({ scores }: SetSummary): string {
  const most = Math.max(...scores.map(countOf));
  const top = scores.find((one) => countOf(one) === most);
  return `scores from ${scores[0]?.score} to ${scores.at(-1)?.score}, most often ${top?.score}`;
}

function OneSet({
  set,
  summary: { scores },
  width,
  hatch,
}: {
  set: PageSet;
  summary: SetSummary;
  width: number;
  hatch: string;
}) {
  const { threshold, comparison } = set;
  const lowest = Math.min(0, ...scores.map(({ score }) => score));
  const highest = Math.max(threshold + 1, ...scores.map(({ score }) => score));
  const gaps = scores.slice(1).map(({ score }, position) => score - (scores[position]?.score ?? 0));
  const step = Math.min(1, ...gaps);
  const slots = (highest - lowest) / step + 1;
  const slot = width / slots;
  const x = (score: number) => ((score - lowest) / step) * slot;
  const bar = Math.max(1.5, slot - Math.min(3, slot / 4));
  const most = Math.max(...scores.map(countOf));
  const tall = (count: number) => (count / most) * PLOT;
  const ground = TOP + PLOT;
  // Below the first score that is enough.
  const line = comparison === ">" ? x(threshold) + slot - (slot - bar) / 2 : x(threshold) - (slot - bar) / 2;
  const ends = [lowest, highest].filter((score) => Math.abs(x(score) - x(threshold)) > 36);
  return (
    <>
      <text x="0" y="14" fontSize={TEXT} fontWeight="600" fill="var(--ink)">
        {set.short}
      </text>
      <text x={width} y="14" fontSize={TEXT} textAnchor="end" fill="var(--muted)">
        highest bar {whole(most)}
      </text>
      {scores.map((one) => {
        const parts: readonly [Part, number][] = [
          ["classified", one.classified],
          ["undetermined", one.undetermined],
          ["not-classified", one.notClassified],
        ];
        let y = ground;
        return (
          <g key={one.score}>
            {parts.map(([part, count]) => {
              if (count === 0) return null;
              y -= tall(count);
              return (
                <PartRect
                  key={part}
                  part={part}
                  hatch={hatch}
                  x={x(one.score)}
                  y={y}
                  width={bar}
                  height={tall(count)}
                />
              );
            })}
          </g>
        );
      })}
      <line x1="0" x2={width} y1={ground + 0.5} y2={ground + 0.5} stroke="var(--control)" />
      <line x1={line} x2={line} y1={TOP - 6} y2={ground + 6} stroke="var(--paper)" strokeWidth="5" />
      <line x1={line} x2={line} y1={TOP - 6} y2={ground + 6} stroke="var(--ink)" strokeWidth="2" />
      {ends.map((score) => (
        <text
          key={score}
          x={score === lowest ? 0 : width}
          y={ground + 20}
          fontSize={TEXT}
          textAnchor={score === lowest ? "start" : "end"}
          fill="var(--muted)"
        >
          {score}
        </text>
      ))}
      <text
        x={x(threshold) + bar / 2}
        y={ground + 20}
        fontSize={TEXT}
        fontWeight="600"
        textAnchor="middle"
        fill="var(--ink)"
      >
        {comparison === ">" ? `>${threshold}` : threshold}
      </text>
    </>
  );
}

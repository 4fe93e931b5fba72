"use client";

import type { CriteriaSet } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { thresholdOf } from "../../lib/definition/walk.ts";
import { list, writeMeasurement } from "../../lib/explain/values.ts";
import { type Timeline, timelineOf } from "../../lib/scoring/timeline.ts";
import { useRecord } from "../_store/use-record.ts";
import { highestScore } from "./highest-score.ts";

const timeline = timelineOf(definitions);

/** The score of each set over time, drawn and as a table, and the day on which each was first met. */
export default function TimelineView() {
  const record = useRecord((whole) => whole);
  const over = timeline(record);
  if (!over || over.points.length === 0) {
    return <p className="py-6 text-muted">Give dates to findings and values, and the scores are drawn over time.</p>;
  }
  const undated = [
    ...over.undatedFindings.map((finding) => definitions.findings[finding].label),
    ...over.undatedMeasurements.flatMap((position) => {
      const value = record.measurements?.[position];
      return value ? [writeMeasurement(value, definitions)] : [];
    }),
  ];
  return (
    <div className="timeline">
      {definitions.sets.map((set) => (
        <SetOverTime key={set.id} set={set} over={over} />
      ))}
      <table className="grid-table">
        <caption>Scores from what is dated</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            {definitions.sets.map(({ id, short }) => (
              <th key={id} scope="col">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {over.points.map(({ date, figures, added }) => (
            <tr key={date}>
              <th scope="row">
                {date}
                <span className="block font-normal text-muted">
                  {list(added.map((finding) => definitions.findings[finding].label))}
                </span>
              </th>
              {definitions.sets.map(({ id }) => (
                <td key={id} data-cell={figures[id]?.asAssessed === "classified" ? "counted" : "read"}>
                  {figures[id]?.value}
                  {over.firstClassified[id] === date && <span className="block">first met</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undated.length > 0 && (
        <p className="text-small text-muted">
          Without a date, and so in no point: {list(undated)}. Findings stated absent hold throughout.
        </p>
      )}
    </div>
  );
}

const HEIGHT = 64;

function SetOverTime({ set, over }: { set: CriteriaSet; over: Timeline }) {
  const days = over.points.map(({ date }) => Date.parse(date));
  const first = days[0] ?? 0;
  const span = Math.max(1, (days.at(-1) ?? 0) - first);
  const figures = over.points.map((point) => point.figures[set.id]);
  const { threshold } = thresholdOf(set);
  const top = Math.min(
    highestScore(set.id),
    Math.max(threshold * 1.5, ...figures.map((one) => (one?.value ?? 0) * 1.1)),
  );
  const y = (value: number) => HEIGHT - 2 - (Math.max(0, value) / top) * (HEIGHT - 6);
  const x = (position: number) => 2 + (((days[position] ?? 0) - first) / span) * 88;
  const met = over.firstClassified[set.id];
  const words = met ? `first met on ${met}` : "not met on any date";
  return (
    <figure className="over-time">
      <figcaption>
        <span className="font-semibold">{set.short}</span> <span className="text-muted">{words}</span>
      </figcaption>
      <svg role="img" aria-label={`${set.short}, score over time: ${words}`} width="100%" height={HEIGHT}>
        <line className="over-time-base" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line className="over-time-threshold" x1="0" x2="100%" y1={y(threshold)} y2={y(threshold)} />
        {figures.map((one, position) => {
          const value = one?.value ?? 0;
          const next = position + 1 < figures.length ? x(position + 1) : 100;
          const after = figures[position + 1]?.value;
          return (
            <g key={over.points[position]?.date} className={one?.asAssessed === "classified" ? "is-met" : undefined}>
              <line className="over-time-step" x1={`${x(position)}%`} x2={`${next}%`} y1={y(value)} y2={y(value)} />
              {after !== undefined && (
                <line className="over-time-step" x1={`${next}%`} x2={`${next}%`} y1={y(value)} y2={y(after)} />
              )}
              <circle className="over-time-point" cx={`${x(position)}%`} cy={y(value)} r="3" />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

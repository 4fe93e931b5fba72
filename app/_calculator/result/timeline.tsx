"use client";

import { definitions } from "../../../criteria/core.ts";
import type { CriteriaSet, FindingId, SleRecord } from "../../../criteria/types.ts";
import { thresholdOf } from "../../../lib/definition/walk.ts";
import { inSentence, list, writeMeasurement } from "../../../lib/explain/values.ts";
import { type HeldBack, reaches, type Timeline, timelineOf } from "../../../lib/scoring/timeline.ts";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { plan } from "../../_store/assessment.ts";
import { goToFinding, goToTest } from "../../_store/go-to.ts";
import { useRecord } from "../../_store/use-record.ts";
import { highestScore } from "./highest-score.ts";
import "./timeline.css";

/** The score of each set over time, drawn and as a table, and the day on which each was first met. */
export default function TimelineView() {
  const record = useRecord((whole) => whole);
  const over = timelineOf(plan, record);
  if (!over || over.points.length === 0) {
    return <p className="py-6 text-muted">Give dates to findings and values, and the scores are drawn over time.</p>;
  }
  return (
    <div className="timeline">
      <Undated over={over} record={record} />
      {definitions.sets.map((set) => (
        <SetOverTime key={set.id} set={set} over={over} />
      ))}
      <table className="grid-table">
        <caption>Scores from what is dated</caption>
        <thead>
          <tr>
            {definitions.sets.map(({ id, short }) => (
              <th key={id} scope="col">
                {short}
              </th>
            ))}
          </tr>
        </thead>
        {over.points.map(({ date, figures, added }) => (
          <tbody key={date}>
            <tr>
              <th scope="rowgroup" colSpan={definitions.sets.length}>
                <span className="font-semibold whitespace-nowrap">{date}</span>{" "}
                <span className="text-muted">{list(added.map(nameOf))}</span>
              </th>
            </tr>
            <tr>
              {definitions.sets.map(({ id }) => (
                <td key={id} data-cell={figures[id]?.asAssessed === "classified" ? "counted" : "read"}>
                  {figures[id]?.value}
                  {over.firstClassified[id] === date && " first met"}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
      <p className="text-small text-muted">Findings stated absent hold throughout.</p>
    </div>
  );
}

function nameOf(finding: FindingId): string {
  return inSentence(definitions.findings[finding].label);
}

/** What has no date comes first: it is in the score of today and in no point. Each leads to its question. */
function Undated({ over, record }: { over: Timeline; record: SleRecord }) {
  const findings = over.undatedFindings.map((finding) => ({
    words: definitions.findings[finding].label,
    go: () => goToFinding(finding),
  }));
  const values = over.undatedMeasurements.flatMap((position) => {
    const value = record.measurements?.[position];
    return value ? [{ words: writeMeasurement(value, definitions), go: () => goToTest(value.test) }] : [];
  });
  const undated = [...findings, ...values];
  if (undated.length === 0) return null;
  return (
    <div className="text-small">
      <p>Without a date, and so in no point of the curves:</p>
      <ul className="open-questions">
        {undated.map(({ words, go }, position) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two values can be alike in every word
          <li key={`${position} ${words}`}>
            <button type="button" className="link" onClick={go}>
              {words}
            </button>
          </li>
        ))}
      </ul>
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
  const y = (value: number) => HEIGHT - 4 - (Math.max(0, value) / top) * (HEIGHT - 8);
  const x = (position: number) => 2 + (((days[position] ?? 0) - first) / span) * 88;
  const words = overTimeWords(set, over);
  return (
    <figure className="over-time">
      <figcaption>
        <span className="font-semibold">{set.short}</span>{" "}
        <span className="text-muted">
          <UnbrokenDates>{words}</UnbrokenDates>
        </span>
      </figcaption>
      <svg role="img" aria-label={`${set.short}, score over time: ${words}`} width="100%" height={HEIGHT}>
        <line className="over-time-base" x1="0" x2="100%" y1={y(0)} y2={y(0)} />
        <line className="over-time-threshold" x1="0" x2="100%" y1={y(threshold)} y2={y(threshold)} />
        {figures.map((one, position) => {
          const value = one?.value ?? 0;
          const next = position + 1 < figures.length ? x(position + 1) : 100;
          const after = figures[position + 1]?.value;
          const met = one?.asAssessed === "classified";
          return (
            <g
              key={over.points[position]?.date}
              className={met ? "is-met" : reaches(set, value) ? "is-held-back" : undefined}
            >
              <line className="over-time-step" x1={`${x(position)}%`} x2={`${next}%`} y1={y(value)} y2={y(value)} />
              {after !== undefined && (
                <line className="over-time-step" x1={`${next}%`} x2={`${next}%`} y1={y(value)} y2={y(after)} />
              )}
              <circle className="over-time-point" cx={`${x(position)}%`} cy={y(value)} r="3" />
            </g>
          );
        })}
      </svg>
      <svg className="ruler-marks" width="100%" height="18" aria-hidden="true">
        <text x="2%" y="13" textAnchor="start">
          {over.points[0]?.date}
        </text>
        {over.points.length > 1 && (
          <text x="100%" y="13" textAnchor="end">
            {over.points.at(-1)?.date}
          </text>
        )}
      </svg>
    </figure>
  );
}

/** When the set was first met, or since when its score is enough and what is missing beside it. */
function overTimeWords(set: CriteriaSet, over: Timeline): string {
  const met = over.firstClassified[set.id];
  if (met) return `first met on ${met}`;
  const held = over.heldBack[set.id];
  return held ? heldBackWords(held) : "not met on any date";
}

function heldBackWords({ since, lacks }: HeldBack): string {
  const missing = lacks.map(({ clause, metWithoutDate }) => {
    const what = clause.kind === "entry" ? "the entry criterion" : `the ${clause.group} criterion asked for`;
    if (metWithoutDate) return `what meets ${what} has no date`;
    return `${what} is ${clause.met === "unknown" ? "not known" : "not met"}`;
  });
  return `score enough from ${since}, but ${list(missing)}`;
}

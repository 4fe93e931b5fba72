"use client";

import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { versionWords } from "../../../lib/definition/identity.ts";
import {
  enteredLines,
  noticeLines,
  openLines,
  type RecordReport,
  recordReport,
  type SetReport,
  setReport,
} from "../../../lib/explain/report.ts";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { inSentence } from "../../../lib/explain/values.ts";
import { identity } from "../../../scripts/identity.ts";
import { today } from "../../_components/today.ts";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { assessmentOf } from "../../_store/assessment.ts";
import "./print-page.css";

/** One patient on paper: what was recorded, what every set makes of it, and what is not known. */
export function PrintPage({ record }: { record: SleRecord }) {
  const assessed = { ...assessmentOf(record), definitions };
  const recorded = recordReport(assessed);
  const { label, errors, againstValues, notices } = recorded;
  return (
    <article className="print-page">
      <h1>
        SLE classification criteria
        {label && (
          <>
            : <bdi>{label}</bdi>
          </>
        )}
      </h1>
      <p className="print-page-statement">{STATEMENT}</p>
      {errors.length > 0 && <p>No result: {errors.join(" ")}</p>}
      <div className="print-page-sets">
        {definitions.sets.map((set) => {
          const report = setReport(set, assessed);
          return report && <SetOnPaper key={set.id} report={report} />;
        })}
      </div>
      <h2>Recorded</h2>
      <Recorded recorded={recorded} />
      {[...againstValues.map(({ sentence }) => sentence), ...notices].map((message) => (
        <p key={message} className="print-page-muted">
          {message}
        </p>
      ))}
      <p className="print-page-muted">
        Record format {record.format}, app version {versionWords(identity)}, printed {today()} from {location.host}.
      </p>
    </article>
  );
}

function SetOnPaper({ report }: { report: SetReport }) {
  const { set, verdict, score, opening, deciding, otherReadings, counted, notCounted } = report;
  return (
    <section>
      <h2 className="print-page-line">
        <span>{set.short.includes(String(set.year)) ? set.short : `${set.short} (${set.year})`}</span>
        <span>{verdict}</span>
      </h2>
      <p>{score}</p>
      {[...opening, ...deciding, ...otherReadings].map((line) => (
        <p key={line}>
          <UnbrokenDates>{line}</UnbrokenDates>
        </p>
      ))}
      {counted.map(({ id, title, weight }) => (
        <p key={id} className="print-page-line">
          <span>{title}</span>
          <span>{weight}</span>
        </p>
      ))}
      {notCounted.map(({ id, title, reason }) => (
        <p key={id} className="print-page-muted">
          Not counted: {inSentence(title)}. <UnbrokenDates>{reason}</UnbrokenDates>
        </p>
      ))}
      {[...enteredLines(report), ...noticeLines(report), ...openLines(report, definitions)].map((line) => (
        <p key={line} className="print-page-muted">
          <UnbrokenDates>{line}</UnbrokenDates>
        </p>
      ))}
    </section>
  );
}

function Recorded({ recorded: { present, values, absent, unknown } }: { recorded: RecordReport }) {
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Present", present.map(({ label, details }) => (details.length > 0 ? `${label} (${details.join("; ")})` : label))],
    ["Values", values],
    ["Absent", absent],
    ["Answered as not known", unknown],
  ];
  return (
    <>
      {lines.map(
        ([title, parts]) =>
          parts.length > 0 && (
            <p key={title}>
              <UnbrokenDates>{`${title}: ${parts.join(" · ")}.`}</UnbrokenDates>
            </p>
          ),
      )}
      <p>All other findings are not known.</p>
    </>
  );
}

"use client";

import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { versionWords } from "../../../lib/definition/identity.ts";
import { evidenceIn, type Letter, letterOf, nameWithYear } from "../../../lib/explain/letter.ts";
import { leftOutSentences, openSentence } from "../../../lib/explain/notes.ts";
import { othersUnknown } from "../../../lib/explain/others-unknown.ts";
import { type RecordReport, recordReport, type SetReport, setReport } from "../../../lib/explain/report.ts";
import { STATEMENT } from "../../../lib/explain/statement.ts";
import { inSentence } from "../../../lib/explain/values.ts";
import type { CriterionState } from "../../../lib/scoring/result.ts";
import { identity } from "../../../scripts/identity.ts";
import { today } from "../../_components/today.ts";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { assessmentOf } from "../../_store/assessment.ts";
import "./print-page.css";

/** One patient on paper: what was recorded, what every set makes of it, and what is not known. */
export function PrintPage({ record }: { record: SleRecord }) {
  const assessed = { ...assessmentOf(record), definitions };
  const recorded = recordReport(assessed);
  const letter = letterOf(assessed);
  const { label, errors, notices } = recorded;
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
      <ByHand fields={["Patient", "Born", "Number"]} />
      <p className="print-page-statement">{STATEMENT}</p>
      {errors.length > 0 && <p>No result: {errors.join(" ")}</p>}
      <div className="print-page-sets">
        {definitions.sets.map((set) => {
          const report = setReport(set, assessed);
          return report && <SetOnPaper key={set.id} report={report} evidence={evidenceIn(report, assessed)} />;
        })}
      </div>
      {letter && <Beside letter={letter} />}
      <h2>Recorded</h2>
      <Recorded recorded={recorded} />
      {notices.map((message) => (
        <p key={message} className="print-page-muted">
          {message}
        </p>
      ))}
      <ByHand fields={["Name", "Signature", "Date"]} />
      <p className="print-page-muted">
        Record format {record.format}, app version {versionWords(identity)}, printed {today()} from {location.host}.
      </p>
    </article>
  );
}

/** What did not count and why, and what is not known and would matter: once for all sets. */
function Beside({ letter }: { letter: Letter }) {
  const leftOut = leftOutSentences(letter);
  return (
    <>
      {leftOut.length > 0 && <h2>Left out, and why</h2>}
      {leftOut.map((sentence) => (
        <p key={sentence}>
          <UnbrokenDates>{sentence}</UnbrokenDates>
        </p>
      ))}
      <h2>Not known</h2>
      <p>{openSentence(letter, definitions)}</p>
    </>
  );
}

/** Lines to be filled in with a pen: a record holds no name, no birth date and no number, and nobody signs on a screen. */
function ByHand({ fields }: { fields: readonly string[] }) {
  return (
    <p className="print-page-by-hand">
      {fields.map((field) => (
        <span key={field}>{field}</span>
      ))}
    </p>
  );
}

interface OnPaper {
  readonly report: SetReport;
  /** By the id of a criterion that counts. */
  readonly evidence: ReadonlyMap<string, readonly string[]>;
}

function SetOnPaper({ report, evidence }: OnPaper) {
  const { set, verdict, score, opening, deciding, otherReadings, counted, notCounted, instead } = report;
  return (
    <section>
      <h2 className="print-page-line">
        <span>{nameWithYear(set)}</span>
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
          <span>
            {title} <Evidence of={evidence.get(id)} />
          </span>
          <span>{weight}</span>
        </p>
      ))}
      {notCounted.length > 0 && (
        <p className="print-page-muted">
          Not counted: {notCounted.map(({ title, state }) => `${inSentence(title)} (${WHY[state]})`).join("; ")}.
        </p>
      )}
      {/* What a settled set asks for otherwise can change nothing. */}
      {report.result.verdict === "undetermined" && instead.length > 0 && (
        <p className="print-page-muted">
          <UnbrokenDates>{`Entered, and asked for otherwise: ${instead.map(({ entered, why }) => `${entered}: this set ${why}`).join("; ")}.`}</UnbrokenDates>
        </p>
      )}
      {report.notices.map((line) => (
        <p key={line} className="print-page-muted">
          <UnbrokenDates>{line}</UnbrokenDates>
        </p>
      ))}
    </section>
  );
}

/** Why a criterion that is met or present does not count, in a word: the sentences stand below, once for all sets. */
const WHY: Readonly<Record<CriterionState, string>> = {
  counted: "counted",
  outranked: "outranked in its domain",
  explained: "explained",
  excluded: "taken out by a rule",
  "not-met": "not met",
  unknown: "not known",
};

/** The values and days by which a criterion counts. */
function Evidence({ of = [] }: { of?: readonly string[] | undefined }) {
  if (of.length === 0) return null;
  return (
    <span className="print-page-muted">
      (<UnbrokenDates>{of.join("; ")}</UnbrokenDates>)
    </span>
  );
}

function Recorded({ recorded }: { recorded: RecordReport }) {
  const { present, values, absent, unknown } = recorded;
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
      <p>{othersUnknown(recorded)}</p>
    </>
  );
}

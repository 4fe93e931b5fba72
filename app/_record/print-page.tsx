"use client";

import type { CriteriaSet, FindingId, SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { otherNotices } from "../../lib/explain/deciding.ts";
import { againstValuesLines, openingLines, scoreWords, undecidedLines } from "../../lib/explain/notes.ts";
import { byState, criterionById, criterionReason } from "../../lib/explain/reasons.ts";
import { STATEMENT } from "../../lib/explain/statement.ts";
import { type Context, inSentence, list, writeExplanation, writeMeasurement } from "../../lib/explain/values.ts";
import { verdictWords } from "../../lib/explain/verdict.ts";
import { asStatement } from "../../lib/record/interpret.ts";
import { quoted } from "../../lib/record/one-line.ts";
import type { SetResult } from "../../lib/scoring/result.ts";
import { version } from "../../package.json";
import { Dated } from "../_calculator/dated.tsx";
import { assessmentOf } from "../_store/assessment.ts";
import css from "./print-page.module.css";

/** One patient on paper: what was recorded, what every set makes of it, and what is not known. */
export function PrintPage({ record }: { record: SleRecord }) {
  const { result } = assessmentOf(record);
  const errors = result.issues.filter(({ severity }) => severity === "error");
  const context = { definitions, measurements: record.measurements ?? [] };
  return (
    <article className={css["page"]}>
      <h1>
        SLE classification criteria
        {record.label && (
          <>
            : <bdi>{quoted(record.label)}</bdi>
          </>
        )}
      </h1>
      <p className={css["statement"]}>{STATEMENT}</p>
      {errors.length > 0 && <p>No result: {errors.map(({ message }) => message).join(" ")}</p>}
      <div className={css["sets"]}>
        {definitions.sets.map((set) => {
          const of = result.results?.[set.id];
          return of && <SetOnPaper key={set.id} set={set} of={of} record={record} context={context} />;
        })}
      </div>
      <h2>Recorded</h2>
      <Recorded record={record} />
      {[...againstValuesLines({ record, definitions }), ...result.notices.map(({ message }) => message)].map(
        (message) => (
          <p key={message} className={css["muted"]}>
            {message}
          </p>
        ),
      )}
      <p className={css["muted"]}>
        Record format {record.format}, app version {version}, printed {new Date().toISOString().slice(0, 10)} from{" "}
        {location.host}.
      </p>
    </article>
  );
}

function SetOnPaper({
  set,
  of,
  record,
  context,
}: {
  set: CriteriaSet;
  of: SetResult;
  record: SleRecord;
  context: Context;
}) {
  const { counted, notCounted } = byState(of.domains);
  const open = of.verdict === "undetermined" ? of.open.map((finding) => inSentence(labelOf(finding))) : [];
  return (
    <section>
      <h2 className={css["line"]}>
        <span>{set.short.includes(String(set.year)) ? set.short : `${set.short} (${set.year})`}</span>
        <span>{verdictWords(of, set)}</span>
      </h2>
      <p>{scoreWords(of, set)}</p>
      {openingLines(set, of, context).map((line) => (
        <p key={line}>
          <Dated>{line}</Dated>
        </p>
      ))}
      {counted.map(({ id, weight }) => (
        <p key={id} className={css["line"]}>
          <span>{criterionById(set, id)?.title}</span>
          <span>{weight}</span>
        </p>
      ))}
      {notCounted.map((item) => (
        <p key={item.id} className={css["muted"]}>
          Not counted: {inSentence(criterionById(set, item.id)?.title ?? item.id)}.{" "}
          <Dated>{criterionReason(item, set, context)}</Dated>
        </p>
      ))}
      {undecidedLines(set, of, { record, definitions }).map((line) => (
        <p key={line} className={css["muted"]}>
          <Dated>{line}</Dated>
        </p>
      ))}
      {otherNotices(of).map(({ message }) => (
        <p key={message} className={css["muted"]}>
          {message}
        </p>
      ))}
      {open.length > 0 && (
        <p className={css["muted"]}>
          Not known and could change the verdict: {list(open.slice(0, MOST_OPEN))}
          {open.length > MOST_OPEN && ` and ${open.length - MOST_OPEN} more`}.
        </p>
      )}
    </section>
  );
}

const MOST_OPEN = 6;

function Recorded({ record }: { record: SleRecord }) {
  const answers = (Object.entries(record.findings ?? {}) as [FindingId, Parameters<typeof asStatement>[0]][]).map(
    ([finding, answer]) => ({ label: labelOf(finding), ...asStatement(answer) }),
  );
  const withStatus = (status: string) => answers.filter((one) => one.status === status);
  const present = withStatus("present").map(({ label, date, explainedBy, note }) => {
    const more = [date, explainedBy && `explained by ${writeExplanation(explainedBy)}`, note && quoted(note)]
      .filter(Boolean)
      .join("; ");
    return more ? `${label} (${more})` : label;
  });
  const values = (record.measurements ?? []).map((one) => writeMeasurement(one, definitions));
  const lines: readonly (readonly [string, readonly string[]])[] = [
    ["Present", present],
    ["Values", values],
    ["Absent", withStatus("absent").map(({ label }) => label)],
    ["Answered as not known", withStatus("unknown").map(({ label }) => label)],
  ];
  return (
    <>
      {lines.map(
        ([title, parts]) =>
          parts.length > 0 && (
            <p key={title}>
              <Dated>{`${title}: ${parts.join(" · ")}.`}</Dated>
            </p>
          ),
      )}
      <p>All other findings are not known.</p>
    </>
  );
}

function labelOf(finding: FindingId): string {
  return definitions.findings[finding].label;
}

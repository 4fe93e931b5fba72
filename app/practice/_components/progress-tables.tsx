"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { Misreading } from "../../../criteria/practice/types.ts";
import { misreadingNamed } from "../../../lib/practice/derived.ts";
import { isPracticed } from "../../../lib/practice/misread.ts";
import { byDomain, byRule, calibration, frequentMisreadings, type Tried } from "../../../lib/practice/progress.ts";
import { dueCount, nextDue } from "../../../lib/practice/queue.ts";
import { useProgress } from "../_store/progress-store.ts";
import { CalibrationChart } from "./calibration-chart.tsx";

/** What is strong and weak on this device, how certainty compares with being right, and what is due. */
export function ProgressTables() {
  const progress = useProgress();
  // What is due is asked once, when the page is opened.
  const [now] = useState(() => new Date());
  const { attempts } = progress;
  const misreadings = frequentMisreadings(progress)
    .flatMap(({ id, set, times }) => {
      const misreading = misreadingNamed(id, set, definitions, practice);
      return misreading ? [{ misreading, set, times }] : [];
    })
    .slice(0, 5);
  const due = dueCount(progress, definitions, now);
  const next = nextDue(progress, definitions, now);
  const right = attempts.filter((attempt) => attempt.right).length;
  return (
    <>
      <p className="practice-lead">
        {attempts.length} {attempts.length === 1 ? "case" : "cases"} answered, {right}{" "}
        {right === 1 ? "verdict" : "verdicts"} right. {due > 0 && `${due} ${due === 1 ? "rule is" : "rules are"} due.`}
        {due === 0 && next && `No rule is due now; the next one will be ${fromNow(next, now)}.`}
      </p>
      <section>
        <h2>How sure, how right</h2>
        <CalibrationChart levels={calibration(progress)} />
      </section>
      <p className="practice-lead">
        Points are given by domain. A rule is right where its domain was, and missed where the points show that it was;
        the others of that domain are not judged.
      </p>
      <TriedTable title="By domain, the weakest first" tried={byDomain(progress, definitions)} />
      <TriedTable title="By rule, the weakest first" tried={byRule(progress, definitions)} link />
      {misreadings.length > 0 && (
        <section>
          <h2>Misreadings that explain most of what was wrong</h2>
          <ol className="practice-notes">
            {misreadings.map(({ misreading, set, times }) => (
              <li key={`${set} ${misreading.id}`}>
                <MisreadingTitle misreading={misreading} set={set} /> {misreading.rule} (
                {definitions.sets.find(({ id }) => id === set)?.short}, {times} {times === 1 ? "case" : "cases"})
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

/** What was misread, as a link to cases in which it matters, where a case can. */
function MisreadingTitle({ misreading, set }: { misreading: Misreading; set: string }) {
  const { id, title } = misreading;
  if (!isPracticed(misreading)) return <span className="font-semibold">{title}</span>;
  return (
    <Link
      prefetch={false}
      href={`/practice/sitting?set=${set}&misreading=${encodeURIComponent(id)}&n=5` as Route}
      className="font-semibold"
    >
      {title}
    </Link>
  );
}

const HOUR = 3_600_000;

function fromNow(due: Date, now: Date): string {
  const hours = (due.getTime() - now.getTime()) / HOUR;
  if (hours <= 1) return "within the hour";
  return hours <= 24 ? "within a day" : `in ${Math.ceil(hours / 24)} days`;
}

/** Long lists fold after this many lines. */
const SHOWN = 8;

function TriedTable({ title, tried, link = false }: { title: string; tried: readonly Tried[]; link?: boolean }) {
  const rest = tried.slice(SHOWN);
  return (
    <section>
      <h2>{title}</h2>
      <TriedLines title={title} tried={tried.slice(0, SHOWN)} link={link} />
      {rest.length > 0 && (
        <details>
          <summary>{rest.length} more</summary>
          <TriedLines title={`${title}, continued`} tried={rest} link={link} />
        </details>
      )}
    </section>
  );
}

function TriedLines({ title, tried, link }: { title: string; tried: readonly Tried[]; link: boolean }) {
  return (
    <table className="grid-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{link ? "Rule" : "Domain"}</th>
          <th scope="col" className="practice-number">
            Right
          </th>
        </tr>
      </thead>
      <tbody>
        {tried.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              {link ? (
                <Link prefetch={false} href={`/practice/sitting?rule=${encodeURIComponent(one.id)}&n=5` as Route}>
                  {one.title}
                </Link>
              ) : (
                one.title
              )}{" "}
              <span className="text-muted">{definitions.sets.find(({ id }) => id === one.set)?.short}</span>
            </th>
            <td className="practice-number">
              {one.right} of {one.tried}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

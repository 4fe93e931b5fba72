"use client";

import { useMemo, useState } from "react";
import { definitions } from "../../criteria/core.ts";
import { findingDefinitions } from "../../criteria/finding-definitions.ts";
import type { SleRecord } from "../../criteria/types.ts";
import { writeMeasurement } from "../../lib/explain/values.ts";
import { hasRoomFor, heldIn, MOST_MEASUREMENTS, takenTogether } from "../../lib/fhir/import/confirm.ts";
import type { NotTaken, Proposal, ImportReport as Report } from "../../lib/fhir/import/report.ts";

interface Parts {
  readonly report: Report;
  /** The record that confirmed facts go to. */
  readonly record: SleRecord;
  readonly confirm: (proposals: readonly Proposal[]) => void;
}

/** What a bundle says, each fact with its source, for the user to confirm. Nothing counts before. */
export function ImportReport({ report, record, confirm }: Parts) {
  const held = useMemo(() => heldIn(record), [record]);
  if (report.issues.length > 0) {
    return (
      <div role="alert" className="problem">
        {report.issues.map(({ message }) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    );
  }
  const values = report.proposals.filter(({ kind }) => kind === "measurement");
  const findings = report.proposals.filter(({ kind }) => kind === "finding");
  const open = values.filter((one) => !held(one));
  const together = takenTogether(open);
  const room = hasRoomFor(record, open.length);
  return (
    <div>
      <p role="status" className="py-2">
        {count(report.resources, "resource")} read: {count(values.length, "laboratory value")},{" "}
        {count(findings.length, "possible finding")}. Nothing counts until you confirm it.
      </p>
      {values.length > 0 && (
        <section aria-label="Laboratory values" className="border-t border-hairline pt-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h3 className="font-semibold">Laboratory values</h3>
            <button
              type="button"
              className="button"
              disabled={together.length === 0 || !room}
              onClick={() => confirm(together)}
            >
              Confirm all laboratory values
            </button>
          </div>
          {!room && (
            <p className="text-small text-attention">
              A record takes {MOST_MEASUREMENTS.toLocaleString("en-US")} values, and these are more. Confirm singly
              those that matter, or export fewer years.
            </p>
          )}
          {together.length < open.length && (
            <p className="text-small text-attention">
              {count(open.length - together.length, "value")} may not stand, as said beside{" "}
              {open.length - together.length === 1 ? "it" : "each"}: look and confirm singly.
            </p>
          )}
          <Proposals of={values} held={held} confirm={confirm} />
        </section>
      )}
      {findings.length > 0 && (
        <section aria-label="Possible findings" className="border-t border-hairline pt-3">
          <h3 className="font-semibold">Possible findings</h3>
          <Proposals of={findings} held={held} confirm={confirm} />
        </section>
      )}
      {report.notTaken.length > 0 && <Rest of={report.notTaken} />}
    </div>
  );
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** A long history is shown in steps, so that the page stays quick. */
const STEP = 100;

function useSteps<Item>(items: readonly Item[]) {
  const [shown, setShown] = useState(STEP);
  const more = items.length > shown && (
    <button type="button" className="link text-small" onClick={() => setShown((before) => before + STEP)}>
      Show more ({items.length - shown} left)
    </button>
  );
  return { visible: items.slice(0, shown), more };
}

interface Listed {
  readonly of: readonly Proposal[];
  /** Whether the record already says it. */
  readonly held: (proposal: Proposal) => boolean;
  readonly confirm: Parts["confirm"];
}

function Proposals({ of, held, confirm }: Listed) {
  const { visible, more } = useSteps(of);
  return (
    <>
      <ul>
        {visible.map((proposal) => (
          <li key={proposal.id} className="border-b border-hairline py-2">
            <div className="flex items-start justify-between gap-3">
              <p className="min-w-0 break-words">{inWords(proposal)}</p>
              {held(proposal) ? (
                <span className="shrink-0 text-small text-muted">In the record</span>
              ) : (
                <button
                  type="button"
                  className="button shrink-0"
                  aria-label={`Confirm ${inWords(proposal)}`}
                  onClick={() => confirm([proposal])}
                >
                  Confirm
                </button>
              )}
            </div>
            <p className="break-words text-small text-muted">
              {proposal.source}
              {proposal.date ? `, ${proposal.date}` : ", no date"}: “{proposal.original}”
            </p>
            {proposal.kind === "finding" && (
              <p className="text-small">{findingDefinitions[proposal.finding].definition}</p>
            )}
            {proposal.remarks.map((remark) => (
              <p key={remark} className="text-small text-attention">
                {remark}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function inWords(proposal: Proposal): string {
  return proposal.kind === "measurement"
    ? writeMeasurement(proposal.measurement, definitions)
    : `${definitions.findings[proposal.finding].label}: ${proposal.status}`;
}

function Rest({ of }: { readonly of: readonly NotTaken[] }) {
  const { visible, more } = useSteps(of);
  return (
    <section aria-label="Not taken" className="border-t border-hairline pt-3">
      <h3 className="font-semibold">Not taken</h3>
      <ul className="text-small">
        {visible.map(({ what, why, count: times, source }) => (
          <li key={`${what} ${why}`} className="break-words py-1">
            {what}
            {times > 1 ? ` (${times} times, first in ${source})` : ` (${source})`}: {why}.
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

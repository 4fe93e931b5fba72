"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import type { SetReport } from "../../../lib/explain/report.ts";
import type { AskedInstead, Undecided } from "../../../lib/explain/undecided.ts";
import { capitalize, list } from "../../../lib/explain/values.ts";
import { UnbrokenDates } from "../../_components/unbroken-dates.tsx";
import { goToFinding, goToTest } from "../../_store/go-to.ts";
import { FindingLink, OpenQuestions } from "./open-questions.tsx";
import { enoughAlone, Robustness, useRobustness } from "./robustness.tsx";
import { Part } from "./titled-part.tsx";

/** The reasons that need some working out: what is not decided, what carries the verdict, and what could change it. */
export function MoreReasons({
  report,
  record,
  used,
}: {
  report: SetReport;
  record: SleRecord;
  /** Whether anybody has begun to use the page. */
  used: boolean;
}) {
  const { set, result } = report;
  const worked = useRobustness(set, result.asAssessed, used);
  const enough = worked ? enoughAlone(worked.robustness) : [];
  const others = result.open.filter((finding) => !enough.includes(finding));
  const keptFocus = useKeptFocus<HTMLDivElement>();
  // Until it is worked out anew it is set back where it is, as what it was: nothing moves with each answer.
  const busy = used && (!worked || worked.stale);
  return (
    <>
      <Entered report={report} record={record} />
      <div className="robustness" aria-busy={busy} tabIndex={-1} {...keptFocus}>
        {worked && <Robustness robustness={worked.robustness} set={set} />}
        <OpenQuestions findings={others} beside={enough.length > 0} />
      </div>
    </>
  );
}

/** Keeps the focus in a place whose parts change by themselves, when the part that had it goes. */
function useKeptFocus<Place extends HTMLElement>() {
  const place = useRef<Place>(null);
  const inside = useRef(false);
  useLayoutEffect(() => {
    if (inside.current && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  });
  return {
    ref: place,
    onFocus: () => {
      inside.current = true;
    },
    onBlur: () => {
      inside.current = false;
    },
  };
}

/** What was entered and neither counted nor was set aside, whether or not the set classifies. */
function Entered({ report: { undecided, instead, unread }, record }: { report: SetReport; record: SleRecord }) {
  return (
    <>
      {undecided.length > 0 && (
        <Part title="Entered, not decided" attention>
          <ul>
            {undecided.map((one) => (
              <EnteredItem key={`${one.entered} ${one.why}`} one={one} record={record} why={sentence(one.why)} />
            ))}
          </ul>
        </Part>
      )}
      {instead.length > 0 && (
        <Part title="Entered, and asked for otherwise" attention>
          <ul>
            {instead.map((one) => (
              <EnteredItem key={`${one.entered} ${one.why}`} one={one} record={record} why={`This set ${one.why}.`}>
                {one.asked
                  .filter(({ state }) => state === "not-known")
                  .map(({ finding }) => (
                    <FindingLink key={finding} finding={finding} />
                  ))}
              </EnteredItem>
            ))}
          </ul>
        </Part>
      )}
      {unread.length > 0 && (
        <Part title="Entered, not read by this set">
          <p className="text-small text-muted">
            <UnbrokenDates>{sentence(list(unread))}</UnbrokenDates>
          </p>
        </Part>
      )}
    </>
  );
}

/** Something entered, which leads to where it was, with why it does not count and the questions that it leaves. */
function EnteredItem({
  one,
  record,
  why,
  children,
}: {
  one: Pick<Undecided | AskedInstead, "entered" | "position" | "finding">;
  record: SleRecord;
  why: string;
  children?: ReactNode;
}) {
  return (
    <li className="item">
      <button type="button" className="link" onClick={() => goToQuestion(one, record)}>
        <UnbrokenDates>{one.entered}</UnbrokenDates>
      </button>
      <span className="item-points">0</span>
      <span className="item-reason">
        <UnbrokenDates>{why}</UnbrokenDates> {children}
      </span>
    </li>
  );
}

function goToQuestion(
  { position, finding }: Pick<Undecided | AskedInstead, "position" | "finding">,
  { measurements = [] }: SleRecord,
): void {
  const test = position === undefined ? undefined : measurements[position]?.test;
  if (test) goToTest(test);
  else if (finding) goToFinding(finding);
}

function sentence(words: string): string {
  return `${capitalize(words)}.`;
}

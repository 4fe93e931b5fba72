"use client";

import { useLayoutEffect, useMemo, useRef } from "react";
import type { CriteriaSet, SleRecord } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { notReadBy, type Undecided, undecidedIn } from "../../lib/explain/undecided.ts";
import { list } from "../../lib/explain/values.ts";
import type { SetResult } from "../../lib/scoring/result.ts";
import { goToFinding, goToTest } from "../_store/view-store.ts";
import { Dated } from "./dated.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import { Part } from "./part.tsx";
import { enoughAlone, Robustness, useRobustness } from "./robustness.tsx";

/** The reasons that need some working out: what is not decided, what carries the verdict, and what could change it. */
export function MoreReasons({
  set,
  result,
  record,
  used,
}: {
  set: CriteriaSet;
  result: SetResult;
  record: SleRecord;
  /** Whether anybody has begun to use the page. */
  used: boolean;
}) {
  const worked = useRobustness(set, result.asAssessed, used);
  const enough = worked ? enoughAlone(worked.robustness) : [];
  const others = result.open.filter((finding) => !enough.includes(finding));
  const keptFocus = useKeptFocus<HTMLDivElement>();
  // Until it is worked out anew it is set back where it is, as what it was: nothing moves with each answer.
  const busy = used && (!worked || worked.stale);
  return (
    <>
      <Entered set={set} result={result} record={record} />
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
function Entered({ set, result, record }: { set: CriteriaSet; result: SetResult; record: SleRecord }) {
  const undecided = useMemo(() => undecidedIn(set, result, record, definitions), [set, result, record]);
  const unread = useMemo(() => notReadBy(set, record, definitions), [set, record]);
  return (
    <>
      {undecided.length > 0 && (
        <Part title="Entered, not decided" attention>
          <ul>
            {undecided.map((one) => (
              <li key={`${one.entered} ${one.why}`} className="item">
                <button type="button" className="link" onClick={() => goToQuestion(one, record)}>
                  <Dated>{one.entered}</Dated>
                </button>
                <span className="item-points">0</span>
                <span className="item-reason">
                  <Dated>{sentence(one.why)}</Dated>
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {unread.length > 0 && (
        <Part title="Entered, not read by this set">
          <p className="text-small text-muted">
            <Dated>{sentence(list(unread))}</Dated>
          </p>
        </Part>
      )}
    </>
  );
}

function goToQuestion({ position, finding }: Undecided, { measurements = [] }: SleRecord): void {
  const test = position === undefined ? undefined : measurements[position]?.test;
  if (test) goToTest(test);
  else goToFinding(finding);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

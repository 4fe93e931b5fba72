"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { definitions } from "../../../criteria/without-examples.ts";
import {
  type CaseOutcome,
  NEW_DRAFT,
  newSitting,
  type SavedSitting,
  withTwins,
} from "../../../lib/practice/saved-sitting.ts";
import type { SittingCase } from "../../../lib/practice/sitting.ts";
import { forgetSitting, savedSitting, saveSitting } from "../_store/sitting-store.ts";
import { CaseRound } from "./case-round.tsx";
import { type SetWords, withWords } from "./set-words.ts";
import { SittingEnd } from "./sitting-end.tsx";

/** One case after another, then what they came to. Every step is kept on the device, and taken up again from there. */
export function Sitting({
  query,
  cases: planned,
  words,
}: {
  query: string;
  cases: readonly SittingCase[];
  words: Readonly<Record<string, SetWords>>;
}) {
  const [begun] = useState(() => savedSitting(query));
  const [sitting, setSitting] = useState(() => begun ?? fresh(query, planned));
  const opened = useRef(sitting);
  useEffect(() => {
    if (sitting !== opened.current) saveSitting(sitting);
  }, [sitting]);
  const cases = useMemo(() => withTwins(planned, sitting.twins), [planned, sitting.twins]);
  const sets = useMemo(() => definitions.sets.map((set) => withWords(set, words[set.id])), [words]);
  const { position, outcomes, draft } = sitting;
  const again = () => {
    forgetSitting(query);
    opened.current = fresh(query, planned);
    setSitting(opened.current);
  };
  const now = cases[position];
  if (!now) return <SittingEnd outcomes={outcomes} again={again} />;
  const set = sets.find(({ id }) => id === now.set) ?? sets[0];
  if (!set) return null;
  const next = (more: Partial<SavedSitting> = {}) =>
    setSitting({ ...sitting, ...more, position: position + 1, draft: NEW_DRAFT });
  return (
    <>
      {begun && sitting === opened.current && (
        <p className="practice-resumed">
          You are back where you left off.{" "}
          <button type="button" className="link" onClick={again}>
            Begin anew
          </button>
        </p>
      )}
      <CaseRound
        key={`${position} ${now.practiceCase.id}`}
        sittingCase={now}
        set={set}
        place={`Case ${position + 1} of ${cases.length}`}
        first={position === 0}
        last={position + 1 === cases.length}
        draft={draft}
        change={(changed) => setSitting({ ...sitting, draft: { ...draft, ...changed } })}
        answered={(outcome: CaseOutcome) =>
          setSitting({ ...sitting, outcomes: [...outcomes, outcome], draft: { ...draft, checked: true } })
        }
        next={() => next()}
        {...(now.twin && {
          scoreTwin: () => next({ twins: [...sitting.twins, position], cases: cases.length + 1 }),
        })}
      />
    </>
  );
}

function fresh(query: string, cases: readonly SittingCase[]): SavedSitting {
  return newSitting(query, cases.length, new Date().toISOString());
}

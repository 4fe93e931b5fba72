"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import {
  type CaseOutcome,
  newSitting,
  nextDraft,
  type SavedSitting,
  WHOLE,
  withTwins,
} from "../../../lib/practice/saved-sitting.ts";
import type { Deal } from "../../../lib/practice/sitting.ts";
import { forgetSitting, savedSitting, saveSitting, useSavedSitting } from "../_store/sitting-store.ts";
import { CaseRound } from "./case-round.tsx";
import { KeptNotices } from "./kept-notices.tsx";
import { type SetWords, withWords } from "./set-words.ts";
import { SittingEnd } from "./sitting-end.tsx";

/** One case after another, then what they came to. Every step is kept on the device, and taken up again from there. */
export function Sitting({
  query,
  deck,
  words,
}: {
  query: string;
  deck: readonly Deal[];
  words: Readonly<Record<string, SetWords>>;
}) {
  const [begun] = useState(() => savedSitting(query));
  const [sitting, setSitting] = useState(() => begun ?? fresh(query, deck));
  /** Which of the answered cases is looked at once more. */
  const [shown, setShown] = useState<number>();
  const opened = useRef(sitting);
  /** The sitting as this window last saved it, or took it over from another. */
  const known = useRef(begun);
  const stored = useSavedSitting(query);
  useEffect(() => {
    if (sitting === opened.current || sitting === known.current) return;
    known.current = saveSitting(sitting, known.current);
  }, [sitting]);
  // Another window worked on this sitting, or erased it: neither is written over by what this one still shows.
  useEffect(() => {
    if (isSame(stored, known.current)) return;
    known.current = stored;
    opened.current = stored ?? fresh(query, deck);
    setSitting(opened.current);
  }, [stored, query, deck]);
  const deals = useMemo(() => withTwins(deck, sitting.twins), [deck, sitting.twins]);
  const sets = useMemo(() => definitions.sets.map((set) => withWords(set, words[set.id] ?? NO_WORDS)), [words]);
  const { position, outcomes, draft } = sitting;
  const again = () => {
    known.current = undefined;
    forgetSitting(query);
    opened.current = fresh(query, deck);
    setSitting(opened.current);
  };
  const deal = deals[position];
  // A case is made once and kept, so that it is the same object from one step to the next.
  const now = useMemo(() => deal?.(), [deal]);
  const past = shown === undefined ? undefined : outcomes[shown];
  const looked = useMemo(() => (past?.position === undefined ? undefined : deals[past.position]?.()), [past, deals]);
  const lookedSet = sets.find(({ id }) => id === looked?.set);
  if (past?.reply && looked && lookedSet) {
    return (
      <CaseRound
        key={`look ${shown}`}
        sittingCase={looked}
        set={lookedSet}
        place={`Case ${(past.position ?? 0) + 1} of ${deals.length}, as you answered it`}
        last
        again
        draft={{ ...past.reply, opened: WHOLE, checked: true }}
        change={() => undefined}
        answered={() => undefined}
        next={() => setShown(undefined)}
      />
    );
  }
  if (!deal) {
    return (
      <>
        <KeptNotices />
        <SittingEnd outcomes={outcomes} again={again} open={setShown} />
      </>
    );
  }
  const next = (more: Partial<SavedSitting> = {}) =>
    setSitting({ ...sitting, ...more, position: position + 1, draft: nextDraft(draft) });
  const set = sets.find(({ id }) => id === now?.set);
  if (!now || !set) {
    return (
      <p className="practice-open">
        This case could not be made.
        <button type="button" className="button button-main" onClick={() => next()}>
          Next case
        </button>
      </p>
    );
  }
  return (
    <>
      <KeptNotices />
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
        place={`Case ${position + 1} of ${deals.length}`}
        last={position + 1 === deals.length}
        draft={draft}
        change={(changed) => setSitting({ ...sitting, draft: { ...draft, ...changed } })}
        answered={(outcome: CaseOutcome) =>
          setSitting({
            ...sitting,
            outcomes: [...outcomes, { ...outcome, position, reply: draft }],
            draft: { ...draft, checked: true },
          })
        }
        next={() => next()}
        {...(now.twin && {
          scoreTwin: () => next({ twins: [...sitting.twins, position], cases: deals.length + 1 }),
        })}
      />
    </>
  );
}

const NO_WORDS: SetWords = { notItems: {}, entry: "" };

/** A sitting is kept under its address, and each time it is kept it has another time. */
function isSame(one: SavedSitting | undefined, other: SavedSitting | undefined): boolean {
  return one === other || (one !== undefined && one.at === other?.at);
}

function fresh(query: string, deck: readonly Deal[]): SavedSitting {
  return newSitting(query, deck.length, new Date().toISOString());
}

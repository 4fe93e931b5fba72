"use client";

import { dequal } from "dequal/lite";
import { createContext, useCallback, useContext, useRef, useSyncExternalStore } from "react";
import type { CriteriaSet, SleRecord } from "../../criteria/types.ts";
import type { Outline } from "../../lib/scoring/evaluate.ts";
import { type Assessment, assessmentOf } from "./assessment.ts";
import type { History } from "./history.ts";
import { createRecordStore, EMPTY_HISTORY, type RecordStore } from "./record-store.ts";

/** The store of the page, shared by all its parts and kept between pages. A test provides its own. */
export const RecordStoreContext = createContext<RecordStore>(createRecordStore());

/** The store, for entering and undoing. Reading it does not follow its changes. */
export function useRecordStore(): RecordStore {
  return useContext(RecordStoreContext);
}

/**
 * A part of the record, followed. Renders again only when the part is no longer equal as data, so that one answer
 * renders one row: `useRecord((record) => statementOf(record, finding))`. What is pressed is painted first.
 */
export function useRecord<Part>(select: (record: SleRecord) => Part): Part {
  return useHistory((history) => select(history.present));
}

/** A part of the assessment of the record, followed as `useRecord` follows the record. */
export function useAssessment<Part>(select: (assessment: Assessment) => Part): Part {
  return useHistory((history) => select(assessmentOf(history.present)));
}

/** A part of the history, such as whether there is anything to undo. */
export function useHistory<Part>(select: (history: History<SleRecord>) => Part): Part {
  return useFollowed(useRecordStore().subscribeLate, select);
}

/**
 * As `useHistory`, and in the same frame as the answer: what would be false beside it. The answer waits for each, so
 * there are as few as can be.
 */
export function useHistoryAtOnce<Part>(select: (history: History<SleRecord>) => Part): Part {
  return useFollowed(useRecordStore().subscribe, select);
}

/** As `useAssessment`, and in the same frame as the answer. */
export function useAssessmentAtOnce<Part>(select: (assessment: Assessment) => Part): Part {
  return useHistoryAtOnce((history) => select(assessmentOf(history.present)));
}

/** As `useAssessmentAtOnce` while `isSeen`, which stays the same function; otherwise no answer waits for it. */
export function useAssessmentWhileSeen<Part>(isSeen: () => boolean, select: (assessment: Assessment) => Part): Part {
  const store = useRecordStore();
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [store.subscribe(() => isSeen() && listener()), store.subscribeLate(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    [store, isSeen],
  );
  return useFollowed(subscribe, (history) => select(assessmentOf(history.present)));
}

/** As `useAssessmentWhileSeen`, of a set's outline; undefined while there is no result. */
export function useOutlineWhileSeen<Part>(
  isSeen: () => boolean,
  { id }: CriteriaSet,
  select: (outline: Outline) => Part,
): Part | undefined {
  return useAssessmentWhileSeen(isSeen, ({ evaluations }) => {
    const outline = evaluations?.[id]?.outline;
    return outline && select(outline);
  });
}

function useFollowed<Part>(subscribe: RecordStore["subscribe"], select: (history: History<SleRecord>) => Part): Part {
  const store = useRecordStore();
  const kept = useRef<{ part: Part } | undefined>(undefined);
  const settle = (part: Part): Part => {
    if (!kept.current || !dequal(kept.current.part, part)) kept.current = { part };
    return kept.current.part;
  };
  return useSyncExternalStore(
    subscribe,
    () => settle(select(store.getHistory())),
    () => settle(select(EMPTY_HISTORY)),
  );
}

"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { GroupId, SleRecord, TestId } from "../../../criteria/types.ts";
import { type Worth, type WorthInRecord, worthIn } from "../../../lib/explain/worth.ts";
import { today } from "../../_components/today.ts";
import { plan } from "../../_store/assessment.ts";
import type { History } from "../../_store/history.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { findingsOf, groupIds, setById, testsOf } from "../readers.ts";
import { answerAgain } from "./answer-again.ts";
import { groupHeadingId } from "./group-heading-id.ts";
import { NO_WORTHS, type Place, worths } from "./worth-store.ts";

/** From what the worth that is known was worked out. */
let worked: { readonly set: string; readonly record: SleRecord } | undefined;

/**
 * Works out what every answer is worth whenever the record or the opened set has changed: once that is painted, while
 * nothing else is to be done, in small pieces, and first of what is in view. What was known of another set or another
 * patient goes at once.
 */
export function Worths(): null {
  const store = useRecordStore();
  const set = useView((view) => view.set);
  const record = useRecord((whole) => whole);
  const inView = useGroupsInView();
  // Before it is painted.
  useLayoutEffect(() => {
    if (worked && (worked.set !== set || !isStepFrom(worked.record, store.getHistory())))
      worths.setState(NO_WORTHS, true);
    worked = { set, record };
  }, [store, set, record]);
  useEffect(() => {
    const history = { ...store.getHistory(), present: record };
    const leaving = new AbortController();
    // Where its code cannot be fetched, as offline before the first full visit, the rows say nothing of it.
    void workOut(set, history, inView.current, leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [store, set, record, inView]);
  return null;
}

function isStepFrom(record: SleRecord, { past, present, future }: History<SleRecord>): boolean {
  // Answers that follow each other quickly are several steps.
  return past.includes(record) || present === record || future[0] === record;
}

/**
 * In pieces that are short on a slow device as well: what is asked next is begun only while there is time left, and an
 * answer that is given meanwhile comes before the next piece. What is in view is shown first, all the rest at once, so
 * that the rows are looked through twice and not with every piece.
 */
async function workOut(
  id: string,
  history: History<SleRecord>,
  inView: ReadonlySet<GroupId>,
  leaving: AbortSignal,
): Promise<void> {
  const set = setById(id);
  if (!set) return;
  const known = new Map(worths.getState());
  let worth: WorthInRecord | undefined;
  const groups = [...groupIds].sort((a, b) => Number(inView.has(b)) - Number(inView.has(a)));
  let shown = false;
  let until = await quiet();
  if (leaving.aborted) return;
  for (const group of groups) {
    if (!shown && !inView.has(group)) {
      worths.setState(new Map(known), true);
      shown = true;
      // What nobody sees waits until the answers pause, or it comes into view: the next one would have it worked out again.
      await rest();
      until = 0;
    }
    for (const place of placesOf(group)) {
      if (performance.now() >= until) until = await quiet();
      if (leaving.aborted) return;
      worth ??= worthIn(plan, set, history.present, today());
      const found = worthAt(place, worth, history);
      if (found) known.set(place, found);
      else known.delete(place);
    }
  }
  worths.setState(known, true);
}

/** How long one piece of the work may take, in milliseconds: an answer that is given meanwhile has to wait for it. */
const PIECE = 4;

/** How long the answers have to pause, in milliseconds. */
const REST = 500;

let onComing = () => {};

/** Waits until the answers pause, or a group comes into view that was not. */
function rest(): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, REST);
    onComing = resume;
  });
}

function worthAt(place: Place, worth: WorthInRecord, history: History<SleRecord>): Worth | undefined {
  if (isTest(place)) return worth.test(place.slice("test ".length) as TestId);
  return worth.finding(place, answerAgain(history, place, "present"));
}

function isTest(place: Place): place is `test ${TestId}` {
  return place.startsWith("test ");
}

/** Everything that a group asks. */
function placesOf(group: GroupId): readonly Place[] {
  const findings = findingsOf(group);
  const tests = new Set(findings.flatMap(testsOf));
  return [...[...tests].map((test) => `test ${test}` as const), ...findings];
}

/**
 * Waits until the page is at rest, and says until when a piece may take. What stands in the browser's queue, above all
 * an answer and its paint, comes first.
 */
function quiet(): Promise<number> {
  return new Promise((resume) => {
    const begin = () => resume(performance.now() + PIECE);
    if (typeof requestIdleCallback === "function") {
      // Without a time limit the work might never be done on a page that is never at rest.
      requestIdleCallback(begin, { timeout: 1_000 });
    } else setTimeout(begin, 30);
  });
}

/** The groups of which something is in view. */
function useGroupsInView(): RefObject<ReadonlySet<GroupId>> {
  const inView = useRef(new Set<GroupId>());
  useEffect(() => {
    if (typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        const group = groupIds.find((one) => target.getAttribute("aria-labelledby") === groupHeadingId(one));
        if (!group) continue;
        if (isIntersecting) inView.current.add(group);
        else inView.current.delete(group);
      }
      if (entries.some(({ isIntersecting }) => isIntersecting)) onComing();
    });
    for (const group of document.querySelectorAll(".question-group")) observer.observe(group);
    return () => observer.disconnect();
  }, []);
  return inView;
}

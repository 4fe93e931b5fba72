"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { FindingId, GroupId, SleRecord, TestId } from "../../../criteria/types.ts";
import type { Worth, WorthInRecord } from "../../../lib/explain/worth.ts";
import { fetched } from "../../_components/fetched.ts";
import { today } from "../../_components/today.ts";
import { plan } from "../../_store/assessment.ts";
import type { History } from "../../_store/history.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { useView } from "../../_store/view-store.ts";
import { findingsOf, groupIds, setById, testsOf } from "../readers.ts";
import { answerAgain } from "./answer-again.ts";
import { groupHeadingId } from "./group-heading-id.ts";

/** What works out the worth of answers: fetched once the page stands. */
const worthCode = fetched(() => import("../../../lib/explain/worth.ts"));

type Place = FindingId | `test ${TestId}`;
type Worths = ReadonlyMap<Place, Worth>;

const NONE: Worths = new Map();
const worths = createStore<Worths>(() => NONE);

/** What the answer to a finding is worth, as last worked out. */
export function useFindingWorth(finding: FindingId): Worth | undefined {
  return useStore(worths, (known) => known.get(finding));
}

/** What the values of a test could add, as last worked out. */
export function useTestWorth(test: TestId): Worth | undefined {
  return useStore(worths, (known) => known.get(`test ${test}`));
}

/** From what the worth that is known was worked out. */
let worked: { readonly set: string; readonly record: SleRecord } | undefined;

/**
 * Works out what every answer is worth whenever the record or the opened set has changed: once that is painted, while
 * nothing else is to be done, in small pieces, and first of what is in view. What was known of another set or another
 * patient goes at once.
 */
export function useWorths(): void {
  const store = useRecordStore();
  const set = useView((view) => view.set);
  const record = useRecord((whole) => whole);
  const inView = useGroupsInView();
  // Before it is painted.
  useLayoutEffect(() => {
    if (worked && (worked.set !== set || !isStepFrom(worked.record, store.getHistory()))) worths.setState(NONE, true);
    worked = { set, record };
  }, [store, set, record]);
  useEffect(() => {
    const history = { ...store.getHistory(), present: record };
    const leaving = new AbortController();
    // Where its code cannot be fetched, as offline before the first full visit, the rows say nothing of it.
    void workOut(set, history, inView.current, leaving.signal).catch(() => undefined);
    return () => leaving.abort();
  }, [store, set, record, inView]);
}

function isStepFrom(record: SleRecord, { past, present, future }: History<SleRecord>): boolean {
  return [past.at(-1), present, future[0]].includes(record);
}

async function workOut(
  id: string,
  history: History<SleRecord>,
  inView: ReadonlySet<GroupId>,
  leaving: AbortSignal,
): Promise<void> {
  const set = setById(id);
  if (!set) return;
  await idle();
  const { worthIn } = await worthCode.fetch();
  if (leaving.aborted) return;
  const worth = worthIn(plan, set, history.present, today());
  const groups = [...groupIds].sort((a, b) => Number(inView.has(b)) - Number(inView.has(a)));
  let known = new Map(worths.getState());
  let since = performance.now();
  for (const place of groups.flatMap(placesOf)) {
    const found = worthAt(place, worth, history);
    if (found) known.set(place, found);
    else known.delete(place);
    if (performance.now() - since < PIECE) continue;
    worths.setState(known, true);
    known = new Map(known);
    await idle();
    if (leaving.aborted) return;
    since = performance.now();
  }
  worths.setState(known, true);
}

/** How long one piece of the work may take, in milliseconds: an answer that is given meanwhile has to wait for it. */
const PIECE = 4;

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

/** Until the browser has nothing else to do; where it does not tell, a moment. */
function idle(): Promise<void> {
  return new Promise((resume) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => resume(), { timeout: 500 });
    else setTimeout(resume, 30);
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
    });
    for (const group of document.querySelectorAll(".question-group")) observer.observe(group);
    return () => observer.disconnect();
  }, []);
  return inView;
}

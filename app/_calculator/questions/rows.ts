import { dequal } from "dequal/lite";
import { useCallback, useSyncExternalStore } from "react";
import type { FindingId, SleRecord, Status } from "../../../criteria/types.ts";
import { EMPTY_RECORD, statementOf } from "../../../lib/record/edit.ts";
import { type Assessment, assessmentOf } from "../../_store/assessment.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { useRecordStore } from "../../_store/use-record.ts";
import { placeOf, standsAt } from "../problems/issue-places.ts";
import { findingIds, testsOf } from "../readers.ts";

/** All that a row shows of an assessment. */
export interface Row {
  readonly stated: Status;
  readonly status: Status;
  readonly explained: boolean;
  readonly measured: boolean;
  /** Whether there may be anything to note; what it is, is worked out by what comes after the first paint. */
  readonly noted: boolean;
  readonly problem: boolean;
}

type Rows = Readonly<Record<FindingId, Row>>;

/** The rows of a record. A row that is as it was before is the same object. */
function rowsOf(assessment: Assessment, before?: Rows): Rows {
  const { record, interpreted } = assessment;
  const tests = new Set((record.measurements ?? []).map(({ test }) => test));
  const noticed = new Set(interpreted.notices.map(({ finding }) => finding));
  const row = (finding: FindingId): Row => {
    const stated = statementOf(record, finding).status;
    const fact = interpreted.facts?.[finding];
    const measured = tests.size > 0 && testsOf(finding).some((test) => tests.has(test));
    const origin = fact?.origin.kind;
    const place = placeOf(finding);
    return {
      stated,
      // While one answer contradicts another there are no facts, only statements.
      status: fact?.status ?? stated,
      explained: fact?.explainedBy !== undefined,
      measured,
      noted: measured || origin === "implied" || origin === "assumed" || noticed.has(finding),
      problem: interpreted.issues.some((issue) => standsAt(issue, (one) => one === place)),
    };
  };
  const rows = findingIds.map((finding) => {
    const [now, was] = [row(finding), before?.[finding]];
    return [finding, dequal(now, was) ? was : now];
  });
  return Object.fromEntries(rows) as Rows;
}

/** Who shows a row, by its finding: the rows of an answer are worked out once, and it calls those alone whose row it changes. */
interface Following {
  rows(): Rows;
  readonly atOnce: Subscribe;
  /** As `RecordStore.subscribeLate`. */
  readonly late: Subscribe;
}

type Subscribe = (finding: FindingId, listener: () => void) => () => void;

function followRows(store: RecordStore): Following {
  let of: SleRecord | undefined;
  let known: Rows | undefined;
  const rows = (): Rows => {
    const { present } = store.getHistory();
    if (!known || of !== present) {
      known = rowsOf(assessmentOf(present), known);
      of = present;
    }
    return known;
  };
  const told = (subscribe: RecordStore["subscribe"]): Subscribe => {
    const all = new Set<readonly [FindingId, () => void]>();
    let last = rows();
    subscribe(() => {
      const before = last;
      last = rows();
      for (const [finding, listener] of all) if (last[finding] !== before[finding]) listener();
    });
    return (finding, listener) => {
      const one = [finding, listener] as const;
      all.add(one);
      return () => all.delete(one);
    };
  };
  return { rows, atOnce: told(store.subscribe), late: told(store.subscribeLate) };
}

const followings = new WeakMap<RecordStore, Following>();
let ofNothing: Rows | undefined;

/** What the row of a finding shows. What is pressed is painted first. */
export function useRow(finding: FindingId): Row {
  return useFollowedRow(finding, "late");
}

/** As `useRow`, in the same frame as the answer. */
export function useRowAtOnce(finding: FindingId): Row {
  return useFollowedRow(finding, "atOnce");
}

function useFollowedRow(finding: FindingId, when: "atOnce" | "late"): Row {
  const store = useRecordStore();
  const following = followings.get(store) ?? followRows(store);
  followings.set(store, following);
  const subscribe = useCallback(
    (listener: () => void) => following[when](finding, listener),
    [following, when, finding],
  );
  return useSyncExternalStore(
    subscribe,
    () => following.rows()[finding],
    () => {
      ofNothing ??= rowsOf(assessmentOf(EMPTY_RECORD));
      return ofNothing[finding];
    },
  );
}

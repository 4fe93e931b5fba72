import { createStore } from "zustand/vanilla";
import type { SleRecord } from "../../criteria/types.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
import { afterPaint } from "./after-paint.ts";
import { type History, redone, startHistory, step, undone } from "./history.ts";

/**
 * The record on the page: the only state that an answer changes.
 *
 * Every entry, from a radio button to an import, goes through `edit`, `replace` or `open`, so that undo, saving and
 * the live result see one stream of records. The edits themselves are the pure functions of `lib/record/edit.ts`:
 * `store.edit((record) => answer(record, finding, "present"))`.
 */
export interface RecordStore {
  getHistory(): History<SleRecord>;
  /** Calls back after every change of the record or of its history. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** As `subscribe`, but of what is pressed only once that is painted. */
  subscribeLate(listener: () => void): () => void;
  /** One step that can be undone. Returning the same record is no step. */
  edit(change: (record: SleRecord) => SleRecord): void;
  /**
   * As `edit`, for an answer that is pressed: it is painted with the results that it makes before those who follow late
   * are told, so that nobody waits for what they do not look at in that moment. `around` is given what tells them.
   */
  press(change: (record: SleRecord) => SleRecord, around?: (tell: () => void) => void): void;
  /** Tells those who follow late at once what they have not heard yet. */
  catchUp(): void;
  /** Another record in place of this one, such as an example or an import. Can be undone. */
  replace(record: SleRecord): void;
  /** An empty record. Can be undone. */
  erase(): void;
  /** Another patient or a restored session: nothing before it can be undone. */
  open(record: SleRecord): void;
  undo(): void;
  redo(): void;
}

/** The state before anything is entered, and the one that the server renders. */
export const EMPTY_HISTORY: History<SleRecord> = startHistory(EMPTY_RECORD);

export function createRecordStore(): RecordStore {
  const store = createStore(() => EMPTY_HISTORY);
  const late = new Set<() => void>();
  let heard = EMPTY_HISTORY;
  let stopWaiting = () => {};
  let tellIn = atOnce;
  const tell = () => {
    heard = store.getState();
    for (const listener of [...late]) listener();
  };
  const catchUp = () => {
    stopWaiting();
    const around = tellIn;
    tellIn = atOnce;
    if (heard !== store.getState()) around(tell);
  };
  const become = (next: (history: History<SleRecord>) => History<SleRecord>) => {
    store.setState(next, true);
    catchUp();
  };
  return {
    getHistory: store.getState,
    subscribe: store.subscribe,
    subscribeLate(listener) {
      late.add(listener);
      return () => late.delete(listener);
    },
    edit: (change) => become((history) => step(history, change(history.present))),
    press(change, around = atOnce) {
      store.setState((history) => step(history, change(history.present)), true);
      if (heard === store.getState()) return;
      stopWaiting();
      tellIn = around;
      stopWaiting = afterPaint(catchUp);
    },
    catchUp,
    replace: (record) => become((history) => step(history, record)),
    erase: () => become((history) => step(history, EMPTY_RECORD)),
    open: (record) => become(() => startHistory(record)),
    undo: () => become(undone),
    redo: () => become(redone),
  };
}

function atOnce(tell: () => void): void {
  tell();
}

import type { SleRecord } from "../../criteria/types.ts";
import { EMPTY_RECORD } from "../../lib/record/edit.ts";
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
  /** One step that can be undone. Returning the same record is no step. */
  edit(change: (record: SleRecord) => SleRecord): void;
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
  let history = EMPTY_HISTORY;
  const listeners = new Set<() => void>();
  const become = (next: History<SleRecord>) => {
    if (next === history) return;
    history = next;
    for (const listener of listeners) listener();
  };
  return {
    getHistory: () => history,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit: (change) => become(step(history, change(history.present))),
    replace: (record) => become(step(history, record)),
    erase: () => become(step(history, EMPTY_RECORD)),
    open: (record) => become(startHistory(record)),
    undo: () => become(undone(history)),
    redo: () => become(redone(history)),
  };
}

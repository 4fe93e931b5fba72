import { createStore } from "zustand/vanilla";
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
  const store = createStore(() => EMPTY_HISTORY);
  const become = (next: (history: History<SleRecord>) => History<SleRecord>) => store.setState(next, true);
  return {
    getHistory: store.getState,
    subscribe: store.subscribe,
    edit: (change) => become((history) => step(history, change(history.present))),
    replace: (record) => become((history) => step(history, record)),
    erase: () => become((history) => step(history, EMPTY_RECORD)),
    open: (record) => become(() => startHistory(record)),
    undo: () => become(undone),
    redo: () => become(redone),
  };
}

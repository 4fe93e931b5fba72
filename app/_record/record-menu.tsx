"use client";

import { useHistory, useRecordStore } from "../_store/use-record.ts";

/** Everything about the record as a whole: undo, redo, start again. */
export function RecordMenu() {
  const store = useRecordStore();
  const canUndo = useHistory(({ past }) => past.length > 0);
  const canRedo = useHistory(({ future }) => future.length > 0);
  return (
    <>
      <button type="button" className="button" disabled={!canUndo} onClick={store.undo}>
        Undo
      </button>
      <button type="button" className="button" disabled={!canRedo} onClick={store.redo}>
        Redo
      </button>
    </>
  );
}

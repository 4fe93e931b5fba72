"use client";

import { lazy, Suspense, useCallback, useState } from "react";
import { isEmpty } from "../../lib/record/edit.ts";
import { useHistory, useRecord, useRecordStore } from "../_store/use-record.ts";
import { Paper } from "./paper.tsx";
import { useCopy } from "./use-copy.tsx";
import { useSavedRecord } from "./use-saved-record.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** Loaded when first opened. */
const RecordSheet = lazy(async () => ({ default: (await import("./record-sheet.tsx")).RecordSheet }));
const ImportSheet = lazy(async () => ({ default: (await import("../_import/import-sheet.tsx")).ImportSheet }));
const ShortcutsSheet = lazy(async () => ({ default: (await import("./shortcuts-sheet.tsx")).ShortcutsSheet }));

/** Everything about the record as a whole: undo, redo, the note, and the sheet with the rest. */
export function RecordMenu() {
  const store = useRecordStore();
  const canUndo = useHistory(({ past }) => past.length > 0);
  const canRedo = useHistory(({ future }) => future.length > 0);
  const empty = useRecord(isEmpty);
  const [sheet, setSheet] = useState<"record" | "keys" | undefined>(undefined);
  // Apart from the other sheets: the record sheet that it is opened from says once more that it closed.
  const [importing, setImporting] = useState(false);
  const close = useCallback(() => setSheet(undefined), []);
  const closeImport = useCallback(() => setImporting(false), []);
  const openImport = useCallback(() => {
    setSheet(undefined);
    setImporting(true);
  }, []);
  const { copy, copied } = useCopy();
  useShortcuts(useCallback(() => setSheet("keys"), []));
  useSavedRecord();
  return (
    <div className="flex flex-wrap items-center">
      {copied}
      <div className="flex flex-wrap gap-2 whitespace-nowrap max-sm:[&>button]:px-2">
        <button type="button" className="button" disabled={!canUndo} onClick={store.undo}>
          Undo
        </button>
        <button type="button" className="button" disabled={!canRedo} onClick={store.redo}>
          Redo
        </button>
        <button
          type="button"
          className="button"
          disabled={empty}
          onClick={() => copy("short note", store.getHistory().present)}
        >
          Copy note
        </button>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => setSheet("record")}>
          Record
        </button>
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-label="Keys"
          onClick={() => setSheet("keys")}
        >
          ?
        </button>
      </div>
      <Paper />
      <Suspense>
        {sheet === "record" && <RecordSheet close={close} openImport={openImport} />}
        {importing && <ImportSheet close={closeImport} />}
        {sheet === "keys" && <ShortcutsSheet close={close} />}
      </Suspense>
    </div>
  );
}

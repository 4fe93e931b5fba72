"use client";

import { useCallback, useEffect, useState } from "react";
import { isEmpty } from "../../lib/record/edit.ts";
import { useHistory, useRecord, useRecordStore } from "../_store/use-record.ts";
import { openAddress, openFile } from "./bring-in.ts";
import { RecordSheet } from "./record-sheet.tsx";
import { ShortcutsSheet } from "./shortcuts-sheet.tsx";
import { useCopy } from "./use-copy.tsx";
import { useSession } from "./use-session.ts";
import { useShortcuts } from "./use-shortcuts.ts";

/** Everything about the record as a whole: undo, redo, the note, and the sheet with the rest. */
export function RecordMenu() {
  const store = useRecordStore();
  const canUndo = useHistory(({ past }) => past.length > 0);
  const canRedo = useHistory(({ future }) => future.length > 0);
  const empty = useRecord(isEmpty);
  const [sheet, setSheet] = useState<"record" | "keys" | undefined>(undefined);
  const close = useCallback(() => setSheet(undefined), []);
  const { copy, copied } = useCopy();
  useShortcuts(useCallback(() => setSheet("keys"), []));
  useSavedRecord();
  return (
    <>
      {copied}
      <div className="flex gap-2 whitespace-nowrap max-sm:[&>button]:px-2">
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
      <RecordSheet open={sheet === "record"} close={close} />
      <ShortcutsSheet open={sheet === "keys"} close={close} />
    </>
  );
}

/** Keeps the record on this device, opens what was kept or what the address holds, and takes dropped files. */
function useSavedRecord(): void {
  const session = useSession();
  useEffect(() => {
    const stop = session.start();
    void session.restored().then(() => openAddress(session));
    const onHashChange = () => void openAddress(session);
    const onDragOver = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void openFile(file, session);
    };
    window.addEventListener("hashchange", onHashChange);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    return () => {
      stop();
      window.removeEventListener("hashchange", onHashChange);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    };
  }, [session]);
}

"use client";

import { lazy, Suspense, useEffect } from "react";
import { isEmpty } from "../../../lib/record/edit.ts";
import { LastMessage } from "../../_components/last-message.tsx";
import { useHistory, useRecord, useRecordStore } from "../../_store/use-record.ts";
import { showSheet, useView } from "../../_store/view-store.ts";
import { Paper } from "../paper/paper.tsx";
import { OpenPatient } from "../patients/open-patient.tsx";
import { useSavedRecord } from "../session/use-saved-record.ts";
import { useShortcuts } from "../shortcuts/use-shortcuts.ts";
import { stepAndSay } from "../step-and-say.ts";
import { useCopy } from "./use-copy.tsx";

/** Loaded when first opened. */
const RecordSheet = lazy(async () => ({ default: (await import("./record-sheet.tsx")).RecordSheet }));
const ImportSheet = lazy(async () => ({ default: (await import("../../_import/import-sheet.tsx")).ImportSheet }));
const ShortcutsSheet = lazy(async () => ({
  default: (await import("../shortcuts/shortcuts-sheet.tsx")).ShortcutsSheet,
}));

const closeSheet = () => showSheet(undefined);

/** Everything about the record as a whole: whose it is, undo, redo, the note, and the sheet with the rest. */
export function RecordMenu() {
  const store = useRecordStore();
  const empty = useRecord(isEmpty);
  const sheet = useView((view) => view.sheet);
  const { copy, copied } = useCopy();
  useShortcuts();
  useSavedRecord();
  // No sheet lies over the page that one comes back to.
  useEffect(() => closeSheet, []);
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <OpenPatient />
      {copied}
      <div className="flex flex-wrap gap-2 whitespace-nowrap max-sm:[&>button]:px-2">
        <Step way="undo" words="Undo" />
        <Step way="redo" words="Redo" />
        <button
          type="button"
          className="button"
          disabled={empty}
          onClick={() => copy("short note", store.getHistory().present)}
        >
          Copy note
        </button>
        <button type="button" className="button" aria-haspopup="dialog" onClick={() => showSheet("record")}>
          Record
        </button>
        <button
          type="button"
          className="button"
          aria-haspopup="dialog"
          aria-label="Keys"
          onClick={() => showSheet("keys")}
        >
          ?
        </button>
      </div>
      <Paper />
      <LastMessage silent={sheet !== undefined} />
      <Suspense>
        {(sheet === "record" || sheet === "examples") && (
          <RecordSheet examples={sheet === "examples"} close={closeSheet} />
        )}
        {sheet === "import" && <ImportSheet close={closeSheet} />}
        {sheet === "keys" && <ShortcutsSheet close={closeSheet} />}
      </Suspense>
    </div>
  );
}

/** The last step keeps the focus where it is: a button that can do no more is only said to be so. */
function Step({ way, words }: { way: "undo" | "redo"; words: string }) {
  const store = useRecordStore();
  const can = useHistory(({ past, future }) => (way === "undo" ? past : future).length > 0);
  return (
    <button type="button" className="button" aria-disabled={!can} onClick={() => void stepAndSay(store, way)}>
      {words}
    </button>
  );
}

"use client";

import { useEffect } from "react";
import { isEmpty } from "../../../lib/record/edit.ts";
import { soon } from "../../_calculator/soon.tsx";
import { LastMessage } from "../../_components/last-message.tsx";
import { late } from "../../_components/late.tsx";
import { SiteHeader } from "../../_components/site-header.tsx";
import { QUICK_FIND_ID } from "../../_find/focus-quick-find.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { showSheet, useView } from "../../_store/view-store.ts";
import { OpenPatient } from "../patients/open-patient.tsx";
import { useSavedRecord } from "../session/use-saved-record.ts";
import { useShortcuts } from "../shortcuts/use-shortcuts.ts";
import { Step } from "./step.tsx";
import { useCopy } from "./use-copy.tsx";

const Paper = soon((code) => code.Paper);

/** Loaded when first opened. */
const RecordSheet = late(() => import("./record-sheet.tsx").then((all) => all.RecordSheet));
const ImportSheet = late(() => import("../../_import/import-sheet.tsx").then((all) => all.ImportSheet));
const TextSheet = late(() => import("../../_reading/text-sheet.tsx").then((all) => all.TextSheet));
const ShortcutsSheet = late(() => import("../shortcuts/shortcuts-sheet.tsx").then((all) => all.ShortcutsSheet));

const closeSheet = () => showSheet(undefined);

/** The top of the calculator: whose record it is, what can be done with it, and the sheets that open from there. */
export function RecordHeader() {
  const sheet = useView((view) => view.sheet);
  const { copy, copied } = useCopy();
  useShortcuts();
  useSavedRecord();
  // No sheet lies over the page that one comes back to.
  useEffect(() => closeSheet, []);
  return (
    <>
      <SiteHeader skipTo={QUICK_FIND_ID} patient={<OpenPatient />} tools={<Tools copy={copy} />} />
      {/* Not in the menu, which may be closed: a sheet in it would be so too. */}
      {copied && <div className="px-4 py-2 lg:px-6">{copied}</div>}
      <Paper />
      <LastMessage silent={sheet !== undefined} />
      {(sheet === "record" || sheet === "examples") && (
        <RecordSheet examples={sheet === "examples"} close={closeSheet} />
      )}
      {sheet === "import" && <ImportSheet close={closeSheet} />}
      {sheet === "text" && <TextSheet close={closeSheet} />}
      {sheet === "keys" && <ShortcutsSheet close={closeSheet} />}
    </>
  );
}

/** What is done with the record as a whole, in the order in which it is wanted. */
function Tools({ copy }: { copy: ReturnType<typeof useCopy>["copy"] }) {
  const store = useRecordStore();
  const empty = useRecord(isEmpty);
  return (
    <>
      <Step way="undo" />
      <Step way="redo" />
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
        <span className="site-tool-sign">?</span>
        <span className="site-tool-word">Keys</span>
      </button>
    </>
  );
}

"use client";

import { createContext, useContext } from "react";
import { isEmpty } from "../../../lib/record/edit.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { showSheet } from "../../_store/view-store.ts";
import { Step } from "./step.tsx";
import type { Copy } from "./use-copy.tsx";

/** Copies what a tool is asked for; what could not be copied stands below the tools. */
export const CopyContext = createContext<Copy>(() => undefined);

/** What is done with the record as a whole, in the order in which it is wanted. */
export function RecordTools() {
  const copy = useContext(CopyContext);
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

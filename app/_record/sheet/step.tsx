"use client";

import { useHistory, useRecordStore } from "../../_store/use-record.ts";
import { stepAndSay } from "../step-and-say.ts";

/** The last step keeps the focus where it is: a button that can do no more is only said to be so. */
export function Step({ way }: { way: "undo" | "redo" }) {
  const store = useRecordStore();
  const can = useHistory(({ past, future }) => (way === "undo" ? past : future).length > 0);
  return (
    <button type="button" className="button" aria-disabled={!can} onClick={() => void stepAndSay(store, way)}>
      {way === "undo" ? "Undo" : "Redo"}
    </button>
  );
}

"use client";

import { isEmpty } from "../../../lib/record/edit.ts";
import { useRecord } from "../../_store/use-record.ts";
import { showSheet } from "../../_store/view-store.ts";

/** Whoever sees the empty form for the first time can look at a whole patient. It stands where the entries will. */
export function ExampleOffer() {
  const empty = useRecord(isEmpty);
  if (!empty) return null;
  return (
    <p className="text-muted">
      New here?{" "}
      <button type="button" className="link" onClick={() => showSheet("examples")}>
        Open an example
      </button>
    </p>
  );
}

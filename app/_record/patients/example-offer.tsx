"use client";

import { isEmpty } from "../../../lib/record/edit.ts";
import { useRecord } from "../../_store/use-record.ts";
import { showSheet } from "../../_store/view-store.ts";

/**
 * Whoever sees the empty form for the first time can look at a whole patient. The first answer hides it and leaves its
 * place, so that no question moves while it is being answered.
 */
export function ExampleOffer() {
  const empty = useRecord(isEmpty);
  return (
    <p className={`example-offer ${empty ? "" : "invisible"}`}>
      New here?{" "}
      <button type="button" className="link" onClick={() => showSheet("examples")}>
        Open an example
      </button>
    </p>
  );
}

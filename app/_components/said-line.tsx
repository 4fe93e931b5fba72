"use client";

import { useEffect } from "react";
import { say, useSaid } from "../_store/said.ts";
import { useRecordStore } from "../_store/use-record.ts";
import "./said-line.css";

/** The short sentence about what was just done, over the page, so that nothing moves when it comes and goes. */
export function SaidLine({ silent = false }: { silent?: boolean }) {
  const store = useRecordStore();
  const said = useSaid();
  // What was said before the next answer is of the past.
  useEffect(() => store.subscribe(() => say("")), [store]);
  return (
    <p role="status" className="said">
      {!silent && said}
    </p>
  );
}

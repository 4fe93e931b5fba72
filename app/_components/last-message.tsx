"use client";

import { useEffect } from "react";
import { say, useLastMessage } from "../_store/say.ts";
import { useRecordStore } from "../_store/use-record.ts";
import "./said-line.css";

/** The short sentence about what was just done, over the page, so that nothing moves when it comes and goes. */
export function LastMessage({ silent = false }: { silent?: boolean }) {
  const store = useRecordStore();
  const said = useLastMessage();
  // What was said before the next answer is of the past.
  useEffect(() => store.subscribe(() => say("")), [store]);
  return (
    <p role="status" className="said">
      {!silent && said}
    </p>
  );
}

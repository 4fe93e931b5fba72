"use client";

import { type ComponentType, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import type { SleRecord } from "../../../criteria/types.ts";
import { isEmpty } from "../../../lib/record/edit.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { useRecordStore } from "../../_store/use-record.ts";

type Page = ComponentType<{ record: SleRecord }>;

let page: Page | undefined;

/** Puts the page for paper in place of the screen's while the browser prints, whoever asked it to. */
export function Paper() {
  const store = useRecordStore();
  const [printed, setPrinted] = useState<{ readonly Page: Page; readonly record: SleRecord } | undefined>(undefined);
  useEffect(() => {
    const stopWaiting = onceThereIsARecord(store, () => void fetchPageForPaper());
    const before = () => {
      const Page = page;
      if (Page) flushSync(() => setPrinted({ Page, record: store.getHistory().present }));
    };
    const after = () => setPrinted(undefined);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      stopWaiting();
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [store]);
  return printed && createPortal(<printed.Page record={printed.record} />, document.body);
}

/** Fetches what draws the page for paper. Where that fails, the screen's page is printed. */
export async function fetchPageForPaper(): Promise<void> {
  page = await import("./print-page.tsx").then(
    ({ PrintPage }) => PrintPage,
    () => undefined,
  );
}

/** How long a first answer is left alone before what could print it is fetched, in milliseconds. */
const REST = 300;

/** Runs once, a while after there is something to print. Returns the way to stop waiting. */
function onceThereIsARecord(store: RecordStore, run: () => void): () => void {
  let rest: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    if (rest !== undefined || isEmpty(store.getHistory().present)) return;
    rest = setTimeout(run, REST);
    stop();
  };
  const stop = store.subscribe(look);
  look();
  return () => {
    stop();
    clearTimeout(rest);
  };
}

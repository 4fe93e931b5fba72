"use client";

import { type ComponentType, useEffect, useState } from "react";
import { createPortal, flushSync } from "react-dom";
import type { SleRecord } from "../../criteria/types.ts";
import { onFirstUse } from "../_components/on-first-use.ts";
import { useRecordStore } from "../_store/use-record.ts";

type Page = ComponentType<{ record: SleRecord }>;

let page: Page | undefined;

/** Puts the page for paper in place of the screen's while the browser prints, whoever asked it to. */
export function Paper() {
  const store = useRecordStore();
  const [printed, setPrinted] = useState<{ readonly Page: Page; readonly record: SleRecord } | undefined>(undefined);
  useEffect(() => {
    const stopWaiting = onFirstUse(() => void loadPage().catch(() => undefined));
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

async function loadPage(): Promise<void> {
  page = (await import("./print-page.tsx")).PrintPage;
}

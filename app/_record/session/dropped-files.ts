"use client";

import { useEffect } from "react";
import { useRecordStore } from "../../_store/use-record.ts";
import { takeDropped } from "./dropped.ts";
import { openWhenFetched } from "./open-when-fetched.ts";
import { useSession } from "./use-session.ts";

/** Opens a file that is dropped anywhere on the page, or was before this came. */
export function DroppedFiles(): null {
  const session = useSession();
  const store = useRecordStore();
  useEffect(() => {
    const present = () => store.getHistory().present;
    let lastDropped: File | undefined;
    const onDrop = () => {
      const file = takeDropped();
      if (!file) return;
      lastDropped = file;
      void openWhenFetched(session, present, "file", ({ openDropped }) => {
        if (file === lastDropped) void openDropped(file, session);
      });
    };
    onDrop();
    window.addEventListener("drop", onDrop);
    return () => window.removeEventListener("drop", onDrop);
  }, [session, store]);
  return null;
}

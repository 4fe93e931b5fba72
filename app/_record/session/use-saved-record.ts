"use client";

import { useEffect } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import { isShareFragment } from "../../../lib/share/fragment.ts";
import { useRecordStore } from "../../_store/use-record.ts";
import { openWhenFetched } from "./open-when-fetched.ts";
import type { Session } from "./session.ts";
import { useSession } from "./use-session.ts";

/**
 * Keeps the record on this device, and opens what was kept, what the address holds, or a file that is dropped anywhere on
 * the page, which is never opened by the browser in place of the page.
 */
export function useSavedRecord(): void {
  const session = useSession();
  const store = useRecordStore();
  useEffect(() => {
    const stop = session.start();
    const present = () => store.getHistory().present;
    // What is typed or brought before what was kept has come is of another patient, though none of it is entered yet.
    let begun = false;
    void session.restored(() => begun).then(() => openAddress(session, present));
    const onHashChange = () => void openAddress(session, present);
    const keepPage = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    let dropped: File | undefined;
    const onDrop = ({ dataTransfer }: DragEvent) => {
      const file = dataTransfer?.files[0];
      if (!file) return;
      dropped = file;
      void openWhenFetched(session, present, "file", ({ openDropped }) => {
        if (file === dropped) void openDropped(file, session);
      });
    };
    const left = new AbortController();
    const { signal } = left;
    for (const kind of ["input", "paste", "drop"]) {
      window.addEventListener(kind, () => (begun = true), { signal, capture: true });
    }
    window.addEventListener("hashchange", onHashChange, { signal });
    window.addEventListener("dragover", keepPage, { signal });
    window.addEventListener("drop", keepPage, { signal });
    window.addEventListener("drop", onDrop, { signal });
    return () => {
      stop();
      left.abort();
    };
  }, [session, store]);
}

/**
 * A record in the address is taken out of it before it is opened: a reload must not open it twice, nor a copied address
 * give it away. It stays there until what opens it has come.
 */
async function openAddress(session: Session, present: () => SleRecord): Promise<void> {
  const fragment = location.hash;
  if (!isShareFragment(fragment)) return;
  await openWhenFetched(session, present, "link", ({ openLink }) => {
    if (location.hash !== fragment) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    void openLink(fragment, session);
  });
}

"use client";

import { useEffect } from "react";
import { isShareFragment } from "../../../lib/share/fragment.ts";
import type { Session } from "./session.ts";
import { useSession } from "./use-session.ts";

/** Keeps the record on this device, opens what was kept or what the address holds, and takes dropped files. */
export function useSavedRecord(): void {
  const session = useSession();
  useEffect(() => {
    const stop = session.start();
    void session.restored().then(() => openAddress(session));
    const onHashChange = () => void openAddress(session);
    const onDragOver = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void import("./open-file-or-link.ts").then(({ openDropped }) => openDropped(file, session));
    };
    window.addEventListener("hashchange", onHashChange);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    return () => {
      stop();
      window.removeEventListener("hashchange", onHashChange);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    };
  }, [session]);
}

/** A record in the address is taken out of it first: a reload must not open it twice, nor a copied address give it away. */
async function openAddress(session: Session): Promise<void> {
  const fragment = location.hash;
  if (!isShareFragment(fragment)) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  const { openLink } = await import("./open-file-or-link.ts");
  await openLink(fragment, session);
}

"use client";

import { useEffect } from "react";
import { isShareFragment } from "../../../lib/share/fragment.ts";
import { fetched } from "../../_components/fetched.ts";
import { say } from "../../_store/say.ts";
import type { Session } from "./session.ts";
import { useSession } from "./use-session.ts";

const opener = fetched(() => import("./open-file-or-link.ts"));
opener.subscribe(() => {
  if (opener.failed()) say("The link or file cannot be opened yet: the connection failed. It is tried again.");
});

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
      void opener.fetchInTheEnd().then(({ openDropped }) => openDropped(file, session));
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

/**
 * A record in the address is taken out of it before it is opened: a reload must not open it twice, nor a copied address
 * give it away. It stays there until what opens it has come.
 */
async function openAddress(session: Session): Promise<void> {
  const fragment = location.hash;
  if (!isShareFragment(fragment)) return;
  const { openLink } = await opener.fetchInTheEnd();
  if (location.hash !== fragment) return;
  history.replaceState(history.state, "", location.pathname + location.search);
  await openLink(fragment, session);
}

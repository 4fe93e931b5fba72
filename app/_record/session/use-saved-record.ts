"use client";

import { useEffect } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import { isShareFragment } from "../../../lib/share/fragment.ts";
import { fetched } from "../../_components/fetched.ts";
import { say } from "../../_store/say.ts";
import { useRecordStore } from "../../_store/use-record.ts";
import type { Session } from "./session.ts";
import { useSession } from "./use-session.ts";

const opener = fetched(() => import("./open-file-or-link.ts"));
opener.subscribe(() => {
  if (opener.failed()) say("The link or file cannot be opened yet: the connection failed. It is tried again.");
});

/** Keeps the record on this device, opens what was kept or what the address holds, and takes dropped files. */
export function useSavedRecord(): void {
  const session = useSession();
  const store = useRecordStore();
  useEffect(() => {
    const stop = session.start();
    const present = () => store.getHistory().present;
    let lastDropped: File | undefined;
    void session.restored().then(() => openAddress(session, present));
    const onHashChange = () => void openAddress(session, present);
    const onDragOver = (event: DragEvent) => event.dataTransfer?.types.includes("Files") && event.preventDefault();
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      lastDropped = file;
      void unlessChanged(session, present, "file", ({ openDropped }) => {
        if (file === lastDropped) void openDropped(file, session);
      });
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
  }, [session, store]);
}

/**
 * A record in the address is taken out of it before it is opened: a reload must not open it twice, nor a copied address
 * give it away. It stays there until what opens it has come.
 */
async function openAddress(session: Session, present: () => SleRecord): Promise<void> {
  const fragment = location.hash;
  if (!isShareFragment(fragment)) return;
  await unlessChanged(session, present, "link", ({ openLink }) => {
    if (location.hash !== fragment) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    void openLink(fragment, session);
  });
}

/**
 * Opens what was waited for. Where somebody has gone on entering meanwhile, it is offered: no patient is changed under
 * their hands.
 */
async function unlessChanged(
  session: Session,
  present: () => SleRecord,
  what: string,
  open: (code: typeof import("./open-file-or-link.ts")) => void,
): Promise<void> {
  const before = present();
  const code = await opener.fetchInTheEnd();
  if (present() === before) return open(code);
  session.say({ words: `The ${what} can be opened now.`, actions: [{ words: "Open it", run: () => open(code) }] });
}

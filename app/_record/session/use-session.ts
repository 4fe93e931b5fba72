"use client";

import { useContext, useSyncExternalStore } from "react";
import { putEverythingBack, takeEverything } from "../../_store/browser-places.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { RecordStoreContext } from "../../_store/use-record.ts";
import { device, forgetOpened } from "./device.ts";
import { createSession, type Rest, type Session, type SessionState } from "./session.ts";

const loadReader = () => import("./stored-record.ts").then(({ readKept }) => readKept);

const rest: Rest = {
  take() {
    const kept = takeEverything();
    return () => putEverythingBack(kept);
  },
  forgetOpened,
};

const sessions = new WeakMap<RecordStore, Session>();

/** The session of the record store on the page. */
export function useSession(): Session {
  const store = useContext(RecordStoreContext);
  const session = sessions.get(store) ?? createSession(store, device, loadReader, rest);
  sessions.set(store, session);
  return session;
}

export function useSessionState<Part>(select: (state: SessionState) => Part): Part {
  const session = useSession();
  const read = () => select(session.getState());
  return useSyncExternalStore(session.subscribe, read, read);
}

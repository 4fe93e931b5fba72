"use client";

import { useContext, useSyncExternalStore } from "react";
import { fetched } from "../../_components/fetched.ts";
import type { RecordStore } from "../../_store/record-store.ts";
import { RecordStoreContext } from "../../_store/use-record.ts";
import { device } from "./device.ts";
import { forgetOpened } from "./opened.ts";
import { createSession, type Session, type SessionState } from "./session.ts";

const reader = fetched(() => import("./reader.ts").then((code) => code.reader));

/** Whether what opens the patients on this device could not be fetched: until it is, nobody can say that there is none. */
export function useReaderFailed(): boolean {
  return useSyncExternalStore(reader.subscribe, reader.failed, () => false);
}

export const fetchReader = (): void => void reader.fetch().catch(() => undefined);

const sessions = new WeakMap<RecordStore, Session>();

/** The session of the record store on the page. */
export function useSession(): Session {
  const store = useContext(RecordStoreContext);
  const session = sessions.get(store) ?? createSession(store, device, reader.fetchInTheEnd, forgetOpened);
  sessions.set(store, session);
  return session;
}

export function useSessionState<Part>(select: (state: SessionState) => Part): Part {
  const session = useSession();
  const read = () => select(session.getState());
  return useSyncExternalStore(session.subscribe, read, read);
}

"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import type { Kept } from "../../lib/store/kept.ts";
import { unreadableNotice } from "../_record/session/unreadable-notice.ts";
import { NoticeBox, NotSaved } from "./notice-box.tsx";

interface Parts<Value> {
  readonly kept: Kept<Value>;
  readonly what: string;
  /** Where what could not be read is listed. */
  readonly where: string;
  readonly file: string;
  /** Of something that could not be saved: what follows from that, and what can be done. */
  readonly children: ReactNode;
}

/** What there is to know about something that is kept: not saved, not read, or taken away in another window. */
export function KeptNotice<Value>({ kept, what, where, file, children }: Parts<Value>) {
  const { saving, unread, taken } = useSyncExternalStore(kept.subscribe, kept.getState, kept.getState);
  const about = `About your ${what}`;
  return (
    <>
      <NotSaved saving={saving}>{children}</NotSaved>
      {unread && (
        <NoticeBox
          about={about}
          notice={unreadableNotice(unread, unread.text, { what, where, file })}
          close={kept.seen}
        />
      )}
      {taken !== undefined && (
        <NoticeBox
          about={about}
          notice={{
            words: `The ${what} was erased in another window, or by the browser.`,
            actions: [{ words: "Put it back", run: kept.putBack }],
          }}
          close={kept.seen}
        />
      )}
    </>
  );
}

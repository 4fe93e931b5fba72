"use client";

import { useSyncExternalStore } from "react";
import type { Kept } from "../../../lib/store/kept.ts";
import { download } from "../../_components/download.ts";
import { NoticeBox, NotSaved } from "../../_components/notice-box.tsx";
import { unreadableNotice } from "../../_record/session/unreadable-notice.ts";
import { exportedProgress, keptProgress } from "../_store/progress-store.ts";
import { exportedSittings, keptSittings } from "../_store/sitting-store.ts";

/** What there is to know about what practice keeps: not saved, not read, or taken away in another window. */
export function KeptNotices() {
  return (
    // Always there: a screen reader does not hear what appears together with its words.
    <div role="status" aria-atomic={false} className="notices">
      <KeptNotice kept={keptProgress} what="practice history" file="sle-practice.json" text={exportedProgress} />
      <KeptNotice kept={keptSittings} what="list of sittings" file="sle-sittings.json" text={exportedSittings} />
    </div>
  );
}

function KeptNotice<Value>({
  kept,
  what,
  file,
  text,
}: {
  kept: Kept<Value>;
  what: string;
  file: string;
  text: () => string;
}) {
  const { saving, unread, taken } = useSyncExternalStore(kept.subscribe, kept.getState, kept.getState);
  const about = `About your ${what}`;
  return (
    <>
      <NotSaved saving={saving}>
        Practice goes on, but your {what} could not be saved and is lost when this window closes.{" "}
        <button type="button" className="link" onClick={() => download(text(), file, "application/json")}>
          Download your {what} to keep it
        </button>
      </NotSaved>
      {unread && (
        <NoticeBox
          about={about}
          notice={unreadableNotice(unread, unread.text, { what, where: "the list under Progress", file })}
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

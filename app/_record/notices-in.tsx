"use client";

import type { ComponentType } from "react";
import { NotFetched } from "../_components/late.tsx";
import { useRecord } from "../_store/use-record.ts";
import { exampleTitle } from "./patients/example-label.ts";
import type { Notice } from "./session/session.ts";
import { fetchReader, useReaderFailed, useSessionState } from "./session/use-session.ts";

interface Parts {
  readonly QuietNotices: ComponentType;
  readonly SessionNotice: ComponentType<{ notice: Notice }>;
}

/** What there is to know about the record as a whole: that it is an example, was not saved, came from a link. */
export function NoticesIn({ QuietNotices, SessionNotice }: Parts) {
  const notice = useSessionState((state) => state.notice);
  const isSaved = useSessionState((state) => state.saving === "saved");
  const isExample = useRecord((record) => exampleTitle(record.label) !== undefined);
  const quiet = isExample || !isSaved || (notice !== undefined && notice.issues === undefined);
  const readerFailed = useReaderFailed();
  return (
    <>
      {readerFailed && <NotFetched what="What opens the patients on this device" again={fetchReader} />}
      {/* Always there: a screen reader does not hear what appears together with its words. */}
      <div role="status" aria-atomic={false} className="notices">
        {quiet && <QuietNotices />}
      </div>
      {notice?.issues && (
        <div className="notices">
          <SessionNotice notice={notice} />
        </div>
      )}
    </>
  );
}

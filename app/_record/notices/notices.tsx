"use client";

import { lazy, Suspense } from "react";
import { useRecord } from "../../_store/use-record.ts";
import { exampleTitle } from "../patients/example-label.ts";
import { useSessionState } from "../session/use-session.ts";

// A page about which nothing is to be said does without them.
const boxes = () => import("./notice-boxes.tsx");
const QuietNotices = lazy(async () => ({ default: (await boxes()).QuietNotices }));
const SessionNotice = lazy(async () => ({ default: (await boxes()).SessionNotice }));

/** What there is to know about the record as a whole: that it is an example, was not saved, came from a link. */
export function Notices() {
  const notice = useSessionState((state) => state.notice);
  const isSaved = useSessionState((state) => state.saving === "saved");
  const isExample = useRecord((record) => exampleTitle(record.label) !== undefined);
  const quiet = isExample || !isSaved || (notice !== undefined && notice.issues === undefined);
  return (
    <>
      {/* Always there: a screen reader does not hear what appears together with its words. */}
      <div role="status" aria-atomic={false} className="notices">
        <Suspense>{quiet && <QuietNotices />}</Suspense>
      </div>
      {notice?.issues && (
        <div className="notices">
          <Suspense>
            <SessionNotice notice={notice} />
          </Suspense>
        </div>
      )}
    </>
  );
}

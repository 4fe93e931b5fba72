"use client";

import type { Kept } from "../../../lib/store/kept.ts";
import { download } from "../../_components/download.ts";
import { KeptNotice } from "../../_components/kept-notice.tsx";
import { exportedProgress, keptProgress } from "../_store/progress-store.ts";
import { exportedSittings, keptSittings } from "../_store/sitting-store.ts";

/** What there is to know about what practice keeps: not saved, not read, or taken away in another window. */
export function KeptNotices() {
  return (
    // Always there: a screen reader does not hear what appears together with its words.
    <div role="status" aria-atomic={false} className="notices">
      <OfPractice kept={keptProgress} what="practice history" file="sle-practice.json" text={exportedProgress} />
      <OfPractice kept={keptSittings} what="list of sittings" file="sle-sittings.json" text={exportedSittings} />
    </div>
  );
}

interface Parts<Value> {
  readonly kept: Kept<Value>;
  readonly what: string;
  readonly file: string;
  readonly text: () => string;
}

function OfPractice<Value>({ kept, what, file, text }: Parts<Value>) {
  return (
    <KeptNotice kept={kept} what={what} where="the list under Progress" file={file}>
      Practice goes on, but your {what} could not be saved and is lost when this window closes.{" "}
      <button type="button" className="link" onClick={() => download(text(), file, "application/json")}>
        Download your {what} to keep it
      </button>
    </KeptNotice>
  );
}

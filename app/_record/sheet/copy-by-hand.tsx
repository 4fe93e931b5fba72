"use client";

import type { SleRecord } from "../../../criteria/types.ts";
import { useRecord } from "../../_store/use-record.ts";

/** What the browser did not let the app copy, to be copied by whoever wants it, for as long as the record is this one. */
export function CopyByHand({ what, text, record }: { what: string; text: string; record: SleRecord }) {
  const isOnPage = useRecord((present) => present === record);
  if (!isOnPage) return null;
  return (
    <label className="flex flex-col gap-1 text-small">
      The browser did not let the app copy the {what}. Copy it from here:
      <textarea readOnly rows={6} className="field" value={text} onFocus={(event) => event.target.select()} />
    </label>
  );
}

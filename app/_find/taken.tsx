"use client";

import type { SleRecord } from "../../criteria/types.ts";
import { useHistory, useRecordStore } from "../_store/use-record.ts";

export interface Said {
  readonly words: string;
  /** The record as it was left. */
  readonly record: SleRecord;
}

/** Says what the quick find recorded, with the way back for as long as it is the last step. */
export function Taken({ said }: { said: Said | undefined }) {
  const store = useRecordStore();
  const isLast = useHistory(({ present }) => present === said?.record);
  return (
    <p role="status" className="flex min-h-6 flex-wrap gap-x-3 text-small">
      {isLast && (
        <>
          <span>{said?.words}</span>
          <button type="button" className="link" onClick={store.undo}>
            Undo
          </button>
        </>
      )}
    </p>
  );
}

"use client";

import type { SleRecord } from "../../criteria/types.ts";
import { useHistory } from "../_store/use-record.ts";

export interface Said {
  readonly words: string;
  /** The record as it was left. */
  readonly record: SleRecord;
  /** Whether it can be taken back from here. */
  readonly canUndo: boolean;
}

/** Says what the quick find recorded, with the way back for as long as it is the last step. */
export function Entered({ said, undo }: { said: Said | undefined; undo: () => void }) {
  const isLast = useHistory(({ present }) => present === said?.record);
  return (
    <p role="status" className="flex min-h-6 flex-wrap gap-x-3 text-small">
      {isLast && (
        <>
          {/* The space is heard and copied: without it, "present." and "Undo" are one word. */}
          <span>{said?.words}</span>{" "}
          {said?.canUndo && (
            <button type="button" className="link" onClick={undo}>
              Undo
            </button>
          )}
        </>
      )}
    </p>
  );
}

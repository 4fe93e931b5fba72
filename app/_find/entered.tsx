"use client";

import type { SleRecord } from "../../criteria/types.ts";
import { ExampleOffer } from "../_record/patients/example-offer.tsx";
import { useHistoryAtOnce } from "../_store/use-record.ts";
import { EnteredList } from "./entered-list.tsx";

export interface Said {
  readonly words: string;
  /** The record as it was left. */
  readonly record: SleRecord;
  /** Whether it can be taken back from here. */
  readonly canUndo: boolean;
}

/**
 * Says what the quick find recorded, with the way back for as long as it is the last step, and lists all that was
 * entered. All of it in one place of a fixed height, so that no question moves with an entry.
 */
export function Entered({ said, undo }: { said: Said | undefined; undo: () => void }) {
  const isLast = useHistoryAtOnce(({ present }) => present === said?.record);
  return (
    <EnteredList newest={isLast ? said : undefined}>
      <p role="status">
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
      <ExampleOffer />
    </EnteredList>
  );
}

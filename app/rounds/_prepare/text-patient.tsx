"use client";

import { useState } from "react";
import type { SleRecord } from "../../../criteria/types.ts";
import { withConfirmed } from "../../../lib/reading/confirm.ts";
import { EMPTY_RECORD, isEmpty } from "../../../lib/record/edit.ts";
import { attributeTo } from "../../_calculator/questions/attribute.ts";
import { ReadAndReview } from "../../_reading/read-and-review.tsx";
import type { Brought } from "../../_reading/read-brought.ts";
import { entriesWords } from "../../_record/patients/entries.ts";
import { redone, startHistory, step, undone } from "../../_store/history.ts";

interface Parts {
  /** Hands over files that were dropped elsewhere on the page. Returns the way to stop. */
  readonly bring: (read: (brought: Brought) => void) => () => void;
  readonly take: (record: SleRecord) => void;
}

/** A patient out of letters and printouts, by the review that every source has. The calculator's patient is untouched. */
export function TextPatient({ bring, take }: Parts) {
  const [history, setHistory] = useState(() => startHistory(EMPTY_RECORD));
  const record = history.present;
  return (
    <div className="prepare-letter">
      <ReadAndReview
        bring={bring}
        record={record}
        confirm={(items) => setHistory((one) => step(one, withConfirmed(one.present, items, attributeTo)))}
        step={(way) => setHistory(way === "undo" ? undone : redone)}
      />
      <p className="prepare-note">
        Only what you confirm goes into the round, as answers and values. The text stays on this device. No name, no
        note and no real day of it is in the round: days are moved, and only how far apart they are stays.
      </p>
      <div className="prepare-actions">
        <button
          type="button"
          className="button button-main"
          data-review-last=""
          disabled={isEmpty(record)}
          onClick={() => take(record)}
        >
          Use this patient
        </button>
        {!isEmpty(record) && (
          <>
            <span>{entriesWords(record)} confirmed.</span>
            <button type="button" className="link" onClick={() => setHistory((one) => step(one, EMPTY_RECORD))}>
              Forget what was confirmed
            </button>
          </>
        )}
      </div>
    </div>
  );
}

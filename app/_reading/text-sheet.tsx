"use client";

import { withConfirmed } from "../../lib/reading/confirm.ts";
import { attributeTo } from "../_calculator/questions/attribute.ts";
import { Sheet } from "../_components/sheet.tsx";
import { stepAndSay } from "../_record/step-and-say.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";
import { readBroughtWith } from "./bring-text.ts";
import { ReadAndReview } from "./read-and-review.tsx";
import { useOnePatient } from "./use-one-patient.ts";

/** Proposes what a letter or a printout says of the patient on the page, for a person to confirm. */
export function TextSheet({ close }: { readonly close: () => void }) {
  const store = useRecordStore();
  const record = useRecord((whole) => whole);
  useOnePatient(close);
  return (
    <Sheet title="Read a text" close={close} isWide>
      <ReadAndReview
        bring={readBroughtWith}
        takesFocus
        record={record}
        confirm={(items) => store.edit((before) => withConfirmed(before, items, attributeTo))}
        step={(way) => void stepAndSay(store, way)}
        done={close}
      />
    </Sheet>
  );
}

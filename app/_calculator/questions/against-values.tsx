"use client";

import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { answer } from "../../../lib/record/edit.ts";
import { keepFocus } from "../../_components/keep-focus.ts";
import { goToTest } from "../../_store/go-to.ts";
import { useRecord, useRecordStore } from "../../_store/use-record.ts";
import { testsOf } from "../readers.ts";
import { againstValues } from "./answer-note.ts";

/** That a finding is stated present although every value entered says not met. Ever counts, so it stands. */
export function AgainstValues({ finding }: { finding: FindingId }) {
  const store = useRecordStore();
  const test = useRecord(
    ({ measurements = [] }) => measurements.findLast(({ test: id }) => testsOf(finding).includes(id))?.test,
  );
  const values = useRecord((record) => againstValues(finding, record));
  if (values === undefined) return null;
  const { label } = definitions.findings[finding];
  return (
    <div className="problem">
      <p>
        Present by your answer, not met by the values entered: {values}. It counts, since ever is enough. Is it from
        another day?
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {test && (
          <button type="button" className="link" onClick={() => goToTest(test)}>
            Enter the value of that day
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={(event) => {
            const row = event.currentTarget.closest(".finding");
            store.edit((record) => answer(record, finding, "unknown"));
            keepFocus(() => row?.querySelector<HTMLInputElement>("input:checked"));
          }}
        >
          Take back “{label}: present”
        </button>
      </p>
    </div>
  );
}

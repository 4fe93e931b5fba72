"use client";

import { useId } from "react";
import { definitions } from "../../criteria/index.ts";
import type { Cause, FindingId } from "../../criteria/types.ts";
import { writeCause } from "../../lib/explain/values.ts";
import { dateFinding, explain, statementOf } from "../../lib/record/edit.ts";
import { useRecord, useRecordStore } from "../_store/use-record.ts";

const CAUSES: readonly Cause[] = ["drug", "infection", "malignancy", "metabolic", "other-disease", "other"];

/** What explains a present finding better than SLE, and when it was first seen. */
export function Attribution({ finding }: { finding: FindingId }) {
  const store = useRecordStore();
  const { explainedBy, date } = useRecord((record) => statementOf(record, finding));
  const id = useId();
  return (
    <div className="attribution">
      <label>
        <span>Explained by something else</span>
        <select
          className="field"
          value={explainedBy?.cause ?? ""}
          onChange={(event) => {
            const cause = CAUSES.find((one) => one === event.target.value);
            store.edit((record) => explain(record, finding, cause && { ...explainedBy, cause }));
          }}
        >
          <option value="">no</option>
          {CAUSES.map((cause) => (
            <option key={cause} value={cause}>
              {writeCause(cause)}
            </option>
          ))}
        </select>
      </label>
      {explainedBy && (
        <label>
          <span>Which</span>
          <input
            className="field"
            list={id}
            value={explainedBy.text ?? ""}
            onChange={(event) => {
              const text = event.target.value;
              store.edit((record) => explain(record, finding, { cause: explainedBy.cause, ...(text && { text }) }));
            }}
          />
          <datalist id={id}>
            {definitions.findings[finding].otherExplanations.map(({ label }) => (
              <option key={label} value={label} />
            ))}
          </datalist>
        </label>
      )}
      <label>
        <span>First seen</span>
        <input
          type="date"
          className="field"
          value={date ?? ""}
          onChange={(event) => store.edit((record) => dateFinding(record, finding, event.target.value || undefined))}
        />
      </label>
    </div>
  );
}

"use client";

import { definitions } from "../../criteria/index.ts";
import { labelRecord } from "../../lib/record/edit.ts";
import { exampleLabel } from "./example-label.ts";
import { useSession } from "./use-session.ts";

const patients = definitions.examples.filter(({ kind }) => kind === "patient");

/** Whole patients to look at and to change; each opens as a patient of its own, marked as an example. */
export function Examples({ done }: { done: () => void }) {
  const session = useSession();
  return (
    <details className="py-2">
      <summary className="min-h-9 py-1">Open an example ({patients.length})</summary>
      <ul>
        {patients.map((example) => (
          <li key={example.id} className="border-b border-hairline py-1">
            <button
              type="button"
              className="link"
              onClick={() => {
                session.openAnother(labelRecord(example.record, exampleLabel(example)));
                done();
              }}
            >
              {example.title}
            </button>
            <p className="text-small text-muted">{example.teaches}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

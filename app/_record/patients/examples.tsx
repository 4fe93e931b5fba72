"use client";

import { useEffect, useRef } from "react";
import { labelRecord } from "../../../lib/record/edit.ts";
import { useSession } from "../session/use-session.ts";
import { exampleLabel } from "./example-label.ts";
import { examplePatients } from "./example-patients.ts";

/**
 * Whole patients to look at and to change; each opens as a patient of its own, marked as an example. What it shows is
 * said once it is open: here it would be the answer before the question.
 */
export function Examples({ opened, done }: { opened: boolean; done: () => void }) {
  const session = useSession();
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (opened) summary.current?.focus();
  }, [opened]);
  return (
    <details className="py-2" open={opened}>
      <summary ref={summary} className="min-h-9 py-1">
        Open an example ({examplePatients.length})
      </summary>
      <ul>
        {examplePatients.map((example) => (
          <li key={example.id} className="border-b border-hairline py-1">
            <button
              type="button"
              className="link"
              onClick={() => {
                session.openAnother(labelRecord(example.record, exampleLabel(example.title)));
                done();
              }}
            >
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

"use client";

import { useId, useState } from "react";
import { capitalize } from "../../../lib/explain/values.ts";
import type { Mention } from "../../../lib/practice/case.ts";
import { OUTCOMES, type Outcome } from "../../../lib/practice/marking.ts";
import { outcomeWords } from "../../_practice/words.ts";

/** A mark for each thing that the story mentions, for whoever wants to give them: folded, behind the points. */
export function MarkFindings({
  mentions,
  marks,
  mark,
}: {
  mentions: readonly Mention[];
  marks: Readonly<Record<string, Outcome>>;
  mark: (key: string, as: Outcome | undefined) => void;
}) {
  const id = useId();
  // A draft with marks shows them; after that it is the reader's to fold.
  const [open] = useState(() => Object.keys(marks).length > 0);
  return (
    <details className="practice-marking" open={open}>
      <summary>Mark single findings, if you like</summary>
      <p className="practice-note">What is underlined in the story. Each mark is compared with the set afterwards.</p>
      <ul className="practice-marks">
        {mentions.map((mention) => (
          <li key={mention.key}>
            <label htmlFor={`${id}-${mention.key}`}>{capitalize(mention.words.join(" … "))}</label>
            <select
              id={`${id}-${mention.key}`}
              className="field"
              value={marks[mention.key] ?? ""}
              onChange={({ target }) =>
                mark(
                  mention.key,
                  OUTCOMES.find((one) => one === target.value),
                )
              }
            >
              <option value="">not marked</option>
              {OUTCOMES.map((outcome) => (
                <option key={outcome} value={outcome}>
                  {outcomeWords(outcome)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  );
}

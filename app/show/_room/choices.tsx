"use client";

import { useId } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import type { Assessment } from "../../_store/assessment.ts";
import type { Try } from "./tries.ts";

const FINDINGS = Object.keys(definitions.findings) as FindingId[];

interface Choice {
  readonly assessment: Assessment;
  readonly finding: FindingId | undefined;
  /** Whether the room has seen the result: what could change a verdict says that one is open. */
  readonly isShown: boolean;
  readonly choose: (finding: FindingId | undefined) => void;
}

/** Which finding is argued about: those that are present first, then what is open and would matter, then all others. */
export function FindingChoice({ assessment, finding, isShown, choose }: Choice) {
  const id = useId();
  const { facts } = assessment.interpreted;
  if (!facts) return null;
  const results = isShown ? Object.values(assessment.result.results ?? {}) : [];
  const open = new Set(results.flatMap((result) => result.open));
  const groups = Map.groupBy(FINDINGS, (one) => {
    const { status } = facts[one];
    if (status === "present") return "Present";
    if (open.has(one)) return "Not known, and could change a verdict";
    return status === "absent" ? "Absent" : "Not known";
  });
  return (
    <div className="room-choice">
      <label htmlFor={id}>What if one answer were another?</label>
      <select
        id={id}
        className="room-select"
        value={finding ?? ""}
        onChange={(event) => choose(FINDINGS.find((one) => one === event.target.value))}
      >
        <option value="">Choose a finding</option>
        {GROUPS.map((title) => {
          const some = groups.get(title) ?? [];
          if (some.length === 0) return null;
          return (
            <optgroup key={title} label={title}>
              {some.map((one) => (
                <option key={one} value={one}>
                  {definitions.findings[one].label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
}

const GROUPS = ["Present", "Not known, and could change a verdict", "Absent", "Not known"] as const;

interface TryChoiceParts {
  readonly tries: readonly Try[];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
}

/** The other answers to the finding; a second press takes the choice back. */
export function TryChoice({ tries, chosen, choose }: TryChoiceParts) {
  if (tries.length === 0) {
    return <p>No other answer fits the rest of the record: what it follows from has to be changed.</p>;
  }
  return (
    <fieldset className="room-tries">
      <legend className="sr-only">Another answer</legend>
      {tries.map(({ id, words }) => (
        <button
          key={id}
          type="button"
          className="room-button"
          aria-pressed={chosen === id}
          onClick={() => choose(chosen === id ? undefined : id)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}

"use client";

import { useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { goToFinding } from "../../_store/go-to.ts";
import { Part } from "./titled-part.tsx";

const FIRST = 6;

/** The unknown findings that can still change the verdict, the most decisive first; each leads to its question. */
export function OpenQuestions({
  findings,
  beside = false,
}: {
  findings: readonly FindingId[];
  /** Those that would be enough alone are listed elsewhere. */
  beside?: boolean;
}) {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, FIRST);
  return (
    <Part title={beside ? "Not known, and could change it with others" : "Not known, and could change it"}>
      <ol className="open-questions">
        {shown.map((finding) => (
          <li key={finding}>
            <FindingLink finding={finding} />
          </li>
        ))}
      </ol>
      {findings.length > FIRST && (
        <button type="button" className="link text-small" onClick={() => setAll(!all)}>
          {all ? "Show the most decisive only" : `Show all ${findings.length}`}
        </button>
      )}
    </Part>
  );
}

/** A finding by name; leads to its question. */
export function FindingLink({ finding }: { finding: FindingId }) {
  return (
    <button type="button" className="link" onClick={() => goToFinding(finding)}>
      {definitions.findings[finding].label}
    </button>
  );
}

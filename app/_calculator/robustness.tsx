"use client";

import { useDeferredValue, useMemo, useState } from "react";
import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import { robustnessEvaluator } from "../../lib/scoring/robustness.ts";
import { useAssessment } from "../_store/use-record.ts";
import { FindingLink } from "./open-questions.tsx";
import { Part } from "./part.tsx";

const evaluators = new Map(definitions.sets.map((set) => [set.id, robustnessEvaluator(set, definitions)]));
const FIRST = 5;

/**
 * What carries a classification, or which few unknown findings would make one. It may take longer than an answer is
 * allowed to, so it follows behind the rest of the result.
 */
export function Robustness({ set }: { set: CriteriaSet }) {
  const facts = useDeferredValue(useAssessment(({ interpreted }) => interpreted.facts));
  const robustness = useMemo(() => facts && evaluators.get(set.id)?.(facts), [facts, set]);
  if (!robustness) return null;
  const { carriedBy, wouldClassify } = robustness;
  if (carriedBy.length > 0) {
    return (
      <Part title="What carries it">
        <p className="text-small text-muted">Without any one of these, this set would no longer classify.</p>
        <ul className="open-questions">
          {carriedBy.map((finding) => (
            <li key={finding}>
              <FindingLink finding={finding} />
            </li>
          ))}
        </ul>
      </Part>
    );
  }
  return wouldClassify.length > 0 ? <Smallest sets={wouldClassify} /> : null;
}

function Smallest({ sets }: { sets: readonly (readonly FindingId[])[] }) {
  const [all, setAll] = useState(false);
  const least = sets[0]?.length ?? 0;
  const smallest = sets.filter(({ length }) => length === least);
  const shown = all ? smallest : smallest.slice(0, FIRST);
  const words = [
    "",
    "Any one of these, if present, would classify.",
    "Any of these pairs, if present, would classify.",
  ];
  return (
    <Part title="What would be enough">
      <p className="text-small text-muted">{words[least] ?? "Any of these threes, if present, would classify."}</p>
      <ul className="open-questions">
        {shown.map((findings) => (
          <li key={findings.join(" ")} className="flex flex-wrap gap-x-2">
            {findings.map((finding, position) => (
              <span key={finding}>
                {position > 0 && <span className="text-muted">with </span>}
                <FindingLink finding={finding} />
              </span>
            ))}
          </li>
        ))}
      </ul>
      {smallest.length > FIRST && (
        <button type="button" className="link text-small" onClick={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${smallest.length}`}
        </button>
      )}
    </Part>
  );
}

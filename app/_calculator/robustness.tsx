"use client";

import { useEffect, useState } from "react";
import type { CriteriaSet, FindingId } from "../../criteria/types.ts";
import { definitions } from "../../criteria/without-examples.ts";
import type { Facts } from "../../lib/record/facts.ts";
import { robustnessEvaluator } from "../../lib/scoring/robustness.ts";
import { useAssessment } from "../_store/use-record.ts";
import { FindingLink } from "./open-questions.tsx";
import { Part } from "./part.tsx";

const evaluators = new Map(definitions.sets.map((set) => [set.id, robustnessEvaluator(set, definitions)]));
const FIRST = 5;

/** How long the record has to rest before it is worked out, in milliseconds: nobody reads it between two answers. */
const REST = 250;

/** What was worked out, and from which facts. */
interface Worked {
  readonly facts: Facts;
  readonly set: CriteriaSet;
  readonly robustness: ReturnType<ReturnType<typeof robustnessEvaluator>> | undefined;
}

/**
 * What carries a classification, or which few unknown findings would make one. It can take longer than an answer is
 * allowed to, so it follows once the record rests; until then what is shown is set back.
 */
export function Robustness({ set }: { set: CriteriaSet }) {
  const facts = useAssessment(({ interpreted }) => interpreted.facts);
  const [worked, setWorked] = useState<Worked | undefined>(undefined);
  useEffect(() => {
    if (!facts) return;
    const rest = setTimeout(() => setWorked({ facts, set, robustness: evaluators.get(set.id)?.(facts) }), REST);
    return () => clearTimeout(rest);
  }, [facts, set]);
  if (!worked?.robustness || worked.set !== set) return null;
  const stale = worked.facts !== facts;
  return (
    <div aria-busy={stale} className="robustness">
      <Findings robustness={worked.robustness} />
    </div>
  );
}

function Findings({ robustness }: { robustness: NonNullable<Worked["robustness"]> }) {
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

"use client";

import { Fragment, useEffect, useRef, useState } from "react";
import type { CriteriaSet, FindingId } from "../../../criteria/types.ts";
import { leftWithout } from "../../../lib/explain/robustness-words.ts";
import type { Facts } from "../../../lib/record/facts.ts";
import type { SetResult } from "../../../lib/scoring/result.ts";
import { type Robustness as RobustnessOf, robustnessOf } from "../../../lib/scoring/robustness.ts";
import { plan } from "../../_store/assessment.ts";
import { useAssessment } from "../../_store/use-record.ts";
import { FindingLink } from "./open-questions.tsx";
import { Part } from "./titled-part.tsx";

const FIRST = 5;

/** How long the record has to rest before it is worked out, in milliseconds: nobody reads it between two answers. */
const REST = 250;

/** What was worked out, and from what. */
interface Worked {
  readonly facts: Facts;
  readonly set: CriteriaSet;
  readonly asAssessed: Classified;
  readonly robustness: RobustnessOf;
}

type Classified = SetResult["asAssessed"];

/**
 * Worked out once the record rests and the page is used, since it can take longer than an answer is allowed to. What
 * was worked out before is stale until then, and gone where the set now classifies otherwise.
 */
export function useRobustness(
  set: CriteriaSet,
  asAssessed: Classified,
  used: boolean,
): (Worked & { readonly stale: boolean }) | undefined {
  const facts = useAssessment(({ interpreted }) => interpreted.facts);
  const [worked, setWorked] = useState<Worked | undefined>(undefined);
  const changed = useRef(0);
  useEffect(() => {
    // A set that was just opened rests as well.
    if (facts && set) changed.current = performance.now();
  }, [facts, set]);
  useEffect(() => {
    if (!facts || !used) return;
    const work = () => {
      const setPlan = plan.sets.find((one) => one.set.id === set.id);
      if (setPlan) setWorked({ facts, set, asAssessed, robustness: robustnessOf(setPlan, facts) });
    };
    const rest = setTimeout(work, changed.current + REST - performance.now());
    return () => clearTimeout(rest);
  }, [facts, set, asAssessed, used]);
  if (worked?.set !== set || worked.asAssessed !== asAssessed) return undefined;
  return { ...worked, stale: worked.facts !== facts };
}

/** The findings that would each be enough alone, as last worked out. */
export function enoughAlone({ wouldClassify }: RobustnessOf): readonly FindingId[] {
  return wouldClassify.flatMap((findings) => (findings.length === 1 ? findings : []));
}

/** What carries a classification, or which few unknown findings would make one. */
export function Robustness({ robustness, set }: { robustness: RobustnessOf; set: CriteriaSet }) {
  const { carriedBy, wouldClassify } = robustness;
  const left = leftWithout(robustness, set);
  return (
    <>
      {(carriedBy.length > 0 || left) && (
        <Part title="What carries it">
          {carriedBy.length > 0 && <CarriedBy findings={carriedBy} />}
          {left && (
            <p className="text-small text-muted">
              {left.before}
              {left.findings.map((finding, position) => (
                <Fragment key={finding}>
                  {position > 0 && (position === left.findings.length - 1 ? " and " : ", ")}
                  <FindingLink finding={finding} />
                </Fragment>
              ))}
              {left.after}
            </p>
          )}
        </Part>
      )}
      {wouldClassify.length > 0 && <Smallest sets={wouldClassify} />}
    </>
  );
}

function CarriedBy({ findings }: { findings: readonly FindingId[] }) {
  return (
    <>
      <p className="text-small text-muted">
        Without {findings.length === 1 ? "this" : "any one of these"}, this set would no longer classify.
      </p>
      <ul className="open-questions">
        {findings.map((finding) => (
          <li key={finding}>
            <FindingLink finding={finding} />
          </li>
        ))}
      </ul>
    </>
  );
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

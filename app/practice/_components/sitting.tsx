"use client";

import { useState } from "react";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { definitions } from "../../../criteria/without-examples.ts";
import type { SittingCase } from "../../../lib/practice/sitting.ts";
import { CaseRound } from "./case-round.tsx";
import { SittingEnd } from "./sitting-end.tsx";

export interface Outcome {
  readonly title: string;
  readonly set: CriteriaSet;
  readonly right: boolean;
  readonly pointsRight: boolean;
  /** The rules that were missed. */
  readonly missed: readonly string[];
}

/** One case after another, then what they came to. */
export function Sitting({ cases: planned }: { cases: readonly SittingCase[] }) {
  const [cases, setCases] = useState(planned);
  const [position, setPosition] = useState(0);
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const now = cases[position];
  if (!now) return <SittingEnd outcomes={outcomes} />;
  const set = definitions.sets.find(({ id }) => id === now.set) ?? definitions.sets[0];
  if (!set) return null;
  const twin = now.twin;
  return (
    <CaseRound
      key={`${position} ${now.practiceCase.id}`}
      sittingCase={now}
      set={set}
      place={`Case ${position + 1} of ${cases.length}`}
      answered={(outcome) => setOutcomes([...outcomes, outcome])}
      next={() => setPosition(position + 1)}
      {...(twin && {
        scoreTwin: () => {
          const { twin: _, ...same } = now;
          setCases(cases.toSpliced(position + 1, 0, { ...same, practiceCase: twin }));
          setPosition(position + 1);
        },
      })}
    />
  );
}

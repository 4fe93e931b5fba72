"use client";

import { useState } from "react";
import type { CriteriaSet, SleRecord } from "../../criteria/types.ts";
import { late } from "../_components/late.tsx";
import "./second-opinion.css";

/** Loaded when somebody asks: the calculator stays as light as it is without the misreadings. */
const SecondOpinionForm = late(() => import("./second-opinion-form.tsx").then((all) => all.SecondOpinionForm));

/** "I make it 16": compares a score of one's own with the set's, and says which misreading gives exactly that. */
export function SecondOpinion({ record, set }: { record: SleRecord; set: CriteriaSet }) {
  const [asked, setAsked] = useState(false);
  return (
    <details className="second-opinion" onToggle={({ currentTarget }) => setAsked(asked || currentTarget.open)}>
      <summary>You make it something else?</summary>
      {asked && <SecondOpinionForm record={record} set={set} />}
    </details>
  );
}

"use client";

import { type FormEvent, useId, useState } from "react";
import { definitions } from "../../criteria/core.ts";
import { practice } from "../../criteria/practice/index.ts";
import type { CriteriaSet, SleRecord } from "../../criteria/types.ts";
import { misreadingsOf } from "../../lib/practice/derived.ts";
import { type Recognition, recognize } from "../../lib/practice/recognize.ts";
import { Mistake } from "./mistake.tsx";
import { scoreWords } from "./words.ts";

interface Opinion {
  readonly record: SleRecord;
  readonly set: CriteriaSet;
  readonly total: number;
  readonly recognition: Recognition;
}

/**
 * "I make it 16": a score of one's own for the patient at hand, and which known misreading gives exactly that.
 * It shows nothing once the record or the set has changed, because it spoke of another patient.
 */
export function SecondOpinionForm({ record, set }: { record: SleRecord; set: CriteriaSet }) {
  const id = useId();
  const [opinion, setOpinion] = useState<Opinion>();
  const [problem, setProblem] = useState("");
  const check = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("total") ?? "").trim();
    const total = Number(text.replace(",", "."));
    setOpinion(undefined);
    if (text === "" || !Number.isFinite(total)) return setProblem("Type your score as a number.");
    const known = misreadingsOf(set, definitions, practice);
    const recognition = recognize({ total }, record, set, definitions, known, practice.derivation.priors);
    if (!recognition) return setProblem("This record holds a contradiction. Settle that first.");
    setProblem("");
    setOpinion({ record, set, total, recognition });
  };
  const current = opinion?.record === record && opinion.set === set ? opinion : undefined;
  return (
    <>
      <form onSubmit={check} className="second-opinion-form">
        <label htmlFor={id}>I make it</label>
        <input id={id} name="total" className="field number" inputMode="decimal" autoComplete="off" />
        <button type="submit" className="button">
          Compare
        </button>
      </form>
      <div role="status">
        {problem && <p className="problem">{problem}</p>}
        {current && (
          <>
            <p>
              {current.recognition.agrees
                ? `${set.short} comes to ${scoreWords(current.total, set.unit)} too.`
                : `${set.short} comes to ${scoreWords(current.recognition.correct.total, set.unit)}, not ${current.total}.`}
            </p>
            <Mistake recognition={current.recognition} set={set} />
          </>
        )}
      </div>
    </>
  );
}

"use client";

import { useId } from "react";
import type { Difficulty } from "../../../criteria/practice/types.ts";
import type { Source } from "../../../lib/practice/kept-choice.ts";

function sourceLabel(source: Source, written: number, due: number): string {
  switch (source) {
    case "written":
      return `Written cases (${written})`;
    case "generated":
      return "Generated cases, without end";
    case "due":
      return `What is due (${due}), then rules you have not met`;
  }
}

export function difficultyFrom(value: unknown): Difficulty {
  return value === "1" ? 1 : value === "3" ? 3 : 2;
}

/** Where the cases come from, how many, how hard, and the number that gives a whole class the same ones. */
export function CaseChoice({
  source,
  choose,
  sources,
  written,
  counted,
  due = 0,
  count = 10,
  difficulty = 2,
  seed = "",
}: {
  source: Source;
  choose: (source: Source) => void;
  sources: readonly Source[];
  /** How many written cases there are. */
  written: number;
  /** Whether a number of cases and a difficulty are asked. */
  counted: boolean;
  /** How many rules of the chosen set are due. */
  due?: number;
  count?: number;
  difficulty?: Difficulty;
  seed?: string;
}) {
  const id = useId();
  return (
    <>
      <fieldset className="practice-choices">
        <legend>Cases</legend>
        {sources.map((value) => (
          <label key={value}>
            <input type="radio" name="source" checked={source === value} onChange={() => choose(value)} />
            {sourceLabel(value, written, due)}
          </label>
        ))}
      </fieldset>
      {counted && (
        <div className="practice-row">
          <label className="stacked" htmlFor={`${id}-n`}>
            How many
            <select id={`${id}-n`} name="n" className="field" defaultValue={count}>
              {[...new Set([1, 5, 10, 20, count])].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label className="stacked" htmlFor={`${id}-difficulty`}>
            Difficulty
            <select id={`${id}-difficulty`} name="difficulty" className="field" defaultValue={difficulty}>
              <option value="1">1, far from the limits</option>
              <option value="2">2, near the limits</option>
              <option value="3">3, at the limits, much beside</option>
            </select>
          </label>
          {source !== "written" && (
            <label className="stacked" htmlFor={`${id}-seed`}>
              Number of the paper
              <input
                id={`${id}-seed`}
                name="seed"
                className="field"
                autoComplete="off"
                maxLength={80}
                placeholder="any"
                defaultValue={seed}
              />
            </label>
          )}
        </div>
      )}
      {source !== "written" && (
        <p className="practice-note">
          The same number gives the same cases on any device. Leave it empty for a new one.
        </p>
      )}
    </>
  );
}

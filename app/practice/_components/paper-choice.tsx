"use client";

import { type FormEvent, useId, useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { Source } from "../../../lib/practice/kept-choice.ts";
import type { SittingWish } from "../../../lib/practice/sitting.ts";
import { CaseChoice, difficultyFrom } from "./case-choice.tsx";

/** Which cases stand on the sheet: some of the written ones, or those of a number. */
export function PaperChoice({ wish, choose }: { wish: SittingWish; choose: (wish: SittingWish) => void }) {
  const id = useId();
  const [source, setSource] = useState<Source>("seed" in wish ? "generated" : "written");
  const chosen = wish.kind === "written" ? wish.cases : [];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const set = String(form.get("set"));
    if (source === "written") return choose({ kind: "written", set, cases: form.getAll("case").map(String) });
    const seed = String(form.get("seed") ?? "").trim() || "1";
    choose({
      kind: "seed",
      set,
      seed,
      count: Number(form.get("n")),
      difficulty: difficultyFrom(form.get("difficulty")),
    });
  };
  return (
    <form className="practice-form" onSubmit={submit}>
      <label className="stacked" htmlFor={`${id}-set`}>
        Criteria set
        <select id={`${id}-set`} name="set" className="field" defaultValue={wish.set}>
          {definitions.sets.map((set) => (
            <option key={set.id} value={set.id}>
              {set.short}
            </option>
          ))}
        </select>
      </label>
      <CaseChoice
        {...("seed" in wish && { count: wish.count, difficulty: wish.difficulty, seed: wish.seed })}
        source={source}
        choose={setSource}
        sources={["written", "generated"]}
        written={practice.cases.length}
        counted={source !== "written"}
      />
      {source === "written" && (
        <details>
          <summary>Choose among {practice.cases.length} written cases</summary>
          <ul className="practice-pick">
            {practice.cases.map((one) => (
              <li key={one.id}>
                <label>
                  <input type="checkbox" name="case" value={one.id} defaultChecked={chosen.includes(one.id)} />
                  {one.title} <span className="text-muted">difficulty {one.difficulty}</span>
                </label>
              </li>
            ))}
          </ul>
        </details>
      )}
      <button type="submit" className="button">
        Make this sheet
      </button>
    </form>
  );
}

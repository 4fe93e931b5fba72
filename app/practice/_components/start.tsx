"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { practice } from "../../../criteria/practice/index.ts";
import { definitions } from "../../../criteria/without-examples.ts";
import { nextRules } from "../../../lib/practice/queue.ts";
import { rulesOf } from "../../../lib/practice/rules.ts";
import { queryOf, type SittingWish } from "../../../lib/practice/sitting.ts";
import { useProgress } from "../_store/progress-store.ts";
import { CaseChoice, difficultyFrom, type Source } from "./case-choice.tsx";

/** Chooses a set and the cases to score by it. */
export function Start() {
  const router = useRouter();
  const progress = useProgress();
  const [source, setSource] = useState<Source>("written");
  const id = useId();
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const set = String(form.get("set"));
    const count = Number(form.get("n"));
    const seed = String(form.get("seed") ?? "").trim() || newSeed();
    const difficulty = difficultyFrom(form.get("difficulty"));
    router.push(`/practice?${queryOf(wish(source, set, count, seed, difficulty))}` as Route);
  };
  const wish = (from: Source, set: string, count: number, seed: string, difficulty: 1 | 2 | 3): SittingWish => {
    switch (from) {
      case "written":
        return { kind: "written", set, cases: unseenFirst(progress.attempts, set, difficulty).slice(0, count) };
      case "generated":
        return { kind: "seed", set, seed, count, difficulty };
      case "due": {
        const rules = nextRules(progress, definitions, [set], count, new Date()).map((rule) => rule.id);
        return { kind: "rules", set, rules, seed, count, difficulty };
      }
    }
  };
  return (
    <>
      <h1 className="practice-title">Practice</h1>
      <p className="practice-lead">
        Score fictional patients in private. A case opens stage by stage; you say what counts, give points and a
        verdict, and see which rule you missed. Nothing leaves this device.
      </p>
      <form onSubmit={begin} className="practice-form">
        <label className="stacked" htmlFor={`${id}-set`}>
          Criteria set
          <select id={`${id}-set`} name="set" className="field">
            {definitions.sets.map((set) => (
              <option key={set.id} value={set.id}>
                {set.short}
              </option>
            ))}
          </select>
        </label>
        <CaseChoice source={source} choose={setSource} sources={["written", "generated", "due"]} counted />
        <button type="submit" className="button button-main practice-main">
          Begin
        </button>
      </form>
      <section className="practice-rules" aria-labelledby={`${id}-rules`}>
        <h2 id={`${id}-rules`}>One rule at a time</h2>
        <p className="practice-note">
          Five cases in which this rule decides the verdict. Each has a twin in which one fact is different.
        </p>
        {definitions.sets.map((set) => (
          <details key={set.id}>
            <summary>{set.short}</summary>
            <ul>
              {rulesOf(set).map((rule) => (
                <li key={rule.id}>
                  <Link prefetch={false} href={`/practice?rule=${encodeURIComponent(rule.id)}&n=5` as Route}>
                    {rule.title}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}

/** The written cases of this difficulty or easier, those not yet answered by this set first, the easier ones before. */
function unseenFirst(
  attempts: readonly { readonly case: string; readonly set: string }[],
  set: string,
  difficulty: number,
): readonly string[] {
  const times = (id: string) => attempts.filter((attempt) => attempt.case === id && attempt.set === set).length;
  return practice.cases
    .filter((one) => one.difficulty <= difficulty)
    .toSorted((a, b) => times(a.id) - times(b.id) || b.difficulty - a.difficulty)
    .map(({ id }) => id);
}

/** A seed that is short enough to read out to a class. */
function newSeed(): string {
  return String(1000 + (crypto.getRandomValues(new Uint16Array(1))[0] ?? 0));
}

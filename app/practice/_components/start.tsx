"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { CaseChoice, difficultyFrom, type Source } from "./case-choice.tsx";
import { Unfinished } from "./unfinished.tsx";

interface SetName {
  readonly id: string;
  readonly short: string;
  readonly rules: readonly { readonly id: string; readonly title: string }[];
}

/** Chooses a set and the cases to score by it. `written`: how many written cases there are. */
export function Start({ sets, written }: { sets: readonly SetName[]; written: number }) {
  const router = useRouter();
  const [source, setSource] = useState<Source>("written");
  const [problem, setProblem] = useState<{ readonly cause: unknown }>();
  const id = useId();
  if (problem) throw problem.cause;
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { addressOf } = await import("./begin.ts");
    try {
      const address = addressOf({
        source,
        set: String(form.get("set")),
        count: Number(form.get("n")),
        difficulty: difficultyFrom(form.get("difficulty")),
        seed: String(form.get("seed") ?? "").trim(),
      });
      router.push(address as Route);
    } catch (cause) {
      // A button that does nothing says nothing: the page for what cannot be shown takes over.
      setProblem({ cause });
    }
  };
  return (
    <>
      <h1 className="practice-title">Practice</h1>
      <p className="practice-lead">
        Score fictional patients in private. A case opens stage by stage; you say what counts, give points and a
        verdict, and see which rule you missed. Nothing leaves this device.
      </p>
      <Unfinished sets={sets} />
      <form onSubmit={begin} className="practice-form">
        <label className="stacked" htmlFor={`${id}-set`}>
          Criteria set
          <select id={`${id}-set`} name="set" className="field">
            {sets.map((set) => (
              <option key={set.id} value={set.id}>
                {set.short}
              </option>
            ))}
          </select>
        </label>
        <CaseChoice
          source={source}
          choose={setSource}
          sources={["written", "generated", "due"]}
          written={written}
          counted
        />
        <button type="submit" className="button button-main practice-main">
          Begin
        </button>
      </form>
      <section className="practice-rules" aria-labelledby={`${id}-rules`}>
        <h2 id={`${id}-rules`}>One rule at a time</h2>
        <p className="practice-note">
          Five cases in which this rule decides the verdict. Each has a twin in which one fact is different.
        </p>
        {sets.map((set) => (
          <details key={set.id}>
            <summary>{set.short}</summary>
            <ul>
              {set.rules.map((rule) => (
                <li key={rule.id}>
                  <Link prefetch={false} href={`/practice/sitting?rule=${encodeURIComponent(rule.id)}&n=5` as Route}>
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

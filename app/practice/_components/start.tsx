"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useState } from "react";
import type { KeptChoice, Source } from "../../../lib/practice/kept-choice.ts";
import { keepChoice, lastChoice } from "../_store/choice.ts";
import { isKept, PROGRESS_KEY } from "../_store/keys.ts";
import { CaseChoice, difficultyFrom } from "./case-choice.tsx";
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
  const [set, setSet] = useState(sets[0]?.id ?? "");
  /** What was chosen last time, once the device was asked. */
  const [last, setLast] = useState<KeptChoice>();
  const [due, setDue] = useState<Readonly<Record<string, number>>>({});
  const [problem, setProblem] = useState<{ readonly cause: unknown }>();
  const id = useId();
  useEffect(() => {
    const kept = lastChoice();
    if (kept) {
      setLast(kept);
      setSource(kept.source);
      if (sets.some((one) => one.id === kept.set)) setSet(kept.set);
    }
    // What works out what is due is fetched only where something was answered.
    if (!isKept(PROGRESS_KEY)) return;
    let current = true;
    void import("./due-by-set.ts").then(({ dueBySet }) => {
      if (current) setDue(dueBySet(new Date()));
    });
    return () => {
      current = false;
    };
  }, [sets]);
  if (problem) throw problem.cause;
  const begin = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { addressOf } = await import("./begin.ts");
    try {
      const choice: KeptChoice = {
        source,
        set,
        count: Number(form.get("n")),
        difficulty: difficultyFrom(form.get("difficulty")),
      };
      keepChoice(choice);
      const address = addressOf({ ...choice, seed: String(form.get("seed") ?? "").trim() });
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
      <Due due={due} sets={sets} />
      <form onSubmit={begin} className="practice-form">
        <label className="stacked" htmlFor={`${id}-set`}>
          Criteria set
          <select
            id={`${id}-set`}
            name="set"
            className="field"
            value={set}
            onChange={({ target }) => setSet(target.value)}
          >
            {sets.map((one) => (
              <option key={one.id} value={one.id}>
                {one.short}
              </option>
            ))}
          </select>
        </label>
        <CaseChoice
          key={last ? "as last time" : "first"}
          {...(last && { count: last.count, difficulty: last.difficulty })}
          due={due[set] ?? 0}
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
        {sets.map((one) => (
          <details key={one.id}>
            <summary>{one.short}</summary>
            <ul>
              {one.rules.map((rule) => (
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

/** How many rules are due, by set. Nothing where none is. */
function Due({ due, sets }: { due: Readonly<Record<string, number>>; sets: readonly SetName[] }) {
  const total = Object.values(due).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const parts = sets.flatMap(({ id, short }) => (due[id] ? [`${due[id]} of ${short}`] : []));
  return (
    <p className="practice-lead">
      <strong>
        {total} {total === 1 ? "rule is" : "rules are"} due
      </strong>
      : {parts.join(", ")}.
    </p>
  );
}

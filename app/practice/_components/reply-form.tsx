"use client";

import { type FormEvent, useId, useState } from "react";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { type Reply, totalOf } from "../../../lib/practice/review.ts";
import { scoreWords } from "../../_practice/words.ts";

const SURE = [50, 60, 70, 80, 90, 100] as const;

/** Points by domain, the verdict, and how sure the trainee is. */
export function ReplyForm({ set, check }: { set: CriteriaSet; check: (reply: Omit<Reply, "marks">) => void }) {
  const id = useId();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<string>();
  const points = readPoints(typed);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const verdict = form.get("verdict");
    const sure = Number(form.get("sure") ?? 0);
    if (!points) return setProblem("One of the points is not a number.");
    if (verdict === null) return setProblem("Choose a verdict.");
    if (sure < 50) return setProblem("Say how sure you are.");
    check({ domains: points, classified: verdict === "classified", sure });
  };
  return (
    <form onSubmit={submit} className="practice-reply" aria-labelledby={`${id}-points`}>
      <h2 id={`${id}-points`}>Your points</h2>
      <p className="practice-note">
        An empty field is 0. {set.entry ? `The entry (${set.entry.title}) carries no points.` : set.rule}
      </p>
      <ul className="practice-points">
        {set.domains.map((domain) => (
          <li key={domain.id}>
            <label htmlFor={`${id}-${domain.id}`}>{domain.title}</label>
            <input
              id={`${id}-${domain.id}`}
              className="field"
              inputMode="decimal"
              autoComplete="off"
              placeholder="0"
              value={typed[domain.id] ?? ""}
              onChange={({ target }) => setTyped({ ...typed, [domain.id]: target.value })}
            />
          </li>
        ))}
      </ul>
      <p className="practice-total" aria-live="polite">
        You make it {points ? scoreWords(totalOf(points), set.unit) : "a number that cannot be read"}.
      </p>
      <fieldset className="practice-choices practice-inline">
        <legend>Verdict as it stands, what is unknown counted as not met</legend>
        <label>
          <input type="radio" name="verdict" value="classified" />
          {set.outcome.met}
        </label>
        <label>
          <input type="radio" name="verdict" value="not-classified" />
          {set.outcome.notMet}
        </label>
      </fieldset>
      <fieldset className="practice-choices practice-inline">
        <legend>How sure are you of the verdict?</legend>
        {SURE.map((sure) => (
          <label key={sure}>
            <input type="radio" name="sure" value={sure} />
            {sure === 50 ? "A guess" : sure === 100 ? "Certain" : `${sure}%`}
          </label>
        ))}
      </fieldset>
      {problem && (
        <p role="alert" className="problem">
          {problem}
        </p>
      )}
      <button type="submit" className="button button-main practice-main">
        Check
      </button>
    </form>
  );
}

/** The points by domain, empty fields left out; undefined when one is not a number. */
function readPoints(typed: Readonly<Record<string, string>>): Readonly<Record<string, number>> | undefined {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== "");
  const points = given.map(([domain, text]) => [domain, Number(text.trim().replace(",", "."))] as const);
  return points.every(([, value]) => Number.isFinite(value)) ? Object.fromEntries(points) : undefined;
}

"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import type { CriteriaSet } from "../../../criteria/types.ts";
import { totalOf } from "../../../lib/practice/review.ts";
import { CERTAINTIES, type Draft, pointsOf } from "../../../lib/practice/saved-sitting.ts";
import { scoreWords } from "../../_practice/words.ts";

/** Points by domain, the verdict, and how sure the trainee is. */
export function ReplyForm({
  set,
  draft: { typed, verdict, sure },
  change,
  check,
  children,
}: {
  set: CriteriaSet;
  draft: Draft;
  change: (changed: Partial<Draft>) => void;
  /** Says what is missing, and does nothing then. */
  check: () => string | undefined;
  /** What may be said beside the points. */
  children?: ReactNode;
}) {
  const id = useId();
  const [problem, setProblem] = useState<string>();
  // Where every criterion is worth the same, there is nothing to write.
  const ticked = set.unit === "criteria";
  const give = (domain: string, text: string) => change({ typed: { ...typed, [domain]: text.slice(0, 40) } });
  const points = pointsOf(typed);
  const isRead = (domain: string) => pointsOf({ [domain]: typed[domain] ?? "" }) !== undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const missing = check();
    setProblem(missing);
    if (!missing) return;
    // What is missing is where to go on.
    const unread = set.domains.find((domain) => !isRead(domain.id));
    const name = unread ? unread.id : verdict === undefined ? "verdict" : "sure";
    event.currentTarget.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  };
  const verdicts = [
    { value: "classified", label: set.outcome.met },
    { value: "not-classified", label: set.outcome.notMet },
    { value: "undetermined", label: "Cannot be said yet" },
  ] as const;
  return (
    <form onSubmit={submit} className="practice-reply" aria-labelledby={`${id}-points`}>
      <h2 id={`${id}-points`}>Your points</h2>
      <p className="practice-note">
        {ticked ? "Tick each criterion that counts." : "An empty field is 0."}{" "}
        {set.entry ? `The entry (${set.entry.title}) carries no points.` : set.rule}{" "}
        <a href={`/criteria/${set.id}`} target="_blank" rel="noopener">
          The rules, in a new tab
        </a>
      </p>
      <ul className="practice-points" data-ticked={ticked}>
        {set.domains.map((domain) =>
          ticked ? (
            <li key={domain.id}>
              <label>
                <input
                  type="checkbox"
                  name={domain.id}
                  checked={(typed[domain.id] ?? "") !== ""}
                  onChange={({ target }) => give(domain.id, target.checked ? "1" : "")}
                />
                {domain.title}
              </label>
            </li>
          ) : (
            <li key={domain.id}>
              <label htmlFor={`${id}-${domain.id}`}>{domain.title}</label>
              <input
                id={`${id}-${domain.id}`}
                className="field"
                inputMode="decimal"
                autoComplete="off"
                placeholder="0"
                name={domain.id}
                aria-invalid={(problem !== undefined && !isRead(domain.id)) || undefined}
                value={typed[domain.id] ?? ""}
                onChange={({ target }) => give(domain.id, target.value)}
              />
            </li>
          ),
        )}
      </ul>
      <p className="practice-total" aria-live="polite">
        You make it {points ? scoreWords(totalOf(points), set.unit) : "a number that cannot be read"}.
      </p>
      <fieldset className="practice-choices practice-inline">
        <legend>Verdict. It cannot be said yet where something that is not known could still change it.</legend>
        {verdicts.map(({ value, label }) => (
          <label key={value}>
            <input
              type="radio"
              name="verdict"
              value={value}
              checked={verdict === value}
              onChange={() => change({ verdict: value })}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <fieldset className="practice-choices practice-inline">
        <legend>How sure are you of the verdict?</legend>
        {CERTAINTIES.map((one) => (
          <label key={one}>
            <input type="radio" name="sure" value={one} checked={sure === one} onChange={() => change({ sure: one })} />
            {one === 50 ? "A guess" : one === 100 ? "Certain" : `${one}%`}
          </label>
        ))}
      </fieldset>
      {children}
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

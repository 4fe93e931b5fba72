"use client";

import { useId, useMemo, useState } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { definitions } from "../../../criteria/named.ts";
import { practice } from "../../../criteria/practice/index.ts";
import type { FindingId } from "../../../criteria/types.ts";
import { candidatesFor } from "../../../lib/rounds/candidates.ts";
import { positionOf, questionFor } from "../../../lib/rounds/prepare.ts";
import { type Asks, MOST, type PreparedQuestion, wordsFor } from "../../../lib/rounds/round.ts";
import type { Draft } from "./prepare.tsx";

const FINDINGS = (Object.keys(definitions.findings) as FindingId[]).toSorted((a, b) =>
  definitions.findings[a].label.localeCompare(definitions.findings[b].label, "en"),
);

/** How many are listed before somebody asks for the rest. */
const FIRST = 8;

/** The weightiest reasons; some of them are sentences. */
const inOneLine = (why: readonly string[]) =>
  why
    .slice(0, 3)
    .map((one) => one.replace(/\.$/, ""))
    .join("; ");

/** The questions that the patient lends itself to, best first, and those that were chosen, in their order. */
export function Questions() {
  const { control, register, formState, getValues } = useFormContext<Draft>();
  const { fields, append, remove, move, insert } = useFieldArray({ control, name: "questions", keyName: "key" });
  const [record, sets, parts] = useWatch({ control, name: ["record", "sets", "parts"] });
  const candidates = useMemo(() => candidatesFor(record, sets, definitions, practice.misreadings), [record, sets]);
  const [isWhole, setIsWhole] = useState(false);
  const [own, setOwn] = useState<FindingId>();
  const [removed, setRemoved] = useState<{ readonly question: PreparedQuestion; readonly at: number }>();
  const [said, setSaid] = useState("");
  const id = useId();
  const add = (asks: Asks, words: string) => append(questionFor(asks, words, getValues()), { shouldFocus: false });
  const take = (at: number) => {
    const question = getValues(`questions.${at}`);
    setRemoved({ question, at });
    remove(at);
  };
  const errors = formState.errors.questions;
  return (
    <section className="prepare-part" aria-labelledby={id}>
      <h2 id={id}>3. Questions</h2>
      <p className="prepare-note">
        Best first: what can be argued about or decides a verdict, then what is often misread. Tick the ones to ask.
      </p>
      <ul className="prepare-candidates">
        {(isWhole ? candidates : candidates.slice(0, FIRST)).map(({ asks, words, why }) => {
          const at = positionOf(asks, fields);
          return (
            <li key={JSON.stringify(asks)}>
              <label>
                <input type="checkbox" checked={at >= 0} onChange={() => (at >= 0 ? take(at) : add(asks, words))} />
                <span>
                  {words}
                  {why.length > 0 && <span className="prepare-why">{inOneLine(why)}</span>}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {candidates.length === 0 && <p>This record cannot be read by the sets, so no question is offered.</p>}
      {candidates.length > FIRST && (
        <button type="button" className="link" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? "Show the best alone" : `Show all ${candidates.length}`}
        </button>
      )}
      <div className="prepare-actions">
        <label className="stacked" htmlFor={`${id}-own`}>
          Or ask about any finding
          <select
            id={`${id}-own`}
            className="field"
            value={own ?? ""}
            onChange={({ target }) => setOwn(FINDINGS.find((one) => one === target.value))}
          >
            <option value="">Choose a finding</option>
            {FINDINGS.map((finding) => (
              <option key={finding} value={finding}>
                {definitions.findings[finding].label}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button"
          disabled={!own}
          onClick={() => {
            if (!own) return;
            const asks = { kind: "finding", finding: own } as const;
            if (positionOf(asks, fields) >= 0) return setSaid("This finding is asked about already.");
            setSaid(`Added: ${wordsFor(asks, definitions)}`);
            add(asks, wordsFor(asks, definitions));
          }}
        >
          Add the question
        </button>
      </div>
      <p role="status">
        {said}{" "}
        {removed && (
          <button
            type="button"
            className="link"
            onClick={() => {
              insert(Math.min(removed.at, fields.length), removed.question, { shouldFocus: false });
              setRemoved(undefined);
            }}
          >
            Put back: {removed.question.words}
          </button>
        )}
      </p>
      <h3>
        {fields.length === 0 ? "None is chosen yet" : fields.length === 1 ? "1 question" : `${fields.length} questions`}
      </h3>
      {errors && typeof errors.message === "string" && <p className="problem">{errors.message}</p>}
      <ol className="prepare-questions">
        {fields.map(({ key, words }, position) => (
          <li key={key}>
            <label className="prepare-field" htmlFor={`${key}-words`}>
              Question {position + 1}
              <input
                id={`${key}-words`}
                className="field"
                maxLength={MOST.words}
                aria-invalid={errors?.[position]?.words ? true : undefined}
                {...register(`questions.${position}.words`)}
              />
            </label>
            {errors?.[position]?.words && <p className="problem">{errors[position].words.message}</p>}
            <label className="prepare-field" htmlFor={`${key}-notes`}>
              Notes, for you alone
              <textarea
                id={`${key}-notes`}
                className="field prepare-text"
                rows={2}
                maxLength={MOST.notes}
                {...register(`questions.${position}.notes`)}
              />
            </label>
            <div className="prepare-actions">
              <label className="stacked" htmlFor={`${key}-told`}>
                Asked after
                <select
                  id={`${key}-told`}
                  className="field"
                  {...register(`questions.${position}.told`, { valueAsNumber: true })}
                >
                  <option value={0}>nothing is told</option>
                  {parts.map(({ title }, at) => (
                    // The parts of a case do not change places.
                    // biome-ignore lint/suspicious/noArrayIndexKey: see above
                    <option key={at} value={at + 1}>
                      part {at + 1}
                      {title && `: ${title}`}
                    </option>
                  ))}
                </select>
              </label>
              <button
                type="button"
                className="button"
                aria-label={`Earlier: ${words}`}
                disabled={position === 0}
                onClick={() => move(position, position - 1)}
              >
                Earlier
              </button>
              <button
                type="button"
                className="button"
                aria-label={`Later: ${words}`}
                disabled={position === fields.length - 1}
                onClick={() => move(position, position + 1)}
              >
                Later
              </button>
              <button type="button" className="button" aria-label={`Remove: ${words}`} onClick={() => take(position)}>
                Remove
              </button>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

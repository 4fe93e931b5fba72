import { useId } from "react";
import type { CodedAnswer } from "../../../lib/cohort/codebook.ts";
import { writeCause } from "../../../lib/explain/values.ts";
import { CAUSES } from "../../../lib/record/causes.ts";

const ANSWERS: readonly (readonly [CodedAnswer, string])[] = [
  ["present", "present"],
  ["absent", "absent"],
  ["unknown", "not known"],
  ["explained", "present, explained by something else"],
  ...CAUSES.map((cause) => [`explained:${cause}`, `present, explained by ${writeCause(cause)}`] as const),
];

export const answerWords = (says: CodedAnswer): string => ANSWERS.find(([answer]) => answer === says)?.[1] ?? says;

const SPREADSHEET_ERROR = /^#(N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|DATE!|GETTING_DATA)$/;

/** A value as it stands in the file. */
export function valueWords(value: string): string {
  if (value === "") return "a blank cell";
  return SPREADSHEET_ERROR.test(value) ? `“${value}”, an error of the spreadsheet` : `“${value}”`;
}

/** What a value means of a finding. */
export function AnswerSelect({
  value,
  beside,
  says,
  say,
}: {
  value: string;
  beside: string;
  says: CodedAnswer | undefined;
  say: (says: CodedAnswer | undefined) => void;
}) {
  const id = useId();
  return (
    <p className="codebook-value">
      <label htmlFor={id}>
        <bdi>{valueWords(value)}</bdi> <span className="cohort-note">{beside}</span>
      </label>
      <select
        id={id}
        className="field"
        value={says ?? ""}
        onChange={({ target }) => say(ANSWERS.find(([answer]) => answer === target.value)?.[0])}
      >
        <option value="">nothing said: rows with it are kept out</option>
        {ANSWERS.map(([answer, words]) => (
          <option key={answer} value={answer}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

/** What a text means that is no number, no day and no limit. */
export function WordSelect({
  value,
  beside,
  says,
  canBeNumber,
  say,
}: {
  value: string;
  beside: string;
  says: "unknown" | number | undefined;
  /** Whether it can stand for a number. */
  canBeNumber: boolean;
  say: (says: "unknown" | number | undefined) => void;
}) {
  const id = useId();
  return (
    <p className="codebook-value">
      <label htmlFor={id}>
        <bdi>{valueWords(value)}</bdi> <span className="cohort-note">{beside}</span>
      </label>
      <select
        id={id}
        className="field"
        value={says === undefined ? "" : says === "unknown" ? "unknown" : "number"}
        onChange={({ target }) =>
          say(target.value === "unknown" ? "unknown" : target.value === "number" ? 0 : undefined)
        }
      >
        <option value="">nothing said: rows with it are kept out</option>
        <option value="unknown">not known</option>
        {canBeNumber && <option value="number">stands for the number</option>}
      </select>
      {typeof says === "number" && (
        <input
          type="number"
          step="any"
          className="field number"
          aria-label={`The number that ${valueWords(value)} stands for`}
          defaultValue={says}
          onChange={({ target }) => {
            if (Number.isFinite(target.valueAsNumber)) say(target.valueAsNumber);
          }}
        />
      )}
    </p>
  );
}

/** The question that nobody may guess: what a box without a tick means. */
export function Unticked({
  of,
  values,
  said,
  say,
}: {
  /** What holds nothing else: "malar_rash", "12 columns". */
  of: string;
  values: readonly string[];
  said: "absent" | "not-asked" | undefined;
  say: (said: "absent" | "not-asked") => void;
}) {
  const name = useId();
  return (
    <fieldset className={said === undefined ? "codebook-unticked is-open" : "codebook-unticked"}>
      <legend>
        <bdi>{of}</bdi>: does {values.map(valueWords).join(" or ")} mean absent, or not asked? The values cannot tell,
        and it has to be said.
      </legend>
      <label>
        <input type="radio" name={name} checked={said === "absent"} onChange={() => say("absent")} />
        absent: it was looked for in every patient
      </label>
      <label>
        <input type="radio" name={name} checked={said === "not-asked"} onChange={() => say("not-asked")} />
        not asked: only what was seen was ticked
      </label>
    </fieldset>
  );
}

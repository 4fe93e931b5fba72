import { type ReactNode, useId, useState } from "react";
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

/** A value, and what can be chosen for it; rows with one of which nothing is said are kept out. */
function Meaning({
  value,
  beside,
  chosen,
  choose,
  options,
  children,
}: {
  value: string;
  beside: string;
  chosen: string;
  choose: (option: string) => void;
  options: readonly (readonly [string, string])[];
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <p className="codebook-value">
      <label htmlFor={id}>
        <bdi>{valueWords(value)}</bdi> <span className="cohort-note">{beside}</span>
      </label>
      <select id={id} className="field" value={chosen} onChange={({ target }) => choose(target.value)}>
        <option value="">nothing said: rows with it are kept out</option>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
      {children}
    </p>
  );
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
  return (
    <Meaning
      value={value}
      beside={beside}
      chosen={says ?? ""}
      choose={(option) => say(ANSWERS.find(([answer]) => answer === option)?.[0])}
      options={ANSWERS}
    />
  );
}

/** What a text means that is no number, no day and no limit. No number is taken before one is typed. */
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
  const [asksNumber, setAsksNumber] = useState(false);
  const isNumber = typeof says === "number" || (asksNumber && says === undefined);
  return (
    <Meaning
      value={value}
      beside={beside}
      chosen={isNumber ? "number" : (says ?? "")}
      choose={(option) => {
        setAsksNumber(option === "number");
        say(option === "unknown" ? "unknown" : undefined);
      }}
      options={[["unknown", "not known"], ...(canBeNumber ? [["number", "stands for the number"] as const] : [])]}
    >
      {isNumber && (
        <input
          type="number"
          step="any"
          className="field number"
          aria-label={`The number that ${valueWords(value)} stands for`}
          defaultValue={says}
          onChange={({ target: { valueAsNumber } }) => {
            setAsksNumber(true);
            say(Number.isFinite(valueAsNumber) ? valueAsNumber : undefined);
          }}
        />
      )}
    </Meaning>
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

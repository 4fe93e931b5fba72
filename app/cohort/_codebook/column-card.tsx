import { useState } from "react";
import { definitions } from "../../../criteria/named.ts";
import type { FindingId, LimitName, TestId } from "../../../criteria/types.ts";
import { type CodedColumn, ownOf } from "../../../lib/cohort/codebook.ts";
import { type Asked, withAnswer, withUnticked } from "../../../lib/cohort/draft.ts";
import { type ColumnProfile, type Proposal, wordsSaid } from "../../../lib/cohort/profile.ts";
import { criteriaOf, positiveFindings } from "../../../lib/definition/walk.ts";
import { LIMIT_WORDS } from "../../../lib/record/limit-names.ts";
import { whole } from "../_page/numbers.ts";
import { isUnanswered } from "./asked.ts";
import { columnWords } from "./column-words.ts";
import { Select } from "./select.tsx";
import { AnswerSelect, answerWords, Unticked, valueWords, WordSelect } from "./values.tsx";

type Kind = CodedColumn["is"] | "reference";

/** What is chosen before it is a whole column: a finding without its name is none. */
interface Begun {
  readonly kind: Kind;
  readonly test?: TestId;
  readonly set?: string;
  readonly of?: string;
}

const KINDS: readonly (readonly [Kind | "", string])[] = [
  ["", "nothing said yet"],
  ["id", "the patient's id"],
  ["finding", "a finding"],
  ["criterion", "an item of a set, as a whole"],
  ["test", "values of a test"],
  ["limit", "a limit of the laboratory"],
  ["date", "the day of the row's values"],
  ["reference", "the reference: who has the disease"],
  ["kept", "copied through, not read"],
  ["ignored", "not read"],
];

const SEVERAL = ["findings", "several findings by value, as the codebook says"] as const;

interface Card {
  readonly profile: ColumnProfile;
  readonly proposal: Proposal | undefined;
  readonly column: CodedColumn | undefined;
  readonly asked: Asked | undefined;
  /** The columns that are values of a test. */
  readonly tests: readonly string[];
  readonly say: (column: CodedColumn | undefined) => void;
}

/** One column: what occurs in it, what it may be, and what a person says that it is. */
export function ColumnCard({ profile, proposal, column, asked, tests, say }: Card) {
  const [begun, setBegun] = useState<Begun>();
  const kind: Kind | "" = begun?.kind ?? (column ? kindOf(column) : "");
  const done = (next: CodedColumn | undefined) => {
    setBegun(undefined);
    say(next);
  };
  const choose = (next: Kind | "") => {
    const whole = next === "" ? undefined : wholeKind(next);
    if (whole || next === "") done(whole);
    else {
      say(undefined);
      setBegun({ kind: next });
    }
  };
  return (
    <section aria-label={`Column ${profile.name}`} className="codebook-column">
      <h4>
        <bdi>{profile.name === "" ? "a column without a name" : profile.name}</bdi>
      </h4>
      <p className="cohort-note">{occursWords(profile)}</p>
      {!column && !begun && proposal && <Suggested proposal={proposal} take={done} begin={setBegun} />}
      <Select<Kind | "">
        label="This column is"
        value={kind}
        options={kind === "findings" ? [...KINDS, SEVERAL] : KINDS}
        choose={choose}
      />
      <Target column={column} begun={begun} setBegun={setBegun} tests={tests} say={done} />
      {column && asked && <Values profile={profile} column={column} asked={asked} say={say} />}
    </section>
  );
}

function kindOf(column: CodedColumn): Kind {
  return column.is === "kept" && column.reference ? "reference" : column.is;
}

/** A kind that needs nothing more. */
function wholeKind(kind: Kind): CodedColumn | undefined {
  if (kind === "id" || kind === "kept" || kind === "ignored") return { is: kind };
  return kind === "reference" ? { is: "kept", reference: {} } : undefined;
}

function occursWords({ rows, blank, numbers, range, values, words }: ColumnProfile): string {
  const number = numbers > 0 && range ? `${whole(numbers)} numbers from ${range[0]} to ${range[1]}` : "";
  const many = values.size > 0 ? "" : "more than 40 different values";
  const listed = [...(values.size > 0 ? values : words)]
    .slice(0, 8)
    .map(([value, count]) => `${valueWords(value)} ×${whole(count)}`);
  const more = (values.size > 0 ? values : words).size - listed.length;
  return [
    `${whole(rows)} ${rows === 1 ? "row" : "rows"}`,
    values.size > 0 ? "" : `${whole(blank)} blank`,
    many,
    values.size > 0 ? "" : number,
    listed.join(", "),
    more > 0 ? `${whole(more)} more` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** What the column may be. It counts once it is taken. */
function Suggested({
  proposal: { proposed, others, questions },
  take,
  begin,
}: {
  proposal: Proposal;
  take: (column: CodedColumn) => void;
  begin: (begun: Begun) => void;
}) {
  if (!proposed && others.length === 0 && questions.length === 0) return null;
  const findings = others.filter((id): id is FindingId => Object.hasOwn(definitions.findings, id));
  const tests = others.filter((id): id is TestId => Object.hasOwn(definitions.tests, id));
  const asks = questions.filter(({ about }) => about === "unit" || about === "order" || about === "limit");
  return (
    <div className="codebook-suggestion">
      <p>
        Suggestion:{" "}
        {proposed ? (
          <>
            {columnWords(proposed, definitions)}{" "}
            <button type="button" className="button" onClick={() => take(proposed)}>
              Take the suggestion
            </button>
          </>
        ) : (
          "it may be one of these."
        )}
      </p>
      {asks.map(({ text }) => (
        <p key={text} className="cohort-note">
          {text}
        </p>
      ))}
      <p className="cohort-actions">
        {findings.map((finding) => (
          <button
            key={finding}
            type="button"
            className="button"
            onClick={() => take({ is: "finding", finding, values: {} })}
          >
            Or: {definitions.findings[finding].label}
          </button>
        ))}
        {tests.map((test) => (
          <button key={test} type="button" className="button" onClick={() => begin({ kind: "test", test })}>
            Or: values of {definitions.tests[test].label}
          </button>
        ))}
        {asks.some(({ about }) => about === "order") && (
          <button type="button" className="button" onClick={() => begin({ kind: "date" })}>
            Or: the day of the row's values
          </button>
        )}
      </p>
    </div>
  );
}

/** More texts than this that are no number are a sign that the file is read in another way than it was written. */
const MOST_WORDS = 15;

const CHOOSE = ["", "choose"] as const;

/** Of what the column is, beyond its kind. */
function Target({
  column,
  begun,
  setBegun,
  tests,
  say,
}: {
  column: CodedColumn | undefined;
  begun: Begun | undefined;
  setBegun: (begun: Begun) => void;
  tests: readonly string[];
  say: (column: CodedColumn) => void;
}) {
  const kind = begun?.kind ?? column?.is;
  switch (kind) {
    case "finding": {
      const now = column?.is === "finding" ? column : undefined;
      return (
        <label className="stacked codebook-wide">
          Finding
          <select
            className="field"
            value={now?.finding ?? ""}
            onChange={({ target }) =>
              target.value !== "" && say({ ...(now ?? { is: "finding", values: {} }), finding: target.value })
            }
          >
            <option value="">choose</option>
            <FindingOptions />
          </select>
        </label>
      );
    }
    case "criterion":
      return <CriterionTarget column={column} begun={begun} setBegun={setBegun} say={say} />;
    case "test":
      return <TestTarget column={column} begun={begun} setBegun={setBegun} say={say} />;
    case "limit": {
      const now = column?.is === "limit" ? column : undefined;
      const of = begun?.of ?? now?.of ?? "";
      if (tests.length === 0) return <p className="cohort-note">Say first which column has the values.</p>;
      return (
        <div className="codebook-target">
          <Select
            label="Of the values in"
            value={of}
            options={[CHOOSE, ...tests.map((name) => [name, name] as const)]}
            choose={(name) => (now ? say({ ...now, of: name }) : setBegun({ kind: "limit", of: name }))}
          />
          <Select<LimitName | "">
            label="It is the"
            value={now?.limit ?? ""}
            options={[CHOOSE, ...(Object.entries(LIMIT_WORDS) as [LimitName, string][])]}
            choose={(limit) => limit !== "" && of !== "" && say({ is: "limit", of, limit })}
          />
        </div>
      );
    }
    case "date":
      return (
        <Select<"" | "year-month-day" | "day-month-year" | "month-day-year">
          label="Order"
          value={column?.is === "date" ? column.order : ""}
          options={[
            CHOOSE,
            ["year-month-day", "year, month, day"],
            ["day-month-year", "day, month, year"],
            ["month-day-year", "month, day, year"],
          ]}
          choose={(order) =>
            order !== "" && say({ ...(column?.is === "date" ? column : { is: "date" as const }), order })
          }
        />
      );
    default:
      return null;
  }
}

function FindingOptions() {
  const groups = Object.entries(definitions.groups);
  return groups.map(([group, { title }]) => (
    <optgroup key={group} label={title}>
      {Object.entries(definitions.findings)
        .filter(([, finding]) => finding.group === group)
        .map(([id, { label }]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
    </optgroup>
  ));
}

/** A column's target while it is chosen: what it is so far, and what was begun and is not whole yet. */
interface TargetPart {
  column: CodedColumn | undefined;
  begun: Begun | undefined;
  setBegun: (begun: Begun) => void;
  say: (column: CodedColumn) => void;
}

function CriterionTarget({ column, begun, setBegun, say }: TargetPart) {
  const now = !begun && column?.is === "criterion" ? column : undefined;
  const set = definitions.sets.find(({ id }) => id === (begun?.set ?? now?.set));
  const criteria = set ? [...criteriaOf(set)].map(({ criterion }) => criterion) : [];
  const chosen = criteria.find(({ id }) => id === now?.criterion);
  const findings = chosen ? positiveFindings(chosen.when) : [];
  return (
    <>
      <div className="codebook-target">
        <Select
          label="Set"
          value={set?.id ?? ""}
          options={[CHOOSE, ...definitions.sets.map(({ id, short }) => [id, short] as const)]}
          choose={(id) => setBegun({ kind: "criterion", set: id })}
        />
        {set && (
          <Select<string>
            label="Item"
            value={now?.criterion ?? ""}
            options={[CHOOSE, ...criteria.map(({ id, title }) => [id, title] as const)]}
            choose={(criterion) =>
              criterion !== "" &&
              say({
                is: "criterion",
                set: set.id,
                criterion,
                values: column?.is === "criterion" ? column.values : {},
              })
            }
          />
        )}
      </div>
      {now && findings.length > 1 && (
        <fieldset className="codebook-present">
          <legend>
            The item reads {findings.length} findings, which other sets read each by itself. Present when the item is:
          </legend>
          {findings.map((finding) => (
            <label key={finding}>
              <input
                type="checkbox"
                checked={now.presentAs?.includes(finding) ?? false}
                onChange={({ target }) => {
                  const others = (now.presentAs ?? []).filter((one) => one !== finding);
                  say({ ...now, presentAs: target.checked ? [...others, finding] : others });
                }}
              />
              {definitions.findings[finding].label}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}

function TestTarget({ column, begun, setBegun, say }: TargetPart) {
  const now = !begun && column?.is === "test" ? column : undefined;
  const test = begun?.test ?? (now?.test as TestId | undefined);
  const known = test === undefined ? undefined : definitions.tests[test];
  const byLabel = Object.entries(definitions.tests).sort(([, one], [, other]) => one.label.localeCompare(other.label));
  return (
    <>
      <div className="codebook-target">
        <Select<string>
          label="Test"
          value={test ?? ""}
          options={[CHOOSE, ...byLabel.map(([id, { label }]) => [id, label] as const)]}
          choose={(id) => id !== "" && setBegun({ kind: "test", test: id as TestId })}
        />
        {known && test !== undefined && (
          <Select
            label="Unit"
            value={now?.unit ?? ""}
            options={[CHOOSE, ...known.units.map(({ unit, label }) => [unit, label] as const)]}
            choose={(unit) => unit !== "" && say({ ...(now ?? { is: "test", test }), unit })}
          />
        )}
        {now && known?.methods && (
          <Select
            label="Method"
            value={now.method ?? ""}
            options={[["", "not said"] as const, ...known.methods.map(({ id, label }) => [id, label] as const)]}
            choose={(method) => {
              const { method: _, ...others } = now;
              say(method === "" ? others : { ...others, method });
            }}
          />
        )}
      </div>
      {now && known?.limits && (
        <div className="codebook-target">
          {known.limits.map(({ name, label, required }) => (
            <label key={name} className="stacked">
              {label}, of all rows{required ? " (nothing is judged without it, here or in a column of its own)" : ""}
              <input
                type="number"
                step="any"
                className="field number"
                value={now.limits?.[name] ?? ""}
                onChange={({ target }) => {
                  const { [name]: _, ...others } = now.limits ?? {};
                  const limits = Number.isFinite(target.valueAsNumber)
                    ? { ...others, [name]: target.valueAsNumber }
                    : others;
                  say({ ...now, limits });
                }}
              />
            </label>
          ))}
        </div>
      )}
    </>
  );
}

/** What the values of a column mean. */
function Values({
  profile,
  column,
  asked,
  say,
}: {
  profile: ColumnProfile;
  column: CodedColumn;
  asked: Asked;
  say: (column: CodedColumn) => void;
}) {
  const times = (value: string): string => {
    const count = profile.values.get(value) ?? profile.words.get(value);
    return count === undefined ? "does not occur" : `×${whole(count)}`;
  };
  if (column.is === "finding" || column.is === "criterion") {
    const { unticked } = asked;
    const values = [...new Set([...profile.values.keys(), ...Object.keys(column.values)])];
    const words = Object.entries(wordsSaid(values)).filter(
      ([value]) => !unticked.includes(value) && ownOf(column.values, value) === undefined,
    );
    return (
      <div className="codebook-values">
        {profile.values.size === 0 && profile.rows > 0 && (
          <p className="problem">It has more than 40 different values, and is no column of codes.</p>
        )}
        {unticked.length > 0 && (
          <Unticked
            of={profile.name}
            values={unticked}
            said={column.unticked}
            say={(said) => say(withUnticked(column, unticked, said))}
          />
        )}
        {words.length > 0 && (
          <p className="codebook-suggestion">
            Suggestion: {words.map(([value, says]) => `${valueWords(value)} ${answerWords(says)}`).join(", ")}{" "}
            <button
              type="button"
              className="button"
              onClick={() => say(words.reduce((now, [value, says]) => withAnswer(now, profile, value, says), column))}
            >
              Take the words as they are
            </button>
          </p>
        )}
        {values
          .filter((value) => !unticked.includes(value))
          .map((value) => (
            <AnswerSelect
              key={value}
              value={value}
              beside={times(value)}
              says={ownOf(column.values, value)}
              say={(says) => say(withAnswer(column, profile, value, says))}
            />
          ))}
        {isUnanswered(column, asked) && (
          <p className="cohort-note">It is not scored before the question is answered.</p>
        )}
      </div>
    );
  }
  if (column.is === "kept" && column.reference) {
    const { reference } = column;
    const values = [...new Set([...profile.values.keys(), ...Object.keys(reference)])];
    return (
      <div className="codebook-values">
        {values.map((value) => (
          <p key={value} className="codebook-value">
            <Select<"" | "has" | "has-not">
              label={`${valueWords(value)} ${times(value)}`}
              value={ownOf(reference, value) ?? ""}
              options={[
                ["", "left out"],
                ["has", "has SLE"],
                ["has-not", "has not"],
              ]}
              choose={(means) => {
                const { [value]: _, ...others } = reference;
                say({ ...column, reference: means === "" ? others : { ...others, [value]: means } });
              }}
            />
          </p>
        ))}
      </div>
    );
  }
  if (column.is === "test" || column.is === "limit" || column.is === "date") {
    const values: Readonly<Record<string, "unknown" | number>> = column.values ?? {};
    const words = [...new Set([...Object.keys(values), ...asked.unsaid])];
    if (words.length === 0) return null;
    return (
      <div className="codebook-values">
        {column.is !== "date" && asked.unsaid.some((value) => /\d[.,]\d/.test(value)) && (
          <p className="problem">
            Some of these are numbers with another sign before decimals: choose it above, where it is said how the file
            is read.
          </p>
        )}
        {words.length > MOST_WORDS && (
          <p className="cohort-note">
            {whole(words.length)} texts cannot be read as they are; the first {MOST_WORDS} are listed.
          </p>
        )}
        {words.slice(0, MOST_WORDS).map((value) => (
          <WordSelect
            key={value}
            value={value}
            beside={times(value)}
            says={ownOf(values, value)}
            canBeNumber={column.is === "test"}
            say={(says) => {
              const { [value]: _, ...others } = values;
              say({ ...column, values: says === undefined ? others : { ...others, [value]: says } } as CodedColumn);
            }}
          />
        ))}
      </div>
    );
  }
  return null;
}

import { useDeferredValue, useMemo, useState } from "react";
import { definitions } from "../../../criteria/named.ts";
import type { CodedAnswer, CodedColumn, FileReading } from "../../../lib/cohort/codebook.ts";
import {
  type AnswerColumn,
  type Asked,
  askedOf,
  type Draft,
  withAnswer,
  withUnticked,
} from "../../../lib/cohort/draft.ts";
import { type ColumnProfile, type Proposal, proposalsFor } from "../../../lib/cohort/profile.ts";
import { whole } from "../_page/numbers.ts";
import { isUnanswered } from "./asked.ts";
import type { Book } from "./book.ts";
import { ColumnCard } from "./column-card.tsx";
import { AnswerSelect, Unticked } from "./values.tsx";

/** So many columns are drawn at a time, of a file that may have a hundred thousand. */
const PAGE = 20;

type Filter = "all" | "undecided" | "asked";

/** Every column: what occurs in it, what it may be, and what was said of it. */
export function ColumnList({ book, change }: { book: Book; change: (draft: Draft) => void }) {
  const { survey, draft, reading } = book;
  const { profiles } = survey;
  const [filter, setFilter] = useState<Filter>("all");
  const [sought, setSought] = useState("");
  const late = useDeferredValue(sought);
  const [page, setPage] = useState(0);
  const asked = useAsked(profiles, draft, reading);
  const undecided = profiles.filter(({ name }) => !draft.has(name)).length;
  const open = profiles.filter(({ name }) => isOpen(draft.get(name), asked(name))).length;
  const matching = useMemo(() => {
    const text = late.trim().toLowerCase();
    return profiles.filter(
      ({ name }) =>
        (text === "" || name.toLowerCase().includes(text)) &&
        (filter === "all" || (filter === "undecided" ? !draft.has(name) : isOpen(draft.get(name), asked(name)))),
    );
  }, [profiles, filter, late, draft, asked]);
  const pages = Math.max(1, Math.ceil(matching.length / PAGE));
  const at = Math.min(page, pages - 1);
  const shown = matching.slice(at * PAGE, (at + 1) * PAGE);
  const proposals = useProposals(shown);
  const say = (name: string, column: CodedColumn | undefined) => {
    const next = new Map(draft);
    if (column) next.set(name, column);
    else next.delete(name);
    change(next);
  };
  const tests = useMemo(() => [...draft].flatMap(([name, { is }]) => (is === "test" ? [name] : [])), [draft]);
  return (
    <section aria-labelledby="codebook-columns">
      <h3 id="codebook-columns">Columns</h3>
      <div className="cohort-filter">
        <label className="stacked">
          Show
          <select
            className="field"
            value={filter}
            onChange={({ target }) => {
              setFilter(target.value as Filter);
              setPage(0);
            }}
          >
            <option value="all">every column</option>
            <option value="undecided">of which nothing is said yet</option>
            <option value="asked">with an open question</option>
          </select>
        </label>
        <label className="stacked">
          Name holds
          <input
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={sought}
            onChange={({ target }) => {
              setSought(target.value);
              setPage(0);
            }}
          />
        </label>
      </div>
      <p role="status">
        {whole(profiles.length - undecided)} of {whole(profiles.length)} columns are said; {whole(open)}{" "}
        {open === 1 ? "has" : "have"} an open question.
      </p>
      <SameAnswers profiles={profiles} draft={draft} asked={asked} change={change} />
      {shown.length === 0 && <p className="cohort-note">No column is like that.</p>}
      <ul className="codebook-columns">
        {shown.map((profile) => (
          <li key={profile.name}>
            <ColumnCard
              profile={profile}
              proposal={proposals.get(profile.name)}
              column={draft.get(profile.name)}
              asked={asked(profile.name)}
              tests={tests}
              say={(column) => say(profile.name, column)}
            />
          </li>
        ))}
      </ul>
      {pages > 1 && (
        <nav aria-label="Pages of columns" className="cohort-actions">
          <button type="button" className="button" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Columns before
          </button>
          <span role="status">
            {whole(at * PAGE + 1)} to {whole(at * PAGE + shown.length)} of {whole(matching.length)}
          </span>
          <button type="button" className="button" disabled={at === pages - 1} onClick={() => setPage(at + 1)}>
            Further columns
          </button>
        </nav>
      )}
      {undecided > 0 && (
        <p className="cohort-actions">
          <button
            type="button"
            className="button"
            onClick={() => {
              const next = new Map(draft);
              for (const { name } of profiles) if (!next.has(name)) next.set(name, { is: "ignored" });
              change(next);
            }}
          >
            Do not read the {whole(undecided)} {undecided === 1 ? "column" : "columns"} of which nothing is said
          </button>
        </p>
      )}
    </section>
  );
}

function isOpen(column: CodedColumn | undefined, asked: Asked | undefined): boolean {
  if (!column || !asked) return false;
  return isUnanswered(column, asked) || asked.unsaid.length > 0;
}

/** What is asked of each column, worked out once for what was said of it. */
function useAsked(profiles: readonly ColumnProfile[], draft: Draft, reading: FileReading) {
  return useMemo(() => {
    const byName = new Map(profiles.map((profile) => [profile.name, profile]));
    return (name: string): Asked | undefined => {
      const [profile, column] = [byName.get(name), draft.get(name)];
      if (!profile || !column) return undefined;
      const known = remembered.get(column);
      if (known && known.profile === profile && known.reading === reading) return known.asked;
      const asked = askedOf(profile, column, reading, definitions);
      remembered.set(column, { profile, reading, asked });
      return asked;
    };
  }, [profiles, draft, reading]);
}

const remembered = new WeakMap<CodedColumn, { profile: ColumnProfile; reading: FileReading; asked: Asked }>();

/** Of the columns that are shown alone: to look for a hundred thousand names would take minutes. */
function useProposals(shown: readonly ColumnProfile[]): ReadonlyMap<string, Proposal> {
  const names = shown.map(({ name }) => name).join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same columns have the same proposals
  return useMemo(() => new Map(proposalsFor(shown, definitions).map((one) => [one.column, one])), [names]);
}

/**
 * What several columns ask alike, such as what 99 means, or a box without a tick: answered for all of them at once, by a
 * person who sees which they are.
 */
function SameAnswers({
  profiles,
  draft,
  asked,
  change,
}: {
  profiles: readonly ColumnProfile[];
  draft: Draft;
  asked: (name: string) => Asked | undefined;
  change: (draft: Draft) => void;
}) {
  const values = useMemo(() => sharedValues(profiles, draft, asked), [profiles, draft, asked]);
  const unticked = useMemo(() => untickedColumns(profiles, draft, asked), [profiles, draft, asked]);
  const answer = (value: string, names: readonly ColumnProfile[], says: CodedAnswer) => {
    const next = new Map(draft);
    for (const profile of names) {
      const column = next.get(profile.name);
      if (column && isAnswer(column)) next.set(profile.name, withAnswer(column, profile, value, says));
    }
    change(next);
  };
  const answerUnticked = (values: readonly string[], names: readonly string[], said: "absent" | "not-asked") => {
    const next = new Map(draft);
    for (const name of names) {
      const column = next.get(name);
      if (column && isAnswer(column)) next.set(name, withUnticked(column, values, said));
    }
    change(next);
  };
  return (
    <>
      {unticked.map(({ values, names }) => (
        <Unticked
          key={values.join()}
          of={`The ${whole(names.length)} columns that nothing else tells of (${listed(names)})`}
          values={values}
          said={undefined}
          say={(said) => answerUnticked(values, names, said)}
        />
      ))}
      {values.length > 0 && (
        <fieldset className="codebook-same">
          <legend>Values of several columns that nothing is said of yet: what do they mean in all of these?</legend>
          {values.map(([value, columns]) => (
            <AnswerSelect
              key={value}
              value={value}
              beside={`in ${whole(columns.length)} columns`}
              says={undefined}
              say={(says) => says && answer(value, columns, says)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 6).join(", ")}${names.length > 6 ? ` and ${whole(names.length - 6)} more` : ""}`;

interface OpenBoxes {
  readonly values: readonly string[];
  readonly names: readonly string[];
}

/** Columns of which the question is open, by the values that it is about, where there are several. */
function untickedColumns(
  profiles: readonly ColumnProfile[],
  draft: Draft,
  asked: (name: string) => Asked | undefined,
): readonly OpenBoxes[] {
  const found = new Map<string, { readonly values: readonly string[]; readonly names: string[] }>();
  for (const { name } of profiles) {
    const [column, one] = [draft.get(name), asked(name)];
    if (!column || !one || !isUnanswered(column, one)) continue;
    const key = one.unticked.join("\n");
    const known = found.get(key);
    if (known) known.names.push(name);
    else found.set(key, { values: one.unticked, names: [name] });
  }
  return [...found.values()].filter(({ names }) => names.length > 1);
}

const isAnswer = (column: CodedColumn): column is AnswerColumn => column.is === "finding" || column.is === "criterion";

/** More than these would be a list to search. */
const MOST_SHARED = 12;

function sharedValues(
  profiles: readonly ColumnProfile[],
  draft: Draft,
  asked: (name: string) => Asked | undefined,
): readonly (readonly [string, readonly ColumnProfile[]])[] {
  const found = new Map<string, ColumnProfile[]>();
  for (const profile of profiles) {
    const column = draft.get(profile.name);
    if (!column || !isAnswer(column)) continue;
    for (const value of asked(profile.name)?.unsaid ?? []) {
      const known = found.get(value);
      if (known) known.push(profile);
      else found.set(value, [profile]);
    }
  }
  return [...found].filter(([, columns]) => columns.length > 1).slice(0, MOST_SHARED);
}

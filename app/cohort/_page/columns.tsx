import { useState } from "react";
import type { ForeignColumn, ReadHeader } from "../../../lib/cohort/read-header.ts";

/** A file of something else has a hundred thousand columns. */
const MOST_LISTED = 200;

/** What the first line says that cannot be read, and what can be done about it. */
export function Columns({
  name,
  read: { counts, foreign },
  go,
  code,
}: {
  name: string;
  read: ReadHeader;
  go: (keep: readonly string[]) => void;
  /** To say of each column what it is. */
  code: () => void;
}) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const left = foreign.filter((column) => !kept.has(column.name)).length;
  return (
    <section aria-labelledby="cohort-columns">
      <h2 id="cohort-columns">Columns</h2>
      <p role="status">
        <bdi>{name}</bdi> has {counted(counts.finding, "column of a finding", "columns of findings")},{" "}
        {counted(counts.value, "of values", "of values")}, {counted(counts.limit, "of limits", "of limits")}, and{" "}
        {counted(foreign.length, "that is none of these", "that are none of these")}.
      </p>
      {foreign.length > 0 && (
        <fieldset className="cohort-foreign">
          <legend>
            Not read. Correct the name in the file where one of the names beside it was meant, or tick the column to
            copy it through unread.
          </legend>
          <ul>
            {foreign.slice(0, MOST_LISTED).map((column) => (
              <li key={column.name}>
                <Foreign
                  column={column}
                  isKept={kept.has(column.name)}
                  keep={(keep) => setKept((before) => withOne(before, column.name, keep))}
                />
              </li>
            ))}
          </ul>
          {foreign.length > MOST_LISTED && <p className="cohort-note">The first {MOST_LISTED} are listed.</p>}
          <button type="button" className="button" onClick={() => setKept(new Set(foreign.map((one) => one.name)))}>
            Copy all of them through
          </button>
        </fieldset>
      )}
      <p className="cohort-actions">
        <button
          type="button"
          className="button button-main"
          disabled={left > 0}
          // In the order of the file, whatever was ticked first.
          onClick={() => go(foreign.map((one) => one.name).filter((one) => kept.has(one)))}
        >
          Score the file
        </button>
        {left > 0 && (
          <span className="cohort-note">{counted(left, "column is", "columns are")} neither read nor copied.</span>
        )}
      </p>
      <p className="cohort-actions">
        <button type="button" className="button" onClick={code}>
          Say what each column is
        </button>
        <span className="cohort-note">With a codebook, for names and values of your own.</span>
      </p>
    </section>
  );
}

function Foreign({
  column: { name, near },
  isKept,
  keep,
}: {
  column: ForeignColumn;
  isKept: boolean;
  keep: (keep: boolean) => void;
}) {
  return (
    <>
      <label>
        <input type="checkbox" checked={isKept} onChange={(event) => keep(event.target.checked)} />
        <bdi>{name === "" ? "a column without a name" : name}</bdi>
      </label>
      {near.length > 0 && (
        <span className="cohort-note">
          {" "}
          near to{" "}
          {near.map((one, position) => (
            <span key={one}>
              {position > 0 && ", "}
              <code>{one}</code>
            </span>
          ))}
        </span>
      )}
    </>
  );
}

function withOne(before: ReadonlySet<string>, name: string, keep: boolean): ReadonlySet<string> {
  const next = new Set(before);
  if (keep) next.add(name);
  else next.delete(name);
  return next;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

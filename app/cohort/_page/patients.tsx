import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { type FigureColumns, figuresAt, idAt, issuesAt } from "../../../lib/cohort/figure-columns.ts";
import { type Selection, selectRows } from "../../../lib/cohort/select-rows.ts";
import type { Scored } from "../_run/answer.ts";
import { whole } from "./numbers.ts";
import { openRow } from "./open-row.ts";
import type { PageSet } from "./page-set.ts";

/** A browser cannot scroll further than through so many rows. */
const MOST_ROWS = 300_000;

/** How high a row usually is, in pixels, until it is drawn. */
const WIDE_ROW = 49;
const NARROW_ROW = 141;

const isNarrow = (): boolean => matchMedia("(max-width: 46rem)").matches;

/** Every patient: id, score and verdict by each set, what is wrong, and the way into the calculator. */
export function Patients({ file, scored, sets }: { file: File; scored: Scored; sets: readonly PageSet[] }) {
  const { columns } = scored;
  const id = useId();
  const [filter, setFilter] = useState("all");
  const [sought, setSought] = useState("");
  const late = useDeferredValue(sought);
  const [problem, setProblem] = useState("");
  const rows = useMemo(() => selectRows(columns, selectionOf(filter), late), [columns, filter, late]);
  const open = (row: number) => {
    setProblem("");
    void openRow(file, scored, row).then((said) => setProblem(said ?? ""));
  };
  return (
    <section aria-labelledby="cohort-patients">
      <h2 id="cohort-patients">Patients</h2>
      <div className="cohort-filter">
        <label className="stacked" htmlFor={`${id}-filter`}>
          Show
          <select
            id={`${id}-filter`}
            className="field"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          >
            <option value="all">every patient</option>
            {sets.map((set) => (
              <option key={set.id} value={`undetermined ${set.id}`}>
                undetermined by {set.short}
              </option>
            ))}
            <option value="disagree">sets disagree as assessed</option>
            <option value="issues">with an error</option>
          </select>
        </label>
        <label className="stacked" htmlFor={`${id}-sought`}>
          Id holds
          <input
            id={`${id}-sought`}
            className="field"
            autoComplete="off"
            spellCheck={false}
            value={sought}
            onChange={(event) => setSought(event.target.value)}
          />
        </label>
        <p role="status" className="cohort-note">
          {whole(rows.length)} of {whole(columns.count)}
          {rows.length > MOST_ROWS && `; the first ${whole(MOST_ROWS)} are listed`}
        </p>
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {rows.length > 0 && <Rows columns={columns} rows={rows} sets={sets} open={open} />}
      <p className="cohort-note">
        Open makes a record of the row, with its id as the label, and opens it in the calculator in another tab, as
        another patient; it is then kept on this device like any other, until you delete it.
      </p>
    </section>
  );
}

function selectionOf(filter: string): Selection {
  if (filter === "disagree" || filter === "issues") return { kind: filter };
  const [kind, set] = filter.split(" ");
  return kind === "undetermined" && set !== undefined ? { kind, set } : { kind: "all" };
}

function Rows({
  columns,
  rows,
  sets,
  open,
}: {
  columns: FigureColumns;
  rows: Uint32Array;
  sets: readonly PageSet[];
  open: (row: number) => void;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: Math.min(rows.length, MOST_ROWS),
    getScrollElement: () => scroller.current,
    estimateSize: () => (isNarrow() ? NARROW_ROW : WIDE_ROW),
    overscan: 8,
  });
  // Rows have the height that they are drawn with, so that the end is where the last one was drawn.
  const toEnd = (event: KeyboardEvent) => {
    if (event.key !== "End" || event.target !== event.currentTarget) return;
    event.preventDefault();
    virtual.scrollToIndex(virtual.options.count - 1, { align: "end" });
  };
  return (
    <section
      ref={scroller}
      className="cohort-scroller"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
      tabIndex={0}
      aria-label="Patients, a list that scrolls"
      onKeyDown={toEnd}
    >
      <table className="cohort-rows" aria-rowcount={rows.length + 1}>
        <caption className="sr-only">Score and verdict of each patient by each set</caption>
        <thead className="cohort-head">
          <tr aria-rowindex={1} className="cohort-row">
            <th scope="col">Id</th>
            {sets.map((set) => (
              <th key={set.id} scope="col">
                {set.short}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Calculator</span>
            </th>
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => (
            <tr
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              aria-rowindex={index + 2}
              className="cohort-row cohort-patient"
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row columns={columns} row={rows[index] ?? 0} sets={sets} open={open} />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  columns,
  row,
  sets,
  open,
}: {
  columns: FigureColumns;
  row: number;
  sets: readonly PageSet[];
  open: (row: number) => void;
}) {
  const id = idAt(columns, row);
  const issues = issuesAt(columns, row);
  return (
    <>
      <th scope="row" className="cohort-id">
        <bdi>{id}</bdi>
      </th>
      {issues === "" ? (
        columns.sets.map((set) => (
          <td key={set.id} className="cohort-cell">
            <span className="cohort-set">{sets.find((one) => one.id === set.id)?.short}: </span>
            <Cell figures={figuresAt(set, row)} />
          </td>
        ))
      ) : (
        <td className="cohort-cell cohort-issue" colSpan={sets.length}>
          {issues}
        </td>
      )}
      <td className="cohort-open">
        <button type="button" className="button" aria-label={`Open ${id} in the calculator`} onClick={() => open(row)}>
          Open
        </button>
      </td>
    </>
  );
}

function Cell({ figures }: { figures: ReturnType<typeof figuresAt> }) {
  if (!figures) return null;
  const { value, lower, upper, verdict } = figures;
  return (
    <>
      <strong>{signed(value)}</strong>
      {lower !== upper && (
        <span className="cohort-bounds">
          {" "}
          ({signed(lower)} to {signed(upper)})
        </span>
      )}{" "}
      <span className={`cohort-verdict ${verdict === "classified" ? "is-classified" : ""}`}>
        {verdict === "not-classified" ? "not classified" : verdict}
      </span>
    </>
  );
}

/** With the sign for minus. */
const signed = (score: number): string => String(score).replace("-", "\u2212");

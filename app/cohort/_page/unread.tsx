import type { Heard } from "../../../lib/cohort/coded-patients.ts";
import { tableCsv } from "../../../lib/cohort/summary-tables.ts";
import { identity } from "../../../scripts/identity.ts";
import { download } from "../../_components/download.ts";
import { Table } from "../../_reference/table.tsx";
import { whole } from "./numbers.ts";

/** So many are drawn; a file has what was listed. */
const MOST_DRAWN = 10;

/** What has to be said of a file that a codebook read: what is to be looked at, and the rows that are kept out. */
export function HeardOf({ heard: { unread, notes } }: { heard: Heard }) {
  return (
    <>
      {notes.length > 0 && (
        <section aria-labelledby="cohort-notes">
          <h3 id="cohort-notes">What to look at</h3>
          <p>It is read and scored; whether it is meant so, the file alone does not say.</p>
          <ul>
            {notes.map((note) => (
              <li key={note}>
                <bdi>{note}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Unread unread={unread} />
    </>
  );
}

/** The rows that a codebook could not read, with where and why. They are kept out. */
function Unread({ unread: { rows, cells, list } }: Pick<Heard, "unread">) {
  if (rows === 0) return null;
  return (
    <section aria-labelledby="cohort-unread">
      <h3 id="cohort-unread">Rows that cannot be read</h3>
      <p>
        {whole(rows)} {rows === 1 ? "row is" : "rows are"} kept out and guessed at nowhere: {whole(cells)}{" "}
        {cells === 1 ? "cell says" : "cells say"} what the codebook does not know, or what cannot be.
        {list.length > MOST_DRAWN && ` The first ${MOST_DRAWN} are shown.`}
      </p>
      <Table
        caption="What could not be read, with line and column"
        head={["Where", "Column", "What was read, and what would be accepted"]}
        rows={list.slice(0, MOST_DRAWN).map(({ line, column, of, message }, at) => ({
          key: `${at} ${line} ${column}`,
          cells: [
            line === undefined ? "rows of one patient" : `line ${whole(line)}, column ${whole(column ?? 0)}`,
            <bdi key="of">{of}</bdi>,
            message,
          ],
        }))}
      />
      <p className="cohort-actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            download(
              tableCsv(
                {
                  head: ["line", "column", "of", "message"],
                  rows: list.map(({ line, column, of, message }) => [line ?? "", column ?? "", of, message]),
                },
                identity,
              ),
              "cohort-not-read.csv",
              "text/csv",
            )
          }
        >
          {cells > list.length ? `The first ${whole(list.length)} of them` : "All of them"} (CSV)
        </button>
      </p>
    </section>
  );
}

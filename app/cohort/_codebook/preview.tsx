import { useState } from "react";
import { definitions } from "../../../criteria/core.ts";
import type { FindingId } from "../../../criteria/types.ts";
import type { CodedAnswer } from "../../../lib/cohort/codebook.ts";
import { download } from "../../_components/download.ts";
import { Table } from "../../_reference/table.tsx";
import { whole } from "../_page/numbers.ts";
import { HeardOf } from "../_page/unread.tsx";
import type { Book, BookSteps, Previewed } from "./book.ts";
import { answerWords } from "./values.tsx";
import "./codebook.css";

/** So many columns are drawn at a time. */
const PAGE = 8;

/** What a codebook makes of a file, before anything is scored: twenty rows, every reading counted, and what it cannot read. */
export function ShowPreview({ book, previewed, steps }: { book: Book; previewed: Previewed; steps: BookSteps }) {
  const { codebook, preview } = previewed;
  const { fault, rows, unread, repeats } = preview;
  const [page, setPage] = useState(0);
  const pages = Math.max(1, Math.ceil(preview.columns.length / PAGE));
  const shown = { from: page * PAGE, to: Math.min((page + 1) * PAGE, preview.columns.length) };
  return (
    <section aria-labelledby="codebook-preview" className="codebook">
      <h2 id="codebook-preview">What the codebook makes of the file</h2>
      <p role="status">
        <bdi>{book.file.name}</bdi>: {whole(rows)} {rows === 1 ? "row" : "rows"} read
        {fault ? " until it could not go on" : " to the last"};{" "}
        {unread.rows === 0
          ? "every row can be read."
          : `${whole(unread.rows)} cannot be read and ${unread.rows === 1 ? "is" : "are"} kept out.`}
      </p>
      {fault && (
        <div className="problem" role="alert">
          <p>
            {fault.line !== undefined && `In line ${fault.line}: `}
            {fault.message}
          </p>
          {repeats && (
            <button
              type="button"
              className="button"
              onClick={() =>
                steps.survey(
                  { ...codebook.file, shape: "row-per-visit" },
                  { name: "as it was", codebook: { ...codebook, file: { ...codebook.file, shape: "row-per-visit" } } },
                )
              }
            >
              Read a row as a visit, and join the rows of one id
            </button>
          )}
        </div>
      )}
      <h3>The first rows</h3>
      <p>Each cell as it stands in the file and, below it, how it is read.</p>
      {pages > 1 && (
        <nav aria-label="Columns of the preview" className="cohort-actions">
          <button type="button" className="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Columns before
          </button>
          <span role="status">
            Columns {whole(shown.from + 1)} to {whole(shown.to)} of {whole(preview.columns.length)}
          </span>
          <button type="button" className="button" disabled={page === pages - 1} onClick={() => setPage(page + 1)}>
            Further columns
          </button>
        </nav>
      )}
      <section
        className="codebook-rows"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label="The first rows, a table that scrolls"
      >
        <table>
          <caption>The first {preview.first.length} rows: each cell, and how it was read</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {preview.columns.slice(shown.from, shown.to).map((name) => (
                <th key={name} scope="col">
                  <bdi>{name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.first.map(({ line, cells, readings }) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                {preview.columns.slice(shown.from, shown.to).map((name, at) => (
                  <td key={name}>
                    <Cell cell={cells[shown.from + at] ?? ""} reading={readings[shown.from + at] ?? ""} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <h3>Every reading, counted</h3>
      <Table
        caption="How often each column was read as what"
        head={["Column", "Readings"]}
        rows={preview.columns.slice(shown.from, shown.to).map((name) => ({
          key: name,
          cells: [
            <bdi key="name">{name}</bdi>,
            [...(preview.counts.get(name) ?? [])]
              .sort((one, other) => other[1] - one[1])
              .map(
                ([reading, count]) =>
                  `${reading === "text" ? "copied as it stands" : readingText(reading)} ${whole(count)}`,
              )
              .join("; "),
          ],
        }))}
      />
      <HeardOf heard={preview} />
      <p className="cohort-actions">
        <button
          type="button"
          className="button button-main"
          disabled={fault !== undefined}
          onClick={() => steps.score(codebook)}
        >
          Score the file
        </button>
        <button type="button" className="button" onClick={steps.back}>
          Back to the columns
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            download(`${JSON.stringify(codebook, null, 2)}\n`, `${book.file.name.replace(/\.\w+$/, "")}-codebook.json`)
          }
        >
          Save the codebook (JSON)
        </button>
      </p>
    </section>
  );
}

function Cell({ cell, reading }: { cell: string; reading: string }) {
  return (
    <>
      <bdi className="codebook-cell">{cell === "" ? "blank" : cell}</bdi>
      {reading !== cell && (
        <span className={reading.startsWith("not read") ? "codebook-read is-unread" : "codebook-read"}>
          {readingText(reading)}
        </span>
      )}
    </>
  );
}

/** A reading with the names of findings in place of their ids. */
function readingText(reading: string): string {
  if (reading === "nothing") return "not known";
  const parts = reading.split(", ").map((part) => {
    const [id = "", says = ""] = part.split(": ");
    return Object.hasOwn(definitions.findings, id)
      ? `${definitions.findings[id as FindingId].label} ${answerWords(says as CodedAnswer)}`
      : part;
  });
  return parts.join(", ");
}

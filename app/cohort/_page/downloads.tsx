import { useRef, useState } from "react";
import { summaryTables, tableCsv } from "../../../lib/cohort/summary-tables.ts";
import { identity } from "../../../scripts/identity.ts";
import { download } from "../../_components/download.ts";
import type { Scored } from "../_run/answer.ts";
import { whole } from "./numbers.ts";

/** The whole of it as files, and the paragraph for a paper. */
export function Downloads({ file, scored, methods }: { file: File; scored: Scored; methods: string }) {
  const { formulas, output, summary } = scored;
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(methods).then(
      () => setCopied("Copied."),
      () => {
        text.current?.select();
        setCopied("This browser does not let the app copy; the text is selected.");
      },
    );
  return (
    <section aria-labelledby="cohort-take">
      <h2 id="cohort-take">Take it along</h2>
      <p>
        The figures of every patient, with the columns that were copied through; the command <code>cohort</code> writes
        the same file.
      </p>
      {formulas > 0 && (
        <p className="problem">
          {whole(formulas)} ids or copied cells begin as a formula does, and are kept as they are so that they can be
          joined with your file: import the output into a spreadsheet as text.
        </p>
      )}
      <p className="cohort-actions">
        <button
          type="button"
          className="button button-main"
          onClick={() => downloadBlob(output, `${file.name.replace(/\.(csv|tsv|txt|xlsx|parquet)$/i, "")}-scored.csv`)}
        >
          Save every patient (CSV)
        </button>
        {summaryTables(summary).map((table) => (
          <button
            key={table.name}
            type="button"
            className="button"
            onClick={() => download(tableCsv(table, identity), `${table.name}.csv`, "text/csv")}
          >
            {table.title} (CSV)
          </button>
        ))}
      </p>
      <h3>Methods</h3>
      <p>For a paper: what was done, by which version, and what to cite. Say beside it where the file comes from.</p>
      <textarea
        ref={text}
        className="field cohort-methods"
        readOnly
        rows={12}
        value={methods}
        aria-label="Methods paragraph"
      />
      <p className="cohort-actions">
        <button type="button" className="button" onClick={() => void copy()}>
          Copy the paragraph
        </button>
        <span role="status">{copied}</span>
      </p>
    </section>
  );
}

function downloadBlob(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // A large file is still being written when the click returns.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

import { useRef, useState } from "react";
import { definitions } from "../../../criteria/named.ts";
import { readCodebook } from "../../../lib/cohort/codebook.ts";
import { codebookOf } from "../../../lib/cohort/draft.ts";
import { parseJson } from "../../../lib/record/parse.ts";
import { download } from "../../_components/download.ts";
import { whole } from "../_page/numbers.ts";
import type { Book, BookSteps } from "./book.ts";
import { ColumnList } from "./column-list.tsx";
import { ReadingForm } from "./reading-form.tsx";
import "./codebook.css";

/** To say what each column of a file is and what its values mean. Nothing is assumed, and suggestions are taken one by one. */
export function MakeCodebook({ book, steps }: { book: Book; steps: BookSteps }) {
  const { file, survey, draft, reading, why, loaded } = book;
  const [faults, setFaults] = useState<readonly string[]>([]);
  const problems = useRef<HTMLDivElement>(null);
  const tell = (found: readonly string[]) => {
    setFaults(found);
    if (found.length > 0) requestAnimationFrame(() => problems.current?.focus());
  };
  const made = () => {
    const read = codebookOf(reading, draft, survey.profiles, definitions);
    tell("faults" in read ? read.faults : []);
    return "codebook" in read ? read.codebook : undefined;
  };
  const load = async (chosen: File) => {
    const read = readSaved(await chosen.text());
    if ("faults" in read) tell([`${chosen.name} is not applied.`, ...read.faults]);
    else steps.survey(read.codebook.file, { name: chosen.name, codebook: read.codebook });
  };
  return (
    <section aria-labelledby="codebook" className="codebook">
      <h2 id="codebook">Codebook</h2>
      <p>
        <bdi>{file.name}</bdi> has {whole(survey.profiles.length)} {survey.profiles.length === 1 ? "column" : "columns"}{" "}
        and {whole(survey.rows)} {survey.rows === 1 ? "row" : "rows"}. Say of each column what it is and what its values
        mean. Suggestions come from names, values and units, and count once you take them.
      </p>
      <Problems of="The file is not scored as it stands." why={why} />
      <Problems of="The file cannot be read in this way." why={survey.faults} />
      {(book.sheets?.length ?? 0) > 1 && (
        <p>
          The workbook has {whole(book.sheets?.length ?? 0)} sheets. This is “{reading.kind === "xlsx" && reading.sheet}
          ”; choose another below where it is not the one.
        </p>
      )}
      {book.notes.map((note) => (
        <p key={note} className="problem">
          {note}
        </p>
      ))}
      {loaded !== undefined && (
        <p role="status">
          The codebook <bdi>{loaded}</bdi> fits this file and is applied. Look at what it makes of it.
        </p>
      )}
      <ReadingForm key={JSON.stringify(reading)} book={book} read={steps.survey} />
      <Load load={(chosen) => void load(chosen)} />
      <ColumnList book={book} change={(next) => steps.change({ ...book, draft: next })} />
      <div ref={problems} tabIndex={-1} className="codebook-problems">
        <Problems of="The codebook is not whole yet." why={faults} />
      </div>
      <p className="cohort-actions">
        <button
          type="button"
          className="button button-main"
          onClick={() => {
            const codebook = made();
            if (codebook) steps.preview(codebook);
          }}
        >
          Look at what it makes of the file
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            const codebook = made();
            if (codebook)
              download(`${JSON.stringify(codebook, null, 2)}\n`, `${file.name.replace(/\.\w+$/, "")}-codebook.json`);
          }}
        >
          Save the codebook (JSON)
        </button>
      </p>
    </section>
  );
}

/** The first in full: a file of something else has as many as columns. */
const MOST_TOLD = 10;

function Problems({ of, why }: { of: string; why: readonly string[] }) {
  if (why.length === 0) return null;
  return (
    <div className="problem" role="alert">
      <p>{of}</p>
      <ul>
        {why.slice(0, MOST_TOLD).map((one) => (
          <li key={one}>{one}</li>
        ))}
        {why.length > MOST_TOLD && <li>{whole(why.length - MOST_TOLD)} more are not listed.</li>}
      </ul>
    </div>
  );
}

function Load({ load }: { load: (file: File) => void }) {
  return (
    <p className="codebook-load">
      <label>
        A codebook that you saved
        <input
          type="file"
          accept=".json,application/json"
          className="cohort-file"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            event.target.value = "";
            if (chosen) load(chosen);
          }}
        />
      </label>
    </p>
  );
}

function readSaved(text: string): ReturnType<typeof readCodebook> {
  const json = parseJson(text);
  return "issue" in json ? { faults: [json.issue.message] } : readCodebook(json.value, definitions);
}

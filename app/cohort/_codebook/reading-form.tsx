import { useState } from "react";
import { ENCODINGS, type FileReading, SHAPES } from "../../../lib/cohort/codebook.ts";
import type { Book } from "./book.ts";
import { Select } from "./select.tsx";

const SEPARATORS: readonly (readonly [string, string])[] = [
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "vertical bar"],
  ["\u0001", "control character 1"],
];

const ENCODING_WORDS: Readonly<Record<(typeof ENCODINGS)[number], string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16, low byte first",
  "utf-16be": "UTF-16, high byte first",
  "windows-1252": "Windows-1252",
  "iso-8859-1": "ISO-8859-1",
};

const SHAPE_WORDS: Readonly<Record<(typeof SHAPES)[number], string>> = {
  "row-per-patient": "a row is a patient",
  "row-per-visit": "a row is a visit: rows of one id are joined",
  "column-per-patient": "a column is a patient",
};

const MOST_HEADER = 100;

/** How the file is read into rows of cells: worked out from its beginning, to be looked at and changed. */
export function ReadingForm({ book, read }: { book: Book; read: (reading: FileReading) => void }) {
  const { reading, sheets } = book;
  const [now, setNow] = useState<FileReading>(reading);
  const isText = now.kind === undefined || now.kind === "text";
  return (
    <details
      className="codebook-reading"
      open={book.survey.faults.length > 0 || (sheets?.length ?? 0) > 1 || undefined}
    >
      <summary>How the file is read: {wordsFor(reading)}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          read(now);
        }}
      >
        {isText && (
          <>
            <Select
              label="Encoding"
              value={now.encoding}
              options={ENCODINGS.map((one) => [one, ENCODING_WORDS[one]])}
              choose={(encoding) => setNow({ ...now, encoding })}
            />
            <Select
              label="Between cells"
              value={now.separator}
              options={withOwn(SEPARATORS, now.separator)}
              choose={(separator) => setNow({ ...now, separator })}
            />
          </>
        )}
        {now.kind === "xlsx" && (
          <Select
            label="Sheet"
            value={now.sheet}
            options={withOwn(
              (sheets ?? []).map((name) => [name, name] as const),
              now.sheet,
            )}
            choose={(sheet) => setNow({ ...now, sheet })}
          />
        )}
        <Select
          label="Before decimals in texts"
          value={now.decimal}
          options={[
            [".", "point: 3.2"],
            [",", "comma: 3,2"],
          ]}
          choose={(decimal) => setNow({ ...now, decimal })}
        />
        {now.kind !== "parquet" && (
          <label className="stacked">
            Line that names the columns
            <input
              type="number"
              className="field number"
              min={1}
              max={MOST_HEADER}
              value={now.headerRow}
              onChange={({ target }) => {
                const line = Math.min(Math.max(Math.trunc(target.valueAsNumber) || 1, 1), MOST_HEADER);
                setNow({ ...now, headerRow: line });
              }}
            />
          </label>
        )}
        <Select
          label="Shape"
          value={now.shape}
          options={SHAPES.map((shape) => [shape, SHAPE_WORDS[shape]])}
          choose={(shape) => setNow({ ...now, shape })}
        />
        <p className="cohort-actions">
          <button type="submit" className="button">
            Read it like this
          </button>
        </p>
      </form>
    </details>
  );
}

/** The choices, with what was chosen by a codebook and is none of them. */
function withOwn(options: readonly (readonly [string, string])[], own: string): readonly (readonly [string, string])[] {
  return options.some(([value]) => value === own) ? options : [...options, [own, own]];
}

function wordsFor(reading: FileReading): string {
  const shape = SHAPE_WORDS[reading.shape];
  const names = `names in line ${reading.headerRow}`;
  if (reading.kind === "xlsx") return `the sheet “${reading.sheet}”, ${names}, ${shape}`;
  if (reading.kind === "parquet") return `Parquet, ${shape}`;
  const separator = SEPARATORS.find(([one]) => one === reading.separator)?.[1] ?? reading.separator;
  return `${ENCODING_WORDS[reading.encoding]}, cells with a ${separator} between them, ${names}, ${shape}`;
}

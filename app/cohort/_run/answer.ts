import { definitions } from "../../../criteria/core.ts";
import type { SleRecord } from "../../../criteria/types.ts";
import { assessmentPlanOf } from "../../../lib/assess.ts";
import type { Codebook, FileReading } from "../../../lib/cohort/codebook.ts";
import type { Heard } from "../../../lib/cohort/coded-patients.ts";
import type { Layout } from "../../../lib/cohort/columns.ts";
import type { FigureColumns } from "../../../lib/cohort/figure-columns.ts";
import { CohortFault, filePartsOf } from "../../../lib/cohort/file-parts.ts";
import { guessReading } from "../../../lib/cohort/guess-reading.ts";
import { type ReadHeader, readHeader } from "../../../lib/cohort/read-header.ts";
import { codedRecord, scoreCoded } from "../../../lib/cohort/score-coded.ts";
import { scoreFile } from "../../../lib/cohort/score-file.ts";
import type { SetSettling } from "../../../lib/cohort/settle.ts";
import { type CohortSummary, summaryOf } from "../../../lib/cohort/summary.ts";
import { type Preview, previewFor, type Survey, surveyOf } from "../../../lib/cohort/survey.ts";
import { linesIn, piecesOf } from "../../../lib/cohort/table-lines.ts";
import { lastDay } from "../../../lib/record/day.ts";

/** What a thread is asked about a file. */
export type Asked =
  | { readonly kind: "header"; readonly file: Blob }
  | { readonly kind: "score"; readonly file: Blob; readonly keep: readonly string[] }
  /** What is in it, whatever it is; without `reading`, as it seems to have to be read. */
  | { readonly kind: "survey"; readonly file: Blob; readonly reading?: FileReading }
  /** What a codebook makes of it. */
  | { readonly kind: "preview"; readonly file: Blob; readonly codebook: Codebook }
  | { readonly kind: "score-coded"; readonly file: Blob; readonly codebook: Codebook }
  /** One patient of it, by the position among those that were scored. */
  | { readonly kind: "record"; readonly file: Blob; readonly codebook: Codebook; readonly position: number };

/** Where the patients of a scored file can be read again. */
export type Again =
  | {
      readonly kind: "rows";
      readonly layout: Layout;
      /** Of each row where in the file it begins. */
      readonly starts: Float64Array;
    }
  | { readonly kind: "coded"; readonly codebook: Codebook };

/** A cohort that was scored to its end. */
export interface Scored {
  readonly again: Again;
  readonly columns: FigureColumns;
  readonly formulas: number;
  readonly summary: CohortSummary;
  /** What is to be said of what a codebook read, and could not read. */
  readonly heard?: Heard;
  /** What the command `cohort` writes, byte for byte. */
  readonly output: Blob;
}

/** Why nothing is said of a file. */
export interface Fault {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What is in a file, and how it was read. */
export interface Surveyed {
  readonly reading: FileReading;
  /** Of a workbook, the names of its sheets. */
  readonly sheets?: readonly string[];
  /** What a person has to know of the file, in sentences. */
  readonly notes: readonly string[];
  readonly survey: Survey;
}

/** What it says. After anything but `reached` it says no more. */
export type Said =
  | { readonly kind: "header"; readonly read: ReadHeader }
  | { readonly kind: "reached"; readonly rows: number; readonly bytes: number }
  | { readonly kind: "surveyed"; readonly surveyed: Surveyed }
  | { readonly kind: "previewed"; readonly preview: Preview }
  | { readonly kind: "record"; readonly record: SleRecord }
  | { readonly kind: "scored"; readonly scored: Scored }
  | { readonly kind: "fault"; readonly fault: Fault };

/** So much of a cohort file is read at a time. */
const PIECE = 2 << 20;

/** Between two messages of how far it has come, in milliseconds. */
const EVERY = 100;

/** Answers what is asked about a file, in whatever thread it runs. What is thrown is a failure of the device. */
export async function answer(asked: Asked, say: (said: Said) => void): Promise<void> {
  try {
    say(await answerTo(asked, say));
  } catch (cause) {
    if (!(cause instanceof CohortFault)) throw cause;
    const { message, line, column } = cause;
    say({ kind: "fault", fault: { message, line, column } });
  }
}

async function answerTo(asked: Asked, say: (said: Said) => void): Promise<Said> {
  const { file } = asked;
  const plan = assessmentPlanOf(definitions);
  const today = lastDay(Date.now());
  const reached = reachedBy(say);
  const lines = (reading: FileReading) => linesIn(file, reading, reached.bytes);
  switch (asked.kind) {
    case "header":
      return { kind: "header", read: await readHeader(filePartsOf(piecesOf(file, PIECE)), definitions) };
    case "score":
      return { kind: "scored", scored: await score(file, asked.keep, reached) };
    case "survey": {
      const guess = await guessReading(file, definitions, asked.reading);
      const survey = await surveyOf(lines(guess.reading), guess.reading, reached.rows);
      return { kind: "surveyed", surveyed: { ...guess, survey } };
    }
    case "preview": {
      const { codebook } = asked;
      return {
        kind: "previewed",
        preview: await previewFor(plan, lines(codebook.file), codebook, today, reached.rows),
      };
    }
    case "score-coded": {
      const { codebook } = asked;
      const pieces: Blob[] = [];
      const scored = await scoreCoded(
        plan,
        lines(codebook.file),
        codebook,
        today,
        (output) => pieces.push(blobOf(output)),
        reached.rows,
      );
      const again: Again = { kind: "coded", codebook };
      return { kind: "scored", scored: { ...scored, again, ...whole(scored, pieces) } };
    }
    case "record": {
      const { codebook, position } = asked;
      return { kind: "record", record: await codedRecord(plan, lines(codebook.file), codebook, today, position) };
    }
  }
}

/** A browser keeps large blobs out of memory. */
const blobOf = (output: Uint8Array): Blob => new Blob([new Uint8Array(output)]);

function whole(
  { columns, settling }: { readonly columns: FigureColumns; readonly settling: readonly SetSettling[] },
  pieces: readonly Blob[],
): Pick<Scored, "summary" | "output"> {
  return { summary: summaryOf(columns, settling), output: new Blob([...pieces], { type: "text/csv" }) };
}

/** Says how far it has come, and not more often than can be looked at. */
function reachedBy(say: (said: Said) => void) {
  let [last, rows, bytes] = [0, 0, 0];
  const sayNow = (): void => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    say({ kind: "reached", rows, bytes });
  };
  return {
    rows: (count: number): void => {
      rows = count;
      sayNow();
    },
    bytes: (count: number): void => {
      bytes = count;
      sayNow();
    },
  };
}

async function score(file: Blob, keep: readonly string[], reached: ReturnType<typeof reachedBy>): Promise<Scored> {
  const pieces: Blob[] = [];
  const { layout, starts, ...scored } = await scoreFile(
    assessmentPlanOf(definitions),
    () => piecesOf(file, PIECE),
    keep,
    (output) => pieces.push(blobOf(output)),
    ({ rows, bytes }) => {
      reached.bytes(bytes);
      reached.rows(rows);
    },
  );
  return { ...scored, again: { kind: "rows", layout, starts }, ...whole(scored, pieces) };
}

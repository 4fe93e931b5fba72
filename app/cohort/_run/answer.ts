import { definitions } from "../../../criteria/core.ts";
import { assessmentPlanOf } from "../../../lib/assess.ts";
import type { Layout } from "../../../lib/cohort/columns.ts";
import type { FigureColumns } from "../../../lib/cohort/figure-columns.ts";
import { CohortFault, filePartsOf } from "../../../lib/cohort/file-parts.ts";
import { type ReadHeader, readHeader } from "../../../lib/cohort/read-header.ts";
import { scoreFile } from "../../../lib/cohort/score-file.ts";
import { type CohortSummary, summaryOf } from "../../../lib/cohort/summary.ts";

/** What a thread is asked about a file. */
export type Asked =
  | { readonly kind: "header"; readonly file: Blob }
  | { readonly kind: "score"; readonly file: Blob; readonly keep: readonly string[] };

/** A cohort that was scored to its end. */
export interface Scored {
  readonly layout: Layout;
  readonly columns: FigureColumns;
  readonly starts: Float64Array;
  readonly formulas: number;
  readonly summary: CohortSummary;
  /** What the command `cohort` writes, byte for byte. */
  readonly output: Blob;
}

/** Why nothing is said of a file. */
export interface Fault {
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** What it says. After anything but `reached` it says no more. */
export type Said =
  | { readonly kind: "header"; readonly read: ReadHeader }
  | { readonly kind: "reached"; readonly rows: number; readonly bytes: number }
  | { readonly kind: "scored"; readonly scored: Scored }
  | { readonly kind: "fault"; readonly fault: Fault };

/** So much of a file is read at a time. */
const PIECE = 2 << 20;

async function* piecesOf(file: Blob): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < file.size; at += PIECE) {
    yield new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
  }
}

/** Between two messages of how far it has come, in milliseconds. */
const EVERY = 100;

/** Answers what is asked about a file, in whatever thread it runs. What is thrown is a failure of the device. */
export async function answer(asked: Asked, say: (said: Said) => void): Promise<void> {
  try {
    if (asked.kind === "header") {
      say({ kind: "header", read: await readHeader(filePartsOf(piecesOf(asked.file)), definitions) });
    } else say({ kind: "scored", scored: await score(asked.file, asked.keep, say) });
  } catch (cause) {
    if (!(cause instanceof CohortFault)) throw cause;
    const { message, line, column } = cause;
    say({ kind: "fault", fault: { message, line, column } });
  }
}

async function score(file: Blob, keep: readonly string[], say: (said: Said) => void): Promise<Scored> {
  const pieces: Blob[] = [];
  let last = 0;
  const scored = await scoreFile(
    assessmentPlanOf(definitions),
    () => piecesOf(file),
    keep,
    // A browser keeps large blobs out of memory.
    (output) => pieces.push(new Blob([new Uint8Array(output)])),
    ({ rows, bytes }) => {
      const now = performance.now();
      if (now - last < EVERY) return;
      last = now;
      say({ kind: "reached", rows, bytes });
    },
  );
  return { ...scored, summary: summaryOf(scored.columns), output: new Blob(pieces, { type: "text/csv" }) };
}

import type { AssessmentPlan } from "../scoring/plan.ts";
import { cohortOf, outputHeader, partScorer } from "./cohort.ts";
import type { Layout } from "./columns.ts";
import { cellText } from "./csv.ts";
import { type FigureColumns, figureColumns, numbers } from "./figure-columns.ts";
import { bytesOf, CohortFault, filePartsOf, firstLinesWith, rowStarts } from "./file-parts.ts";
import { cellsOf, layoutOf } from "./read-header.ts";
import type { RowFault } from "./read-rows.ts";
import { type SetSettling, settleCounter } from "./settle.ts";
import { outputOf } from "./write-rows.ts";

/** How far the scoring of a file has come. */
export interface Reached {
  readonly rows: number;
  readonly bytes: number;
}

/** A file that was scored to its end. */
export interface ScoredFile {
  readonly layout: Layout;
  readonly columns: FigureColumns;
  /** Of each row where in the file it begins. */
  readonly starts: Float64Array;
  /** Ids and kept cells that a spreadsheet would take for a formula. */
  readonly formulas: number;
  /** What would settle verdicts if it were asked next. */
  readonly settling: readonly SetSettling[];
}

/**
 * Scores a file, which is read as often as `open` is called. Pieces of the output are handed out as they come; together
 * they are what the command `cohort` writes.
 * @throws CohortFault when something cannot be read: what was handed out is then no output.
 */
export async function scoreFile(
  plan: AssessmentPlan,
  open: () => AsyncIterable<Uint8Array>,
  keep: readonly string[],
  write: (output: Uint8Array) => void,
  reached: (far: Reached) => void,
): Promise<ScoredFile> {
  const parts = filePartsOf(open());
  const first = await parts.header();
  const layout = layoutOf(cellsOf(first.bytes), plan.definitions, keep);
  const score = partScorer(plan, layout);
  const settle = settleCounter(plan, layout);
  const cohort = cohortOf(layout, 1 + first.lines);
  const columns = figureColumns(
    plan.sets.map(({ set }) => set.id),
    layout.kept.map((column) => layout.header[column] ?? ""),
  );
  const starts = numbers();
  write(new TextEncoder().encode(outputHeader(plan, layout)));
  for await (const { bytes, at } of parts.records()) {
    const output = outputOf(bytes.length + (1 << 16));
    const part = score(bytes, output);
    const fault = cohort.take(part, bytes);
    if (fault) throw await inWords(fault, layout, open);
    const scored = output.bytes.slice(0, output.length);
    columns.take(scored);
    settle.add(bytes);
    rowStarts(bytes, (start) => starts.add(at + start));
    write(scored);
    reached({ rows: cohort.counts.rows, bytes: at + bytes.length });
  }
  return {
    layout,
    columns: columns.done(),
    starts: starts.all(),
    formulas: cohort.counts.formulas,
    settling: settle.counts(),
  };
}

async function inWords(
  { line, column, message, repeated }: RowFault,
  { header }: Layout,
  open: () => AsyncIterable<Uint8Array>,
): Promise<CohortFault> {
  const name = header[column - 1];
  const named = name === undefined ? message : `${JSON.stringify(name)}: ${message}`;
  if (!repeated) return new CohortFault(named, line, column);
  const id = cellText(repeated, 0, repeated.length);
  const parts = filePartsOf(open());
  const first = 1 + (await parts.header()).lines;
  const before = (await firstLinesWith(bytesOf(parts.records()), first, column - 1, new Set([id]))).get(id);
  const where = before === undefined ? "" : ` The first is in line ${before}.`;
  return new CohortFault(named + where, line, column);
}

import { shown } from "../record/issues.ts";
import type { AssessmentPlan } from "../scoring/plan.ts";
import { type Layout, outputColumns } from "./columns.ts";
import { asCell, cellText } from "./csv.ts";
import { seenIds } from "./ids.ts";
import { valueColumnsOf } from "./measured.ts";
import { linesIn, type Position, type RowFault, rowReader, saidBy } from "./read-rows.ts";
import { LANES, scoreBlock, scorerOf } from "./scorer.ts";
import { looksLikeFormula, type Output, rowWriter } from "./write-rows.ts";

export interface CohortCounts {
  rows: number;
  /** Rows whose record has an error, so that nothing is said of them. */
  refused: number;
  /** Cells copied through that a spreadsheet would take for a formula. */
  formulas: number;
}

/** Scores a cohort part by part: each part is whole rows and ends with a line feed. */
export interface CohortScorer {
  /** The first line of the output. */
  readonly header: string;
  readonly counts: CohortCounts;
  /** Writes the output of these rows behind what `output` holds; or says what could not be read. */
  readonly score: (bytes: Uint8Array, position: Position, output: Output) => RowFault | undefined;
}

export function cohortScorer(plan: AssessmentPlan, layout: Layout): CohortScorer {
  const values = valueColumnsOf(layout, plan.record);
  const plain = scorerOf(plan, saidBy(layout, values, false));
  const reader = rowReader(layout, values, plain, scorerOf(plan, saidBy(layout, values, true)));
  const write = rowWriter(layout, plain.sets);
  const seen = seenIds();
  const counts: CohortCounts = { rows: 0, refused: 0, formulas: 0 };
  const { rows } = reader;
  const idColumn = layout.meanings.findIndex(({ kind }) => kind === "id");

  /** One patient has one row: rows of visits are joined by a codebook, and never scored one by one. */
  const lookOver = (bytes: Uint8Array, { at, line }: Position): RowFault | undefined => {
    for (let row = 0; row < rows.count; row += 1) {
      const [from, to] = [rows.ids[2 * row] ?? 0, rows.ids[2 * row + 1] ?? 0];
      if (looksLikeFormula(bytes, from, to)) counts.formulas += 1;
      if (seen.add(bytes, from, to)) {
        const message = `There is a second row with the id ${shown(cellText(bytes, from, to))}; accepted: one row a patient.`;
        return {
          line: line + linesIn(bytes, at, from),
          column: idColumn + 1,
          message,
          repeated: bytes.slice(from, to),
        };
      }
    }
    return undefined;
  };
  const score = (bytes: Uint8Array, position: Position, output: Output): RowFault | undefined => {
    while (position.at < bytes.length) {
      const before = { ...position };
      const fault = reader.read(bytes, position) ?? lookOver(bytes, before);
      if (fault) return fault;
      const block = reader.block();
      scoreBlock(block, Math.ceil(rows.count / LANES));
      counts.refused += write(block, rows, bytes, output);
      counts.rows += rows.count;
    }
    return undefined;
  };
  const kept = layout.kept.map((position) => layout.header[position] ?? "");
  return { header: `${outputColumns(plan.definitions, kept).map(asCell).join(",")}\n`, counts, score };
}

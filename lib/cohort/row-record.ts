import type { FindingId, Measurement, SleRecord, Statement } from "../../criteria/types.ts";
import { type ColumnLimit, cellAnswer, cellNumber, type Layout } from "./columns.ts";

/** The record that a row of a cohort stands for, with the row's id as its label. */
export function rowRecord({ meanings }: Layout, cells: readonly string[]): SleRecord {
  const findings: { [F in FindingId]?: Statement } = {};
  const measurements: Measurement[] = [];
  let label: string | undefined;
  for (const [column, meaning] of meanings.entries()) {
    const cell = cells[column] ?? "";
    if (meaning.kind === "id") label = cell;
    else if (meaning.kind === "finding") {
      const { status, cause } = cellAnswer(cell) ?? { status: "unknown" };
      if (status !== "unknown") findings[meaning.finding] = { status, ...(cause && { explainedBy: { cause } }) };
    } else if (meaning.kind === "value") {
      const value = cellNumber(cell);
      const { test, unit } = meaning;
      if (value !== undefined) measurements.push({ test, value, unit, ...limitsOf(meanings, cells, test) });
    }
  }
  return { format: "sle-record/1", ...(label && { label }), findings, measurements };
}

function limitsOf(meanings: Layout["meanings"], cells: readonly string[], test: Measurement["test"]) {
  const limits: { [L in ColumnLimit]?: number } = {};
  // Where a row has two values of a test, nothing says of which of them a limit is.
  const given = meanings.filter(
    (meaning, column) =>
      meaning.kind === "value" && meaning.test === test && cellNumber(cells[column] ?? "") !== undefined,
  );
  if (given.length > 1) return limits;
  for (const [column, meaning] of meanings.entries()) {
    if (meaning.kind !== "limit" || meaning.test !== test) continue;
    const limit = cellNumber(cells[column] ?? "");
    if (limit !== undefined) limits[meaning.limit] = limit;
  }
  return limits;
}

import { definitions } from "../../../criteria/core.ts";
import { assessFigures, assessmentPlanOf } from "../../../lib/assess.ts";
import { outputHeader, partScorer } from "../../../lib/cohort/cohort.ts";
import { readColumns } from "../../../lib/cohort/columns.ts";
import { outputOf } from "../../../lib/cohort/write-rows.ts";
import type { AssessmentPlan } from "../../../lib/scoring/plan.ts";
import { fileOf, type RandomCohort } from "./random-cohort.ts";

export const plan = assessmentPlanOf(definitions);

/** The output for a file of which the header is the first line. */
export function scored(file: string, keep: readonly string[] = [], by: AssessmentPlan = plan): readonly string[] {
  const [header = "", ...lines] = file.split("\n");
  const columns = readColumns(header.split(","), by.definitions, keep);
  if ("faults" in columns) throw new Error(JSON.stringify(columns.faults));
  const output = outputOf(16);
  const { fault } = partScorer(by, columns.layout)(new TextEncoder().encode(lines.join("\n")), output);
  if (fault) throw new Error(JSON.stringify(fault));
  const text = new TextDecoder().decode(output.bytes.subarray(0, output.length));
  return [outputHeader(by, columns.layout).trimEnd(), ...text.trimEnd().split("\n")];
}

/** What `assess` says of a record, as a row of the output. */
export function rowByAssess(
  id: string,
  record: Parameters<typeof assessFigures>[1],
  by: AssessmentPlan = plan,
): string {
  const figures = assessFigures(by, record);
  if ("issues" in figures && Array.isArray(figures.issues)) {
    const errors = (figures.issues as { severity: string; code: string }[]).filter(
      ({ severity }) => severity === "error",
    );
    const codes = new Set(errors.map(({ code }) => code));
    return [id, ...by.sets.flatMap(() => ["", "", "", "", ""]), [...codes].join(" ")].join(",");
  }
  const cells = by.sets.flatMap(({ set }) => {
    const one = (
      figures as Record<string, { value: number; lower: number; upper: number; asAssessed: string; verdict: string }>
    )[set.id];
    return [one?.value, one?.lower, one?.upper, one?.asAssessed, one?.verdict].map(String);
  });
  return [id, ...cells, ""].join(",");
}

export interface Disagreement {
  readonly ours: string;
  readonly theirs: string;
  readonly record: unknown;
}

/** Rows of which the compiled scorer and `assess` say different things. */
export function disagreements(cohort: RandomCohort): readonly Disagreement[] {
  const [, ...rows] = scored(fileOf(cohort));
  const id = cohort.header.indexOf("id");
  return cohort.rows.flatMap(({ cells, record }, position) => {
    const ours = rows[position] ?? "";
    const theirs = rowByAssess(cells[id] ?? "", record);
    return ours === theirs ? [] : [{ ours, theirs, record }];
  });
}

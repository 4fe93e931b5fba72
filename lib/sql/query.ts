import type { Definitions } from "../../criteria/types.ts";
import { ID_COLUMN, ISSUES_COLUMN } from "../cohort/columns.ts";
import { type Identity, versionWords } from "../definition/identity.ts";
import { planOf } from "../scoring/plan.ts";
import { type CohortColumns, columnNames, everyColumn } from "./columns.ts";
import { type Context, MISTAKES, type Mistake, mistakeColumn } from "./context.ts";
import { worldsOf } from "./counted.ts";
import { derivedStages } from "./derived.ts";
import { type Dialect, type DialectId, dialects } from "./dialect.ts";
import { firstOf } from "./expressions.ts";
import { limitsStage, measuredStage } from "./measured.ts";
import { setParts } from "./sets.ts";
import { type Source, type Stage, written } from "./stages.ts";
import { statedStage, wordsStage } from "./stated.ts";

/** The table that the query reads. */
const TABLE = "cohort";

export interface QueryOptions {
  readonly dialect: DialectId;
  /** The columns that the table is known to have; without them, the query reads whichever it has. */
  readonly columns?: CohortColumns;
  /** Said at the head of the query. */
  readonly identity?: Identity;
}

/**
 * One query over a table of the shape of a cohort file that gives the columns of the result, by all sets of the
 * definitions, in their order.
 */
export function cohortQuery(definitions: Definitions, { dialect: id, columns, identity }: QueryOptions): string {
  const dialect = dialects[id];
  const context: Context = { definitions, dialect, columns: columns ?? everyColumn(definitions) };
  const plans = definitions.sets.map((set) => planOf(set, definitions));
  const bothWays = plans.flatMap((plan) =>
    worldsOf(plan, definitions).lower.flatMap(({ answers }) => [...answers.keys()]),
  );
  const { stages, results } = setParts(plans, context);
  const all: readonly Stage[] = [
    wordsStage(context),
    statedStage(context),
    limitsStage(context),
    measuredStage(context),
    ...derivedStages(context, [...new Set(bothWays)]),
    ...stages,
    issuesStage(context),
  ];
  const query = written(sourceOf(context, columns === undefined), all, given(results, dialect), dialect);
  return `${head(definitions, dialect, identity)}\n${query}\n`;
}

/** The table's own columns, as text, whatever their types are. */
function sourceOf({ columns, dialect }: Context, isAny: boolean): Source {
  const { name, types } = dialect;
  const all = columnNames(columns);
  const own = (needed: ReadonlySet<string>) =>
    all
      .filter((column) => needed.has(column))
      .map((column) => `CAST(${name(column)} AS ${types.text}) AS ${name(column)}`);
  return {
    name: "cells",
    says: isAny
      ? "The cells as text, of whichever columns the table has: one that it does not have is not known of anybody."
      : "The cells as text.",
    columns: [ID_COLUMN, ...all],
    written: (needed) =>
      isAny
        ? dialect.readAny(
            TABLE,
            ID_COLUMN,
            all.filter((column) => needed.has(column)),
            dialect,
          )
        : `SELECT\n    ${[name(ID_COLUMN), ...own(needed)].join(",\n    ")}\n  FROM ${TABLE}`,
  };
}

/** Which mistakes a row has, NULL where it has none. */
function issuesStage({ dialect }: Context): Stage {
  const { name, text } = dialect;
  const is = (mistake: Mistake) => name(mistakeColumn(mistake));
  // What cannot be read is not judged, and what is not believable is not set against what is stated.
  const [malformed, notANumber] = MISTAKES;
  const issues = firstOf([
    [`${is(malformed)} AND ${is(notANumber)}`, text(`${malformed} ${notANumber}`)],
    ...MISTAKES.map((mistake) => [is(mistake), text(mistake)] as const),
  ]);
  return { name: "judged", says: "What is wrong with a row.", columns: new Map([[ISSUES_COLUMN, issues]]) };
}

/** A row with a mistake has no results. */
function given(results: ReadonlyMap<string, string>, { name }: Dialect): ReadonlyMap<string, string> {
  const isRight = `${name(ISSUES_COLUMN)} IS NULL`;
  return new Map([
    [ID_COLUMN, name(ID_COLUMN)],
    ...[...results].map(([column, expression]) => [column, firstOf([[isRight, expression]])] as const),
    [ISSUES_COLUMN, name(ISSUES_COLUMN)],
  ]);
}

function head({ sets }: Definitions, { label }: Dialect, identity: Identity | undefined): string {
  const lines = [
    `Classification criteria of SLE over the table ${TABLE}, for ${label}: ${sets.map(({ short }) => short).join(", ")}.`,
    "Classification, not diagnosis.",
    ...(identity ? [`Made by version ${versionWords(identity)}, from ${identity.definitions}.`] : []),
    `One row of ${TABLE} is one patient: a column ${ID_COLUMN}, and columns named as in a cohort file. One row of the result is`,
    "what each set makes of the patient. SET lower and SET upper are exact over all answers to what is not known, and",
    "SET verdict is undetermined where the answers lead to more than one.",
  ];
  return lines.map((line) => `-- ${line}`).join("\n");
}

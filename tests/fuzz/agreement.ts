/**
 * One patient, and what each reader makes of it: the page, the command, the interface, the compiled scorer, SQL, the
 * Questionnaire and the second reading of the papers. All have to say the same.
 */
import { deepStrictEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { POST } from "../../app/api/v1/score/route.ts";
import { definitions } from "../../criteria/index.ts";
import type { Measurement, SleRecord } from "../../criteria/types.ts";
import { assess, assessFigures, assessmentPlanOf, type Result } from "../../lib/assess.ts";
import { hasError } from "../../lib/record/issues.ts";
import { limitDoubts } from "../../lib/record/limit-doubts.ts";
import { cohortQuery } from "../../lib/sql/query.ts";
import { rowByAssess, scored } from "../cohort/support/agree.ts";
import { fileOf, randomCohort } from "../cohort/support/random-cohort.ts";
import { SETS, type SetId, type World } from "../oracles/completions.ts";
import { readRecord } from "../oracles/record.ts";
import { type Random, randomRecord } from "../scoring/support/random-records.ts";
import { byId, type Engine } from "../sql/support/engines.ts";
import { type Fault, whyOf } from "./fuzz.ts";

/** A record as the second readings of the papers see it. */
function world(record: SleRecord): World {
  return Object.fromEntries(
    Object.entries(readRecord(withoutDoubtedLimits(record)).facts).map(([id, { status, explainedBy }]) => [
      id,
      status === "unknown" ? undefined : explainedBy ? { explainedBy } : status,
    ]),
  );
}

/**
 * The papers know no limit that cannot be that of its value, by which no value is judged. Which these are has tests of
 * its own (tests/record/limit-doubts.test.ts); what is left of the value is read a second time.
 */
function withoutDoubtedLimits(record: SleRecord): SleRecord {
  if (!record.measurements) return record;
  const measurements = record.measurements.map((value) => {
    const certain = limitDoubts(value, definitions.tests[value.test]).filter((doubt) => doubt.certain);
    const doubted = new Set<string>(certain.map(({ limit }) => limit));
    return Object.fromEntries(Object.entries(value).filter(([part]) => !doubted.has(part))) as unknown as Measurement;
  });
  return { ...record, measurements };
}

const plan = assessmentPlanOf(definitions);

/** The figures of a result, as the command prints them on a line. */
const lineOf = (results: NonNullable<Result["results"]>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(results).map(([set, { verdict, asAssessed, score }]) => [
      set,
      { verdict, asAssessed, value: score.value, lower: score.lower, upper: score.upper },
    ]),
  );

/**
 * What the page says of a record, which a command's line and the second reading of the papers say too.
 * @throws AssertionError where they do not.
 */
export function agreeOn(record: SleRecord): Result {
  const result = assess(plan, record);
  const line = assessFigures(plan, record);
  if (!result.results) {
    deepStrictEqual(line, { issues: result.issues }, "a line refuses it in other words");
    return result;
  }
  deepStrictEqual(line, lineOf(result.results), "the figures of a line are others");
  const known = world(record);
  for (const [set, { asAssessed, score }] of Object.entries(result.results)) {
    const second = SETS[set as SetId](known);
    deepStrictEqual(
      { value: score.value, classified: asAssessed === "classified" },
      { value: second.score, classified: second.classified },
      `the second reading of ${set} is another`,
    );
  }
  return result;
}

/** The interface's own handler says of a record what the page says. */
async function agreeByInterface(record: SleRecord, result: Result): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answered = await POST(
    new Request("http://localhost/api/v1/score", { method: "POST", headers, body: JSON.stringify(record) }),
  );
  deepStrictEqual(answered.status, hasError(result.issues) ? 422 : 200, "the interface takes or refuses it otherwise");
  const { results, issues, notices } = (await answered.json()) as Result;
  const own = JSON.parse(JSON.stringify({ results: result.results, issues: result.issues, notices: result.notices }));
  deepStrictEqual({ results, issues, notices }, { results: undefined, ...own }, "the interface gives another result");
}

/** The command, started once for all of the records. */
function agreeByCommand(records: readonly SleRecord[]): readonly Fault[] {
  const script = join(import.meta.dirname, "../../scripts/score.ts");
  const { stdout, stderr } = spawnSync(process.execPath, [script, "--ndjson"], {
    input: records.map((record) => `${JSON.stringify(record)}\n`).join(""),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const lines = stdout.split("\n");
  const what = "the command";
  const faults = records.flatMap((record, position): Fault[] => {
    const expected = JSON.stringify(assessFigures(plan, record));
    const why = `printed ${lines[position]}, and the page says ${expected}`;
    return lines[position] === expected ? [] : [{ what, input: JSON.stringify(record), why }];
  });
  return stderr === "" ? faults : [...faults, { what, input: "", why: stderr }];
}

export interface Compared {
  readonly inputs: number;
  readonly faults: readonly Fault[];
}

/** Records of every kind: days, methods, several values. By the page, a line, the interface and the papers. */
export async function compareRecords(random: Random, count: number): Promise<Compared> {
  const faults: Fault[] = [];
  for (let done = 0; done < count; done += 1) {
    const record = randomRecord(random, random());
    try {
      await agreeByInterface(record, agreeOn(record));
    } catch (error) {
      faults.push({ what: "records", input: JSON.stringify(record), why: whyOf(error) });
    }
  }
  return { inputs: count, faults };
}

export function compareByCommand(random: Random, count: number): Compared {
  const records = Array.from({ length: count }, () => randomRecord(random, random()));
  return { inputs: count, faults: agreeByCommand(records) };
}

/** Rows of a cohort of any columns, with mistakes: by a line, and by the compiled scorer. */
export function compareRows(random: Random, count: number): Compared {
  const cohort = randomCohort(random, count);
  const [, ...rows] = scored(fileOf(cohort));
  const id = cohort.header.indexOf("id");
  const faults = cohort.rows.flatMap(({ cells, record }, position): Fault[] => {
    const expected = rowByAssess(cells[id] ?? "", record);
    const why = `gave ${rows[position]}, and assess ${expected}`;
    return rows[position] === expected ? [] : [{ what: "the compiled scorer", input: JSON.stringify(record), why }];
  });
  return { inputs: count, faults };
}

const ISSUES = "issues";

/** The same rows by SQL and by the compiled scorer. */
export async function compareBySql(random: Random, count: number, engine: Engine): Promise<Compared> {
  const cohort = randomCohort(random, count);
  const [header = "", ...rows] = scored(fileOf(cohort));
  const names = header.split(",");
  // An id of a row is its position, by which the engine gives them back.
  const columns = cohort.header.filter((name) => name !== "id");
  const table = cohort.rows.map(({ cells }) =>
    Object.fromEntries(cohort.header.map((name, column) => [name, cells[column] ?? ""])),
  );
  const given = byId(await engine.ask(columns, table, cohortQuery(definitions, { dialect: "duckdb" })));
  const faults = cohort.rows.flatMap((row, position): Fault[] => {
    const own = Object.fromEntries((rows[position] ?? "").split(",").map((cell, column) => [names[column], cell]));
    const said = given[position] ?? {};
    const other = names.find((name) => name !== "id" && !isSame(own[name] ?? "", said[name] ?? null, name));
    if (other === undefined) return [];
    const why = `${other}: gave ${said[other]}, and the compiled scorer ${own[other]}`;
    return [{ what: "SQL", input: JSON.stringify(row.record), why }];
  });
  return { inputs: count, faults };
}

function isSame(own: string, said: string | number | null, name: string): boolean {
  if (said === null || own === "") return own === "" && (said === null || said === "");
  // Of the issues of a row, each says its own order.
  if (name === ISSUES) return own.split(" ").sort().join() === String(said).split(" ").sort().join();
  return own === String(said) || Number(own) === Number(said);
}

/**
 * A cohort in, one row a patient; its figures by every set out.
 * Usage: npm run -s cohort -- IN.csv --out OUT.csv [--keep COLUMN,COLUMN] [--codebook FILE]
 */
import { parseArgs } from "node:util";
import { definitions } from "../criteria/core.ts";
import { assessmentPlanOf } from "../lib/assess.ts";
import { type Cohort, cohortOf, outputHeader } from "../lib/cohort/cohort.ts";
import { readColumns } from "../lib/cohort/columns.ts";
import { cellText, recordCells } from "../lib/cohort/csv.ts";
import type { RowFault } from "../lib/cohort/read-rows.ts";
import { type Destination, openDestination, Refusal, refusalFor } from "./cohort/destination.ts";
import { progressOn } from "./cohort/progress.ts";
import { type Scored, scorersFor } from "./cohort/scorers.ts";
import { openSource, type Source } from "./cohort/source.ts";

const USAGE = `usage: npm run -s cohort -- IN.csv --out OUT.csv [--keep COLUMN,COLUMN] [--codebook FILE]
  IN.csv is one row a patient; - is standard input, and --out - standard output`;

interface Arguments {
  readonly from: string;
  readonly to: string;
  readonly keep: readonly string[];
  readonly codebook: string | undefined;
}

function readArguments(args: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { out: { type: "string" }, keep: { type: "string", multiple: true }, codebook: { type: "string" } },
    });
    const [from, ...rest] = positionals;
    if (from === undefined || rest.length > 0 || !values.out) return undefined;
    // A codebook says itself what is kept.
    if (values.codebook !== undefined && values.keep) return undefined;
    return { from, to: values.out, keep: (values.keep ?? []).flatMap(cellsOf), codebook: values.codebook };
  } catch {
    return undefined;
  }
}

/** The names of a list with commas, in which a name with a comma of its own is quoted as in the file. */
function cellsOf(text: string): readonly string[] {
  const read = recordCells(new TextEncoder().encode(`${text}\n`));
  return "cells" in read ? read.cells : [text];
}

async function main(args: readonly string[]): Promise<number> {
  const read = readArguments(args);
  if (!read) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  let destination: Destination | undefined;
  let source: Source | undefined;
  try {
    const coded = read.codebook === undefined ? undefined : await openCoded(read.codebook);
    source = await openSource(read.from);
    destination = await openDestination(read.to, source);
    await (coded ? coded(read.from, source, destination) : scoreAll(read, source, destination));
    await destination.keep();
    return 0;
  } catch (cause) {
    await destination?.discard();
    process.stderr.write(`${refusalFor(cause).message}\n`);
    return 2;
  } finally {
    await source?.close();
  }
}

/** What reads codebooks is loaded for them alone. */
async function openCoded(path: string) {
  const { openCodebook, scoreCoded } = await import("./cohort/coded.ts");
  const codebook = await openCodebook(path);
  return (from: string, source: Source, destination: Destination) =>
    scoreCoded(from, source.size, codebook, destination);
}

async function scoreAll({ from, keep }: Arguments, source: Source, destination: Destination): Promise<void> {
  const header = await source.header();
  const cells = recordCells(header.bytes);
  if ("fault" in cells) throw new Refusal(place(from, 1, cells.fault.column + 1, cells.fault.message));
  const columns = readColumns(cells.cells, definitions, keep);
  if ("faults" in columns) {
    throw new Refusal(columns.faults.map(({ column, message }) => place(from, 1, column + 1, message)).join("\n"));
  }
  const { layout } = columns;
  const progress = progressOn(process.stderr, source);
  const cohort = cohortOf(layout, 1 + header.lines);
  const scorers = scorersFor(layout, source.size);
  await destination.write(new TextEncoder().encode(outputHeader(assessmentPlanOf(definitions), layout)));
  // Parts come back in the order in which they were given out.
  const given: Promise<Scored>[] = [];
  let written: Promise<void> = Promise.resolve();
  const takeOne = async (): Promise<void> => {
    const scored = await given.shift();
    if (!scored) return;
    const fault = cohort.take(scored.part, scored.bytes);
    if (fault) throw new Refusal(await describe(from, fault, layout.header, source));
    await written;
    written = heard(destination.write(scored.output));
    progress.rows(cohort.counts.rows);
  };
  try {
    for await (const bytes of source.records()) {
      given.push(heard(scorers.score(bytes)));
      if (given.length >= scorers.atOnce) await takeOne();
    }
    while (given.length > 0) await takeOne();
    await written;
  } finally {
    await scorers.end();
  }
  progress.end(remarksOn(cohort));
}

/** A failure is met where it is waited for, which may be later. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

function place(from: string, line: number, column: number, message: string): string {
  const name = from === "-" ? "standard input" : from;
  return column > 0 ? `${name}: line ${line}, column ${column}: ${message}` : `${name}: line ${line}: ${message}`;
}

async function describe(
  from: string,
  { line, column, message, repeated }: RowFault,
  header: readonly string[],
  source: Source,
): Promise<string> {
  const name = header[column - 1];
  const where = place(from, line, column, name === undefined ? message : `${JSON.stringify(name)}: ${message}`);
  if (!repeated) return where;
  const first = await source.firstLineWith(column - 1, cellText(repeated, 0, repeated.length));
  return first === undefined ? where : `${where} The first is in line ${first}.`;
}

function remarksOn({ counts }: Cohort): readonly string[] {
  return [
    ...(counts.refused > 0
      ? [`${counts.refused.toLocaleString("en-US")} rows have an error and no figures: see the column "issues".`]
      : []),
    ...(counts.formulas > 0
      ? [
          `${counts.formulas.toLocaleString("en-US")} ids or kept cells begin as a formula does, and are kept as they are: import the file into a spreadsheet as text.`,
        ]
      : []),
  ];
}

// Everything is written by now, and whoever still sends is not waited for.
process.exit(await main(process.argv.slice(2)));

/**
 * A cohort in, one row a patient; its figures by every set out.
 * Usage: npm run -s cohort -- IN.csv --out OUT.csv [--keep COLUMN,COLUMN] [--codebook FILE]
 */
import { parseArgs } from "node:util";
import { definitions } from "../criteria/core.ts";
import { assessmentPlanOf } from "../lib/assess.ts";
import type { FaultsFound } from "../lib/cohort/all-faults.ts";
import { cohortOf, outputHeader } from "../lib/cohort/cohort.ts";
import { type Layout, readColumns } from "../lib/cohort/columns.ts";
import { cellText, recordCells } from "../lib/cohort/csv.ts";
import { lineEndsIn, lineOfCell } from "../lib/cohort/line-ends.ts";
import { type Destination, openDestination, Refusal, refusalFor } from "./cohort/destination.ts";
import { progressOn } from "./cohort/progress.ts";
import { remarksOn } from "./cohort/remarks.ts";
import { type Scored, scorersFor } from "./cohort/scorers.ts";
import { openSource, type Source } from "./cohort/source.ts";

const USAGE = `usage: npm run -s cohort -- IN.csv --out OUT.csv [--keep COLUMN,COLUMN] [--codebook FILE]
  IN.csv is one row a patient; - is standard input, and --out - standard output`;

interface Arguments {
  readonly from: string;
  readonly to: string;
  /** Names of columns, or lists of them, as they were written. */
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
    return { from, to: values.out, keep: values.keep ?? [], codebook: values.codebook };
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
  if ("fault" in cells) {
    const { column, at, message } = cells.fault;
    throw new Refusal(place(from, 1 + lineEndsIn(header.bytes, 0, at), column + 1, message));
  }
  const kept = keep.flatMap((text) => (cells.cells.includes(text) ? [text] : cellsOf(text)));
  const columns = readColumns(cells.cells, definitions, kept);
  if ("faults" in columns) {
    const said = columns.faults.map(({ column, message }) =>
      place(from, lineOfCell(1, cells.cells, column), column + 1, message),
    );
    throw new Refusal(said.join("\n"));
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
    cohort.take(scored.part, scored.bytes);
    progress.rows(cohort.counts.rows);
    // Of a file that cannot be read nothing is made, and the rest is read for what is wrong in it.
    if (cohort.faults().count > 0) return;
    await written;
    written = heard(destination.write(scored.output));
  };
  let ended: Refusal | undefined;
  try {
    for await (const bytes of endingAt(source.records(), (refusal) => (ended = refusal))) {
      given.push(heard(scorers.score(bytes)));
      if (given.length >= scorers.atOnce) await takeOne();
      if (cohort.faults().unreadBehind !== undefined) break;
    }
    while (given.length > 0) await takeOne();
    await written;
  } finally {
    await scorers.end();
  }
  const wrong = await describeAll(from, cohort.faults(), layout, source);
  if (wrong.length > 0 || ended) throw new Refusal([...wrong, ...(ended ? [ended.message] : [])].join("\n"));
  progress.end(remarksOn(cohort.counts));
}

/** What can be read of a source; what then ends it is told, so that it is said behind what stands before it. */
async function* endingAt(
  records: AsyncGenerator<Uint8Array>,
  tell: (refusal: Refusal) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* records;
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    tell(cause);
  }
}

/** A failure is met where it is waited for, which may be later. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

const nameOf = (from: string): string => (from === "-" ? "standard input" : from);

function place(from: string, line: number, column: number, message: string): string {
  const name = nameOf(from);
  return column > 0 ? `${name}: line ${line}, column ${column}: ${message}` : `${name}: line ${line}: ${message}`;
}

/** Everything that is wrong, a line each, and how much more there is. */
async function describeAll(
  from: string,
  { first, count, unreadBehind }: FaultsFound,
  { header }: Layout,
  source: Source,
): Promise<readonly string[]> {
  const ids = new Map(first.flatMap((fault) => (fault.repeated ? [[fault, idOf(fault.repeated)] as const] : [])));
  const [repeated] = ids.keys();
  const lines = repeated ? await source.firstLinesWith(repeated.column - 1, new Set(ids.values())) : new Map();
  const said = first.map((fault) => {
    const { line, column, message } = fault;
    const name = header[column - 1];
    const where = place(from, line, column, name === undefined ? message : `${JSON.stringify(name)}: ${message}`);
    const before = lines.get(ids.get(fault) ?? "");
    return before === undefined ? where : `${where} The first is in line ${before}.`;
  });
  const more = (count - first.length).toLocaleString("en-US");
  return [
    ...said,
    ...(count > first.length ? [`${nameOf(from)}: and ${more} more.`] : []),
    ...(unreadBehind === undefined
      ? []
      : [`${nameOf(from)}: what stands behind line ${unreadBehind} was not looked at.`]),
  ];
}

const idOf = (bytes: Uint8Array): string => cellText(bytes, 0, bytes.length);

// Everything is written by now, and whoever still sends is not waited for.
process.exit(await main(process.argv.slice(2)));

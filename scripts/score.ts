/**
 * One record in, one result out; or, with --ndjson, one record and one compact result a line.
 * Usage: npm run -s score -- FILE | - | --ndjson
 */
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { definitions } from "../criteria/index.ts";
import { assessor, figuresAssessor, type Result, refused } from "../lib/assess.ts";
import { error, hasError } from "../lib/record/issues.ts";
import { LONGEST_RECORD, parseRecordText, recordParser } from "../lib/record/parse.ts";

const USAGE = "usage: npm run -s score -- FILE    (or - for standard input, or --ndjson for one record per line)";

/** A little more than the longest record can take in UTF-8, so that what is cut off is refused as too long. */
const MOST_BYTES = LONGEST_RECORD * 4;

const parse = recordParser(definitions);

async function main(args: readonly string[]): Promise<number> {
  const [argument, ...rest] = args;
  if (argument === "--ndjson" && rest.length === 0) return scoreLines();
  if (argument === undefined || rest.length > 0 || (argument.startsWith("-") && argument !== "-")) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const result = await scoreFile(argument);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return hasError(result.issues) ? 2 : 0;
}

async function scoreFile(path: string): Promise<Result> {
  let text: string;
  try {
    text = await readText(path);
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    return refused([error("malformed", "", `Could not read ${path} (${why}). Accepted: a JSON file with one record.`)]);
  }
  const { record, issues } = parseRecordText(text, parse);
  return record ? assessor(definitions)(record) : refused(issues);
}

/** The text of a file or, for "-", of standard input; no more of it than shows that it is too long. */
async function readText(path: string): Promise<string> {
  const stream = path === "-" ? process.stdin : (await open(path)).createReadStream();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MOST_BYTES) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function scoreLines(): Promise<number> {
  const assess = figuresAssessor(definitions);
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) {
    if (line.trim() === "") continue;
    const { record, issues } = parseRecordText(line, parse);
    const out = JSON.stringify(record ? assess(record) : { issues });
    if (!process.stdout.write(`${out}\n`)) await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return 0;
}

process.exitCode = await main(process.argv.slice(2));

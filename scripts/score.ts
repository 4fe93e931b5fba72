/**
 * One record in, one result out; or, with --ndjson, one record and one compact result a line.
 * Usage: npm run -s score -- FILE | - | --ndjson
 */
import { definitions } from "../criteria/index.ts";
import {
  assess,
  assessFigures,
  assessmentPlanOf,
  type CohortLine,
  type Result,
  refused,
  signed,
} from "../lib/assess.ts";
import { lastDay } from "../lib/record/day.ts";
import { error, hasError, type Issue } from "../lib/record/issues.ts";
import { type Parsed, parseRecordText, recordFormatOf } from "../lib/record/parse.ts";
import { silenceConsole } from "../lib/silence.ts";
import { identity } from "./identity.ts";
import { readLines, readText, whyUnread } from "./input.ts";

const USAGE = "usage: npm run -s score -- FILE    (or - for standard input, or --ndjson for one record per line)";

const format = recordFormatOf(definitions);
const plan = assessmentPlanOf(definitions);
const today = lastDay(Date.now());

// Standard output is for results alone: what a package prints about a record stays out of it, and out of a log.
silenceConsole();

async function main(args: readonly string[]): Promise<number> {
  const [argument, ...rest] = args;
  if (argument === "--ndjson" && rest.length === 0) return scoreLines();
  if (argument === undefined || rest.length > 0 || (argument.startsWith("-") && argument !== "-")) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const result = signed(await scoreFile(argument), identity);
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
  return hasError(result.issues) ? 2 : 0;
}

async function scoreFile(path: string): Promise<Result> {
  let text: string;
  try {
    text = await readText(path);
  } catch (cause) {
    const from = path === "-" ? "standard input" : path;
    return refused([unread(`Could not read ${from}: ${whyUnread(cause)}; accepted: a JSON file with one record.`)]);
  }
  const { record, issues } = parseRecordText(text, format);
  return record ? assess(plan, record, today) : refused(issues);
}

/** A blank line holds no record and gives no line. */
async function scoreLines(): Promise<number> {
  for await (const line of readLines()) {
    const parsed = parseLine(line);
    if (parsed === "blank") continue;
    const out: CohortLine = parsed.record ? assessFigures(plan, parsed.record, today) : { issues: parsed.issues };
    if (!process.stdout.write(`${JSON.stringify(out)}\n`)) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
  return 0;
}

function parseLine(line: () => string): Parsed | "blank" {
  let text: string;
  try {
    text = line();
  } catch (cause) {
    return { issues: [unread(`Could not read the line: ${whyUnread(cause)}; accepted: one record as JSON.`)] };
  }
  return text.trim() === "" ? "blank" : parseRecordText(text, format);
}

function unread(message: string): Issue {
  return error("malformed", "", message);
}

// Whoever reads the output, such as `head`, may stop before the end; that is no mistake.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));

process.exitCode = await main(process.argv.slice(2));

/**
 * One wrong answer in, what explains it out (`sle-misreading/1`); or, with --ndjson, one answer and one line each.
 * Usage: npm run -s misread -- FILE | - | --ndjson
 */
import { definitions } from "../criteria/index.ts";
import { practice } from "../criteria/practice/index.ts";
import { type ClaimFormat, type Explained, explainText, refusedClaim } from "../lib/practice/asked-claim.ts";
import { lastDay } from "../lib/record/day.ts";
import { error } from "../lib/record/issues.ts";
import { recordFormatOf } from "../lib/record/parse.ts";
import { silenceConsole } from "../lib/silence.ts";
import { readLines, readText, whyUnread } from "./input.ts";

const USAGE = "usage: npm run -s misread -- FILE    (or - for standard input, or --ndjson for one answer per line)";

const ACCEPTED =
  'one object as JSON, {"set", "record", "total", "points", "verdict"}, the last two where they are given';

const format: ClaimFormat = {
  record: recordFormatOf(definitions),
  material: practice,
  today: lastDay(Date.now()),
};

// Standard output is for explanations alone: nothing of a patient's record gets into a log.
silenceConsole();

async function main(args: readonly string[]): Promise<number> {
  const [argument, ...rest] = args;
  if (argument === "--ndjson" && rest.length === 0) return explainLines();
  if (argument === undefined || rest.length > 0 || (argument.startsWith("-") && argument !== "-")) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  const explained = await explainFile(argument);
  process.stdout.write(`${JSON.stringify(explained, null, 2)}\n`);
  return "issues" in explained ? 2 : 0;
}

async function explainFile(path: string): Promise<Explained> {
  let text: string;
  try {
    text = await readText(path);
  } catch (cause) {
    const from = path === "-" ? "standard input" : path;
    return unread(`Could not read ${from}: ${whyUnread(cause)}; accepted: ${ACCEPTED}.`);
  }
  return explainText(text, format);
}

/** A blank line holds no answer and gives no line. */
async function explainLines(): Promise<number> {
  for await (const line of readLines()) {
    const explained = explainLine(line);
    if (explained !== "blank" && !process.stdout.write(`${JSON.stringify(explained)}\n`)) {
      await new Promise((resolve) => process.stdout.once("drain", resolve));
    }
  }
  return 0;
}

function explainLine(line: () => string): Explained | "blank" {
  let text: string;
  try {
    text = line();
  } catch (cause) {
    return unread(`Could not read the line: ${whyUnread(cause)}; accepted: ${ACCEPTED}.`);
  }
  return text.trim() === "" ? "blank" : explainText(text, format);
}

function unread(message: string): Explained {
  return refusedClaim([error("malformed", "", message)]);
}

// Whoever reads the output, such as `head`, may stop before the end; that is no mistake.
process.stdout.on("error", (cause: NodeJS.ErrnoException) => process.exit(cause.code === "EPIPE" ? 0 : 1));

process.exitCode = await main(process.argv.slice(2));

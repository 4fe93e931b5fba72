/**
 * One query over a table `cohort`, made from the definitions, that gives what `npm run cohort` gives for a file.
 * Usage: npm run -s sql -- --dialect duckdb|postgres|spark [--columns FILE.csv | --columns "id,malar-rash,..."]
 */
import { createReadStream } from "node:fs";
import { definitions } from "../criteria/index.ts";
import { type CohortColumns, columnsNamed, namesIn } from "../lib/sql/columns.ts";
import { DIALECTS, isDialect } from "../lib/sql/dialect.ts";
import { cohortQuery } from "../lib/sql/query.ts";
import { identity } from "./identity.ts";
import { whyUnread } from "./input.ts";

const USAGE = `usage: npm run -s sql -- --dialect ${DIALECTS.join("|")} [--columns FILE.csv | --columns "id,COLUMN,..."]`;

/** A header of so many characters names more columns than there can be. */
const LONGEST_HEADER = 100_000;

/** What was asked for cannot be done, and why. */
class Refused extends Error {}

async function main(args: readonly string[]): Promise<string> {
  const options = new Map<string, string>();
  for (let position = 0; position < args.length; position += 2) {
    const [option = "", value] = args.slice(position, position + 2);
    if (!["--dialect", "--columns"].includes(option) || value === undefined || options.has(option)) {
      throw new Refused(USAGE);
    }
    options.set(option, value);
  }
  const dialect = options.get("--dialect");
  if (!isDialect(dialect)) {
    const read = dialect === undefined ? "" : `--dialect: read "${dialect}"; accepted: ${DIALECTS.join(", ")}.\n`;
    throw new Refused(`${read}${USAGE}`);
  }
  const listed = options.get("--columns");
  if (listed === undefined) return cohortQuery(definitions, { dialect, identity });
  return cohortQuery(definitions, { dialect, identity, columns: await columnsFrom(listed) });
}

/** A list of names, or the header of a file. A list has a comma in it, which a file's name need not have. */
async function columnsFrom(listed: string): Promise<CohortColumns> {
  const names = namesIn(listed.includes(",") ? listed : await firstLine(listed));
  const read = columnsNamed(names, definitions);
  if ("columns" in read) return read.columns;
  const more = read.wrong.length > 10 ? `\n... and ${read.wrong.length - 10} more` : "";
  throw new Refused(`--columns: ${read.wrong.slice(0, 10).join("\n--columns: ")}${more}`);
}

async function firstLine(path: string): Promise<string> {
  let text = "";
  try {
    for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
      text += chunk;
      if (/[\r\n]/.test(text) || text.length > LONGEST_HEADER) break;
    }
  } catch (cause) {
    throw new Refused(`--columns: could not read ${path}: ${whyUnread(cause)}; accepted: a CSV file with a header.`);
  }
  const [line = ""] = text.replace(/^\uFEFF/, "").split(/[\r\n]/, 1);
  if (line.length > LONGEST_HEADER) throw new Refused(`--columns: the first line of ${path} is no header of a cohort.`);
  return line;
}

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (cause) {
  if (!(cause instanceof Refused)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 2;
}

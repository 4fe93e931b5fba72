/**
 * One clinical text in, what it proposes out (`sle-reading/1`). Places are positions of UTF-16 code units in the text as
 * it was read, a byte-order mark included, the end not.
 * Usage: npm run -s read -- FILE | -
 */
import { definitions, inTexts, testsNotRead } from "../criteria/index.ts";
import { printed, unread } from "../lib/reading/printed.ts";
import { readText } from "../lib/reading/read-text.ts";
import { silenceConsole } from "../lib/silence.ts";
import { readText as readFile, whyUnread } from "./input.ts";

const USAGE = "usage: npm run -s read -- FILE    (or - for standard input)";

// Standard output is for what was read alone: nothing of a patient's text gets into a log.
silenceConsole();

async function main(args: readonly string[]): Promise<number> {
  const [path, ...rest] = args;
  if (path === undefined || rest.length > 0 || (path.startsWith("-") && path !== "-")) {
    process.stderr.write(`${USAGE}\n`);
    return 2;
  }
  try {
    const text = await readFile(path);
    const reading = readText(text, { definitions, notRead: testsNotRead, inTexts });
    process.stdout.write(`${JSON.stringify(printed(reading), null, 2)}\n`);
    return 0;
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    const isText = code !== "ERR_ENCODING_INVALID_ENCODED_DATA";
    const from = path === "-" ? "standard input" : path;
    process.stdout.write(
      `${JSON.stringify(unread(`Could not read ${from}: ${whyUnread(cause)}; accepted: a text in UTF-8.`), null, 2)}\n`,
    );
    // A file that is no text was read and found to be none; one that is not there was not read at all.
    return isText ? 2 : 0;
  }
}

process.exitCode = await main(process.argv.slice(2));

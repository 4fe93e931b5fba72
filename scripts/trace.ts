/**
 * Prints where everything that the sets say was read and which worked records exercise it; exits with 1 on a gap.
 * Usage: npm run -s trace [-- --all | --write]    (--all names every record; --write makes the
 * documents in docs/ that are made from data)
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { definitions } from "../criteria/index.ts";
import { traceLines, traceMarkdown, traceSummary } from "../lib/check/trace-words.ts";
import { STATEMENT } from "../lib/explain/statement.ts";
import { trustDocuments } from "../lib/trust/markdown.ts";
import { licensesMarkdown } from "./licenses.ts";
import { traced } from "./traceability.ts";

const [option, ...rest] = process.argv.slice(2);
if (rest.length > 0 || (option !== undefined && option !== "--all" && option !== "--write")) {
  process.stderr.write("usage: npm run -s trace [-- --all | --write]\n");
  process.exitCode = 2;
} else {
  const trace = traced();
  if (option === "--write") {
    const documents = {
      "docs/traceability.md": traceMarkdown(trace, definitions),
      "docs/licenses.md": licensesMarkdown(),
      ...trustDocuments(STATEMENT),
    };
    for (const [path, text] of Object.entries(documents)) writeFileSync(join(import.meta.dirname, "..", path), text);
  } else {
    const most = option === "--all" ? Number.POSITIVE_INFINITY : undefined;
    process.stdout.write(`${traceLines(trace, definitions, most).join("\n")}\n\n`);
  }
  for (const gap of trace.gaps) process.stdout.write(`gap: ${gap}\n`);
  process.stdout.write(`${traceSummary(trace)}\n`);
  process.exitCode = trace.gaps.length > 0 ? 1 : 0;
}

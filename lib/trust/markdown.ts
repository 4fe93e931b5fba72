import { hazards } from "./hazards.ts";
import { intendedUse } from "./intended-use.ts";
import { flows, threats } from "./threats.ts";
import type { Control } from "./types.ts";

const MADE =
  "Made by `npm run -s trace -- --write` from `lib/trust`, like the page `/trust`; CI fails when it is not up to date, or when a test that is named here does not exist.";

const controlLines = (controls: readonly Control[]) =>
  controls.map(({ says, provedBy: { file, title } }) => `- ${says} Proved by \`${file}\`: "${title}".`);

/** The documents for a reviewer, by file: the same words as on the page, under the statement of what the app does not do. */
export function trustDocuments(statement: string): Readonly<Record<string, string>> {
  const page = (title: string, ...lines: readonly string[]) =>
    [`# ${title}`, "", statement, "", MADE, "", ...lines].join("\n");
  return {
    "docs/intended-use.md": page(
      "Intended use",
      ...intendedUse.flatMap(({ title, says }) => [`## ${title}`, "", ...says.flatMap((line) => [line, ""])]),
    ),
    "docs/hazards.md": page(
      "Hazard log",
      ...hazards.flatMap(({ id, hazard, causes, effect, controls, remains }) => [
        `## ${id}. ${hazard}`,
        "",
        `Causes: ${causes}`,
        "",
        `Effect: ${effect}`,
        "",
        "Controls:",
        "",
        ...controlLines(controls),
        "",
        `What remains: ${remains}`,
        "",
      ]),
    ),
    "docs/threats.md": page(
      "Threat model",
      "## Where data go",
      "",
      "| From | To | What | When |",
      "| --- | --- | --- | --- |",
      ...flows.map(({ from, to, what, when }) => `| ${from} | ${to} | ${what} | ${when} |`),
      "",
      "There is no telemetry, no account, and nothing is loaded from another origin.",
      "",
      ...threats.flatMap(({ id, threat, controls, remains }) => [
        `## ${id}. ${threat}`,
        "",
        ...controlLines(controls),
        "",
        `What remains: ${remains}`,
        "",
      ]),
    ),
  };
}

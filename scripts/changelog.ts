/** CHANGELOG.md as data, for the page that shows it and for the day of the release. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import app from "../package.json" with { type: "json" };

/** A part of a line: plain, strong or code. */
export interface Run {
  readonly text: string;
  readonly is?: "strong" | "code";
}

export interface Release {
  /** "Unreleased", or a version such as "1.0.0". */
  readonly version: string;
  /** YYYY-MM-DD; an entry that is not released has none. */
  readonly date?: string;
  readonly changes: readonly (readonly Run[])[];
}

export interface Changelog {
  /** What stands before the first release, one paragraph each. */
  readonly intro: readonly (readonly Run[])[];
  readonly releases: readonly Release[];
}

/** "**this** and `that`" in parts. */
function runs(text: string): readonly Run[] {
  return [...text.matchAll(/\*\*(.+?)\*\*|`(.+?)`|(?:(?!\*\*|`).)+|./g)].map(([whole, strong, code]) =>
    strong !== undefined
      ? { text: strong, is: "strong" }
      : code !== undefined
        ? { text: code, is: "code" }
        : { text: whole },
  );
}

function heading(line: string): Omit<Release, "changes"> {
  const read = /^## (?:(Unreleased)|(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\))$/.exec(line);
  const [, unreleased, version, date] = read ?? [];
  if (unreleased !== undefined) return { version: unreleased };
  if (version !== undefined && date !== undefined) return { version, date };
  throw new RangeError(`CHANGELOG.md: read "${line}"; accepted: "## Unreleased" or "## 1.2.3 (2026-05-04)"`);
}

/**
 * Reads what CHANGELOG.md is written in: a title, paragraphs, a heading for each release and one line for each change.
 *
 * @throws RangeError for anything else: a line that is not understood is not left out.
 */
export function parseChangelog(text: string): Changelog {
  const intro: (readonly Run[])[] = [];
  const releases: (Omit<Release, "changes"> & { readonly changes: (readonly Run[])[] })[] = [];
  for (const line of text.split(/\r?\n/)) {
    const changes = releases.at(-1)?.changes;
    if (line.trim() === "" || (line === "# Changelog" && !changes)) continue;
    if (line.startsWith("## ")) releases.push({ ...heading(line), changes: [] });
    else if (!changes && !/^[#-]/.test(line)) intro.push(runs(line));
    else if (changes && line.startsWith("- ")) changes.push(runs(line.slice(2)));
    else throw new RangeError(`CHANGELOG.md: read "${line.slice(0, 60)}"; accepted: "- a change" under a release`);
  }
  return { intro, releases };
}

export const changelog = parseChangelog(readFileSync(join(import.meta.dirname, "..", "CHANGELOG.md"), "utf8"));

/** The changes, the latest release first, after which somebody's result is another than before. */
export const resultChanges: Release["changes"] = changelog.releases.flatMap(({ changes }) =>
  changes.filter(([, whose]) => !whose?.text.startsWith(" nobody's")),
);

/** The day on which the version at hand was released, or nothing before that. */
export const released = changelog.releases.find(({ version }) => version === app.version)?.date ?? "";

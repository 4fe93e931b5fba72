/** The page of changes shows CHANGELOG.md, all of it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import app from "../../package.json" with { type: "json" };
import { changelog, parseChangelog, released, resultChanges } from "../../scripts/changelog.ts";

const written = readFileSync("CHANGELOG.md", "utf8");

/** Every sign of a text but for blanks and what Markdown marks with. */
const plain = (text: string) => text.replaceAll(/\*\*|`|^#+ |^- |\s/gm, "");

test("nothing of CHANGELOG.md is left out or said otherwise", () => {
  const lines = [
    "Changelog",
    ...changelog.intro.map((runs) => runs.map(({ text }) => text).join("")),
    ...changelog.releases.flatMap(({ version, date, changes }) => [
      date ? `${version} (${date})` : version,
      ...changes.map((runs) => runs.map(({ text }) => text).join("")),
    ]),
  ];
  expect(plain(lines.join(""))).toBe(plain(written));
});

test("every change begins with whose result changes", () => {
  const changes = changelog.releases.flatMap((release) => release.changes);
  expect(changes.length).toBeGreaterThan(10);
  for (const [first] of changes) expect(first).toEqual({ text: "Whose result changes:", is: "strong" });
});

test("a change is nobody's, or is listed among those that change a result", () => {
  const begin = "- **Whose result changes:** ";
  const lines = written.split("\n").filter((line) => line.startsWith(begin));
  const somebodys = lines.filter((line) => !line.startsWith(`${begin}nobody's`));
  expect(resultChanges.map((runs) => plain(runs.map(({ text }) => text).join("")))).toEqual(
    somebodys.map((line) => plain(line)),
  );
  expect(somebodys.some((line) => line.includes("protein-to-creatinine ratio above 50"))).toBe(true);
  expect(somebodys.length).toBeLessThan(lines.length / 2);
});

test("a release has a version and a day, and what is marked stays marked", () => {
  const text =
    "# Changelog\n\nIn `one` line.\n\n## Unreleased\n\n## 1.2.3 (2026-05-04)\n\n- **Whose:** `a` of 2 * 3.\n";
  expect(parseChangelog(text)).toEqual({
    intro: [[{ text: "In " }, { text: "one", is: "code" }, { text: " line." }]],
    releases: [
      { version: "Unreleased", changes: [] },
      {
        version: "1.2.3",
        date: "2026-05-04",
        changes: [[{ text: "Whose:", is: "strong" }, { text: " " }, { text: "a", is: "code" }, { text: " of 2 * 3." }]],
      },
    ],
  });
});

test.each(["## 1.2.3", "## Soon", "## Unreleased\n\nA paragraph.", "- a change without a release", "### Fixed"])(
  "%j is refused and not left out",
  (text) => {
    expect(() => parseChangelog(text)).toThrow(/CHANGELOG\.md: read/);
  },
);

test("the day of release is that of the version at hand, and none before there is one", () => {
  const own = changelog.releases.find(({ version }) => version === app.version);
  expect(released).toBe(own?.date ?? "");
});

import type { ReferenceDefinitions, SourceId } from "../../criteria/types.ts";
import type { Trace, Traced, TracedLimit } from "./trace.ts";

/** How a check state is said in a list. */
const CHECKED = {
  yes: "read in the source",
  partly: "read in part",
  "from-memory": "not yet read in a source",
  "with its set": "as what it belongs to",
} as const satisfies Record<Traced["checked"], string>;

const FEW = 3;

function some(ids: readonly string[], most: number): string {
  const shown = ids.slice(0, most).join("; ");
  return ids.length > most ? `${shown}; ${ids.length - most} more` : shown;
}

/** "counted 12 (golden-01-...; 9 more)" for each way in which worked records exercise it. */
function waysOf(worked: Traced["worked"], most: number): string {
  return Object.entries(worked)
    .map(([way, ids]) => `${way}: ${ids.length}${ids.length > 0 ? ` (${some(ids, most)})` : ""}`)
    .join(", ");
}

/** A source with where it is found. */
function placeOf(id: SourceId, { sources }: ReferenceDefinitions): string {
  const { doi, url } = sources[id] ?? {};
  const place = doi ? `doi ${doi}` : url;
  return place ? `${id} (${place})` : id;
}

const sides = ({ below, at, above }: TracedLimit) =>
  `below ${below.join(", ") || "nothing"}; at ${at.join(", ") || "nothing"}; above ${above.join(", ") || "nothing"}`;

/** The trace as lines for a terminal; each item with up to so many of the records that exercise it. */
export function traceLines(trace: Trace, definitions: ReferenceDefinitions, most = FEW): readonly string[] {
  const sources = (ids: readonly SourceId[]) => ids.map((id) => placeOf(id, definitions)).join("; ") || "NONE";
  return [
    ...trace.sets.flatMap(({ set, rows }) => [
      `# ${set.title} (${set.id})`,
      ...rows.flatMap(({ kind, path, title, source, checked, toConfirm, worked }) => [
        `${kind} ${path}: ${title}`,
        `    source: ${sources(source)}; ${CHECKED[checked]}${toConfirm ? `; to confirm: ${toConfirm}` : ""}`,
        ...(Object.keys(worked).length > 0 ? [`    worked: ${waysOf(worked, most)}`] : []),
      ]),
      "",
    ]),
    "# Limits, in every unit",
    ...trace.limits.flatMap((limit) => [
      `limit ${limit.path}: ${limit.title}`,
      `    read by: ${limit.sets.join(", ") || "no set"}; source: ${sources(limit.source)}`,
      `    worked: ${sides(limit)}`,
    ]),
    "",
    "# What follows, and what is assumed",
    ...trace.relations.flatMap(({ path, why, worked }) => [`${path}: ${why}`, `    worked: ${waysOf(worked, most)}`]),
  ];
}

/** One line of totals. */
export function traceSummary({ sets, limits, relations, gaps }: Trace): string {
  const rows = sets.flatMap((set) => set.rows);
  const sentences = rows.filter(({ kind }) => kind === "sentence").length;
  return (
    `${sets.length} sets: ${rows.length - sentences} items and ${sentences} sentences, ${limits.length} limits in their ` +
    `units, ${relations.length} relations; ${gaps.length === 0 ? "no gaps" : `${gaps.length} gaps`}`
  );
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s+/g, " ");

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...rows.map((cells) => `| ${cells.map(cell).join(" | ")} |`),
    "",
  ];
}

/** The trace as a file for people: a table of items, one of sentences, for each set; then limits and relations. */
export function traceMarkdown(trace: Trace, definitions: ReferenceDefinitions): string {
  const named = (ids: readonly SourceId[]) => ids.map((id) => `\`${id}\``).join(", ");
  const state = ({ checked, toConfirm }: Traced) => `${CHECKED[checked]}${toConfirm ? `: ${toConfirm}` : ""}`;
  const used = [...new Set(trace.sets.flatMap(({ rows }) => rows.flatMap(({ source }) => source)))];
  return [
    "# Traceability",
    "",
    "Made by `npm run -s trace -- --write` from `criteria/` and from the records that were worked out by hand; CI fails when it is not up to date, or when something has no source, no worked record, or not both sides of its limit. `npm run -s trace` prints the same with where each source is found.",
    "",
    `${traceSummary(trace)}.`,
    "",
    "Where the records are, and which test asserts them: an id such as `golden-07-...`, `patient-...` or another of `criteria/*.examples.ts`: `tests/examples.test.ts`; one of `tests/contract/cases.json`: `tests/cases.test.ts`; a finding with what it is, such as `fever absent` (`criteria/findings.examples.ts`), and the values around limits (`criteria/limits.examples.ts`): `tests/check/worked.test.ts`. A record counts as exercising a finding only where the outcome turns on it.",
    "",
    'A domain, a threshold and a sentence without a check state of its own belong to what was read with the set: "as what it belongs to".',
    "",
    ...trace.sets.flatMap(({ set, rows }) => [
      `## ${set.title}`,
      "",
      ...table(
        ["Kind", "Item", "Source", "Checked", "Worked records"],
        rows
          .filter(({ kind }) => kind !== "sentence")
          .map((row) => [
            row.kind,
            `\`${row.path}\` ${row.kind === "finding" ? "" : row.title}`,
            named(row.source),
            state(row),
            waysOf(row.worked, 1),
          ]),
      ),
      `### Sentences of ${set.short}`,
      "",
      ...table(
        ["Place", "Source", "Checked"],
        rows.filter(({ kind }) => kind === "sentence").map((row) => [`\`${row.path}\``, named(row.source), state(row)]),
      ),
    ]),
    "## Limits, in every unit",
    "",
    ...table(
      ["Limit", "Read by", "Source", "Worked values"],
      trace.limits.map((limit) => [
        `\`${limit.path}\` ${limit.title}`,
        limit.sets.join(", ") || "no set",
        named(limit.source),
        sides(limit),
      ]),
    ),
    "## What follows, and what is assumed",
    "",
    ...table(
      ["Relation", "Why", "Worked records"],
      trace.relations.map(({ path, why, worked }) => [path, why, waysOf(worked, 1)]),
    ),
    "## Sources",
    "",
    ...table(
      ["Id", "Publication", "Where"],
      used.sort().map((id) => {
        const { citation, doi, url } = definitions.sources[id] ?? { citation: "there is no such source" };
        return [`\`${id}\``, citation, doi ? `https://doi.org/${doi}` : (url ?? "")];
      }),
    ),
  ].join("\n");
}

/**
 * What a file's columns hold, and what they may be: proposals for a codebook, from names, values and units. A person
 * takes or leaves each; what 0 or a blank means is asked and never proposed.
 */
import type { Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { suggestionsFrom, suggestUnits } from "../record/suggest.ts";
import { acceptedUnit } from "../record/units.ts";
import { type CodedAnswer, type CodedColumn, untickedValue } from "./codebook.ts";
import type { CellReading, CodedRow, RowCoder } from "./coded-rows.ts";
import { cellNumber, meaningOf } from "./columns.ts";

/** What occurs in a column. */
export interface ColumnProfile {
  readonly name: string;
  readonly rows: number;
  readonly blank: number;
  /** Cells that are one number, with a point or a comma before decimals. */
  readonly numbers: number;
  /** Every different value with how often it occurs, the most frequent first; none where there are too many to code. */
  readonly values: ReadonlyMap<string, number>;
}

/** A column with more different values than this is not one of codes. */
const MOST_VALUES = 40;

/** Gathers what occurs in the columns of a file, row by row. */
export function profiler(header: readonly string[]) {
  const columns = header.map(() => ({ blank: 0, numbers: 0, values: new Map<string, number>() }));
  let rows = 0;
  return {
    add: (cells: readonly string[]): void => {
      rows += 1;
      for (const [position, column] of columns.entries()) {
        const text = (cells[position] ?? "").trim();
        if (text === "") column.blank += 1;
        else if (cellNumber(text.replace(",", ".")) !== undefined) column.numbers += 1;
        if (column.values.size <= MOST_VALUES) column.values.set(text, (column.values.get(text) ?? 0) + 1);
      }
    },
    profiles: (): readonly ColumnProfile[] =>
      columns.map(({ blank, numbers, values }, position) => ({
        name: header[position] ?? "",
        rows,
        blank,
        numbers,
        values: new Map(values.size > MOST_VALUES ? [] : [...values].sort((one, other) => other[1] - one[1])),
      })),
  };
}

/** A question that a column cannot be read without. */
export interface Question {
  readonly about: "unticked" | "value" | "unit" | "limit";
  readonly text: string;
}

/** What a column may be. Nothing of it counts before a person has taken it and answered its questions. */
export interface Proposal {
  readonly column: string;
  readonly proposed?: CodedColumn;
  /** Other findings or tests that its name may mean. */
  readonly others: readonly string[];
  readonly questions: readonly Question[];
}

/** Words that say the same in every file: a value that is none of them is asked about. */
const WORDS: ReadonlyMap<string, CodedAnswer> = new Map([
  ...["present", "positive", "pos", "yes", "y", "true", "+"].map((word) => [word, "present"] as const),
  ...["absent", "negative", "neg", "no", "n", "false"].map((word) => [word, "absent"] as const),
  ...["unknown", "nd", "nk", "na", "n/a", "nat", "not done", "not known", "missing", "?"].map(
    (word) => [word, "unknown"] as const,
  ),
]);

export function proposalsFor(profiles: readonly ColumnProfile[], definitions: Definitions): readonly Proposal[] {
  const suggest = suggestionsFrom(definitions);
  return profiles.map((profile): Proposal => {
    const { name } = profile;
    const exact = meaningOf(name, definitions);
    if (exact?.kind === "id" || (isDistinct(profile) && /(^|[_ ])(id|patid|patient|record)([_ ]|$)/i.test(name))) {
      return { column: name, proposed: { is: "id" }, others: [], questions: [] };
    }
    const isNumeric = profile.numbers > 0 && profile.values.size === 0;
    const { words, unit } = nameParts(name);
    const tests = exact?.kind === "value" ? [exact.test] : suggest.test(words);
    const findings = exact?.kind === "finding" ? [exact.finding] : suggest.finding(words);
    const [test] = tests;
    const [finding] = findings;
    if (test && (isNumeric || !finding)) {
      return { ...testProposal(profile, test, unit, definitions), others: [...tests.slice(1), ...findings] };
    }
    if (finding) return { ...findingProposal(profile, finding), others: [...findings.slice(1), ...tests] };
    return { column: name, others: [], questions: [] };
  });
}

function isDistinct({ values, rows, blank }: ColumnProfile): boolean {
  return blank === 0 && rows > 0 && (values.size === 0 || values.size === rows);
}

/** "WBC (10*9/L)" and "WBC_10*9/L" in two: the name, and what may be a unit. */
function nameParts(name: string): { readonly words: string; readonly unit: string } {
  const [, words = name, unit = ""] = /^(.*?)[\s_]*[([](.+)[)\]]\s*$/.exec(name) ?? [];
  return { words: words.replaceAll("_", " ").trim(), unit: unit.trim() };
}

function findingProposal({ name, values }: ColumnProfile, finding: FindingId): Omit<Proposal, "others"> {
  const read = Object.fromEntries([...values.keys()].flatMap((value) => wordFor(value).map((said) => [value, said])));
  const asked = [...values.keys()].filter((value) => value !== "" && !Object.hasOwn(read, value));
  const unticked = untickedValue(
    Object.fromEntries([...values.keys()].map((value) => [value, read[value] ?? "present"])),
  );
  const questions = [
    ...(unticked === undefined
      ? []
      : [
          {
            about: "unticked" as const,
            text: `${name} holds only ${[...values.keys()].map(quoted).join(" and ")}: does ${quoted(unticked)} mean absent, or not asked?`,
          },
        ]),
    ...asked
      .filter((value) => value !== unticked)
      .map((value) => ({
        about: "value" as const,
        text: `${name}: what does ${quoted(value)} mean? It occurs ${values.get(value)} times.`,
      })),
    ...(values.has("") && unticked !== ""
      ? [{ about: "value" as const, text: `${name}: what does a blank cell mean?` }]
      : []),
  ];
  return { column: name, proposed: { is: "finding", finding, values: read }, questions };
}

function wordFor(value: string): readonly CodedAnswer[] {
  const word = WORDS.get(value.toLowerCase());
  return word ? [word] : [];
}

const quoted = (value: string): string => (value === "" ? "a blank cell" : JSON.stringify(value));

function testProposal(
  { name, values }: ColumnProfile,
  test: TestId,
  written: string,
  { tests }: Definitions,
): Omit<Proposal, "others"> {
  const { units, limits = [] } = tests[test];
  const unit =
    acceptedUnit(tests[test], written)?.unit ??
    suggestUnits(written, tests[test])[0] ??
    (units.length === 1 ? units[0].unit : undefined);
  const words = [...values.keys()].filter((value) => value !== "" && cellNumber(value.replace(",", ".")) === undefined);
  const unknown = words.filter((value) => wordFor(value).includes("unknown"));
  const questions: readonly Question[] = [
    ...(unit === undefined
      ? [
          {
            about: "unit" as const,
            text: `${name}: in which unit is it? ${tests[test].label} is accepted in ${units.map((one) => one.unit).join(", ")}.`,
          },
        ]
      : []),
    ...words
      .filter((value) => !unknown.includes(value))
      .map((value) => ({
        about: "value" as const,
        text: `${name}: what does ${quoted(value)} mean? It is no number.`,
      })),
    ...limits
      .filter(({ required }) => required)
      .map(({ label }) => ({ about: "limit" as const, text: `${name}: nothing is judged without it: ${label}.` })),
  ];
  if (unit === undefined) return { column: name, questions };
  return {
    column: name,
    proposed: {
      is: "test",
      test,
      unit,
      ...(unknown.length > 0 && { values: Object.fromEntries(unknown.map((value) => [value, "unknown" as const])) }),
    },
    questions,
  };
}

// ---------------------------------------------------------------- what a codebook makes of a file

/** A reading in words, for the preview and the counts. */
function readingWords(reading: CellReading): string {
  switch (reading.is) {
    case "answers":
      return [...reading.answers].map(([finding, said]) => `${finding}: ${said}`).join(", ") || "nothing";
    case "number":
      return `${reading.comparator ?? ""}${reading.value}`;
    case "day":
      return reading.day;
    case "text":
      return reading.text;
    case "nothing":
      return "nothing";
    case "unread":
      return `not read: ${reading.message}`;
  }
}

/** How each cell of the first rows was read. */
export function previewOf(
  coder: RowCoder,
  rows: readonly (readonly string[])[],
  most = 20,
): readonly (readonly string[])[] {
  return rows.slice(0, most).map((cells) => cells.map((text, column) => readingWords(coder.cell(column, text))));
}

/** How often each column was read as what: answers by their words, numbers and days as such. */
export function readingCounts(
  coder: RowCoder,
  header: readonly string[],
  rows: Iterable<readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = header.map((name) => [name, new Map<string, number>()] as const);
  for (const cells of rows) {
    for (const [column, [, found]] of counts.entries()) {
      const reading = coder.cell(column, cells[column] ?? "");
      const word = reading.is === "answers" ? readingWords(reading) : reading.is === "unread" ? "not read" : reading.is;
      found.set(word, (found.get(word) ?? 0) + 1);
    }
  }
  return new Map(counts);
}

/** The rows of a file that a codebook cannot read, with what is wrong in them. */
export function unreadRows(
  rows: readonly CodedRow[],
): readonly { readonly row: number; readonly faults: CodedRow["faults"] }[] {
  return rows.flatMap(({ faults }, row) => (faults.length > 0 ? [{ row, faults }] : []));
}

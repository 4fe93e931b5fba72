/**
 * What a file's columns hold, and what they may be: proposals for a codebook, from names, values and units. A person
 * takes or leaves each; what 0 or a blank means is asked and never proposed.
 */
import type { Definitions, Finding, FindingId, TestId } from "../../criteria/types.ts";
import { suggestionsFrom } from "../record/suggest.ts";
import { unitsSpelled } from "../record/unit-spelling.ts";
import { type CodedAnswer, type CodedColumn, ownOf, untickedValue } from "./codebook.ts";
import type { CellReading, RowCoder } from "./coded-rows.ts";
import { type ColumnNamed, columnNamed, lettersOf } from "./column-names.ts";
import { cellNumber } from "./columns.ts";

/** What occurs in a column. */
export interface ColumnProfile {
  readonly name: string;
  readonly rows: number;
  readonly blank: number;
  /** Cells that are one number, with a point or a comma before decimals. */
  readonly numbers: number;
  /** The least and the greatest of them. */
  readonly range?: readonly [number, number];
  /** Every different value with how often it occurs, the most frequent first; none where there are too many to code. */
  readonly values: ReadonlyMap<string, number>;
  /** Different texts that are no number, with how often they occur, the most frequent first: the first of them. */
  readonly words: ReadonlyMap<string, number>;
}

/** A column with more different values than this is not one of codes. */
const MOST_VALUES = 40;

/** So many different words of a column of numbers are looked at. */
const MOST_WORDS = 60;

const byCount = (counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...counts].sort((one, other) => other[1] - one[1]));

/** Counts a text that is known, or that there is still room for. */
function count(counts: Map<string, number>, text: string, most: number): void {
  const known = counts.get(text);
  if (known !== undefined) counts.set(text, known + 1);
  else if (counts.size < most) counts.set(text, 1);
}

/** Gathers what occurs in the columns of a file, row by row. */
export function profiler(header: readonly string[]) {
  const columns = header.map(() => ({
    blank: 0,
    numbers: 0,
    least: Number.POSITIVE_INFINITY,
    greatest: Number.NEGATIVE_INFINITY,
    values: new Map<string, number>(),
    words: new Map<string, number>(),
  }));
  let rows = 0;
  return {
    add: (cells: readonly string[]): void => {
      rows += 1;
      for (const [position, column] of columns.entries()) {
        const text = (cells[position] ?? "").trim();
        if (text === "") column.blank += 1;
        else {
          const number = cellNumber(text.replace(",", "."));
          if (number === undefined) count(column.words, text, MOST_WORDS);
          else {
            column.numbers += 1;
            column.least = Math.min(column.least, number);
            column.greatest = Math.max(column.greatest, number);
          }
        }
        count(column.values, text, MOST_VALUES + 1);
      }
    },
    profiles: (): readonly ColumnProfile[] =>
      columns.map(({ blank, numbers, least, greatest, values, words }, position) => ({
        name: header[position] ?? "",
        rows,
        blank,
        numbers,
        ...(numbers > 0 && { range: [least, greatest] as const }),
        values: values.size > MOST_VALUES ? new Map<string, number>() : byCount(values),
        words: byCount(words),
      })),
  };
}

/** A question that a column cannot be read without. */
export interface Question {
  readonly about: "unticked" | "value" | "unit" | "limit" | "order";
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
  // "False" is what a box that was not ticked is exported as, and is asked about as 0 is.
  ...["absent", "negative", "neg", "no", "n"].map((word) => [word, "absent"] as const),
  ...["unknown", "nd", "nk", "na", "n/a", "nan", "nat", "#n/a", "not done", "not known", "missing", "?"].map(
    (word) => [word, "unknown"] as const,
  ),
]);

export function proposalsFor(profiles: readonly ColumnProfile[], definitions: Definitions): readonly Proposal[] {
  const suggest = suggestionsFrom(definitions);
  const columns = profiles.map((profile) => ({ profile, named: columnNamed(profile.name, definitions, suggest) }));
  return columns.map(({ profile, named }): Proposal => {
    const { name } = profile;
    const { exact, tests, findings, unit } = named;
    if (exact === "id" || (isDistinct(profile) && /(^|[_ ])(id|patid|patient|record)([_ ]|$)/i.test(name))) {
      return { column: name, proposed: { is: "id" }, others: [], questions: [] };
    }
    const day = exact ? undefined : dayProposal(profile);
    if (day) return { ...day, others: [] };
    const limit = limitProposal(profile, named, columns, definitions);
    if (limit) return limit;
    const [test] = tests;
    const [finding] = findings;
    const holdsValues = isOfValues(profile);
    if (test && (exact || unit || holdsValues || !finding)) {
      const proposal = testProposal(profile, test, unit, definitions);
      // Without a unit nothing is proposed, and the test is what its name may mean.
      const others = [...(proposal.proposed ? tests.slice(1) : tests), ...findings];
      return { ...proposal, others: [...new Set<string>(others)] };
    }
    if (finding && !holdsValues) {
      return { ...findingProposal(profile, finding), others: [...findings.slice(1), ...tests] };
    }
    // Numbers that were measured are no answers to a finding, and may be values of what decides it.
    const deciding = findings.flatMap((one) => (definitions.findings[one] as Finding).decidedBy ?? []);
    return { column: name, others: [...new Set(deciding.map((rule) => rule.test))], questions: [] };
  });
}

/** A number that was measured, and no code: with decimals, a sign or a ratio, or larger than codes are; or a day. */
const VALUE = /^[<>\u2264\u2265]=?\s*\d|^1\s*[:/]\s*\d|^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}(?!\d)/;
/** Numbers that stand for what is not known. */
const MISSING = /^-|^(?:([5-9])\1{1,3}|99?[5-9]\d?)$/;
const LARGEST_CODE = 9;

function isValue(text: string): boolean {
  const number = cellNumber(text.replace(",", "."));
  if (number === undefined) return VALUE.test(text);
  return !MISSING.test(text) && (!Number.isInteger(number) || number > LARGEST_CODE);
}

/** Whether most of what stands in a column was measured, rather than coded. */
function isOfValues({ values, numbers, words }: ColumnProfile): boolean {
  const texts = values.size > 0 ? [...values].filter(([text]) => text !== "") : [...words];
  let [all, measured] = values.size > 0 ? [0, 0] : [numbers, numbers];
  for (const [text, times] of texts) {
    if (wordFor(text).includes("unknown") || MISSING.test(text)) continue;
    all += times;
    if (isValue(text)) measured += times;
  }
  return measured * 2 > all;
}

/**
 * A column of the laboratory's limits, beside that of the values; without a proposal where it cannot be told which. It is
 * never proposed as the values themselves, or as a finding. Undefined for any other column.
 */
function limitProposal(
  profile: ColumnProfile,
  { tests, limit }: ColumnNamed,
  columns: readonly { readonly profile: ColumnProfile; readonly named: ColumnNamed }[],
  definitions: Definitions,
): Proposal | undefined {
  const [test] = tests;
  if (!limit || !test) return undefined;
  const { name: column } = profile;
  const valued = columns.filter(({ named }) => !named.limit && named.tests.includes(test));
  // "Low" is said of a patient's own values as well, and of a finding.
  if (!limit.sure && (valued.length === 0 || !isOfValues(profile))) return undefined;
  const same = valued.filter(
    ({ profile: { name }, named }) => lettersOf(named.words) === limit.of || name === limit.of,
  );
  const [of, ...others] = same.length > 0 ? same : valued;
  const asked = definitions.tests[test].limits ?? [];
  const name = limit.name ?? (asked.filter(({ required }) => required)[0] ?? asked[0])?.name;
  const isNumeric = profile.numbers * 2 > profile.rows - profile.blank;
  const isOne = of !== undefined && others.length === 0 && name !== undefined && isNumeric;
  return {
    column,
    ...(isOne && { proposed: { is: "limit", of: of.profile.name, limit: name } }),
    others: [],
    questions: [],
  };
}

function isDistinct({ values, rows, blank }: ColumnProfile): boolean {
  return blank === 0 && rows > 0 && (values.size === 0 || values.size === rows);
}

/** A day of three numbers, with or without a time. */
const DAY = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})(?:[T ][\d:.]+Z?)?$/;

/** A column of days; the day of a birth is none on which anything was measured. */
function dayProposal({ name, numbers, words, rows, blank }: ColumnProfile): Omit<Proposal, "others"> | undefined {
  if (/birth|dob|geb|death|dod/i.test(name) || numbers > 0 || blank === rows) return undefined;
  const days = [...words.keys()].map((word) => DAY.exec(word)?.slice(1).map(Number));
  if (days.length === 0 || days.some((day) => day === undefined)) return undefined;
  const orders = DAY_ORDERS.filter(({ year, month }) =>
    days.every((day) => (day?.[year] ?? 0) > 999 && (day?.[month] ?? 0) <= 12 && (day?.[month] ?? 0) > 0),
  );
  const [only, ...more] = orders;
  if (!only) return undefined;
  if (more.length === 0) return { column: name, proposed: { is: "date", order: only.order }, questions: [] };
  const text = `${name}: days in which order? ${orders.map(({ order }) => order).join(" or ")} fits all that were looked at.`;
  return { column: name, questions: [{ about: "order", text }] };
}

const DAY_ORDERS = [
  { order: "year-month-day", year: 0, month: 1 },
  { order: "day-month-year", year: 2, month: 1 },
  { order: "month-day-year", year: 2, month: 0 },
] as const;

function findingProposal({ name, values }: ColumnProfile, finding: FindingId): Omit<Proposal, "others"> {
  const read = wordsSaid([...values.keys()]);
  const asked = [...values.keys()].filter((value) => value !== "" && !Object.hasOwn(read, value));
  const unticked = untickedValue(
    Object.fromEntries([...values.keys()].map((value) => [value, ownOf(read, value) ?? "present"])),
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
        text: `${name}: what does ${quoted(value)} mean? It occurs ${times(values.get(value) ?? 0)}.`,
      })),
    ...(values.has("") && unticked !== ""
      ? [{ about: "value" as const, text: `${name}: what does a blank cell mean?` }]
      : []),
  ];
  return { column: name, proposed: { is: "finding", finding, values: read }, questions };
}

/** What words that say the same in every file say, among these values. */
export function wordsSaid(values: readonly string[]): Readonly<Record<string, CodedAnswer>> {
  return Object.fromEntries(values.flatMap((value) => wordFor(value).map((said) => [value, said])));
}

function wordFor(value: string): readonly CodedAnswer[] {
  const word = WORDS.get(value.toLowerCase());
  return word ? [word] : [];
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

const quoted = (value: string): string => (value === "" ? "a blank cell" : JSON.stringify(value));

function testProposal(
  { name, words: read }: ColumnProfile,
  test: TestId,
  written: string | undefined,
  { tests }: Definitions,
): Omit<Proposal, "others"> {
  const { units, limits = [] } = tests[test];
  // A row of units below the names.
  const inCells = [...read.keys()].filter((word) => unitsSpelled(word, tests[test]).length > 0);
  const [cell, ...others] = inCells;
  const inRow = cell !== undefined && others.length === 0 ? unitsSpelled(cell, tests[test])[0]?.unit : undefined;
  const unit = written ?? (units.length === 1 ? units[0].unit : inRow);
  // A number with its unit, a sign or "1:" before it is read as one.
  const words = [...read.keys()].filter((value) => !/^[<>]?\s*(1\s*[:/]\s*)?[+-]?\d/.test(value));
  const unknown = [...inCells, ...words.filter((value) => wordFor(value).includes("unknown"))];
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
      return reading.disbelief === undefined
        ? `${reading.comparator ?? ""}${reading.value}`
        : `not read: ${reading.disbelief}`;
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

/** Whether a reading keeps its row out. */
export function isUnread(reading: CellReading): boolean {
  return reading.is === "unread" || (reading.is === "number" && reading.disbelief !== undefined);
}

/** How each cell of the first rows was read. */
export function previewOf(
  coder: RowCoder,
  rows: readonly (readonly string[])[],
  columns: readonly number[],
): readonly (readonly string[])[] {
  return rows.map((cells) => columns.map((column) => readingWords(coder.cell(column, cells[column] ?? ""))));
}

/** How often each column was read as what: answers by their words, numbers and days as such. */
export type ReadingCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Counts the readings of rows as they come, of these columns. */
export function readingCounter(coder: RowCoder, header: readonly string[], columns: readonly number[]) {
  const counts = columns.map((column) => [column, new Map<string, number>()] as const);
  return {
    add: (cells: readonly string[]): void => {
      for (const [column, found] of counts) {
        const reading = coder.cell(column, cells[column] ?? "");
        const word = reading.is === "answers" ? readingWords(reading) : isUnread(reading) ? "not read" : reading.is;
        found.set(word, (found.get(word) ?? 0) + 1);
      }
    },
    counts: (): ReadingCounts => new Map(counts.map(([column, found]) => [header[column] ?? "", found])),
  };
}

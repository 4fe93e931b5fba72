/**
 * The columns of a cohort file, one patient a row: what each header means and what its cells can hold. Whatever reads or
 * writes such a file, in whatever language, reads it off here.
 */
import type { Cause, Definitions, FindingId, TestId } from "../../criteria/types.ts";
import { CAUSES } from "../record/causes.ts";
import { shown } from "../record/issues.ts";
import { didYouMean, type Suggestions, suggestionsFrom, suggestUnits } from "../record/suggest.ts";
import { acceptedUnit } from "../record/units.ts";

/** The column that says which patient a row is of. */
export const ID_COLUMN = "id";
/** The last column of the output: the codes of what is wrong with a row's record. */
export const ISSUES_COLUMN = "issues";

/** The limits of the laboratory that a file can give beside a value. */
export const COLUMN_LIMITS = ["low", "high"] as const;
export type ColumnLimit = (typeof COLUMN_LIMITS)[number];

/** What a column holds. */
export type Meaning =
  | { readonly kind: "id" }
  | { readonly kind: "finding"; readonly finding: FindingId }
  | { readonly kind: "value"; readonly test: TestId; readonly unit: string }
  | { readonly kind: "limit"; readonly test: TestId; readonly limit: ColumnLimit }
  /** Copied through and not read. */
  | { readonly kind: "kept" };

/** What columns hold that no header names: a codebook (codebook.ts) makes them of what it reads. */
export type CodedMeaning =
  /** What the values of a patient say of a finding, as 1, 0 or nothing. */
  | { readonly kind: "measured"; readonly finding: FindingId }
  /** 1 where a value cannot be, 0 where the row could not be read: nothing is said of such a patient. */
  | { readonly kind: "refused" }
  /** 1 where nothing but a day could not be read, or cannot be. */
  | { readonly kind: "misdated" };

export interface Layout {
  readonly header: readonly string[];
  /** What each column of the header holds. */
  readonly meanings: readonly (Meaning | CodedMeaning)[];
  /** Positions of the columns that are copied through, in the order in which they were asked for. */
  readonly kept: readonly number[];
}

/** A column that cannot be read, by its position in the header from 0; -1 for one that is not there. */
export interface ColumnFault {
  readonly column: number;
  readonly message: string;
}

export type ReadColumns = { readonly layout: Layout } | { readonly faults: readonly ColumnFault[] };

/** The first faults in full: a file of something else has as many as columns. */
const MOST_FAULTS = 10;

/**
 * What the columns of a header mean. A column that is neither `id`, a finding, a `TEST [UNIT]` nor a limit of a test is
 * a fault, unless it is kept.
 */
export function readColumns(
  header: readonly string[],
  definitions: Pick<Definitions, "findings" | "tests" | "sets">,
  keep: readonly string[] = [],
): ReadColumns {
  const kept = new Set(keep);
  const meanings = header.map((name): Meaning | undefined => {
    const meaning = meaningOf(name, definitions);
    return meaning ?? (kept.has(name) ? { kind: "kept" } : undefined);
  });
  const faults = faultsOf(header, meanings, definitions, keep);
  if (faults.length > 0) return { faults };
  // Without faults each name stands once.
  const positions = new Map(header.map((name, column) => [name, column]));
  return {
    layout: {
      header,
      meanings: meanings.filter((meaning) => meaning !== undefined),
      kept: [...kept].filter((name) => name !== ID_COLUMN).map((name) => positions.get(name) ?? -1),
    },
  };
}

const VALUE = /^(\S+) \[(.+)\]$/;
const LIMIT = /^(\S+) (low|high)$/;

/** What a column of this name holds, or undefined when it is none of the contract's. */
export function meaningOf(
  name: string,
  { findings, tests }: Pick<Definitions, "findings" | "tests">,
): Meaning | undefined {
  if (name === ID_COLUMN) return { kind: "id" };
  if (Object.hasOwn(findings, name)) return { kind: "finding", finding: name as FindingId };
  const [, test = "", unit = ""] = VALUE.exec(name) ?? [];
  if (isTest(test, tests)) return acceptedUnit(tests[test], unit) ? { kind: "value", test, unit } : undefined;
  const [, limited = "", limit] = LIMIT.exec(name) ?? [];
  if (isTest(limited, tests) && (limit === "low" || limit === "high")) return { kind: "limit", test: limited, limit };
  return undefined;
}

function isTest(id: string, tests: Definitions["tests"]): id is TestId {
  return Object.hasOwn(tests, id);
}

function faultsOf(
  header: readonly string[],
  meanings: readonly (Meaning | undefined)[],
  definitions: Pick<Definitions, "findings" | "tests" | "sets">,
  keep: readonly string[],
): readonly ColumnFault[] {
  const first = new Map<string, number>();
  const valued = new Set<TestId>();
  for (const [column, name] of header.entries()) {
    if (!first.has(name)) first.set(name, column);
    const meaning = meanings[column];
    if (meaning?.kind === "value") valued.add(meaning.test);
  }
  const [only = "", ...others] = header;
  if (others.length === 0 && meanings[0] === undefined && /[;\t|]/.test(only) && !keep.includes(only)) {
    const message = `There is one column, ${shown(only)}; accepted: a comma between columns, or a codebook that names another sign.`;
    return [{ column: 0, message }];
  }
  const suggestions = suggestionsFrom(definitions);
  const faults: ColumnFault[] = [];
  let more = 0;
  const fault = (column: number, message: () => string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ column, message: message() });
    else more += 1;
  };
  for (const [column, name] of header.entries()) {
    const meaning = meanings[column];
    const before = first.get(name) ?? column;
    if (before < column)
      fault(column, () => `There is a second column ${shown(name)}; the first is column ${before + 1}.`);
    else if (!meaning) fault(column, () => notRead(name, definitions, suggestions));
    else if (meaning.kind === "limit" && !valued.has(meaning.test)) {
      fault(column, () => `${shown(name)} is the limit of a value, and there is no column "${meaning.test} [UNIT]".`);
    }
  }
  if (!first.has(ID_COLUMN))
    fault(-1, () => `There is no column "${ID_COLUMN}", which says which patient a row is of.`);
  const own = new Set(outputColumns(definitions).slice(1));
  for (const name of new Set(keep)) {
    const column = first.get(name);
    if (column === undefined) fault(-1, () => `There is no column ${shown(name)} to keep.`);
    else if (own.has(name)) {
      fault(
        column,
        () => `${shown(name)} is a column of the output and cannot be kept beside it; give it another name.`,
      );
    }
  }
  if (more > 0) faults.push({ column: -1, message: `${more} more columns cannot be read; they are not listed.` });
  return faults;
}

function notRead(name: string, { tests }: Pick<Definitions, "tests">, { finding, test }: Suggestions): string {
  const [, valued = "", unit = ""] = VALUE.exec(name) ?? [];
  if (isTest(valued, tests)) {
    const accepted = tests[valued].units.map((one) => one.unit).join(", ");
    return `${shown(name)}: the unit of ${valued} was read as ${shown(unit)}; accepted: ${accepted}.${didYouMean(suggestUnits(unit, tests[valued]))}`;
  }
  if (isTest(name, tests)) {
    return `${shown(name)} is a test: name its unit, as in "${name} [${tests[name].units[0].unit}]".`;
  }
  const near = [...finding(name), ...test(name.replace(/ .*/, ""))].slice(0, 3);
  return `${shown(name)} is neither a finding, nor "TEST [UNIT]", nor the limit of a test.${didYouMean(near)} To copy it through, name it with --keep.`;
}

/** What a cell of a finding's column can say. */
export interface CellAnswer {
  readonly status: "present" | "absent" | "unknown";
  /** What other than SLE explains it better. */
  readonly cause?: Cause;
}

/** What `explained` without a cause says: something else, of which the file does not say what. */
export const UNNAMED_CAUSE: Cause = "other";

/** Yes and no as programs and databases print them, where somebody else's file would have 1 and 0. */
const PRINTED_YES = ["1.0", "true", "True", "TRUE"];
const PRINTED_NO = ["0.0", "false", "False", "FALSE"];

/** Every word that a cell of a finding's column can hold, with what it says. An empty cell is unknown. */
export const CELL_ANSWERS: ReadonlyMap<string, CellAnswer> = new Map<string, CellAnswer>([
  ["", { status: "unknown" }],
  ["unknown", { status: "unknown" }],
  ...["1", "present", ...PRINTED_YES].map((word): [string, CellAnswer] => [word, { status: "present" }]),
  ...["0", "absent", ...PRINTED_NO].map((word): [string, CellAnswer] => [word, { status: "absent" }]),
  ["explained", { status: "present", cause: UNNAMED_CAUSE }],
  ...CAUSES.map((cause): [string, CellAnswer] => [`explained:${cause}`, { status: "present", cause }]),
]);

/**
 * 1 and 0 with any number of zeros behind the point, as a column of numbers prints them. A pattern is a POSIX regular
 * expression without backslashes, for a whole cell, so that a query (lib/sql) reads by the same.
 */
export const DECIMAL_ANSWERS = [
  { pattern: "1[.]0+", status: "present" },
  { pattern: "0[.]0+", status: "absent" },
] as const;

const wholeOf = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`);
const DECIMALS = DECIMAL_ANSWERS.map(({ pattern, status }) => ({ whole: wholeOf(pattern), answer: { status } }));

/** What a cell of a finding's column says; undefined for another text. */
export function cellAnswer(text: string): CellAnswer | undefined {
  return CELL_ANSWERS.get(text) ?? DECIMALS.find(({ whole }) => whole.test(text))?.answer;
}

/** What a cell of a finding's column may hold, for messages. */
export const ANSWERS_ACCEPTED = `1 or present, 0 or absent, nothing or unknown, explained, or explained: and one of ${CAUSES.join(", ")}; also true and false, and 1.0 and 0.0`;

/**
 * A number as it is read, for a whole cell as `DECIMAL_ANSWERS` are: longer than any that is measured or printed, and
 * short enough that every engine makes the same double of it.
 */
export const NUMBER_PATTERN = "[+-]?([0-9]{1,30}([.][0-9]{0,60})?|[.][0-9]{1,60})([eE][+-]?[0-9]{1,2})?";
const NUMBER = wholeOf(NUMBER_PATTERN);
const ANY_NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** The number that a cell holds; undefined for another text. An empty cell holds none either: ask before. */
export function cellNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/** What would be read in place of a text that is none, for messages. */
export function numberAccepted(text: string): string {
  const isLong = ANY_NUMBER.test(text);
  return `one number with a point before decimals${isLong ? ", of at most 30 digits before it, 60 behind it and 2 in an exponent" : ""}`;
}

/** The columns that each set adds to the output, in the order in which they stand. */
export const FIGURE_COLUMNS = ["score", "lower", "upper", "as-assessed", "verdict"] as const;

/** The header of the output: the id, the figures of each set, what is kept, and last what is wrong. */
export function outputColumns({ sets }: Pick<Definitions, "sets">, kept: readonly string[] = []): readonly string[] {
  return [
    ID_COLUMN,
    ...sets.flatMap(({ id }) => FIGURE_COLUMNS.map((figure) => `${id} ${figure}`)),
    ...kept,
    ISSUES_COLUMN,
  ];
}

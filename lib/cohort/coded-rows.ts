import type { Definitions, FindingId, LabTest, LimitName, Measurement, TestId } from "../../criteria/types.ts";
import { doubtOf, EARLIEST_DAY, isCalendarDay } from "../record/day.ts";
import { disbelief, interpret, type RecordPlan } from "../record/interpret.ts";
import { type IssueCode, shown } from "../record/issues.ts";
import { type LimitDoubt, limitDoubts } from "../record/limit-doubts.ts";
import { LIMIT_NAMES, LIMIT_WORDS } from "../record/limit-names.ts";
import { TITER } from "../record/titer.ts";
import { acceptedUnit } from "../record/units.ts";
import { absentBy, type Codebook, type CodedAnswer, type CodedColumn, ownOf, presentBy } from "./codebook.ts";
import { cellNumber, UNNAMED_CAUSE } from "./columns.ts";

/** What is wrong in a row, by the position of its column from 0; -1 for what its rows say together. */
export interface CellFault {
  readonly column: number;
  readonly message: string;
  /** Of a day and of a number that cannot be, as of those of a record's measurement; else it could not be read. */
  readonly code?: "bad-date" | "implausible-value";
}

/** What is to be said of a value that is read: nothing of it keeps its row out. */
export interface CellNote {
  readonly column: number;
  readonly about: "no-limit" | "limit-refused" | "limit-doubted";
  readonly why: string;
}

/** What one cell says, for the preview and the counts. */
export type CellReading =
  | { readonly is: "answers"; readonly answers: readonly (readonly [FindingId, CodedAnswer])[] }
  | {
      readonly is: "number";
      readonly value: number;
      readonly comparator?: "<" | ">";
      /** Why it cannot be a number of this test. */
      readonly disbelief?: string;
    }
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "nothing" }
  | { readonly is: "unread"; readonly message: string; readonly code?: "bad-date" };

/** What a row says of a patient. */
export interface CodedRow {
  readonly id: string;
  readonly answers: ReadonlyMap<FindingId, CodedAnswer>;
  readonly measurements: readonly Measurement[];
  readonly kept: readonly string[];
  readonly faults: readonly CellFault[];
  readonly notes: readonly CellNote[];
}

export interface RowCoder {
  readonly kept: readonly string[];
  readonly cell: (column: number, text: string) => CellReading;
  readonly row: (cells: readonly string[]) => CodedRow;
}

const NOTHING: CellReading = { is: "nothing" };

/** Different values of a column that are remembered. */
const MOST_KNOWN = 10_000;

/**
 * Reads the rows of a file with this header by a codebook that is without faults for it. `today`, as YYYY-MM-DD, is the
 * last day of which anything can be.
 */
export function rowCoder(
  codebook: Codebook,
  header: readonly string[],
  definitions: Definitions,
  today?: string,
): RowCoder {
  const { columns } = codebook;
  const coded = header.map((name): CodedColumn => ownOf(columns, name) ?? { is: "ignored" });
  const values = valuesIn(coded, header, definitions);
  const id = coded.findIndex(({ is }) => is === "id");
  const kept = header.filter((_, column) => coded[column]?.is === "kept");
  // Columns of codes have few different values, and each is read once.
  const known = header.map(() => new Map<string, CellReading>());
  const cell = (column: number, text: string): CellReading => {
    const before = known[column]?.get(text);
    if (before) return before;
    const one = coded[column] ?? { is: "ignored" };
    const reading = readCell(text.trim(), text, one, codebook, definitions, today);
    if (reading.is !== "text" && (known[column]?.size ?? 0) < MOST_KNOWN) known[column]?.set(text, reading);
    return reading;
  };
  const row = (cells: readonly string[]): CodedRow => {
    const faults: CellFault[] = [];
    const readings = cells.map((text, column) => {
      const reading = cell(column, text);
      if (reading.is === "unread") {
        const { message, code } = reading;
        faults.push({ column, message, ...(code && { code }) });
      }
      return reading;
    });
    const answers = new Map<FindingId, CodedAnswer>();
    for (const [column, reading] of readings.entries()) {
      if (reading.is !== "answers") continue;
      for (const [finding, said] of reading.answers) {
        const before = answers.get(finding);
        const both = before === undefined ? said : agreed(before, said);
        if (both === undefined) {
          faults.push({ column, message: `${finding} is ${said} here, and ${before} in another column of the row.` });
        } else answers.set(finding, both);
      }
    }
    if ((cells[id] ?? "").trim() === "") faults.push({ column: id, message: "The row has no id." });
    const { measurements, disbelieved, notes } = values(readings);
    return {
      id: textOf(cells[id]),
      answers,
      measurements,
      kept: cells.filter((_, column) => coded[column]?.is === "kept").map(textOf),
      faults: disbelieved.length === 0 ? faults : [...faults, ...disbelieved],
      // Of a row that is kept out nothing else is said.
      notes: faults.length + disbelieved.length === 0 ? notes : [],
    };
  };
  return { kept, cell, row };
}

/** Ids and kept cells as they stand. No text has a zero byte: a row with one is marked, and written without. */
function textOf(cell = ""): string {
  return cell.includes("\0") ? cell.replaceAll("\0", "") : cell;
}

/** What two columns of one row say of a finding together; undefined where they disagree. */
function agreed(one: CodedAnswer, other: CodedAnswer): CodedAnswer | undefined {
  if (named(one) === named(other) || other === "unknown") return one;
  return one === "unknown" ? other : undefined;
}

/** An explanation with its cause: one without says that it is another. */
export function named(said: CodedAnswer): CodedAnswer {
  return said === "explained" ? `explained:${UNNAMED_CAUSE}` : said;
}

function readCell(
  text: string,
  whole: string,
  column: CodedColumn,
  { columns, file: { decimal } }: Codebook,
  definitions: Definitions,
  today: string | undefined,
): CellReading {
  switch (column.is) {
    case "id":
    case "kept":
      return whole.includes("\0")
        ? { is: "unread", message: `Read ${shown(whole)}, with a zero byte, which no text has.` }
        : { is: "text", text: whole };
    case "ignored":
      return NOTHING;
    case "finding": {
      const said = ownOf(column.values, text);
      return said === undefined ? notListed(text, column.values) : answers([[column.finding as FindingId, said]]);
    }
    case "findings": {
      const said = ownOf(column.values, text);
      if (said === undefined) return notListed(text, column.values);
      return said === "unknown" ? NOTHING : answers(Object.entries(said) as [FindingId, CodedAnswer][]);
    }
    case "criterion": {
      const said = ownOf(column.values, text);
      if (said === undefined) return notListed(text, column.values);
      const asked = said === "absent" ? absentBy(column, definitions) : presentBy(column, definitions);
      return said === "unknown" ? NOTHING : answers(asked.map((finding) => [finding, said]));
    }
    case "test": {
      const said = column.values && ownOf(column.values, text);
      if (said === "unknown" || text === "") return NOTHING;
      const read: CellReading =
        typeof said === "number"
          ? { is: "number", value: said }
          : readNumber(text, column.unit, decimal, definitions.tests[column.test as TestId]);
      return believed(read, "value", column, definitions);
    }
    case "limit": {
      if (text === "" || (column.values && ownOf(column.values, text) === "unknown")) return NOTHING;
      const of = ownOf(columns, column.of);
      if (of?.is !== "test") return readLimit(text, "", decimal, undefined);
      const read = readLimit(text, of.unit, decimal, definitions.tests[of.test as TestId]);
      return believed(read, column.limit, of, definitions);
    }
    case "date":
      if (text === "" || (column.values && ownOf(column.values, text) === "unknown")) return NOTHING;
      return readDay(text, column.order, today);
  }
}

/** A number, with why it cannot be one of its test. */
function believed(
  read: CellReading,
  key: "value" | LimitName,
  { test, unit }: TestColumn,
  definitions: Definitions,
): CellReading {
  const accepted = acceptedUnit(definitions.tests[test as TestId], unit);
  if (read.is !== "number" || !accepted) return read;
  const why = disbelief(read.value, key, test as TestId, accepted, definitions);
  return why === undefined ? read : { ...read, disbelief: why };
}

function answers(said: readonly (readonly [FindingId, CodedAnswer])[]): CellReading {
  return { is: "answers", answers: said };
}

function notListed(text: string, values: Readonly<Record<string, unknown>>): CellReading {
  const listed = Object.keys(values).slice(0, 12).map(shown).join(", ");
  return {
    is: "unread",
    message: `Read ${shown(text)}, of which the codebook does not say what it means; it lists ${listed}.`,
  };
}

/** A number, with the sign that a laboratory prints before what it cannot count further, and with the unit behind it. */
function readNumber(text: string, unit: string, decimal: "." | ",", test: LabTest | undefined): CellReading {
  const label = test?.units.find((one) => one.unit === unit)?.label;
  let number = text;
  for (const written of [unit, label])
    if (written && number.endsWith(written)) number = number.slice(0, -written.length).trim();
  const comparator = /^[<>](?!=)/.exec(number)?.[0];
  number = number.slice(comparator?.length ?? 0).trim();
  if (unit === TITER) number = number.replace(/^1\s*[:/]\s*/, "");
  const other = decimal === "." ? "," : ".";
  const value = number.includes(other) ? undefined : cellNumber(number.replace(decimal, "."));
  if (value === undefined) {
    const accepted = `one number with ${shown(decimal)} before decimals, < or > before it, or a value that the codebook lists`;
    const time =
      unit === TITER && /^\d{1,2}:\d\d(:\d\d)?( ?[AP]M)?$/i.test(text)
        ? " A spreadsheet makes a time of a titer: write the column as text there."
        : "";
    return { is: "unread", message: `Read ${shown(text)}; accepted: ${accepted}.${time}` };
  }
  return { is: "number", value, ...((comparator === "<" || comparator === ">") && { comparator }) };
}

/** A limit is where a value is judged: what stands before it says that it is another. */
function readLimit(text: string, unit: string, decimal: "." | ",", test: LabTest | undefined): CellReading {
  const read = readNumber(text, unit, decimal, test);
  if (read.is === "number" && read.comparator === undefined) return read;
  const accepted = `one number with ${shown(decimal)} before decimals, or a value that the codebook lists`;
  return { is: "unread", message: `Read ${shown(text)}; accepted: ${accepted}.` };
}

const DAY_ORDER = {
  "year-month-day": [0, 1, 2],
  "day-month-year": [2, 1, 0],
  "month-day-year": [2, 0, 1],
} as const;

function readDay(text: string, order: keyof typeof DAY_ORDER, today: string | undefined): CellReading {
  const parts = /^(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})(?:[T ][\d:.]+Z?)?$/.exec(text)?.slice(1) ?? [];
  const [year = "", month = "", day = ""] = DAY_ORDER[order].map((place) => parts[place]);
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const code = "bad-date";
  if (!isCalendarDay(written)) {
    const message = `Read ${shown(text)}; accepted: a day as ${order}, with four digits of the year.`;
    return { is: "unread", code, message };
  }
  const doubt = doubtOf(written, today);
  if (!doubt) return { is: "day", day: written };
  return { is: "unread", code, message: `${doubt.why} Accepted: a day from ${EARLIEST_DAY} to today.` };
}

type TestColumn = Extract<CodedColumn, { readonly is: "test" }>;

/** What the values of a row are, each beside the limits of its own row, and what is to be said of them. */
interface RowValues {
  readonly measurements: readonly Measurement[];
  readonly disbelieved: readonly CellFault[];
  readonly notes: readonly CellNote[];
}

/** Reads the values of a row, of which the readings are those of its cells. */
function valuesIn(
  coded: readonly CodedColumn[],
  header: readonly string[],
  { tests }: Definitions,
): (readings: readonly CellReading[]) => RowValues {
  const columns = coded.flatMap((column, position) => {
    if (column.is !== "test") return [];
    const limits = coded.flatMap((limit, at) =>
      limit.is === "limit" && limit.of === header[position] ? [{ at, name: limit.limit }] : [],
    );
    const test = tests[column.test as TestId];
    // Where nothing is judged without one, and where the file has a column for it.
    const wanted = LIMIT_NAMES.filter(
      (name) =>
        limits.some((limit) => limit.name === name) ||
        test?.limits?.some((limit) => limit.name === name && limit.required),
    );
    return [{ column, position, limits, wanted, doubts: doubtsOf(column, test) }];
  });
  return (readings) => {
    const dates = readings.filter((reading) => reading.is === "day");
    const date = dates.length === 1 ? dates[0]?.day : undefined;
    const disbelieved: CellFault[] = [];
    const notes: CellNote[] = [];
    const measurements = columns.flatMap(({ column, position, limits: own, wanted, doubts }): Measurement[] => {
      const reading = readings[position];
      if (reading?.is !== "number") return [];
      const limits: { [name in LimitName]?: number } = {
        ...(column.limits as { [name in LimitName]?: number } | undefined),
      };
      const wrong: CellFault[] = [];
      const check = (at: number, message: string | undefined): void => {
        if (message !== undefined) wrong.push({ column: at, message, code: "implausible-value" });
      };
      check(position, reading.disbelief);
      for (const { at, name } of own) {
        const read = readings[at];
        if (read?.is !== "number") continue;
        limits[name] = read.value;
        check(at, read.disbelief);
      }
      for (const name of wanted) {
        if (limits[name] === undefined) notes.push({ column: position, about: "no-limit", why: LIMIT_WORDS[name] });
      }
      if (wrong.length > 0) disbelieved.push(...wrong);
      else {
        for (const { limit, certain, why } of doubts(reading.value, limits)) {
          const at = own.find(({ name }) => name === limit)?.at ?? position;
          notes.push({ column: at, about: certain ? "limit-refused" : "limit-doubted", why });
        }
      }
      return [
        {
          test: column.test as TestId,
          value: reading.value,
          unit: column.unit,
          ...(reading.comparator && { comparator: reading.comparator }),
          ...limits,
          ...(column.method !== undefined && { method: column.method }),
          ...(date !== undefined && { date }),
        },
      ];
    });
    return { measurements, disbelieved, notes };
  };
}

const NO_DOUBTS: readonly LimitDoubt[] = [];

/** What is doubtful of limits beside a value of a column; laboratories print few different ones. */
function doubtsOf({ test: id, unit }: TestColumn, test: LabTest | undefined) {
  const known = new Map<string, readonly LimitDoubt[]>();
  return (value: number, limits: { readonly [name in LimitName]?: number }): readonly LimitDoubt[] => {
    const given = LIMIT_NAMES.map((name) => limits[name]);
    if (!test || given.every((limit) => limit === undefined)) return NO_DOUBTS;
    const key = [value, ...given].join();
    const before = known.get(key);
    if (before) return before;
    const doubts = limitDoubts({ test: id as TestId, unit, value, ...limits }, test);
    if (known.size < MOST_KNOWN) known.set(key, doubts.length === 0 ? NO_DOUBTS : doubts);
    return doubts;
  };
}

/**
 * What the values of a patient say of findings, or the code of what is wrong with them. Values that contradict each other
 * are left to the scorer, which says so.
 */
export function measuredOf(
  measurements: readonly Measurement[],
  plan: RecordPlan,
  today?: string,
): { readonly measured: ReadonlyMap<FindingId, "present" | "absent"> } | { readonly issue: IssueCode } {
  const measured = new Map<FindingId, "present" | "absent">();
  if (measurements.length === 0) return { measured };
  const read = interpret(plan, { format: "sle-record/1", measurements }, today);
  const wrong = read.issues.find(({ severity, code }) => severity === "error" && code !== "contradiction");
  if (wrong) return { issue: wrong.code };
  for (const [finding, { status }] of read.measured) if (status !== "unknown") measured.set(finding, status);
  return { measured };
}

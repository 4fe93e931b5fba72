import type { Definitions, FindingId, LabTest, LimitName, Measurement, TestId } from "../../criteria/types.ts";
import { doubtOf, EARLIEST_DAY, isCalendarDay } from "../record/day.ts";
import { interpret, type RecordPlan } from "../record/interpret.ts";
import { type IssueCode, shown } from "../record/issues.ts";
import { TITER } from "../record/titer.ts";
import { absentBy, type Codebook, type CodedAnswer, type CodedColumn, presentBy } from "./codebook.ts";
import { cellNumber, UNNAMED_CAUSE } from "./columns.ts";

/** What could not be read in a row, by the position of its column from 0; -1 for what its rows say together. */
export interface CellFault {
  readonly column: number;
  readonly message: string;
  /** Of a day, as of that of a record's measurement. */
  readonly code?: "bad-date";
}

/** What one cell says, for the preview and the counts. */
export type CellReading =
  | { readonly is: "answers"; readonly answers: readonly (readonly [FindingId, CodedAnswer])[] }
  | { readonly is: "number"; readonly value: number; readonly comparator?: "<" | ">" }
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
  { columns, file }: Codebook,
  header: readonly string[],
  definitions: Definitions,
  today?: string,
): RowCoder {
  const coded = header.map((name): CodedColumn => columns[name] ?? { is: "ignored" });
  const id = coded.findIndex(({ is }) => is === "id");
  const kept = header.filter((_, column) => coded[column]?.is === "kept");
  // Columns of codes have few different values, and each is read once.
  const known = header.map(() => new Map<string, CellReading>());
  const cell = (column: number, text: string): CellReading => {
    const before = known[column]?.get(text);
    if (before) return before;
    const one = coded[column] ?? { is: "ignored" };
    const reading = readCell(text.trim(), text, one, file.decimal, definitions, today);
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
    return {
      id: cells[id] ?? "",
      answers,
      measurements: measurementsIn(readings, coded, header),
      kept: cells.filter((_, column) => coded[column]?.is === "kept"),
      faults,
    };
  };
  return { kept, cell, row };
}

/** What two columns of one row say of a finding together; undefined where they disagree. */
function agreed(one: CodedAnswer, other: CodedAnswer): CodedAnswer | undefined {
  if (named(one) === named(other) || other === "unknown") return one;
  return one === "unknown" ? other : undefined;
}

/** An explanation with its cause: one without says that it is another. */
function named(said: CodedAnswer): CodedAnswer {
  return said === "explained" ? `explained:${UNNAMED_CAUSE}` : said;
}

function readCell(
  text: string,
  whole: string,
  column: CodedColumn,
  decimal: "." | ",",
  definitions: Definitions,
  today: string | undefined,
): CellReading {
  switch (column.is) {
    case "id":
    case "kept":
      return { is: "text", text: whole };
    case "ignored":
      return NOTHING;
    case "finding": {
      const said = meaningIn(column.values, text);
      return said === undefined ? notListed(text, column.values) : answers([[column.finding as FindingId, said]]);
    }
    case "findings": {
      const said = meaningIn(column.values, text);
      if (said === undefined) return notListed(text, column.values);
      return said === "unknown" ? NOTHING : answers(Object.entries(said) as [FindingId, CodedAnswer][]);
    }
    case "criterion": {
      const said = meaningIn(column.values, text);
      if (said === undefined) return notListed(text, column.values);
      const asked = said === "absent" ? absentBy(column, definitions) : presentBy(column, definitions);
      return said === "unknown" ? NOTHING : answers(asked.map((finding) => [finding, said]));
    }
    case "test": {
      const said = column.values && meaningIn(column.values, text);
      if (said === "unknown" || text === "") return NOTHING;
      return typeof said === "number"
        ? { is: "number", value: said }
        : readNumber(text, column.unit, decimal, definitions.tests[column.test as TestId]);
    }
    case "limit":
      if (text === "" || (column.values && meaningIn(column.values, text) === "unknown")) return NOTHING;
      return readLimit(text, decimal);
    case "date":
      if (text === "" || (column.values && meaningIn(column.values, text) === "unknown")) return NOTHING;
      return readDay(text, column.order, today);
  }
}

function answers(said: readonly (readonly [FindingId, CodedAnswer])[]): CellReading {
  return { is: "answers", answers: said };
}

function meaningIn<Value>(values: Readonly<Record<string, Value>>, text: string): Value | undefined {
  return Object.hasOwn(values, text) ? values[text] : undefined;
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
    return { is: "unread", message: `Read ${shown(text)}; accepted: ${accepted}.` };
  }
  return { is: "number", value, ...((comparator === "<" || comparator === ">") && { comparator }) };
}

/** A limit is where a value is judged: what stands before it says that it is another. */
function readLimit(text: string, decimal: "." | ","): CellReading {
  const read = readNumber(text, "", decimal, undefined);
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

function measurementsIn(
  readings: readonly CellReading[],
  coded: readonly CodedColumn[],
  header: readonly string[],
): Measurement[] {
  const dates = readings.filter((reading) => reading.is === "day");
  const date = dates.length === 1 ? dates[0]?.day : undefined;
  return readings.flatMap((reading, position): Measurement[] => {
    const column = coded[position];
    if (column?.is !== "test" || reading.is !== "number") return [];
    const limits: { [name in LimitName]?: number } = {
      ...(column.limits as { [name in LimitName]?: number } | undefined),
    };
    for (const [other, limit] of coded.entries()) {
      const read = readings[other];
      if (limit.is === "limit" && limit.of === header[position] && read?.is === "number")
        limits[limit.limit] = read.value;
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
}

/** What the rows of one patient say. Of a finding each answer is held once, however many rows give it. */
interface Visits {
  readonly id: string;
  readonly said: Map<FindingId, readonly CodedAnswer[]>;
  readonly measurements: Measurement[];
  readonly kept: string[];
  readonly faults: CellFault[];
}

/**
 * Rows of one patient, joined as they come: what was ever present is, unless something else explains it every time. Two
 * explanations are a fault, since sets let one count and another not, and nothing says which it is. Of a column that is
 * kept, the last cell in which something stands: what does not change is often written once.
 */
export function visitJoiner() {
  const patients = new Map<string, Visits>();
  // Few different ones occur, and all patients share them.
  const shared = new Map<string, readonly CodedAnswer[]>();
  const both = (before: readonly CodedAnswer[], one: CodedAnswer): readonly CodedAnswer[] => {
    if (before.includes(one)) return before;
    const all = [...before, one];
    const key = all.join();
    const known = shared.get(key);
    if (!known) shared.set(key, all);
    return known ?? all;
  };
  return {
    /** Blanks beside an id make no other patient of it. */
    add: (row: CodedRow): void => {
      const id = row.id.trim();
      const known = patients.get(id);
      const visits: Visits = known ?? {
        id: row.id,
        said: new Map(),
        measurements: [],
        kept: [...row.kept],
        faults: [],
      };
      if (!known) patients.set(id, visits);
      for (const [finding, said] of row.answers) {
        visits.said.set(finding, both(visits.said.get(finding) ?? [], named(said)));
      }
      for (const measurement of row.measurements) visits.measurements.push(measurement);
      for (const [column, text] of row.kept.entries()) if (text.trim() !== "") visits.kept[column] = text;
      // One says that the patient cannot be read; whether all are of days alone, another.
      for (const fault of row.faults) {
        if (visits.faults.every(({ code }) => code !== fault.code)) visits.faults.push(fault);
      }
    },
    /** Each patient with what its rows say together, as the first of its rows came. */
    patients: function* (): Generator<CodedRow> {
      for (const { said, faults, ...visits } of patients.values()) {
        const { answers, disagreed } = joinedAnswers(said);
        yield { ...visits, answers, faults: [...faults, ...disagreed] };
      }
    },
  };
}

function joinedAnswers(all: Visits["said"]) {
  const answers = new Map<FindingId, CodedAnswer>();
  const disagreed: CellFault[] = [];
  for (const [finding, said] of all) {
    const [cause, another] = said.filter((one) => one.startsWith("explained"));
    if (said.includes("present")) answers.set(finding, "present");
    else if (cause !== undefined && another !== undefined) {
      disagreed.push({ column: -1, message: `${finding} is ${cause} in one row, and ${another} in another.` });
    } else answers.set(finding, cause ?? (said.includes("absent") ? "absent" : "unknown"));
  }
  return { answers, disagreed };
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

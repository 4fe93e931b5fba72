import { EARLIEST_DAY, isCalendarDay } from "../record/day.ts";
import { isPlaceholderDay } from "../record/placeholder-days.ts";

/** A day as it stands in a text. Without `day` it is a month only, or can be read in two ways. */
export interface DayInText {
  readonly start: number;
  readonly end: number;
  readonly day?: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const YEAR = "(?:19|20)\\d\\d";

const SHAPES = new RegExp(
  [
    `(?<![\\d./-])(?<isoYear>${YEAR})[-/.](?<isoMonth>\\d{1,2})[-/.](?<isoDay>\\d{1,2})(?![\\d/])`,
    `(?<![\\d./-])(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](?<month>${MONTH})\\.?,?[ -](?<year>${YEAR}(?!\\d)|\\d\\d(?![\\d:]))`,
    `(?<![\\d./-])(?<joinedDay>\\d{1,2})(?<joinedMonth>${MONTH})(?<joinedYear>${YEAR})(?!\\d)`,
    `(?<![a-z])(?<usMonth>${MONTH})\\.? (?<usDay>\\d{1,2})(?:st|nd|rd|th)?,? (?<usYear>${YEAR})(?!\\d)`,
    `(?<![\\d./-])(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})\\k<sign>(?<shortYear>${YEAR}|\\d\\d)(?![\\d/%]|-(?!\\d{4}(?!\\d))|[.,]\\d)`,
    `(?<![a-z])(?:${MONTH})\\.?,? ${YEAR}(?!\\d)`,
    `(?<![\\d./-])(?<runYear>20\\d\\d)(?<runMonth>0[1-9]|1[0-2])(?<runDay>[0-3]\\d)(?![\\d.,/-])`,
  ].join("|"),
  "g",
);

/** Every day in a text that was brought to lower case, in order. */
export function daysIn(text: string): readonly DayInText[] {
  const all = [...text.matchAll(SHAPES)];
  const orders = ordersOf(text, all);
  return all.map((found, at) => {
    const start = found.index;
    const day = dayOf(found) ?? inOrder(found, orders[at]);
    return { start, end: start + found[0].length, ...(day && { day }) };
  });
}

type Order = "day-first" | "month-first";

/**
 * For each day the order in which the days beside it are written, where one of them can be read in one way only: of days
 * in a row with nothing between them, the heads of columns. Elsewhere another day of a text may be written by another.
 */
function ordersOf(text: string, all: readonly RegExpExecArray[]): readonly (Order | undefined)[] {
  const rows: number[] = [];
  const orders = new Map<number, Set<Order>>();
  let row = 0;
  for (const [at, { index, groups = {} }] of all.entries()) {
    const before = all[at - 1];
    if (!before || !BETWEEN_COLUMNS.test(text.slice(before.index + before[0].length, index))) row += 1;
    rows.push(row);
    const { one, two, sign } = groups;
    if (!one || !two || sign === ".") continue;
    const order = Number(one) > 12 ? "day-first" : Number(two) > 12 ? "month-first" : undefined;
    if (order) orders.set(row, (orders.get(row) ?? new Set()).add(order));
  }
  return rows.map((of) => {
    const [order, ...more] = orders.get(of) ?? [];
    return more.length > 0 ? undefined : order;
  });
}

const BETWEEN_COLUMNS = /^(?:\s\d{1,2}:\d\d)?[ \t|]{1,40}$/;

/** "10/12/24  10/13/24": the second says that the first begins with its month. */
function inOrder({ groups = {} }: RegExpExecArray, order: Order | undefined): string | undefined {
  const { one, two, sign, shortYear } = groups;
  if (!one || !two || !shortYear || sign === "." || !order) return undefined;
  const [first, second] = [Number(one), Number(two)];
  return order === "day-first" ? day(shortYear, second, first) : day(shortYear, first, second);
}

function dayOf({ groups = {} }: RegExpExecArray): string | undefined {
  const {
    isoYear,
    isoMonth,
    isoDay,
    day: date,
    month,
    year,
    joinedDay,
    joinedMonth,
    joinedYear,
    usMonth,
    usDay,
    usYear,
    runYear,
    runMonth,
    runDay,
  } = groups;
  if (isoYear) return day(isoYear, Number(isoMonth), Number(isoDay));
  if (year) return day(year, monthOf(month), Number(date));
  if (joinedYear) return day(joinedYear, monthOf(joinedMonth), Number(joinedDay));
  if (usYear) return day(usYear, monthOf(usMonth), Number(usDay));
  if (runYear) return day(runYear, Number(runMonth), Number(runDay));
  const { one, two, sign, shortYear } = groups;
  if (!(one && two && shortYear)) return undefined;
  const [first, second] = [Number(one), Number(two)];
  if (sign === ".") return shortYear.length === 4 ? day(shortYear, second, first) : undefined;
  // 03/04/2012 is two days, unless both are the same.
  if (first > 12) return day(shortYear, second, first);
  if (second > 12 || first === second) return day(shortYear, first, second);
  return undefined;
}

function monthOf(name = ""): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function day(year: string, month: number, date: number): string | undefined {
  const whole = year.length === 2 ? `20${year}` : year;
  const iso = `${whole}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
  return isCalendarDay(iso) && iso >= EARLIEST_DAY && !isPlaceholderDay(iso) ? iso : undefined;
}

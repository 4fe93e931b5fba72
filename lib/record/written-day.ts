import { isCalendarDay } from "./day.ts";

/** A day as it was written in a text, and what is left of the text. */
export interface WrittenDay {
  /** As YYYY-MM-DD. Several where it can be read in more than one way, and then none is certain. */
  readonly days: readonly string[];
  /** Why a person has to say which day is meant; absent where the text says it. */
  readonly why?: string;
  readonly written: string;
  readonly rest: string;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const MONTH =
  "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const DAY = "(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
const YEAR = "(?<year>(?:19|20)\\d\\d)";
const BEFORE = "(?<=^|[\\s(,;])(?:(?:on|dated|dd)\\s+)?(?:the\\s+)?";
const AFTER = "(?=$|[\\s,;:)]|\\.(?:\\s|$))";

const between = (source: string): RegExp => new RegExp(BEFORE + source + AFTER, "i");

const ISO = between("(?<iso>\\d{4}-\\d{2}-\\d{2})");
/** "3 March 2025", "Mar 3rd, 2025", "03-Mar-2025", "03Mar2025": the month in words leaves one way of reading it. */
const IN_WORDS: readonly RegExp[] = [
  between(`${DAY}[\\s-]*(?:of\\s+)?${MONTH},?[\\s-]*${YEAR}`),
  between(`${MONTH}[\\s-]*${DAY},?[\\s-]+${YEAR}`),
  between(`${YEAR}[\\s-]${MONTH}[\\s-]${DAY}`),
];
const RELATIVE = between("(?<relative>today|yesterday|(?<ago>[1-9]\\d{0,2}) days? ago)");
/** 03/04/2012 and 3.4.2012, in which day and month cannot be told apart, and 2012/04/03, which few write otherwise. */
const IN_NUMBERS: readonly RegExp[] = [
  between("(?<one>\\d{1,2})(?<mark>[/.-])(?<two>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d\\d)"),
  between("(?<year>(?:19|20)\\d\\d)(?<mark>[/.])(?<one>\\d{1,2})\\k<mark>(?<two>\\d{1,2})"),
];

const two = (number: number): string => String(number).padStart(2, "0");

/**
 * Takes the first day out of a text that is written in full: 2024-05-02, 3 March 2025, and where `today` is known, as
 * YYYY-MM-DD, "today", "yesterday" and "3 days ago". Digits in another order are read in each way that is a day, and a
 * person says which. What names no single day, such as "March 2025" or "last week", stays in the text.
 */
export function takeDay(text: string, today?: string): WrittenDay | undefined {
  const iso = ISO.exec(text);
  if (iso && isCalendarDay(iso[1] ?? "")) return taken(text, iso, [iso[1] ?? ""]);
  for (const pattern of IN_WORDS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { day = "", month = "", year = "" } = found.groups ?? {};
    const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase() as (typeof MONTHS)[number]) + 1;
    const date = `${year}-${two(number)}-${two(Number(day))}`;
    if (isCalendarDay(date)) return taken(text, found, [date]);
  }
  const relative = today === undefined ? null : RELATIVE.exec(text);
  if (relative && today !== undefined) return taken(text, relative, [daysBefore(today, relative.groups)]);
  for (const pattern of IN_NUMBERS) {
    const found = pattern.exec(text);
    const days = found ? inEitherOrder(found.groups ?? {}) : [];
    if (!found || days.length === 0) continue;
    const written = found[0].trim();
    const why =
      days.length > 1
        ? `"${written}" can be ${days.join(" or ")}. Choose one, or type the day as ${days[0]}.`
        : `"${written}" is read as ${days[0]}. Choose it if that is the day.`;
    return { ...taken(text, found, days), why };
  }
  return undefined;
}

function taken(text: string, found: RegExpExecArray, days: readonly string[]): WrittenDay {
  const [before, after] = [text.slice(0, found.index), text.slice(found.index + found[0].length)];
  // "2024-05-02: wbc 3.2" has a heading.
  const rest = before.trim() === "" ? after.replace(/^\s*[:,;]\s*/, " ") : `${before} ${after}`;
  return { days, written: found[0].trim(), rest };
}

function daysBefore(today: string, { relative = "", ago }: Record<string, string | undefined> = {}): string {
  const days = ago ? Number(ago) : relative.toLowerCase() === "yesterday" ? 1 : 0;
  return new Date(Date.parse(`${today}T00:00:00Z`) - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function inEitherOrder({ one, two: other, year }: Record<string, string | undefined>): readonly string[] {
  const [first, second] = [Number(one), Number(other)];
  const date = (month: number, day: number) => `${year}-${two(month)}-${two(day)}`;
  return [...new Set([date(first, second), date(second, first)])].filter(isCalendarDay);
}

const NO_DAY =
  /(?<![\d/:])(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d(?![\d/])|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?:19|20)\d\d\b|\b(?:last|this)\s+(?:week|month|year)\b|\btoday\b|\byesterday\b|\b(?:in|since)\s+(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b/i;

/** Why a text that was not read names no day, where it seems to be meant as one. */
export function noDayIn(text: string): string | undefined {
  const [written] = NO_DAY.exec(text) ?? [];
  return written && `"${written}" names no single day; a date is written as 2024-05-02.`;
}

/** Before it, nobody now alive was examined: a year that was typed wrong. YYYY-MM-DD. */
export const EARLIEST_DAY = "1900-01-01";

/** Whether a text is a day of the calendar, written 2024-05-02; the 30th of February is none. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * The last day that anything can be of, as YYYY-MM-DD, at a moment in milliseconds since 1970: a day ahead, which may
 * be today elsewhere. What is later was never seen or measured.
 */
export function lastDay(now: number): string {
  return new Date(now + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Whether a calendar day, where there is one, is neither in the future nor too long ago. Both as YYYY-MM-DD. */
export function isBelieved(date: string | undefined, today?: string): boolean {
  return date === undefined || (date >= EARLIEST_DAY && (today === undefined || date <= today));
}

/** Why a calendar day is hard to believe, and where it can be guessed, the day that was meant. */
export interface DayDoubt {
  readonly why: string;
  readonly instead?: string;
}

/**
 * Whether a calendar day can be that of a finding or a value, both days as YYYY-MM-DD. One that cannot is an error, and
 * kept all the same: it may come from another program, and only a person knows which was meant. Without `today` no day
 * is too late.
 */
export function doubtOf(date: string, today?: string): DayDoubt | undefined {
  if (isBelieved(date, today)) return undefined;
  if (today !== undefined && date > today) return { why: `${date} is in the future. Check the date.` };
  const year = Number(date.slice(0, 4));
  const instead = `20${date.slice(2)}`;
  if (year >= 100 || (today !== undefined && instead > today))
    return { why: `The year ${year} is before 1900. Check the date.` };
  return { why: `The date is in the year ${year}.`, instead };
}

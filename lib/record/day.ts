/** Before it, nobody now alive was examined: a year that was typed wrong. YYYY-MM-DD. */
export const EARLIEST_DAY = "1900-01-01";

/** Whether a calendar day, where there is one, is neither in the future nor too long ago. Both as YYYY-MM-DD. */
export function isBelieved(date: string | undefined, today: string): boolean {
  return date === undefined || (date >= EARLIEST_DAY && date <= today);
}

/** Why a calendar day is hard to believe, and where it can be guessed, the day that was meant. */
export interface DayDoubt {
  readonly why: string;
  readonly instead?: string;
}

/**
 * Whether a calendar day can be that of a finding or a value, both days as YYYY-MM-DD. A day that cannot is read as it
 * is all the same: it may come from another program, and only a person knows which was meant.
 */
export function doubtOf(date: string, today: string): DayDoubt | undefined {
  if (isBelieved(date, today)) return undefined;
  if (date > today) return { why: `${date} is in the future. Check the date.` };
  const year = Number(date.slice(0, 4));
  const instead = `20${date.slice(2)}`;
  if (year >= 100 || instead > today) return { why: `The year ${year} is before 1900. Check the date.` };
  return { why: `The date is in the year ${year}.`, instead };
}

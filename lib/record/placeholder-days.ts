import { EARLIEST_DAY } from "./day.ts";

/**
 * Days that programs write where they know none: the first or last day of a calendar of theirs. No result was measured
 * on them as far as anybody can tell from the day alone. Each as YYYY-MM-DD. Those of the year 1, 1000, 1601, 1753, 1858,
 * 1899 and the first day of 1900 are not after the earliest day that is believed.
 */
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "1901-01-01", // what older programs call "unknown"
  "1904-01-01", // spreadsheets of early Macintoshes
  "1969-12-31", // Unix time 0 in a time zone to the west
  "1970-01-01", // Unix time 0
  "2079-06-06", // SQL Server, last small date
  "2999-12-31",
  "9999-01-01",
  "9999-12-31",
]);

/** Whether a day, as YYYY-MM-DD, stands for "not known": a placeholder, or none on which anybody now alive was examined. */
export function isPlaceholderDay(day: string): boolean {
  return day <= EARLIEST_DAY || PLACEHOLDERS.has(day);
}

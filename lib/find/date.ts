import { isCalendarDay } from "../record/day.ts";

/** Takes a calendar day, written 2024-05-02, out of a text. What is no calendar day stays in the text. */
export function takeDate(text: string): { readonly date?: string; readonly rest: string } {
  const [written, date] = /(?:^|\s)(\d{4}-\d{2}-\d{2})(?=\s|$)/.exec(text) ?? [];
  if (!written || !date || !isCalendarDay(date)) return { rest: text };
  return { date, rest: text.replace(written, " ") };
}

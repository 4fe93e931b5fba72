/**
 * The last day that a result can be of, as YYYY-MM-DD, at a moment in milliseconds since 1970: a day ahead, which may
 * be today elsewhere. What is later was never measured.
 */
export function lastDay(now: number): string {
  return new Date(now + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
